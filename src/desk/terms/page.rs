//! The page of a signal's terms in words.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};
use domain::{FieldErrors, term};
use seal::grant::Grant;
use templates::{Text, desk};
use web::{Form, Told, page};

use super::{Clocks, label, promised_anew};
use crate::{case::Case, session::Officer, state::State, texts};

/// A term with everything that stands beside it.
struct Row {
    length: &'static str,
    start: &'static str,
    source: String,
    ended: Option<String>,
}

/// `hears`: who outside the line would hear of it.
#[expect(clippy::too_many_arguments, reason = "a page is what was asked, by whom, of what, and what went wrong")]
pub(super) fn terms_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    case: &Case,
    hears: Option<&Grant>,
    form: &Form,
    errors: &FieldErrors,
    done: Option<&str>,
) -> HttpResponse {
    let (clocks, today) = (Clocks::of(case, &state.series), state.today());
    let rows: Vec<_> = clocks.views(today).collect();
    let words: Vec<_> = rows
        .iter()
        .map(|(run, _)| {
            let rule = run.term.code.rule();
            let source = format!("{}, {}", rule.source, rule.basis.label());
            Row { length: rule.words, start: rule.start, source, ended: run.ended.map(term::dutch) }
        })
        .collect();
    let terms: Vec<_> = rows
        .iter()
        .zip(&words)
        .map(|((_, term), row)| desk::TermRow {
            term: *term,
            length: row.length,
            start: row.start,
            source: &row.source,
            ended: row.ended.as_deref(),
        })
        .collect();
    let asking = clocks.asking(today).filter(|_| case.is_members() && case.is_declared());
    let named = asking.map(|run| {
        let (label, due) = (label(run.term.code, &state.series), run.term.due);
        (label, term::dutch(due), due.to_string(), run)
    });
    let reasons: Vec<_> = case
        .term_reasons()
        .into_iter()
        // Why something was late tells of the conversation, which who was invited need not know.
        .filter(|_| case.is_members())
        .map(|(author, reason)| {
            let what = format!(
                "{}, uiterlijk {}",
                label(reason.inhoud.termijn, &state.series),
                term::dutch(reason.inhoud.vervaldag)
            );
            let expected = reason.inhoud.verwacht.map(term::dutch);
            let when = texts::moment(reason.datum, reason.tijd);
            (what, reason.inhoud.reden, expected, case.author(&author).0, when)
        })
        .collect();
    let reasons: Vec<_> = reasons
        .iter()
        .rev()
        .map(|(what, text, expected, who, when)| desk::GivenReason {
            what,
            text,
            expected: expected.as_deref(),
            who,
            when,
        })
        .collect();
    let told = Told::new(errors, Text::DUTCH);
    let hears = hears.filter(|_| case.is_members());
    let hearer = hears.map(|who| (who.account.to_string(), who.name.clone(), who.function.clone()));
    let warnings: Vec<_> = case.findings.warnings.iter().map(String::as_str).collect();
    let may_write = case.is_members() && case.is_declared() && case.status().is_open();
    let view = desk::Termijn {
        kenmerk: case.intake.kenmerk.as_str(),
        addressee: &case.addressee(),
        warnings: &warnings,
        done,
        terms: &terms,
        asking: named.as_ref().map(|(label, due, day, run)| desk::AskedReason {
            code: run.term.code.code(),
            label,
            due,
            day,
            runs: run.ended.is_none(),
        }),
        reason: form.get("reden"),
        expected: form.get("verwacht"),
        reasons: &reasons,
        may_tell: promised_anew(case, today).is_some() && case.is_declared() && case.may_answer(),
        source_closed: !case.reads_source(),
        is_members: case.is_members(),
        hearer: hearer.as_ref().map(|(account, name, function)| desk::Hearer { account, name, function }),
        may_keep_out: may_write,
        keeping_out: form.get("reden_buiten"),
        errors: &told.view(),
    };
    page(status, desk::termijn(&officer.frame(state.frame(), &officer.banners()), &view))
}
