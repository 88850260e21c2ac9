//! `GET /toegankelijkheid`: the accessibility statement. It claims no status that the organisation did not configure,
//! and no test that nobody did.

use maud::{Markup, html};

use crate::components::{Elsewhere, Worded};
use crate::layout::{Frame, Title, portal_page};

/// What the organisation says.
#[derive(Debug, Clone, Copy, Default)]
pub struct Toegankelijkheid<'a> {
    pub contact: Option<Elsewhere<'a>>,
    /// Its statement in the national register.
    pub statement: Option<Elsewhere<'a>>,
    /// The status that it has there.
    pub status: Option<Worded<'a>>,
}

const TESTED: [&str; 6] = [
    "accessibility-tested-axe",
    "accessibility-tested-keyboard",
    "accessibility-tested-narrow",
    "accessibility-tested-zoom",
    "accessibility-tested-colours",
    "accessibility-tested-text",
];

/// The statement.
pub fn toegankelijkheid(frame: &Frame, view: &Toegankelijkheid) -> Markup {
    let text = frame.text;
    let who = [("organisation", frame.organisation)];
    portal_page(
        frame,
        Title::new(text.say("frame-accessibility")),
        &html! {
            h1 { (text.say("accessibility-title")) }
            p .lead { (text.with("accessibility-lead", &who)) }
            h2 { (text.say("accessibility-status")) }
            p {
                @if let Some(status) = view.status { strong { (status) } }
                @else { (text.with("accessibility-no-status", &who)) }
            }
            @if let Some(statement) = view.statement {
                p { (text.say("accessibility-statement")) " " (statement) "." }
            }
            h2 { (text.say("accessibility-tested")) }
            p { (text.say("accessibility-tested-how")) }
            ul { @for key in TESTED { li { (text.say(key)) } } }
            p { (text.say("accessibility-tested-limits")) }
            h2 { (text.say("accessibility-needs")) }
            p { (text.say("accessibility-needs-text")) }
            h2 { (text.say("accessibility-trouble")) }
            p {
                @if let Some(contact) = view.contact { (text.say("accessibility-contact")) " " (contact) "." }
                @else { (text.with("accessibility-no-contact", &who)) }
                " " (text.say("accessibility-contact-care"))
            }
            p { (text.rich("accessibility-otherwise", &[])) }
        },
    )
}
