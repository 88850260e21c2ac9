//! Somebody's session ended while he typed, and he logged in again: here is what he typed, to send after all.

use maud::{Markup, html};

use crate::components::{Tone, notice};
use crate::fields::hidden;
use crate::layout::{Frame, Title, closed_desk_page};

/// Posts everything to `action`, as the form itself would have.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verder<'a> {
    pub action: &'a str,
    /// The token of the new session.
    pub token: &'a str,
    /// Every field of the form but its token.
    pub fields: &'a [(&'a str, &'a str)],
    /// What of that he typed himself, to read.
    pub typed: &'a [&'a str],
    /// Whether files could go with the form: those must be chosen again.
    pub files: bool,
}

/// The page.
pub fn verder(frame: &Frame, view: &Verder) -> Markup {
    closed_desk_page(
        frame,
        Title::new("Nog niet verstuurd"),
        &html! {
            h1 { "Dit is nog niet verstuurd" }
            p { "Uw sessie was verlopen toen u dit formulier verstuurde. U bent weer ingelogd. Wat u typte is er nog." }
            @if view.files {
                (notice(Tone::Warning, &html! {
                    p { "Had u bestanden gekozen? Die gaan niet mee. Stuur ze daarna na." }
                }))
            }
            @if !view.typed.is_empty() {
                details {
                    summary { "Lees wat u typte" }
                    @for text in view.typed { p .text dir="auto" { (text) } }
                }
            }
            form method="post" action=(view.action) enctype=[view.files.then_some("multipart/form-data")] {
                (hidden(&[("token", view.token)]))
                (hidden(view.fields))
                div .actions {
                    button .primary type="submit" { "Nu versturen" }
                    " "
                    a href="/" { "Niet versturen" }
                }
            }
        },
    )
}
