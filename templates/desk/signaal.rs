//! `GET /signalen/{kenmerk}`: everything about one signal on one page, in the order in which the work goes.
//! The sections themselves are in `sections` and `forms`.

mod forms;
mod sections;

pub(crate) use forms::{Declaration, declaration};

use maud::{Markup, html};

use super::shared::{Agreement, Decision, Term, ToDo, Weighing};
use super::verrijking::{self, QuestionLine, Routine};
use crate::components::{LabelValue, Tone, error_summary, notice, warnings};
use crate::conversation::Message;
use crate::fields::{Choice, FieldError};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// One version of the worked-up description.
#[derive(Debug, Clone, Copy, Default)]
pub struct Description<'a> {
    pub text: &'a str,
    /// Themes, process, area, urgency: those that were filled in.
    pub sorted: &'a [LabelValue<'a>],
    pub who: &'a str,
    pub when: &'a str,
}

/// Fields: `omschrijving`, `verschijningsvorm`, `schending`, `kwetsbaar_proces` (repeatable), `gebied`, `urgentie`. Posts to
/// `/signalen/{kenmerk}/omschrijving`.
#[derive(Debug, Clone, Copy, Default)]
pub struct DescriptionForm<'a> {
    /// What stands in the field: the latest version, or what was typed.
    pub text: &'a str,
    /// The three lists of themes.
    pub themes: [Themes<'a>; 3],
    /// No area: no field.
    pub areas: &'a [Choice<'a>],
    pub area: &'a str,
    pub urgencies: &'a [Choice<'a>],
    pub urgency: &'a str,
    pub errors: &'a [FieldError<'a>],
}

/// One list of themes to choose from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Themes<'a> {
    pub field: &'a str,
    pub legend: &'a str,
    pub options: &'a [Choice<'a>],
    pub chosen: &'a [&'a str],
}

/// Fields: `type`, `bericht`, `tekst`; button `invullen`. Posts to `/signalen/{kenmerk}/bericht`.
#[derive(Debug, Clone, Copy, Default)]
pub struct MessageForm<'a> {
    /// Texts that can be filled in.
    pub texts: &'a [Choice<'a>],
    pub text_chosen: &'a str,
    /// What was just filled in, and what is left to do.
    pub filled: Option<&'a str>,
    pub types: &'a [Choice<'a>],
    pub chosen: &'a str,
    pub text: &'a str,
    pub errors: &'a [FieldError<'a>],
}

/// A status that may follow.
#[derive(Debug, Clone, Copy, Default)]
pub struct NextStatus<'a> {
    /// As the form sends it.
    pub status: &'a str,
    pub label: &'a str,
    pub needs_reason: bool,
    /// Whether others hear of the signal by it.
    pub informs_others: bool,
}

/// Fields: `status`, `reden`, `bevestigd`. Posts to `/signalen/{kenmerk}/status`.
#[derive(Debug, Clone, Copy, Default)]
pub struct StatusForm<'a> {
    /// Empty: no status may follow.
    pub next: &'a [NextStatus<'a>],
    pub chosen: &'a str,
    pub reason: &'a str,
    /// Whether a step that informs others must be confirmed: the reporter was not consulted.
    pub asks_confirmation: bool,
    pub confirmed: bool,
    pub errors: &'a [FieldError<'a>],
}

/// One line of the history of statuses.
#[derive(Debug, Clone, Copy, Default)]
pub struct StatusChange<'a> {
    pub status: &'a str,
    pub who: &'a str,
    pub when: &'a str,
    pub reason: Option<&'a str>,
}

/// What this officer may do with the signal, once he said that he is not involved.
#[derive(Debug, Clone, Copy)]
pub struct May {
    /// Describe, weigh, decide the status, invite: a member of the route.
    pub decide: bool,
    /// Write to the reporter.
    pub answer: bool,
    /// Add to the case file.
    pub contribute: bool,
}

impl Default for May {
    fn default() -> Self {
        Self { decide: true, answer: true, contribute: true }
    }
}

/// Something that was added to the case file.
#[derive(Debug, Clone, Copy, Default)]
pub struct Note<'a> {
    pub text: &'a str,
    pub who: &'a str,
    pub when: &'a str,
}

/// Field: `aantekening`. Posts to `/signalen/{kenmerk}/aantekening`.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoteForm<'a> {
    pub text: &'a str,
    pub errors: &'a [FieldError<'a>],
}

/// A relation to another signal: "samengevoegd in", its kenmerk, and why.
#[derive(Debug, Clone, Copy, Default)]
pub struct Link<'a> {
    pub kind: &'a str,
    pub kenmerk: &'a str,
    pub reason: &'a str,
    pub when: &'a str,
}

/// Where the integrity track stands, in two sentences.
#[derive(Debug, Clone, Copy, Default)]
pub struct TrackLine<'a> {
    pub next: &'a str,
    /// How many duties to inform are open, in words.
    pub open: &'a str,
}

/// Somebody who may read this signal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Person<'a> {
    pub name: &'a str,
    pub function: &'a str,
}

/// Who read it on one day.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReadBy<'a> {
    pub who: &'a str,
    pub day: &'a str,
    /// The times of that day, the latest first.
    pub times: &'a str,
}

/// A file that can be saved.
#[derive(Debug, Clone, Copy, Default)]
pub struct FileLine<'a> {
    pub id: &'a str,
    /// The name it is saved under, which says nothing.
    pub name: &'a str,
    pub size: &'a str,
    /// "schoongemaakt", "origineel" or "niet schoongemaakt".
    pub condition: &'a str,
    /// Whether hidden data may still be in it.
    pub uncleaned: bool,
    /// What was taken out; empty for nothing.
    pub removed: &'a str,
}

