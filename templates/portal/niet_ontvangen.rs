//! Storing failed: the report was not received. Everything answered is still in this page, and one button tries again.

use maud::{Markup, html};

use crate::components::{Tone, notice};
use crate::fields::hidden;
use crate::layout::{Frame, Title, portal_page};
use crate::text::Text;

/// The whole form again, the nonce included. Posts to `/melden/versturen`, or to the step that did not work.
#[derive(Debug, Clone, Copy, Default)]
pub struct NietOntvangen<'a> {
    /// The step, without its language; `None` for the last one.
    pub step: Option<&'a str>,
    pub hidden: &'a [(&'a str, &'a str)],
}

/// The page after a failed store.
pub fn niet_ontvangen(frame: &Frame, view: &NietOntvangen) -> Markup {
    let text = frame.text;
    portal_page(
        frame,
        Title::new(text.say("unsent-title")),
        &html! {
            h1 { (text.say("unsent-heading")) }
            (notice(Tone::Danger, &html! { p { (text.rich("unsent-why", &[])) } }))
            p { (text.say("unsent-kept")) }
            (again(text, view, "unsent-button", "unsent-button-hint"))
            (if_it_fails_again(text))
        },
    )
}

/// The page for a form that was received, whose report cannot be found under its words any more: somebody took it away,
/// or changed what the words follow from, or the reporter threw the mailbox away. It has a nonce of its own, so that
/// sending it makes a new signal.
pub fn misschien_kwijt(frame: &Frame, view: &NietOntvangen) -> Markup {
    let text = frame.text;
    portal_page(
        frame,
        Title::new(text.say("unsent-lost-title")),
        &html! {
            h1 { (text.say("unsent-lost-heading")) }
            (notice(Tone::Danger, &html! {
                p { (text.rich("unsent-lost-why", &[])) }
                p { (text.say("unsent-lost-own")) }
            }))
            p { (text.say("unsent-lost-kept")) }
            (again(text, view, "unsent-lost-button", "unsent-lost-button-hint"))
            (if_it_fails_again(text))
        },
    )
}

fn again(text: Text, view: &NietOntvangen, button: &str, hint: &str) -> Markup {
    html! {
        form method="post" action=(text.path(view.step.unwrap_or("/melden/versturen"))) novalidate {
            (hidden(view.hidden))
            div .actions {
                button .primary type="submit" { (text.say(button)) }
                @if view.step.is_none() { p .quiet { (text.say(hint)) } }
            }
        }
    }
}

fn if_it_fails_again(text: Text) -> Markup {
    html! {
        h2 { (text.say("unsent-again")) }
        p { (text.say("unsent-again-wait")) }
        p { (text.rich("unsent-again-call", &[])) }
    }
}
