//! `GET /ophalen`: the ten words open the mailbox. A wrong word is named with its nearest ones.

use maud::{Markup, html};

use crate::components::{Tone, error_summary, notice, user_text};
use crate::fields::{Field, FieldError, hidden, word_area};
use crate::layout::{Frame, Title, portal_page};
use crate::text::Text;

/// Field: `ophaalcode`. Posts to `/ophalen`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ophalen<'a> {
    /// What was typed.
    pub value: &'a str,
    /// Sentences about the words, the nearest ones named: "‘tafl’ staat niet in de lijst. Bedoelt u tafel?"
    pub errors: &'a [&'a str],
    /// All ten words are good, and no mailbox has them.
    pub not_found: bool,
    /// A message that was not sent, because the mailbox was closed meanwhile.
    pub unsent: &'a str,
    pub hidden: &'a [(&'a str, &'a str)],
}

/// The page that asks for the words.
pub fn ophalen(frame: &Frame, view: &Ophalen) -> Markup {
    let text = frame.text;
    let sentences = view.errors.iter().copied().chain(view.not_found.then(|| text.say("pickup-nobody")));
    let errors: Vec<FieldError> = sentences.map(|message| FieldError { field: "ophaalcode", message }).collect();
    portal_page(
        frame,
        Title::failed_if(text.say("pickup-title"), !errors.is_empty()),
        &html! {
            h1 { (text.say("pickup-heading")) }
            (error_summary(text, &errors))
            @if view.not_found { (not_found(text)) }
            @if !view.unsent.is_empty() {
                (notice(Tone::Warning, &html! {
                    p { (text.rich("pickup-unsent", &[])) }
                    (user_text(view.unsent))
                }))
            }
            form method="post" action=(text.path("/ophalen")) novalidate {
                (hidden(view.hidden))
                (word_area(&Field {
                    text,
                    name: "ophaalcode",
                    label: text.say("pickup-field"),
                    hint: Some(text.say("pickup-field-hint")),
                    value: view.value,
                    errors: &errors,
                    ..Field::default()
                }, 4))
                div .actions { button .primary type="submit" { (text.say("pickup-button")) } }
            }
            h2 { (text.say("pickup-know")) }
            ul {
                @for key in ["pickup-know-device", "pickup-know-trace"] { li { (text.say(key)) } }
                li { (text.rich("pickup-know-lost", &[])) }
            }
        },
    )
}

fn not_found(text: Text) -> Markup {
    html! {
        p { (text.say("pickup-nobody-why")) }
        ul {
            @for key in ["pickup-nobody-order", "pickup-nobody-alike", "pickup-nobody-gone", "pickup-nobody-over"] { li { (text.say(key)) } }
        }
    }
}
