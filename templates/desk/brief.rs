//! `GET/POST /signalen/{kenmerk}/brieven/{naam}`: one letter, to mend and to print. Nothing of it is stored.

use maud::{Markup, html};

use crate::components::{Tone, error_summary, notice, user_text};
use crate::fields::{Field, FieldError, hidden, text_area};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// Fields: `tekst`; buttons `als` (`papier`, `pdf`). Posts to itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Brief<'a> {
    pub kenmerk: &'a str,
    pub title: &'a str,
    pub addressee: &'a str,
    /// Where the form posts.
    pub action: &'a str,
    pub text: &'a str,
    /// Places that nobody filled in yet, each as it stands there.
    pub open: &'a [&'a str],
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn brief(desk: &DeskFrame, view: &Brief) -> Markup {
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if(view.title, !view.errors.is_empty()),
        &html! {
            div .screen {
                p { a href={ "/signalen/" (view.kenmerk) "/brieven" } { "Terug naar de brieven" } }
                h1 { (view.title) }
                (error_summary(Text::DUTCH, view.errors))
                @if !view.open.is_empty() {
                    (notice(Tone::Warning, &html! {
                        p { "Dit moet u nog invullen, of weghalen:" }
                        ul { @for place in view.open { li { (place) } } }
                    }))
                }
            }
            // On paper stands the letter alone.
            article aria-label=(view.title) { (user_text(view.text)) }
            div .screen {
                h2 { "Brief veranderen" }
                form method="post" action=(view.action) novalidate {
                    (hidden(&[("token", desk.token), ("aan", view.addressee)]))
                    (text_area(&Field {
                        name: "tekst",
                        label: "Tekst van de brief",
                        hint: Some("Wij bewaren de brief niet. Schrijf niets wat de melder kan verraden."),
                        value: view.text,
                        errors: view.errors,
                        ..Field::default()
                    }, 24))
                    button .primary type="submit" name="als" value="papier" { "Laat zien zoals op papier" }
                    button .secondary type="submit" name="als" value="pdf" { "Bewaar als pdf" }
                }
            }
        },
    )
}
