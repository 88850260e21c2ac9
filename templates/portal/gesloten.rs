//! The mailbox was closed on this browser: nothing was deleted, and how to leave no traces on the device.

use maud::{Markup, html};

use crate::layout::{Frame, Title, portal_page};

/// The page after closing.
pub fn gesloten(frame: &Frame) -> Markup {
    let text = frame.text;
    portal_page(
        frame,
        Title::new(text.say("closed-title")),
        &html! {
            h1 { (text.say("closed-heading")) }
            p .lead { (text.say("closed-lead")) }
            h2 { (text.say("closed-traces")) }
            ul { @for key in ["closed-history", "closed-windows", "closed-paper"] { li { (text.say(key)) } } }
            p { (text.rich("closed-again", &[])) }
        },
    )
}