/// One signal, whole. The first form with errors decides where the summary's links lead.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signaal<'a> {
    pub kenmerk: &'a str,
    pub route: &'a str,
    /// The day it came in, in words.
    pub received: &'a str,
    /// The exact status.
    pub status: &'a str,
    /// The coarse one of the reporter.
    pub reporter_sees: &'a str,
    /// Whom the officer read: every form carries it, so that nothing goes to another who took this one's place.
    pub addressee: &'a str,
    pub may: May,
    /// Whether this officer must still say that he is not involved.
    pub asks_declaration: bool,
    /// What it is about, as far as it is shown before he said so.
    pub about: &'a [LabelValue<'a>],
    /// Whether he may pass it on to the other members instead, without reading it.
    pub may_pass_on: bool,
    pub declaration_errors: &'a [FieldError<'a>],
    /// Whether the reporter's own words were not sealed to this officer: report, files and conversation.
    pub source_closed: bool,
    pub terms: &'a [Term<'a>],
    /// What is wrong with this signal, shouted: damaged, a gap, rolled back, a column that differs.
    pub warnings: &'a [&'a str],
    /// What was just done.
    pub done: Option<&'a str>,
    /// How easily the reporter is recognised, above everything else; empty when the report cannot be opened.
    pub recognition: &'a [LabelValue<'a>],
    /// The report; empty when it cannot be opened.
    pub report: &'a [LabelValue<'a>],
    /// How many files go with a message, and how many MiB each and together.
    pub most: &'a str,
    pub file_mib: &'a str,
    pub report_mib: &'a str,
    /// The files of report and conversation.
    pub files: &'a [FileLine<'a>],
    pub description: Option<Description<'a>>,
    pub description_form: DescriptionForm<'a>,
    /// Oldest first.
    pub messages: &'a [Message<'a>],
    pub message_form: MessageForm<'a>,
    /// What the officer must know before he writes: that the reporter waits, or that nobody will read it.
    pub before_writing: Option<&'a str>,
    /// Newest first.
    pub weighings: &'a [Weighing<'a>],
    pub status_form: StatusForm<'a>,
    /// Oldest first.
    pub notes: &'a [Note<'a>],
    pub note_form: NoteForm<'a>,
    /// Newest first.
    pub history: &'a [StatusChange<'a>],
    pub readers: &'a [Person<'a>],
    /// Who read it before, the newest day first.
    pub readings: &'a [ReadBy<'a>],
    /// Relations to other signals.
    pub links: &'a [Link<'a>],
    /// What meetings decided about it, and what was agreed.
    pub decisions: &'a [Decision<'a>],
    /// What the last of them asks next.
    pub to_do: &'a [ToDo<'a>],
    pub agreements: &'a [Agreement<'a>],
    /// Questions to functions, newest first, and the routine ground for acting.
    pub questions: &'a [QuestionLine<'a>],
    pub routine: Option<Routine<'a>>,
    /// Of the routes of the integrity track.
    pub track: Option<TrackLine<'a>>,
}

/// The page.
pub fn signaal(desk: &DeskFrame, view: &Signaal) -> Markup {
    let errors: Vec<FieldError> = [
        view.declaration_errors,
        view.description_form.errors,
        view.message_form.errors,
        view.status_form.errors,
        view.note_form.errors,
    ]
    .concat();
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if(view.kenmerk, !errors.is_empty()),
        &html! {
            h1 { "Signaal " (view.kenmerk) }
            (error_summary(Text::DUTCH, &errors))
            (warnings(view.warnings))
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            @if view.asks_declaration {
                (declaration(&Declaration {
                    kenmerk: view.kenmerk,
                    token: desk.token,
                    addressee: view.addressee,
                    about: view.about,
                    meeting: None,
                    errors: view.declaration_errors,
                }))
                (forms::passing_on(view, desk.token))
                (sections::overview(view))
            } @else { (whole(view, desk.token)) }
        },
    )
}

/// Everything there is, for who said that he is not involved.
fn whole(view: &Signaal, token: &str) -> Markup {
    html! {
        // Here he goes on who just said that he is not involved: what could give the reporter away stands above the report.
        div #lezen { (sections::recognition(view.recognition)) }
        (sections::overview(view))
        (contents(view))
        div .case {
            div .case-main {
                @if view.source_closed { (sections::closed()) } @else {
                    (sections::report(view))
                    (sections::files(view))
                }
                (forms::description(view, token))
                @if !view.source_closed { (sections::talk(view, token)) }
                (sections::weighings(view))
                (sections::decided(view, token))
                (forms::notes(view, token))
            }
            div .case-side {
                (sections::track(view))
                (forms::status(view, token))
                (verrijking::section(view.kenmerk, view.questions, view.routine))
                (sections::history(view.history))
                (sections::links(view))
                (sections::readers(view, token))
                (sections::readings(view.readings))
                (sections::paper(view))
            }
        }
    }
}

fn contents(view: &Signaal) -> Markup {
    const PARTS: [(&str, &str); 7] = [
        ("#melding", "Melding"),
        ("#opgewerkt", "Omschrijving"),
        ("#gesprek", "Gesprek"),
        ("#wegingen", "Weging"),
        ("#aantekeningen", "Aantekeningen"),
        ("#volgende", "Status"),
        ("#lezers", "Wie mag dit lezen"),
    ];
    html! {
        nav .contents aria-label="Op deze pagina" {
            ul {
                @for (target, text) in PARTS.iter().filter(|(target, _)| !view.source_closed || *target != "#gesprek") {
                    li { a href=(target) { (text) } }
                }
            }
        }
    }
}
