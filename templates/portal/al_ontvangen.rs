//! The same form was sent again and the words cannot be shown: what is stored, what is not, and how to go on.

use maud::{Markup, html};

use crate::components::{Tone, notice};
use crate::layout::{Frame, Title, portal_page};
use crate::text::Text;

/// Why there are no words on this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlOntvangen {
    /// The same answers, but so long ago that the words cannot be made again.
    Earlier,
    /// Other answers than those that were stored under this form: nothing was stored now.
    Different,
}

/// The page for either case.
pub fn al_ontvangen(frame: &Frame, view: AlOntvangen) -> Markup {
    let text = frame.text;
    portal_page(
        frame,
        Title::new(text.say("again-title")),
        &html! {
            @match view {
                AlOntvangen::Earlier => (earlier(text)),
                AlOntvangen::Different => (different(text)),
            }
            h2 { (text.say("again-lost")) }
            p { (text.say("again-lost-read")) }
            p { (text.rich("again-lost-new", &[])) }
        },
    )
}

fn earlier(text: Text) -> Markup {
    html! {
        h1 { (text.say("again-same")) }
        p .lead { (text.say("again-same-lead")) }
        (notice(Tone::Plain, &html! { p { (text.say("again-same-words")) } }))
        p { (text.rich("again-same-read", &[])) }
    }
}

fn different(text: Text) -> Markup {
    html! {
        h1 { (text.say("again-other")) }
        (notice(Tone::Danger, &html! { p { (text.rich("again-other-what", &[])) } }))
        p { (text.say("again-other-safe")) }
        p { (text.rich("again-other-write", &[])) }
    }
}
