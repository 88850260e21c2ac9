//! One step of the track on its page: what was written down, why it cannot be done yet, or its form.

use maud::{Markup, html};

use super::{Onderzoek, Record, StepState, TrackStep};
use crate::components::label_values;
use crate::desk::toegang::confirmation;
use crate::fields::{Choice, Field, FieldError, Group, Pick, Purpose, group, hidden, text_area, text_field};
use crate::text::Text;

/// How one thing is asked.
#[derive(Debug, Clone)]
pub enum Input<'a> {
    /// One line; a day too, as 31-12-2026.
    Line(&'a str),
    /// A text of so many lines.
    Area(&'a str, u8),
    One(Vec<Choice<'a>>, Vec<&'a str>),
    Many(Vec<Choice<'a>>, Vec<&'a str>),
}

/// One thing that a form asks. Its name is its id: no two forms of the page share one.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    pub name: &'a str,
    pub label: &'a str,
    pub hint: Option<&'a str>,
    pub optional: bool,
    /// Whether another answer decides if it must be filled in.
    pub sometimes: bool,
    pub input: Input<'a>,
}

/// The form of a step.
#[derive(Debug, Clone, Default)]
pub struct StepForm<'a> {
    /// The hidden field `stap`.
    pub step: &'a str,
    pub button: &'a str,
    pub asked: Vec<Asked<'a>>,
    /// The name of the second thought before others hear of the signal, and whether it was ticked.
    pub confirm: Option<(&'a str, bool)>,
    /// Whether it stands open.
    pub open: bool,
}

pub(super) fn step(view: &Onderzoek, step: &TrackStep, token: &str) -> Markup {
    let (class, word) = step.state.tag();
    html! {
        h3 id={ "stap-" (step.name) } { (step.title) " " span class=(class) { (word) } }
        p .quiet { (step.article) }
        @for record in &step.records { (self::record(record)) }
        @if let Some(letter) = step.letter { p { a href=(letter) { "Als brief, om te versturen" } } }
        @if let Some(why) = step.blocked.filter(|_| !matches!(step.state, StepState::Done | StepState::NotApplicable)) {
            p .hint { (why) }
        }
        @if let Some(shown) = &step.form {
            details open[shown.open] {
                summary {
                    @if step.records.is_empty() { "Vastleggen" } @else { "Nog een keer vastleggen" }
                    span .spoken { ": " (step.title) }
                }
                (form(view, shown, token))
            }
        }
    }
}

pub(super) fn record(record: &Record) -> Markup {
    html! {
        @if !record.title.is_empty() { p { strong { (record.title) } } }
        (label_values(&record.rows))
        p .quiet { (record.who) ", " (record.when) }
    }
}

pub(super) fn form(view: &Onderzoek, form: &StepForm, token: &str) -> Markup {
    html! {
        form method="post" action={ "/signalen/" (view.kenmerk) "/onderzoek" } novalidate {
            (hidden(&[("token", token), ("aan", view.addressee), ("stap", form.step)]))
            @for asked in &form.asked { (field(asked, view.errors)) }
            @if let Some((name, confirmed)) = form.confirm { (confirmation(name, confirmed, view.errors)) }
            button .primary type="submit" { (form.button) }
        }
    }
}

fn field(asked: &Asked, errors: &[FieldError]) -> Markup {
    let Asked { name, label, hint, optional, sometimes, .. } = *asked;
    let field = |value| Field { name, label, hint, value, optional, sometimes, errors, ..Field::default() };
    let choose = |pick, options: &[Choice], chosen: &[&str]| {
        let (text, legend, inline) = (Text::DUTCH, label, false);
        group(&Group { text, name, legend, hint, pick, options, chosen, optional, inline, errors })
    };
    match &asked.input {
        Input::Line(value) => text_field(&field(value), Purpose::Words),
        Input::Area(value, rows) => text_area(&field(value), *rows),
        Input::One(options, chosen) => choose(Pick::One, options, chosen),
        Input::Many(options, chosen) => choose(Pick::Many, options, chosen),
    }
}
