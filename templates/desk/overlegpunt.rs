//! `/overleggen/{datum}/{kenmerk}`: one signal at the table, on one screen.

use maud::{Markup, html};

use super::shared::{Agreement, Decision, ToDo, Weighing, agreements, decisions, to_do, weighing_in_full};
use super::signaal::{Declaration, declaration};
use crate::components::{LabelValue, Tone, error_summary, label_values, notice, user_text, warnings};
use crate::fields::{Choice, Field, FieldError, Group, Pick, Purpose, group, hidden, select, text_area, text_field};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// One criterion to give a level.
#[derive(Debug, Clone, Copy, Default)]
pub struct LevelField<'a> {
    /// "a_niveau"
    pub field: &'a str,
    pub letter: &'a str,
    pub label: &'a str,
    pub levels: &'a [Choice<'a>],
    pub level: &'a str,
}

/// Fields: `a_niveau` ... `h_niveau`, `regel`; `stap=vooraf`.
#[derive(Debug, Clone, Copy, Default)]
pub struct LevelsForm<'a> {
    pub criteria: &'a [LevelField<'a>],
    pub line: &'a str,
}

/// How often each level was given at one criterion, in the order of the columns.
#[derive(Debug, Clone, Copy, Default)]
pub struct SpreadRow<'a> {
    pub letter: &'a str,
    pub label: &'a str,
    pub counts: &'a [usize],
}

/// What everybody thought beforehand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spread<'a> {
    pub columns: &'a [&'a str],
    pub rows: &'a [SpreadRow<'a>],
    /// Function and line.
    pub lines: &'a [(&'a str, &'a str)],
    pub people: usize,
}

/// Fields: `besluit` (repeatable), `motivering`, `bevestigd`; `stap=besluit`.
#[derive(Debug, Clone, Copy, Default)]
pub struct DecisionForm<'a> {
    pub options: &'a [Choice<'a>],
    pub chosen: &'a [&'a str],
    pub reasons: &'a str,
    /// Whether it stands open, where there is a decision already.
    pub open: bool,
}

/// Fields: `actie`, `wie`, `uiterlijk`; `stap=actie`.
#[derive(Debug, Clone, Copy, Default)]
pub struct ActionForm<'a> {
    pub what: &'a str,
    pub who: &'a str,
    pub by: &'a str,
}

/// Every form posts to the page itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Overlegpunt<'a> {
    pub name: &'a str,
    pub day: &'a str,
    pub date: &'a str,
    pub action: &'a str,
    pub kenmerk: &'a str,
    pub addressee: &'a str,
    /// This item's place on the agenda, from 1, and how many there are.
    pub place: usize,
    pub of: usize,
    pub previous: Option<&'a str>,
    pub next: Option<&'a str>,
    /// What there is to know before he says whether he is involved; `None`: he said so, and reads all of it.
    pub declare: Option<&'a [LabelValue<'a>]>,
    pub warnings: &'a [&'a str],
    pub done: Option<&'a str>,
    pub description: &'a str,
    pub sorted: &'a [LabelValue<'a>],
    pub levels: Option<LevelsForm<'a>>,
    pub spread: Option<Spread<'a>>,
    pub weighing: Option<Weighing<'a>>,
    /// Where the joint weighing is written.
    pub weigh: Option<&'a str>,
    pub decisions: &'a [Decision<'a>],
    /// What the last decision asks next.
    pub to_do: &'a [ToDo<'a>],
    pub decide: Option<DecisionForm<'a>>,
    pub actions: &'a [Agreement<'a>],
    pub agree: Option<ActionForm<'a>>,
    /// Who is at the table for it, and who left the room.
    pub there: &'a [&'a str],
    pub gone: &'a [&'a str],
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn overlegpunt(desk: &DeskFrame, view: &Overlegpunt) -> Markup {
    let title = [view.kenmerk, ", punt ", &view.place.to_string()].concat();
    desk_page(
        desk,
        Place::Meetings,
        Title::failed_if(&title, !view.errors.is_empty()),
        &html! {
            p { a href={ "/overleggen/" (view.day) } { (view.name) " " (view.date) } }
            h1 { "Punt " (view.place) " van " (view.of) ": " (view.kenmerk) }
            (error_summary(Text::DUTCH, view.errors))
            (warnings(view.warnings))
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            (neighbours(view))
            @if let Some(about) = view.declare {
                (declaration(&Declaration {
                    kenmerk: view.kenmerk,
                    token: desk.token,
                    addressee: view.addressee,
                    about,
                    meeting: Some(view.day),
                    errors: &[],
                }))
            } @else { (whole(view, desk.token)) }
        },
    )
}

