//! Pieces of the desk that more than one page shows: terms with their state, and a weighing in full.

use maud::{Markup, html};

use crate::components::{LabelValue, label_values, user_text};
use crate::fields::{Field, FieldError, Purpose, hidden, text_field};

/// How a term stands today.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TermState {
    /// Past its last day, and not met.
    Late,
    /// The same of a signal, while nobody wrote down why.
    Unexplained,
    /// The same, and somebody did.
    Explained,
    /// Met after its last day, while nobody wrote down why.
    MetLate,
    /// The same, and somebody did.
    MetLateExplained,
    /// Its last day is near.
    Soon,
    /// Running, with time left.
    #[default]
    Running,
    /// Met.
    Met,
}

impl TermState {
    /// The word that stands beside the date, so that colour never says it alone.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Late => "Te laat",
            Self::Unexplained => "Te laat, reden ontbreekt",
            Self::Explained => "Te laat, reden gegeven",
            Self::MetLate => "Later gehaald, reden ontbreekt",
            Self::MetLateExplained => "Later gehaald, reden gegeven",
            Self::Soon => "Bijna te laat",
            Self::Running => "Op tijd",
            Self::Met => "Gehaald",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Late | Self::Unexplained | Self::MetLate => "tag late",
            Self::Soon | Self::Explained => "tag soon",
            Self::Running => "tag",
            Self::Met | Self::MetLateExplained => "tag met",
        }
    }

    /// Whether somebody must still write down why.
    pub const fn asks_reason(self) -> bool {
        matches!(self, Self::Unexplained | Self::MetLate)
    }

    /// Whether it is not met, and its last day is over.
    pub const fn is_late(self) -> bool {
        matches!(self, Self::Late | Self::Unexplained | Self::Explained)
    }
}

/// One clock of a signal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Term<'a> {
    /// "Ontvangstbevestiging"
    pub label: &'a str,
    /// The last day, in words.
    pub due: &'a str,
    pub state: TermState,
}

/// One criterion of a weighing that was saved.
#[derive(Debug, Clone, Copy, Default)]
pub struct WeighedCriterion<'a> {
    /// "a" ... "h"
    pub letter: &'a str,
    /// The exact words of article 7 lid 1.
    pub label: &'a str,
    pub text: &'a str,
    /// Absent where the weigher gave none. Levels are never added up.
    pub level: Option<&'a str>,
}

/// One saved version of a weighing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Weighing<'a> {
    pub version: u32,
    pub who: &'a str,
    pub when: &'a str,
    pub criteria: &'a [WeighedCriterion<'a>],
    pub proportionality: &'a str,
    pub conclusion: &'a str,
}

pub(crate) fn state_tag(state: TermState) -> Markup {
    html! { span class=(state.class()) { (state.label()) } }
}

/// The reporter says that somebody is in danger now.
pub(crate) fn danger() -> Markup {
    html! { span .tag .late { "Direct gevaar" } }
}

/// `/signalen/{kenmerk}`, linked under its kenmerk.
pub(crate) fn signal_link(kenmerk: &str) -> Markup {
    html! { a .reference href={ "/signalen/" (kenmerk) } { (kenmerk) } }
}

/// All of a weighing: who and when, the criteria, proportionality and conclusion.
pub(crate) fn weighing_in_full(weighing: &Weighing) -> Markup {
    html! {
        p .quiet { "Versie " (weighing.version) ", " (weighing.who) ", " (weighing.when) }
        dl .rows .weighing {
            @for criterion in weighing.criteria {
                div {
                    dt {
                        (criterion.letter) ". " (criterion.label)
                        @if let Some(level) = criterion.level { " " span .tag { (level) } }
                    }
                    dd { (user_text(criterion.text)) }
                }
            }
        }
        (label_values(&[
            LabelValue { label: "Proportionaliteit", value: weighing.proportionality },
            LabelValue { label: "Conclusie", value: weighing.conclusion },
        ]))
    }
}

/// What a meeting decided.
#[derive(Debug, Clone, Copy, Default)]
pub struct Decision<'a> {
    pub what: &'a str,
    pub reasons: &'a str,
    /// Of which meeting, and who wrote it down.
    pub when: &'a str,
    /// Functions of who were at the table.
    pub there: &'a str,
}

/// What somebody must do because of a decision.
#[derive(Debug, Clone, Copy, Default)]
pub struct ToDo<'a> {
    pub what: &'a str,
    /// Where, and the link's words; `None`: it is not this officer's to do.
    pub link: Option<(&'a str, &'a str)>,
}

/// Something that was agreed to be done.
#[derive(Debug, Clone, Copy, Default)]
pub struct Agreement<'a> {
    pub number: &'a str,
    pub what: &'a str,
    pub who: &'a str,
    /// The last day, in words.
    pub by: &'a str,
    pub done: bool,
    pub is_late: bool,
}

pub(crate) fn decisions(decisions: &[Decision]) -> Markup {
    html! {
        @for decision in decisions {
            p { strong { (decision.what) } }
            (user_text(decision.reasons))
            p .quiet { (decision.when) "." @if !decision.there.is_empty() { " Aan tafel: " (decision.there) "." } }
        }
    }
}

/// What comes next because of a decision.
pub(crate) fn to_do(all: &[ToDo]) -> Markup {
    html! {
        @if !all.is_empty() {
            h3 { "Wat er nu moet gebeuren" }
            ul .people {
                @for one in all {
                    li { (one.what) @if let Some((href, words)) = one.link { br; a href=(href) { (words) } } }
                }
            }
        }
    }
}

/// Agreements, each with a button where it can be said to be done: the form's address, token and addressee.
pub(crate) fn agreements(agreed: &[Agreement], done: Option<(&str, &str, &str)>) -> Markup {
    html! {
        @if !agreed.is_empty() {
            ul .people {
                @for agreement in agreed {
                    li {
                        span dir="auto" { (agreement.what) }
                        br;
                        span .quiet { (agreement.who) ", uiterlijk " (agreement.by) } " "
                        @if agreement.done { span .tag .met { "Gedaan" } }
                        @else if agreement.is_late { span .tag .late { "Te laat" } }
                        @if let Some((action, token, addressee)) = done.filter(|_| !agreement.done) {
                            form method="post" action=(action) {
                                (hidden(&[("token", token), ("aan", addressee), ("nummer", agreement.number)]))
                                button .secondary type="submit" {
                                    "Dit is gedaan" span .spoken { ": " (agreement.what) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Whose password is asked once more, and until when it is not, because he typed it just now.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Proof<'a> {
    pub until: Option<&'a str>,
    pub user: &'a str,
}

/// The password once more, on a form whose act cannot be taken back. Whoever typed it just now hears why it is not asked.
pub(crate) fn password_again(proof: Proof, id: &str, errors: &[FieldError]) -> Markup {
    match proof.until {
        Some(until) => {
            html! { p .hint { "U typte uw wachtwoord net nog. Tot " (until) " uur vragen wij het niet opnieuw." } }
        }
        None => html! {
            // For password managers: they look for the user in the same form.
            input id={ (id) "-wie" } type="text" value=(proof.user) autocomplete="username" hidden;
            (text_field(
                &Field {
                    name: "wachtwoord",
                    id: Some(id),
                    label: "Uw wachtwoord",
                    hint: Some("Nog een keer, want dit draait u niet zomaar terug."),
                    errors,
                    ..Field::default()
                },
                Purpose::CurrentPassword,
            ))
        },
    }
}
