//! `GET /postvak`: the conversation of an opened mailbox. It never retells the report itself.

use maud::{Markup, html};

use crate::components::{Tone, error_summary, notice};
use crate::conversation::{Message, Reading, broken, conversation};
use crate::fields::{Field, FieldError, hidden, text_area};
use crate::layout::{Frame, Title, portal_page};

/// The coarse status, the only one a reporter sees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stage {
    #[default]
    Received,
    Reviewing,
    Question,
    Done,
    /// What the desk said last is damaged or gone.
    Unknown,
}

impl Stage {
    /// The exact label.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Received => "Ontvangen",
            Self::Reviewing => "Wij bekijken uw signaal",
            Self::Question => "Wij hebben een vraag",
            Self::Done => "Afgerond",
            Self::Unknown => "Dat weten wij niet zeker",
        }
    }

    const fn what_now(self) -> &'static str {
        match self {
            Self::Received => "Uw signaal is goed aangekomen. Binnen zeven dagen staat hier een eerste bericht.",
            Self::Reviewing => "Wij zoeken uit wat er aan de hand is. U hoeft niets te doen.",
            Self::Question => "Wij kunnen verder als u antwoord geeft. U mag ook zeggen dat u het niet weet.",
            Self::Done => "Wij zijn klaar met uw signaal. Weet u iets nieuws? Dan kunt u het hieronder nog schrijven.",
            Self::Unknown => "Een bericht van ons is beschadigd of weg. Vraag ons hieronder hoe het staat.",
        }
    }
}

/// Field: `bericht`, with `token` and `nummer` hidden. Posts to `/postvak`, and to `/postvak/sluiten` to close.
#[derive(Debug, Clone, Copy, Default)]
pub struct Postvak<'a> {
    pub stage: Stage,
    /// Until when something was promised, a whole sentence: "U hoort uiterlijk 17 februari 2027 wat wij doen."
    pub promised: Option<&'a str>,
    /// In order, oldest first.
    pub messages: &'a [Message<'a>],
    /// What was typed and not yet sent.
    pub draft: &'a str,
    pub errors: &'a [FieldError<'a>],
    pub token: &'a str,
    /// The number of the message that this form would send: sending twice stores once.
    pub nummer: &'a str,
    /// The reporter's message was just stored.
    pub sent: bool,
    /// More to tell, a sentence or two each.
    pub notices: &'a [&'a str],
}

/// The opened mailbox.
pub fn postvak(frame: &Frame, view: &Postvak) -> Markup {
    portal_page(
        frame,
        Title::failed_if("Postvak", !view.errors.is_empty()),
        &html! {
            h1 { "Uw postvak" }
            (error_summary(frame.text, view.errors))
            (news(view))
            section .notice .warning[view.stage == Stage::Question] aria-labelledby="stand" {
                h2 #stand { span .spoken { "Stand: " } (view.stage.label()) }
                p { (view.stage.what_now()) }
                @if let Some(promised) = view.promised { p { strong { (promised) } } }
                @if view.stage == Stage::Question { p { a href="#bericht" { "Antwoord geven" } } }
            }
            section aria-labelledby="berichten" {
                h2 #berichten { "Berichten" }
                @if view.messages.is_empty() {
                    p { "Er is nog geen bericht. Uw ophaalcode werkt goed." }
                } @else {
                    (conversation(view.messages, Reading::AsReporter))
                }
                p .quiet { "Uw melding zelf staat hier niet bij. Zo kan niemand die lezen die uw woorden vindt." }
            }
            (write(view))
            (close(view))
        },
    )
}

fn news(view: &Postvak) -> Markup {
    html! {
        @if view.sent {
            (notice(Tone::Done, &html! { p { strong { "Uw bericht is verstuurd." } " Het staat hieronder." } }))
        }
        @for text in view.notices { (notice(Tone::Warning, &html! { p { (text) } })) }
        @if broken(view.messages) {
            (notice(Tone::Danger, &html! {
                p {
                    strong { "Een bericht is beschadigd of weg." }
                    " Wij tonen alleen wat zeker klopt. Hieronder ziet u waar het is."
                }
            }))
        }
    }
}

fn write(view: &Postvak) -> Markup {
    html! {
        section aria-labelledby="schrijven" {
            h2 #schrijven { @if view.stage == Stage::Question { "Geef antwoord" } @else { "Schrijf ons" } }
            form method="post" action="/postvak" novalidate {
                (hidden(&[("token", view.token), ("nummer", view.nummer)]))
                (text_area(&Field {
                    name: "bericht",
                    label: "Uw bericht",
                    hint: Some("Een antwoord, een vraag of iets nieuws. Schrijf niet wie u bent."),
                    value: view.draft,
                    errors: view.errors,
                    ..Field::default()
                }, 6))
                div .actions {
                    button .primary type="submit" { "Verstuur bericht" }
                    p .quiet { "Met deze knop verstuurt u uw bericht echt." }
                }
            }
        }
    }
}

fn close(view: &Postvak) -> Markup {
    html! {
        section .close aria-labelledby="sluiten" {
            h2 #sluiten { "Klaar met lezen?" }
            p {
                "Sluit dan uw postvak op dit apparaat. Daarmee wist u niets: met uw tien woorden opent u het "
                "altijd weer. Na twee uur sluit het vanzelf."
            }
            form method="post" action="/postvak/sluiten" {
                (hidden(&[("token", view.token)]))
                button .secondary type="submit" { "Sluit mijn postvak" }
            }
        }
    }
}
