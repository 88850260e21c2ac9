//! `GET /signalen/{kenmerk}/verrijking/{nummer}`: one question to one function, what became of it, and what whoever looks can
//! do with it now.

use maud::{Markup, html};

use crate::components::{LabelValue, Tone, error_summary, label_values, notice, warnings};
use crate::fields::{Choice, Field, FieldError, Group, Pick, group, hidden, text_area};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// What can be done now, each with what was typed. The hidden field `stap` names it.
#[derive(Debug, Clone, Copy)]
pub enum Doing<'a> {
    /// Fields: `oordeel`, `bronnen` (repeatable), `reden_toets`.
    Approve {
        verdicts: &'a [Choice<'a>],
        verdict: &'a str,
        sources: &'a [Choice<'a>],
        chosen: &'a [&'a str],
        reason: &'a str,
    },
    /// Fields: `uitkomst`, `reden_antwoord`.
    Answer { outcomes: &'a [Choice<'a>], outcome: &'a str, reason: &'a str },
    /// Field: `welke`.
    AskDetails { which: &'a str },
    /// Field: `details`.
    Explain { details: &'a str },
    /// Field: `reden`.
    Withdraw { reason: &'a str },
}

/// The page. Every form posts to it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verrijkingsvraag<'a> {
    pub kenmerk: &'a str,
    pub number: &'a str,
    pub addressee: &'a str,
    pub warnings: &'a [&'a str],
    pub done: Option<&'a str>,
    /// The function that was asked.
    pub to: &'a str,
    pub stage: &'a str,
    /// Question, purpose, ground, sources, and everything that was said since.
    pub rows: &'a [LabelValue<'a>],
    pub doing: &'a [Doing<'a>],
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn verrijkingsvraag(desk: &DeskFrame, view: &Verrijkingsvraag) -> Markup {
    let title = ["Vraag bij ", view.kenmerk].concat();
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if(&title, !view.errors.is_empty()),
        &html! {
            p { a href={ "/signalen/" (view.kenmerk) "/verrijking" } { "Alle vragen bij signaal " (view.kenmerk) } }
            h1 { "Vraag aan: " (view.to) }
            (error_summary(Text::DUTCH, view.errors))
            (warnings(view.warnings))
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            section .card aria-labelledby="vraag-zelf" {
                h2 #vraag-zelf { "De vraag" }
                p { "Nu: " strong { (view.stage) } }
                (label_values(view.rows))
            }
            @for doing in view.doing { (form(view, doing, desk.token)) }
        },
    )
}

fn form(view: &Verrijkingsvraag, doing: &Doing, token: &str) -> Markup {
    let (step, title, button) = match doing {
        Doing::Approve { .. } => ("toetsen", "Mogen deze bronnen?", "Leg uw oordeel vast"),
        Doing::Answer { .. } => ("beantwoorden", "Uw antwoord", "Geef dit antwoord"),
        Doing::AskDetails { .. } => ("details vragen", "Details vragen", "Vraag om deze details"),
        Doing::Explain { .. } => ("toelichten", "De details", "Zet de details in het dossier"),
        Doing::Withdraw { .. } => ("intrekken", "Vraag intrekken", "Trek de vraag in"),
    };
    let id = step.replace(' ', "-");
    html! {
        section .card aria-labelledby=(id) {
            h2 id=(id) { (title) }
            form method="post" action={ "/signalen/" (view.kenmerk) "/verrijking/" (view.number) } novalidate {
                (hidden(&[("token", token), ("aan", view.addressee), ("stap", step)]))
                (fields(view.errors, doing))
                button .primary type="submit" { (button) }
            }
        }
    }
}

fn fields(errors: &[FieldError], doing: &Doing) -> Markup {
    let one = |name, legend, hint, options, chosen: &str| {
        group(&Group {
            text: Text::DUTCH,
            name,
            legend,
            hint,
            pick: Pick::One,
            options,
            chosen: &[chosen],
            optional: false,
            inline: false,
            errors,
        })
    };
    let text = |name, label, hint, value, optional, rows| {
        text_area(&Field { name, label, hint, value, optional, errors, ..Field::default() }, rows)
    };
    match doing {
        Doing::Approve { verdicts, verdict, sources, chosen, reason } => html! {
            (group(&Group {
                text: Text::DUTCH,
                name: "bronnen",
                legend: "Bronnen",
                hint: Some("Haal het vinkje weg bij wat niet mag."),
                pick: Pick::Many,
                options: sources,
                chosen,
                optional: true,
                inline: false,
                errors,
            }))
            (one("oordeel", "Gaat u akkoord?", None, verdicts, verdict))
            (text("reden_toets", "Waarom?", Some("Verplicht als u niet akkoord gaat."), reason, true, 2))
        },
        Doing::Answer { outcomes, outcome, reason } => html! {
            (one(
                "uitkomst",
                "Wat leverde het zoeken op?",
                Some("Zeg hier niet wat u vond. Heeft een lid van de route details nodig, dan vraagt diegene erom."),
                outcomes,
                outcome,
            ))
            (text("reden_antwoord", "Waarom kan het niet?", Some("Alleen als u dit niet kunt opzoeken."), reason, true, 2))
        },
        Doing::AskDetails { which } => text(
            "welke",
            "Welke details hebt u nodig, en waarvoor?",
            Some("Vraag niet meer dan nodig is."),
            which,
            false,
            2,
        ),
        Doing::Explain { details } => text(
            "details",
            "Details",
            Some("Alleen waar om gevraagd is. Dit komt verzegeld in het dossier."),
            details,
            false,
            5,
        ),
        Doing::Withdraw { reason } => text(
            "reden",
            "Waarom trekt u de vraag in?",
            Some("Daarna kan niemand haar meer beantwoorden."),
            reason,
            false,
            2,
        ),
    }
}
