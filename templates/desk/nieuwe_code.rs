//! `/account/code`: another app for codes. First the password and a code of the old app, then a code of the new one.

use maud::{Markup, html};

use crate::components::error_summary;
use crate::fields::{Field, FieldError, Purpose, hidden, text_field};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::qr::qr_code;
use crate::text::Text;

/// Fields: `wachtwoord` and `code`; on the second page `code` and `gekozen` (hidden). Posts to `/account/code`.
#[derive(Debug, Clone, Copy, Default)]
pub struct NieuweCode<'a> {
    pub account: &'a str,
    /// What was proven on the first page, sealed; empty on the first page.
    pub chosen: &'a str,
    /// The new secret in base32, in fours.
    pub secret: &'a str,
    /// The same as a QR code: rows of so many modules, dark or not.
    pub width: usize,
    pub modules: &'a [bool],
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn nieuwe_code(desk: &DeskFrame, view: &NieuweCode) -> Markup {
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if("Andere app voor codes", !view.errors.is_empty()),
        &html! {
            h1 { "Andere app of telefoon voor de code" }
            (error_summary(Text::DUTCH, view.errors))
            @if view.chosen.is_empty() { (asked(desk, view)) } @else { (drawn(desk, view)) }
        },
    )
}

fn asked(desk: &DeskFrame, view: &NieuweCode) -> Markup {
    let field = |name, label, hint| Field { name, label, hint, errors: view.errors, ..Field::default() };
    html! {
        p { "U heeft nog een code van uw oude app nodig. Daarna krijgt u een nieuw vierkant om te scannen." }
        p {
            "Telefoon kwijt of stuk? Dan kan het hier niet. Vraag de beheerder om een nieuwe uitnodiging. U krijgt dan een \
             nieuwe sleutel, en uw collega’s laten u opnieuw toe."
        }
        form method="post" action="/account/code" novalidate {
            (hidden(&[("token", desk.token)]))
            input #wie type="text" value=(desk.user) autocomplete="username" hidden;
            (text_field(&field("wachtwoord", "Uw wachtwoord", None), Purpose::CurrentPassword))
            (text_field(
                &field("code", "Code", Some("Zes cijfers uit uw oude app. Elke code werkt één keer.")),
                Purpose::OneTimeCode,
            ))
            div .actions {
                button .primary type="submit" { "Verder" }
                a href="/account" { "Toch niet" }
            }
        }
    }
}

fn drawn(desk: &DeskFrame, view: &NieuweCode) -> Markup {
    html! {
        ol {
            li { "Open de nieuwe app en voeg een account toe." }
            li { "Richt de camera op dit vierkant." }
            li { "Typ de code die de nieuwe app toont." }
        }
        (qr_code(view.width, view.modules, "QR-code met het geheim voor uw app. Hieronder staat hetzelfde als tekst."))
        details {
            summary { "Geen camera?" }
            p { "Typ dit geheim in de app, bij account " strong { (view.account) } ". Kies als soort: op tijd." }
            p .offered { code { (view.secret) } }
        }
        form method="post" action="/account/code" novalidate {
            (hidden(&[("token", desk.token), ("gekozen", view.chosen)]))
            (text_field(
                &Field {
                    name: "code",
                    label: "Code van de nieuwe app",
                    hint: Some("Zes cijfers. Tot u deze typt, blijft uw oude app gelden."),
                    errors: view.errors,
                    ..Field::default()
                },
                Purpose::OneTimeCode,
            ))
            div .actions {
                button .primary type="submit" { "Deze app gebruiken" }
                a href="/account" { "Toch niet" }
            }
        }
        p .quiet { "Al uw andere sessies eindigen. Haal het account daarna uit uw oude app." }
    }
}
