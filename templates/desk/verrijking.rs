//! `GET /signalen/{kenmerk}/verrijking`: the questions to functions with their answers, one line each; the form that puts a
//! question, and that of the routine ground for acting. The signal's own page shows the lines too: [`section`].

use maud::{Markup, html};

use super::toegang::confirmation;
use crate::components::{Tone, error_summary, notice, user_text, warnings};
use crate::fields::{Choice, Field, FieldError, Group, Pick, Purpose, group, hidden, select, text_area, text_field};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// One question in one line.
#[derive(Debug, Clone, Copy, Default)]
pub struct QuestionLine<'a> {
    pub number: &'a str,
    /// The function that was asked.
    pub to: &'a str,
    /// "hit", "wacht op antwoord".
    pub stage: &'a str,
    /// The day of that, in words.
    pub when: &'a str,
    /// Whether it waits for whoever looks.
    pub is_yours: bool,
}

/// The routine ground that holds.
#[derive(Debug, Clone, Copy, Default)]
pub struct Routine<'a> {
    pub text: &'a str,
    pub who: &'a str,
    pub when: &'a str,
}

/// Fields: `collega`, `vraag`, `doel`, `grondslag`, `bronnen` (repeatable), `andere_bron`, `toets`, `nagelezen`, `bevestigd`.
#[derive(Debug, Clone, Copy, Default)]
pub struct AskForm<'a> {
    /// Who can open the signal, but for whoever asks. None: the page says how somebody comes to.
    pub people: &'a [Choice<'a>],
    pub person: &'a str,
    pub question: &'a str,
    pub purpose: &'a str,
    pub ground: &'a str,
    pub grounds: &'a [&'a str],
    pub sources: &'a [Choice<'a>],
    pub chosen: &'a [&'a str],
    pub other: &'a str,
    pub approver: &'a str,
    /// What in the texts may betray the reporter; empty: nothing was found.
    pub doubts: &'a [&'a str],
    pub read_again: bool,
    pub asks_confirmation: bool,
    pub confirmed: bool,
    pub errors: &'a [FieldError<'a>],
}

/// Field: `aanleiding`.
#[derive(Debug, Clone, Copy, Default)]
pub struct RoutineForm<'a> {
    pub text: &'a str,
    pub examples: &'a [&'a str],
    pub errors: &'a [FieldError<'a>],
}

/// The page. Both forms post to it, with the hidden field `stap`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verrijking<'a> {
    pub kenmerk: &'a str,
    pub addressee: &'a str,
    pub warnings: &'a [&'a str],
    pub done: Option<&'a str>,
    /// Errors of no single field.
    pub refused: &'a [FieldError<'a>],
    /// Newest first.
    pub questions: &'a [QuestionLine<'a>],
    pub routine: Option<Routine<'a>>,
    /// Statuses that may follow now.
    pub next: &'a [&'a str],
    /// `None`: he puts no questions here, being no member of the route.
    pub forms: Option<(AskForm<'a>, RoutineForm<'a>)>,
}

/// The page.
pub fn verrijking(desk: &DeskFrame, view: &Verrijking) -> Markup {
    let of_forms = view.forms.map(|(ask, routine)| [ask.errors, routine.errors].concat()).unwrap_or_default();
    let errors = [view.refused, of_forms.as_slice()].concat();
    let title = ["Verrijking van ", view.kenmerk].concat();
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if(&title, !errors.is_empty()),
        &html! {
            p { a href={ "/signalen/" (view.kenmerk) } { "Terug naar signaal " (view.kenmerk) } }
            h1 { "Verrijking van signaal " (view.kenmerk) }
            (error_summary(Text::DUTCH, &errors))
            (warnings(view.warnings))
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            section .card aria-labelledby="vragen" {
                h2 #vragen { "Vragen en antwoorden" }
                (lines(view.kenmerk, view.questions))
                p .hint {
                    "Wie gevraagd is, zegt eerst alleen: hit of geen hit. Details volgen pas als een lid van de route erom vraagt."
                }
                @if view.forms.is_some() && !view.next.is_empty() {
                    p {
                        "Een vraag verandert de status niet. Nu kan: " (view.next.join(", ")) ". "
                        a href={ "/signalen/" (view.kenmerk) "#volgende" } { "Kies de status" }
                    }
                }
            }
            @if let Some((asking, routine)) = view.forms {
                (ask(view, &asking, desk.token))
                (routine_form(view, &routine, desk.token))
            } @else if let Some(routine) = view.routine {
                section .card aria-labelledby="gewoon" { h2 #gewoon { "Gewone aanleiding" } (routine_words(&routine)) }
            }
        },
    )
}

/// The same lines on the page of the signal, with the routine ground where steps are decided.
pub(super) fn section(kenmerk: &str, questions: &[QuestionLine], routine: Option<Routine>) -> Markup {
    html! {
        section .card aria-labelledby="verrijking" {
            h2 #verrijking { "Verrijking" }
            (lines(kenmerk, questions))
            @if let Some(routine) = routine {
                h3 { "Gewone aanleiding" }
                (routine_words(&routine))
            }
            p { a href={ "/signalen/" (kenmerk) "/verrijking" } { "Vragen aan collega’s" } }
        }
    }
}

fn lines(kenmerk: &str, questions: &[QuestionLine]) -> Markup {
    html! {
        @if questions.is_empty() { p .empty { "Er is nog geen vraag gesteld." } }
        @else {
            ul .people {
                @for line in questions {
                    li {
                        a href={ "/signalen/" (kenmerk) "/verrijking/" (line.number) } { (line.to) }
                        ": " strong { (line.stage) } ", " (line.when)
                        @if line.is_yours { " " span .tag .soon { "Wacht op u" } }
                    }
                }
            }
        }
    }
}

