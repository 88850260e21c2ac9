//! Throwing a mailbox away: what it does, asked once more, and the page when it is done.

use maud::{Markup, html};

use crate::components::{Tone, notice};
use crate::fields::hidden;
use crate::layout::{Frame, Title, portal_page};

/// Hidden: `token`; the button is `bevestig`. Posts to `/postvak/weggooien`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Weggooien<'a> {
    pub token: &'a str,
    /// Whether those who read the signal will see that it was thrown away.
    pub is_told: bool,
    /// It was tried and did not work.
    pub failed: bool,
}

/// The question.
pub fn weggooien(frame: &Frame, view: &Weggooien) -> Markup {
    let text = frame.text;
    let told = if view.is_told { "discard-told" } else { "discard-not-told" };
    portal_page(
        frame,
        Title::failed_if(text.say("discard-title"), view.failed),
        &html! {
            h1 { (text.say("discard-heading")) }
            @if view.failed { (notice(Tone::Danger, &html! { p { (text.say("discard-unsent")) } })) }
            p .lead { (text.say("discard-lead")) }
            ul {
                li { (text.rich("discard-words", &[])) }
                @for key in ["discard-answers", "discard-kept", told] { li { (text.say(key)) } }
            }
            p { (text.say("discard-only-close")) }
            form .actions method="post" action=(text.path("/postvak/weggooien")) {
                (hidden(&[("token", view.token)]))
                button .danger type="submit" name="bevestig" value="ja" { (text.say("discard-button")) }
                a .button href=(text.path("/postvak")) { (text.say("discard-back")) }
            }
        },
    )
}

/// The page afterwards. It is the same for words that never had a mailbox.
pub fn weggegooid(frame: &Frame) -> Markup {
    let text = frame.text;
    portal_page(
        frame,
        Title::new(text.say("discarded-title")),
        &html! {
            h1 { (text.say("discarded-heading")) }
            p .lead { (text.say("discarded-lead")) }
            ul { @for key in ["discarded-paper", "discarded-kept"] { li { (text.say(key)) } } }
            p { (text.rich("discarded-new", &[])) }
            h2 { (text.say("closed-traces")) }
            ul { @for key in ["closed-history", "closed-windows"] { li { (text.say(key)) } } }
        },
    )
}
