//! `GET /poster`: one A4 page for the canteen wall. On paper only the poster itself is left of the page.

use maud::{Markup, html};

use crate::layout::{Frame, Title, portal_page};

/// The poster.
#[derive(Debug, Clone, Copy, Default)]
pub struct Poster<'a> {
    /// What people type: the address of the start page without its scheme.
    pub address: &'a str,
    /// The QR code of that address: rows of so many modules, dark or not.
    pub width: usize,
    pub modules: &'a [bool],
}

/// Light modules around a QR code (ISO/IEC 18004).
const QUIET: usize = 4;

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
                (qr_code(view, &text.with("poster-code", &[("address", view.address)])))
                p .lead { strong { (view.address) } }
                p { strong { (text.say("poster-own-device")) } }
                p { (text.say("poster-no-name")) br; (text.say("poster-answer")) }
                p { (text.say("poster-elsewhere")) br; strong { "0800-7000" } br; (text.rich("poster-danger", &[])) }
            }
        },
    )
}

/// Black on white in every colour scheme: a camera must read it.
fn qr_code(view: &Poster, label: &str) -> Markup {
    let side = view.width + 2 * QUIET;
    html! {
        svg .qr role="img" aria-label=(label) viewBox={ "0 0 " (side) " " (side) } shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path fill="#000" d=(outline(view)) {}
        }
    }
}

/// Every run of dark modules in a row is one rectangle.
fn outline(view: &Poster) -> String {
    let mut path = String::new();
    for (y, row) in view.modules.chunks(view.width.max(1)).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&true) {
                let (left, top, width) = (x + QUIET, y + QUIET, run.len());
                path += &format!("M{left} {top}h{width}v1h-{width}z");
            }
            x += run.len();
        }
    }
    path
}
