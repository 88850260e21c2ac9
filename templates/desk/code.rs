//! The second page of an invitation: an app on the person's telephone gets the secret of his codes, and shows one.

use maud::{Markup, html};

use crate::components::error_summary;
use crate::fields::{Field, FieldError, Purpose, hidden, text_field};
use crate::layout::{Frame, Title, closed_desk_page};
use crate::qr::qr_code;
use crate::text::Text;

/// Fields: `code`, `uitnodiging`, `gekozen` (both hidden). Posts to `/uitnodiging`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Code<'a> {
    pub account: &'a str,
    /// The secret of the invitation, from its link.
    pub invitation: &'a str,
    /// What was chosen on the first page, sealed.
    pub chosen: &'a str,
    /// The secret of the codes in base32, in fours: to type where no camera is.
    pub secret: &'a str,
    /// The same as a QR code: rows of so many modules, dark or not.
    pub width: usize,
    pub modules: &'a [bool],
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn code(frame: &Frame, view: &Code) -> Markup {
    closed_desk_page(
        frame,
        Title::failed_if("Code instellen", !view.errors.is_empty()),
        &html! {
            h1 { "Stel de code op uw telefoon in" }
            (error_summary(Text::DUTCH, view.errors))
            p { "Uw wachtwoord is goed. Bij het inloggen vragen wij ook een code uit een app." }
            ol {
                li { "Open op uw telefoon Microsoft Authenticator, Google Authenticator of uw wachtwoordkluis. Voeg een account toe." }
                li { "Richt de camera op dit vierkant. Laat het aan niemand zien." }
                li { "Typ de zes cijfers die de app toont." }
            }
            (qr_code(view.width, view.modules, "QR-code met het geheim voor uw app. Hieronder staat hetzelfde als tekst."))
            details {
                summary { "Geen camera?" }
                p { "Typ dit geheim in de app, bij account " strong { (view.account) } ". Kies als soort: op basis van tijd (TOTP)." }
                p .offered { code { (view.secret) } }
            }
            form method="post" action="/uitnodiging" novalidate {
                (hidden(&[("uitnodiging", view.invitation), ("gekozen", view.chosen)]))
                (text_field(
                    &Field {
                        name: "code",
                        label: "Code",
                        hint: Some("Elke halve minuut is er een nieuwe."),
                        errors: view.errors,
                        ..Field::default()
                    },
                    Purpose::OneTimeCode,
                ))
                div .actions { button .primary type="submit" { "Klaar, log mij in" } }
            }
            p .quiet {
                "Telefoon kwijt? Dan vraagt u de beheerder om een nieuwe uitnodiging."
            }
        },
    )
}
