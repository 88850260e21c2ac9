//! `/overleggen`: meetings that come and that were, and planning the next.

use maud::{Markup, html};

use super::shared::signal_link;
use crate::components::{Tone, error_summary, notice, warnings};
use crate::fields::{Choice, Field, FieldError, Group, Pick, Purpose, group, hidden, text_area, text_field};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// One meeting in a list.
#[derive(Debug, Clone, Copy, Default)]
pub struct MeetingLine<'a> {
    /// As the address has it: 2026-12-03.
    pub day: &'a str,
    pub date: &'a str,
    pub kind: &'a str,
    pub stage: &'a str,
    pub items: usize,
}

/// Fields: `datum`, `van`, `tot`, `soort`, `reden`, `mailen`. Posts to `/overleggen`.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlanForm<'a> {
    pub kinds: &'a [Choice<'a>],
    pub kind: &'a str,
    pub day: &'a str,
    pub reason: &'a str,
    pub from: &'a str,
    pub until: &'a str,
    /// Whether an interim meeting is told to calendars too.
    pub mails: bool,
    pub errors: &'a [FieldError<'a>],
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Overleggen<'a> {
    /// What the meeting is called: "LIO".
    pub name: &'a str,
    /// What he saw before and is gone.
    pub warnings: &'a [&'a str],
    /// The earliest first.
    pub coming: &'a [MeetingLine<'a>],
    /// The latest first.
    pub past: &'a [MeetingLine<'a>],
    /// How many signals wait for a meeting.
    pub waiting: usize,
    /// Signals that cannot wait for the next of the series.
    pub pressing: &'a [&'a str],
    /// `None`: this officer comes to meetings, and plans none.
    pub form: Option<PlanForm<'a>>,
}

/// The page.
pub fn overleggen(desk: &DeskFrame, view: &Overleggen) -> Markup {
    let errors = view.form.map_or(&[][..], |form| form.errors);
    desk_page(
        desk,
        Place::Meetings,
        Title::failed_if("Overleggen", !errors.is_empty()),
        &html! {
            h1 { "Overleggen: " (view.name) }
            (error_summary(Text::DUTCH, errors))
            (warnings(view.warnings))
            @if !view.pressing.is_empty() { (pressing(view.pressing)) }
            section .card aria-labelledby="komend" {
                h2 #komend { "Wat komt" }
                @if view.coming.is_empty() { p .empty { "Er is nog geen overleg gepland." } } @else { (list(view.coming)) }
                @if view.form.is_some() {
                    p .quiet {
                        @match view.waiting {
                            0 => "Er wacht geen signaal op een overleg.",
                            1 => "Er wacht 1 signaal op een overleg.",
                            _ => { "Er wachten " (view.waiting) " signalen op een overleg." }
                        }
                    }
                }
            }
            @if let Some(form) = view.form { (plan(&form, desk.token)) }
            @if !view.past.is_empty() {
                section .card aria-labelledby="geweest" { h2 #geweest { "Wat was" } (list(view.past)) }
            }
        },
    )
}

fn pressing(kenmerken: &[&str]) -> Markup {
    notice(
        Tone::Warning,
        &html! {
            p {
                strong { "Kan niet wachten: " }
                @for (at, kenmerk) in kenmerken.iter().enumerate() { @if at > 0 { ", " } (signal_link(kenmerk)) }
            }
            p { "Plan een tussentijds overleg, of weeg het meteen met wie u daarvoor uitnodigt." }
        },
    )
}

fn list(meetings: &[MeetingLine]) -> Markup {
    html! {
        ul .people {
            @for meeting in meetings {
                li {
                    a href={ "/overleggen/" (meeting.day) } { (meeting.date) }
                    " " span .tag { (meeting.stage) }
                    br;
                    span .quiet {
                        (meeting.kind)
                        @match meeting.items { 0 => {}, 1 => ", 1 signaal", items => { ", " (items) " signalen" } }
                    }
                }
            }
        }
    }
}

fn plan(form: &PlanForm, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="plannen" {
            h2 #plannen { "Overleg plannen" }
            form method="post" action="/overleggen" novalidate {
                (hidden(&[("token", token)]))
                (text_field(&Field {
                    name: "datum",
                    label: "Dag",
                    hint: Some("Zoals 3-12-2026. De volgende van de reeks staat er al."),
                    value: form.day,
                    errors: form.errors,
                    ..Field::default()
                }, Purpose::Words))
                (hours(form.from, form.until, form.errors))
                (group(&Group {
                    text: Text::DUTCH,
                    name: "soort",
                    legend: "Wat voor overleg?",
                    hint: None,
                    pick: Pick::One,
                    options: form.kinds,
                    chosen: &[form.kind],
                    optional: false,
                    inline: true,
                    errors: form.errors,
                }))
                (text_area(&Field {
                    name: "reden",
                    label: "Waarom kan het niet wachten?",
                    hint: Some("Nodig bij een tussentijds overleg. Wie komt, leest dit: noem geen namen."),
                    value: form.reason,
                    sometimes: true,
                    errors: form.errors,
                    ..Field::default()
                }, 2))
                (group(&Group {
                    text: Text::DUTCH,
                    name: "mailen",
                    legend: "Uitnodiging bij een tussentijds overleg",
                    hint: None,
                    pick: Pick::Many,
                    options: &[Choice {
                        value: "ja",
                        label: "Nodig ook hiervoor uit per mail",
                        hint: Some(
                            "Wie in een mailbox of agenda kijkt, ziet dan dat er iets is wat niet kan wachten. Zonder vinkje \
                             zegt u zelf tegen iedereen die komt wanneer het is.",
                        ),
                    }],
                    chosen: if form.mails { &["ja"] } else { &[] },
                    optional: true,
                    inline: false,
                    errors: form.errors,
                }))
                p .hint {
                    "Bij een gewoon overleg krijgt iedereen die komt een uitnodiging voor zijn agenda. Daarin staan alleen de dag en "
                    "de tijd. Plan het volgende overleg altijd, ook als er nog geen signaal is. Dan zegt een uitnodiging niets."
                }
                button .primary type="submit" { "Overleg plannen" }
            }
        }
    }
}

/// From when until when: fields `van` and `tot`.
pub(super) fn hours(from: &str, until: &str, errors: &[FieldError]) -> Markup {
    let field = |name, label, hint, value| {
        text_field(&Field { name, label, hint, value, optional: true, errors, ..Field::default() }, Purpose::Words)
    };
    html! {
        (field("van", "Begint om", Some("Zoals 9:30. Leeg? Dan staat het overleg op de hele dag."), from))
        (field("tot", "Klaar om", None, until))
    }
}
