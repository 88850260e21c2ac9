//! Shown once, after a story that says somebody is in danger now: whom to call, and that nobody reads this today.
//! Nothing is asked, and going on is one button away.

use maud::{Markup, html};

use super::stappen::Step;
use crate::components::{Tone, notice};
use crate::fields::hidden;
use crate::layout::{Frame, Title, portal_page};

/// Posts the whole form, which says by now that this page was seen, to `/melden/verhaal`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Gevaar<'a> {
    pub hidden: &'a [(&'a str, &'a str)],
}

/// The page between story and what follows.
pub fn gevaar(frame: &Frame, view: &Gevaar) -> Markup {
    let text = frame.text;
    portal_page(
        frame,
        Title::new(&Step::Story.position(text)),
        &html! {
            (Step::Story.line(text))
            h1 { (text.say("danger-title")) }
            (notice(Tone::Danger, &html! {
                p .lead { (text.rich("danger-lead", &[])) }
                p .lead { strong { (text.rich("danger-call", &[])) } }
                p { (text.rich("danger-no-hurry", &[])) }
            }))
            form method="post" action=(text.path("/melden/verhaal")) novalidate {
                (hidden(view.hidden))
                div .actions {
                    button .primary type="submit" { (text.say("danger-next")) }
                    button .secondary type="submit" name="terug" value="ja" { (text.say("danger-back")) }
                    p .quiet { (text.say("danger-kept")) }
                }
            }
        },
    )
}
