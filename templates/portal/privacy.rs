//! `GET /privacy`: what is stored and what is not, for how long, and what people may ask. What only the organisation can
//! know comes from the configuration; what it did not say is shown as not known yet.

use maud::{Markup, html};

use crate::components::{Elsewhere, Worded};
use crate::layout::{Frame, Title, portal_page};
use crate::text::Text;

/// What the organisation says.
#[derive(Debug, Clone, Copy, Default)]
pub struct Privacy<'a> {
    pub contact: Option<Elsewhere<'a>>,
    /// Its general privacy statement.
    pub statement: Option<Elsewhere<'a>>,
    /// How long a signal is kept.
    pub retention: Option<Worded<'a>>,
}

/// The page about personal data.
pub fn privacy(frame: &Frame, view: &Privacy) -> Markup {
    let text = frame.text;
    let who = [("organisation", frame.organisation)];
    portal_page(
        frame,
        Title::new(text.say("frame-privacy")),
        &html! {
            h1 { (text.say("privacy-title")) }
            p .lead { (text.with("privacy-lead", &who)) }
            h2 { (text.say("privacy-not")) }
            (list(text, &["privacy-not-name", "privacy-not-address", "privacy-not-hour", "privacy-not-visits"]))
            h2 { (text.say("privacy-kept")) }
            (list(text, &["privacy-kept-report", "privacy-kept-day", "privacy-kept-words", "privacy-kept-others"]))
            h2 { (text.say("privacy-why")) }
            p { (text.with("privacy-why-text", &who)) }
            p {
                @if let Some(statement) = view.statement { (text.say("privacy-statement")) " " (statement) "." }
                @else { (text.with("privacy-no-statement", &who)) }
            }
            h2 { (text.say("privacy-long")) }
            p {
                @if let Some(retention) = view.retention { (retention) }
                @else { (text.with("privacy-long-unknown", &who)) }
            }
            h2 { (text.say("privacy-cookies")) }
            p { (text.say("privacy-cookies-text")) }
            h2 { (text.say("privacy-rights")) }
            (list(text, &["privacy-rights-reporter", "privacy-rights-named", "privacy-rights-no"]))
            p {
                @if let Some(contact) = view.contact { (text.say("privacy-contact")) " " (contact) "." }
                @else { (text.with("privacy-no-contact", &who)) }
                " " (text.say("privacy-contact-care"))
            }
        },
    )
}

fn list(text: Text, keys: &[&str]) -> Markup {
    html! { ul { @for key in keys { li { (text.rich(key, &[])) } } } }
}
