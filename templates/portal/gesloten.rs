//! The mailbox was closed on this browser: nothing was deleted, and how to leave no traces on the device.

use maud::{Markup, html};

use crate::layout::{Frame, Title, portal_page};

/// The page after closing.
pub fn gesloten(frame: &Frame) -> Markup {
    portal_page(
        frame,
        Title::new("Gesloten"),
        &html! {
            h1 { "Uw postvak is gesloten" }
            p .lead { "Er is niets gewist. Met uw tien woorden opent u het postvak weer." }
            h2 { "Wilt u geen sporen achterlaten?" }
            ul {
                li { "Wis de geschiedenis van uw browser. Daarin staat dat u deze site bezocht." }
                li { "Sluit daarna alle vensters van de browser." }
                li { "Berg het papier met uw ophaalcode goed op." }
            }
            p { "Weet u iets nieuws, of wilt u later kijken? " a href="/ophalen" { "Open uw postvak weer" } "." }
        },
    )
}