fn neighbours(view: &Overlegpunt) -> Markup {
    html! {
        nav .pages aria-label="Agenda" {
            ul {
                @if let Some(href) = view.previous { li { a rel="prev" href=(href) { "Vorig punt" } } }
                @if let Some(href) = view.next { li { a rel="next" href=(href) { "Volgend punt" } } }
            }
        }
    }
}

fn whole(view: &Overlegpunt, token: &str) -> Markup {
    html! {
        @if !view.gone.is_empty() {
            (notice(Tone::Warning, &html! {
                p { strong { "Niet bij dit punt: " } (view.gone.join(", ")) "." @if view.decide.is_some() { " Ga verder als zij de kamer uit zijn." } }
            }))
        }
        div .case {
            div .case-main {
                section .card aria-labelledby="omschrijving" {
                    h2 #omschrijving { "Waar het over gaat" }
                    (user_text(view.description))
                    (label_values(view.sorted))
                    p { a href={ "/signalen/" (view.kenmerk) } { "Het hele signaal" } }
                }
                @if let Some(form) = &view.levels { (beforehand(view, form, token)) }
                @if let Some(spread) = &view.spread { (picture(spread)) }
                (weighing(view))
            }
            div .case-side {
                (decided(view, token))
                (agreed(view, token))
                @if !view.there.is_empty() {
                    section .card aria-labelledby="tafel" {
                        h2 #tafel { "Aan tafel" }
                        ul .people { @for who in view.there { li { (who) } } }
                    }
                }
            }
        }
    }
}

fn form(view: &Overlegpunt, token: &str, step: &str, button: &str, fields: &Markup) -> Markup {
    html! {
        form method="post" action=(view.action) novalidate {
            (hidden(&[("token", token), ("aan", view.addressee), ("stap", step)]))
            (fields)
            button .primary type="submit" { (button) }
        }
    }
}

fn beforehand(view: &Overlegpunt, form_view: &LevelsForm, token: &str) -> Markup {
    let labels: Vec<_> = form_view.criteria.iter().map(|c| [c.letter, ". ", c.label].concat()).collect();
    html! {
        section .card aria-labelledby="vooraf" {
            h2 #vooraf { "Wat denkt u vooraf?" }
            p .hint { "Niemand anders ziet dit tot het overleg begint. U hoeft niet alles in te vullen." }
            (form(view, token, "vooraf", "Bewaren", &html! {
                @for (criterion, label) in form_view.criteria.iter().zip(&labels) {
                    (select(&Field {
                        name: criterion.field,
                        label,
                        value: criterion.level,
                        optional: true,
                        errors: view.errors,
                        ..Field::default()
                    }, criterion.levels, Some("Geen niveau")))
                }
                (text_area(&Field {
                    name: "regel",
                    label: "In één regel",
                    hint: Some("Hoogstens 300 tekens."),
                    value: form_view.line,
                    optional: true,
                    errors: view.errors,
                    ..Field::default()
                }, 2))
            }))
        }
    }
}

