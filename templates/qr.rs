//! A QR code, drawn as inline SVG: the caller made its modules.

use maud::{Markup, html};

/// Light modules around a QR code (ISO/IEC 18004).
const QUIET: usize = 4;

/// Black on white in every colour scheme: a camera must read it.
pub(crate) fn qr_code(width: usize, modules: &[bool], label: &str) -> Markup {
    let side = width + 2 * QUIET;
    html! {
        svg .qr role="img" aria-label=(label) viewBox={ "0 0 " (side) " " (side) } shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path fill="#000" d=(outline(width, modules)) {}
        }
    }
}

/// Every run of dark modules in a row is one rectangle.
fn outline(width: usize, modules: &[bool]) -> String {
    let mut path = String::new();
    for (y, row) in modules.chunks(width.max(1)).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&true) {
                let (left, top, length) = (x + QUIET, y + QUIET, run.len());
                path += &format!("M{left} {top}h{length}v1h-{length}z");
            }
            x += run.len();
        }
    }
    path
}
