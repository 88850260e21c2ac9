//! `GET /`: what this is, and the two ways on. Nothing is asked here.

use maud::{Markup, html};

use crate::components::{Tone, notice};
use crate::layout::{Frame, Title, portal_page};

/// The first page.
pub fn start(frame: &Frame) -> Markup {
    let text = frame.text;
    let way = |path: &str, key: &str, hint: &str, main: bool| {
        html! {
            a .way .main-way[main] href=(text.path(path)) {
                strong { (text.say(key)) }
                " "
                span { (text.say(hint)) }
            }
            " "
        }
    };
    portal_page(
        frame,
        Title::new(text.say("frame-start")),
        &html! {
            h1 { (text.say("start-title")) }
            p .lead { (text.say("start-lead")) }
            div .ways {
                (way("/melden", "start-report", "start-report-hint", true))
                (way("/ophalen", "start-pickup", "start-pickup-hint", false))
            }
            (notice(Tone::Warning, &html! { p { (text.rich("start-danger", &[])) } }))
            h2 { (text.say("start-how")) }
            ol .steps {
                @for key in ["start-how-1", "start-how-2", "start-how-3"] { li { (text.rich(key, &[])) } }
            }
            p { (text.rich("start-explanation", &[])) }
            p { (text.rich("start-elsewhere", &[])) }
        },
    )
}
