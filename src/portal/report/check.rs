//! What the check page shows: every answer once more, and what in them may identify somebody. The last is found while
//! the page is made and kept nowhere.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, http::StatusCode};
use attachments::Basket;
use domain::{Answers, FieldErrors, Report, Subject, traces};
use templates::{Text, portal};
use web::{Told, page};

use crate::{
    answers::{CHECK, Filled, OVER, Posted, borrowed},
    files::{FIELD, Rows, until},
    texts,
    visit::Visit,
};

/// Traces that the list names; more are marked in the texts alone.
const LISTED: usize = 20;

/// Fields that stand on the page only where they were answered: most reporters never see them.
const RARE: &[&str] =
    &["in_seniorenconvent", "niet_lezen", "verschijningsvorm", "schending", "kwetsbaar_proces", "beinvloeding"];

/// One answer in words, and what may identify somebody in it.
struct Answered {
    field: &'static str,
    value: String,
    traces: Vec<(&'static str, usize, usize)>,
    marks: Vec<(usize, usize)>,
}

pub fn check_page(
    visit: &Visit,
    status: StatusCode,
    posted: Posted,
    filled: &Filled,
    errors: &FieldErrors,
) -> HttpResponse {
    let (text, route) = (visit.text, filled.route);
    let reader_changed = posted.shown.is_some_and(|shown| shown != route);
    let posted = Posted { shown: Some(route), ..posted };
    let Filled { report, contact, .. } = filled;
    let answered = answered(text, &posted.answers, report);
    let name =
        |field, value| portal::Row { label: texts::question(text, field), value, marks: &[], change_to: "verhaal" };
    let contact = [name("naam", contact.naam.as_str()), name("bereikbaar", &contact.bereikbaar)];
    let names = names(text, posted.basket.as_ref());
    let mut found: Vec<_> = answered.iter().chain(&names).flat_map(Answered::found).collect();
    let found_more = found.len().saturating_sub(LISTED);
    found.truncate(LISTED);
    // While the question is asked it stays, answered or not: the answer may still be changed.
    let mut unanswered = posted.answers.clone();
    unanswered.remove("ook_over");
    let before = Filled::parse(&unanswered, &visit.routes);
    let before = before.as_ref().unwrap_or(filled);
    let asked = before.report.asks_also(visit.routes.routing(), before.route);
    let (told, hidden) = (Told::new(errors, text), posted.hidden(CHECK));
    let files = Rows::new(text, posted.basket.as_ref());
    let until = until(posted.basket.as_ref());
    let view = portal::Controle {
        files: &files.view(),
        until: until.as_deref(),
        rows: &answered.iter().map(|answer| answer.row(text)).collect::<Vec<_>>(),
        contact: if filled.contact.is_empty() { &[] } else { &contact },
        readers: portal::Readers {
            reader: texts::reader(text, route),
            told: &texts::told(text, &report.over_wie, &report.readers, route),
        },
        found: &found,
        found_more,
        under_pressure: !report.beinvloeding.is_empty(),
        asked: &asked.into_iter().map(Subject::label).collect::<Vec<_>>(),
        ook_over: &posted.answers.all("ook_over").iter().map(String::as_str).collect::<Vec<_>>(),
        reader_changed,
        errors: &told.view(),
        hidden: &borrowed(&hidden),
    };
    page(status, portal::controle(&visit.frame(), &view))
}

/// Every answer, in the order of the form. Of a text, what the report holds of it.
fn answered(text: Text, answers: &Answers, report: &Report) -> Vec<Answered> {
    let written = report.texts();
    let answer = |field| {
        let own = written.iter().find(|(name, _)| *name == field).map(|(_, text)| *text);
        let typed = || answers.all(field).iter().map(|value| texts::answer(text, field, value)).collect::<Vec<_>>();
        match own {
            Some(own) => Answered::of(text, field, texts::answer(text, field, own)),
            None => Answered { field, value: typed().join("\n"), traces: Vec::new(), marks: Vec::new() },
        }
    };
    let shown = |answer: &Answered| !answer.value.is_empty() || !RARE.contains(&answer.field);
    texts::checked().map(answer).filter(shown).collect()
}

/// The names of the files that go along: they tell too.
fn names(text: Text, basket: Option<&Basket>) -> Vec<Answered> {
    let held = basket.map_or(&[][..], |basket| &basket.files);
    // An original has the name of its cleaned copy.
    let names: BTreeSet<_> = held.iter().map(|held| held.attachment.naam.as_str()).collect();
    names.into_iter().map(|name| Answered::of(text, FIELD, name.to_owned())).collect()
}

impl Answered {
    /// A text with what may identify somebody in it.
    fn of(text: Text, field: &'static str, value: String) -> Self {
        let found = traces::find(&value);
        let label = |trace: &traces::Trace| text.choice("trace", trace.kind.label());
        let traces: Vec<_> = found.iter().map(|t| (label(t), t.range.start, t.range.end)).collect();
        let marks = traces.iter().map(|(_, from, to)| (*from, *to)).collect();
        Self { field, value, traces, marks }
    }

    fn row(&self, text: Text) -> portal::Row<'_> {
        portal::Row {
            label: texts::question(text, self.field),
            value: &self.value,
            marks: &self.marks,
            change_to: if OVER.contains(&self.field) { "over" } else { "verhaal" },
        }
    }

    fn found(&self) -> impl Iterator<Item = portal::Found<'_>> {
        let words = |from, to| self.value.get(from..to).unwrap_or_default();
        self.traces.iter().map(move |&(what, from, to)| portal::Found { what, words: words(from, to) })
    }
}