/// A dot for each person: the table says the same in numbers.
fn picture(spread: &Spread) -> Markup {
    html! {
        section .card aria-labelledby="spreiding" {
            h2 #spreiding { "Wat iedereen vooraf dacht" }
            p .quiet { @if spread.people == 1 { "1 persoon vulde dit in." } @else { (spread.people) " mensen vulden dit in." } }
            // The roles repeat what the elements say: some browsers forget it once a style sheet shows cells as blocks.
            table .queue .spread role="table" aria-labelledby="spreiding" {
                thead role="rowgroup" {
                    tr role="row" {
                        th scope="col" role="columnheader" { "Criterium" }
                        @for column in spread.columns { th scope="col" role="columnheader" { (column) } }
                    }
                }
                tbody role="rowgroup" {
                    @for row in spread.rows {
                        tr role="row" {
                            th scope="row" role="rowheader" { (row.letter) ". " (row.label) }
                            @for (column, count) in spread.columns.iter().zip(row.counts) {
                                td role="cell" data-label=(column) { (dots(*count)) }
                            }
                        }
                    }
                }
            }
            @for (who, line) in spread.lines { p { strong { (who) ": " } span dir="auto" { (line) } } }
        }
    }
}

/// Most dots that are drawn one by one.
const DOTS: usize = 8;

fn dots(count: usize) -> Markup {
    let drawn = count.min(DOTS);
    html! {
        @if drawn > 0 {
            svg .dots aria-hidden="true" width=(drawn * 14) height="14" viewBox={ "0 0 " (drawn * 14) " 14" } {
                @for at in 0..drawn { circle cx=(at * 14 + 7) cy="7" r="5" {} }
            }
            " " (count)
        } @else { span .quiet { "0" } }
    }
}

fn weighing(view: &Overlegpunt) -> Markup {
    html! {
        section .card aria-labelledby="weging" {
            h2 #weging { "Weging" }
            @match &view.weighing {
                Some(weighing) => (weighing_in_full(weighing)),
                None => { p .empty { "Dit signaal is nog niet gewogen." } }
            }
            @if let Some(href) = view.weigh {
                p { a .button href=(href) {
                    @if view.weighing.is_some() { "Nieuwe versie maken" } @else { "Samen wegen" }
                } }
            }
        }
    }
}

fn decided(view: &Overlegpunt, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="besluiten" {
            h2 #besluiten { "Besluit" }
            (decisions(view.decisions))
            (to_do(view.to_do))
            @match &view.decide {
                None => { @if view.decisions.is_empty() { p .empty { "Er is niets besloten." } } }
                Some(f) if view.decisions.is_empty() => {
                    p .empty { "Er is nog niets besloten." }
                    (decide(view, f, token))
                }
                Some(f) => {
                    details open[f.open] {
                        summary { "Besluit herzien" }
                        p .hint {
                            "Het eerdere besluit blijft in het dossier en in het verslag staan. Het nieuwe komt eronder en geldt vanaf nu."
                        }
                        (decide(view, f, token))
                    }
                }
            }
        }
    }
}

fn decide(view: &Overlegpunt, f: &DecisionForm, token: &str) -> Markup {
    form(
        view,
        token,
        "besluit",
        "Besluit vastleggen",
        &html! {
            (group(&Group {
                text: Text::DUTCH,
                name: "besluit",
                legend: "Wat besluit het overleg?",
                hint: Some("Eén of meer."),
                pick: Pick::Many,
                options: f.options,
                chosen: f.chosen,
                optional: false,
                inline: false,
                errors: view.errors,
            }))
            (text_area(&Field {
                name: "motivering",
                label: "Waarom?",
                value: f.reasons,
                errors: view.errors,
                ..Field::default()
            }, 4))
        },
    )
}

fn agreed(view: &Overlegpunt, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="afspraken" {
            h2 #afspraken { "Afspraken" }
            (agreements(view.actions, None))
            @if view.actions.is_empty() { p .empty { "Er is nog niets afgesproken." } }
            @if let Some(f) = &view.agree {
                @let field = |name, label, hint, value| Field {
                    name, label, hint, value, errors: view.errors, ..Field::default()
                };
                (form(view, token, "actie", "Afspraak vastleggen", &html! {
                    (text_area(&field("actie", "Wat gebeurt er?", None, f.what), 2))
                    (text_field(&field("wie", "Wie doet het?", Some("Een functie of een naam."), f.who), Purpose::Words))
                    (text_field(&field("uiterlijk", "Uiterlijk", Some("Zoals 31-12-2026"), f.by), Purpose::Words))
                }))
            }
        }
    }
}