fn routine_words(routine: &Routine) -> Markup {
    html! {
        (user_text(routine.text))
        p .quiet { (routine.who) ", " (routine.when) }
    }
}

fn form(view: &Verrijking, token: &str, step: &str, button: &str, fields: &Markup) -> Markup {
    html! {
        form method="post" action={ "/signalen/" (view.kenmerk) "/verrijking" } novalidate {
            (hidden(&[("token", token), ("aan", view.addressee), ("stap", step)]))
            (fields)
            button .primary type="submit" { (button) }
        }
    }
}

fn ask(view: &Verrijking, f: &AskForm, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="stellen" {
            h2 #stellen { "Een vraag stellen" }
            p {
                "Schrijf in uw eigen woorden. Neem niets over van de melder: geen zin, geen bijzonderheid die maar een paar "
                "mensen weten."
            }
            @if f.people.is_empty() { p .empty { "Nog niemand anders kan dit signaal openen." } }
            p {
                "Staat uw collega er niet bij? "
                a href={ "/signalen/" (view.kenmerk) "/toegang#uitnodigen" } { "Nodig uw collega eerst uit" } "."
            }
            @if !f.people.is_empty() {
                (form(view, token, "vragen", "Stel deze vraag", &html! {
                    (select(&Field {
                        name: "collega",
                        label: "Aan wie?",
                        value: f.person,
                        errors: f.errors,
                        ..Field::default()
                    }, f.people, Some("Kies een collega")))
                    (text_area(&Field {
                        name: "vraag",
                        label: "Uw vraag",
                        hint: Some("Eén vraag, met alleen de naam, het adres of het nummer dat nodig is om te zoeken."),
                        value: f.question,
                        errors: f.errors,
                        ..Field::default()
                    }, 3))
                    (text_area(&Field {
                        name: "doel",
                        label: "Doel",
                        hint: Some("Waarvoor hebt u het antwoord nodig?"),
                        value: f.purpose,
                        errors: f.errors,
                        ..Field::default()
                    }, 2))
                    (text_area(&Field {
                        name: "grondslag",
                        label: "Grondslag",
                        hint: Some("Welke wet of regeling staat dit toe?"),
                        value: f.ground,
                        errors: f.errors,
                        ..Field::default()
                    }, 2))
                    details {
                        summary { "Voorbeelden van een grondslag" }
                        ul { @for ground in f.grounds { li { (ground) } } }
                        p .hint { "Voorbeelden, geen advies. Twijfelt u? Vraag het de Privacy Officer of een jurist." }
                    }
                    (group(&Group {
                        text: Text::DUTCH,
                        name: "bronnen",
                        legend: "In welke bronnen mag uw collega kijken?",
                        hint: Some("Kies er zo weinig als kan."),
                        pick: Pick::Many,
                        options: f.sources,
                        chosen: f.chosen,
                        optional: false,
                        inline: false,
                        errors: f.errors,
                    }))
                    (text_field(&Field {
                        name: "andere_bron",
                        label: "Andere bron",
                        value: f.other,
                        optional: true,
                        errors: f.errors,
                        ..Field::default()
                    }, Purpose::Words))
                    (select(&Field {
                        name: "toets",
                        label: "Wie keurt eerst de bronnen goed?",
                        hint: Some("Bijvoorbeeld de Privacy Officer. Tot die tijd kan uw collega niet antwoorden."),
                        value: f.approver,
                        optional: true,
                        errors: f.errors,
                        ..Field::default()
                    }, f.people, Some("Niemand: de vraag gaat meteen door")))
                    (doubts(f))
                    @if f.asks_confirmation { (confirmation("bevestigd", f.confirmed, f.errors)) }
                }))
            }
        }
    }
}

/// What may betray the reporter, and the word that it must stay.
fn doubts(f: &AskForm) -> Markup {
    html! {
        @if !f.doubts.is_empty() {
            (notice(Tone::Warning, &html! {
                p { strong { "Kan dit de melder verraden?" } }
                ul { @for doubt in f.doubts { li { (doubt) } } }
            }))
            (group(&Group {
                text: Text::DUTCH,
                name: "nagelezen",
                legend: "Hebt u dit nagelezen?",
                hint: Some("Verander liever uw tekst hierboven."),
                pick: Pick::Many,
                options: &[Choice { value: "ja", label: "Ja, dit moet zo in de vraag staan.", hint: None }],
                chosen: if f.read_again { &["ja"] } else { &[] },
                optional: false,
                inline: false,
                errors: f.errors,
            }))
        }
    }
}

fn routine_form(view: &Verrijking, f: &RoutineForm, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="gewoon" {
            h2 #gewoon { "Gewone aanleiding" }
            p {
                "Wie ergens gaat controleren, moet kunnen zeggen waarom. Zegt u ‘er was een melding’, dan gaat iemand zoeken wie "
                "er meldde. Schrijf daarom een aanleiding die er ook zonder dit signaal is en die waar is."
            }
            ul { @for example in f.examples { li .quiet { (example) } } }
            @if let Some(routine) = view.routine {
                p { strong { "Nu:" } }
                (routine_words(&routine))
            }
            (form(view, token, "aanleiding", "Bewaar deze aanleiding", &html! {
                (text_area(&Field {
                    name: "aanleiding",
                    label: "De gewone aanleiding om iets te doen",
                    hint: Some("Wat u schrijft, vervangt wat er stond. Alle versies blijven in het dossier."),
                    value: f.text,
                    errors: f.errors,
                    ..Field::default()
                }, 2))
            }))
        }
    }
}
