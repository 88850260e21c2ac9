//! The end of a report: it was stored, and these are the ten words, shown once.

use maud::{Markup, html};

use crate::components::words;
use crate::layout::{Frame, Title, portal_page};

/// The pickup code and when to come back.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verstuurd<'a> {
    /// The ten words of the pickup code (ophaalcode).
    pub words: &'a [&'a str],
    /// From which day there is an answer: "30 november 2026".
    pub come_back: &'a str,
    /// Who will read it, as it fits behind "by": "de burgemeester".
    pub reader: &'a str,
    /// Where the words are entered, for the paper; empty where that is not known.
    pub address: &'a str,
}

/// The page with the code. The text of `output#ophaalcode` is the words with single spaces, nothing else: their numbers
/// are drawn by the stylesheet, so that they are read out, and not copied along.
pub fn verstuurd(frame: &Frame, view: &Verstuurd) -> Markup {
    let text = frame.text;
    portal_page(
        frame,
        Title::new(text.say("sent-title")),
        &html! {
            h1 { (text.say("sent-heading")) }
            p .lead { (text.say("sent-lead")) }
            section .notice .code aria-labelledby="code" {
                h2 #code { (text.say("sent-code")) }
                p { (text.rich("sent-once", &[])) }
                output #ophaalcode aria-labelledby="code" { (words(view.words)) }
                (on_paper(frame, view))
            }
            ul {
                @for key in ["sent-write", "sent-keep", "sent-no-picture", "sent-secret"] { li { (text.say(key)) } }
            }
            h2 { (text.say("sent-try")) }
            p { (text.say("sent-try-why")) }
            p { a .button href=(text.path("/ophalen")) { (text.say("sent-try-button")) } }
            p .quiet { (text.say("sent-try-warning")) }
            h2 { (text.say("sent-when")) }
            p { (text.with("sent-reader", &[("reader", view.reader)])) }
            p { (text.rich("sent-come-back", &[("day", view.come_back)])) }
            p { (text.say("sent-more")) }
            p { (text.say("sent-lost")) }
            p { (text.say("sent-close")) }
        },
    )
}

/// What the words are for and where, on a printed page alone: it holds this and the words, nothing else.
fn on_paper(frame: &Frame, view: &Verstuurd) -> Markup {
    html! {
        div .on-paper {
            p { (frame.text.say("sent-paper")) }
            @if !view.address.is_empty() {
                p { (frame.text.with("sent-paper-address", &[("address", view.address)])) }
            }
        }
    }
}
