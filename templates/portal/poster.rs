//! `GET /poster`: one A4 page for the canteen wall. On paper only the poster itself is left of the page.

use maud::{Markup, html};

use crate::layout::{Frame, Title, portal_page};
use crate::qr::qr_code;

/// The poster.
#[derive(Debug, Clone, Copy, Default)]
pub struct Poster<'a> {
    /// What people type: the address of the start page without its scheme.
    pub address: &'a str,
    /// The QR code of that address: rows of so many modules, dark or not.
    pub width: usize,
    pub modules: &'a [bool],
}

/// The page with the poster.
pub fn poster(frame: &Frame, view: &Poster) -> Markup {
    let text = frame.text;
    portal_page(
        frame,
        Title::new(text.say("frame-poster")),
        &html! {
            p .screen { (text.say("poster-print")) }
            div .poster {
                h1 { (text.say("poster-title")) }
                p .lead { (text.say("poster-what")) }
                (qr_code(view.width, view.modules, &text.with("poster-code", &[("address", view.address)])))
                p .lead { strong { (view.address) } }
                p { strong { (text.say("poster-own-device")) } }
                p { (text.say("poster-no-name")) br; (text.say("poster-answer")) }
                p { (text.say("poster-elsewhere")) br; strong { "0800-7000" } br; (text.rich("poster-danger", &[])) }
            }
        },
    )
}
