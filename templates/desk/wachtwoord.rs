//! `/account/wachtwoord`: another password, and with it another key.

use maud::{Markup, html};

use crate::components::{Tone, error_summary, notice};
use crate::fields::{Field, FieldError, Purpose, hidden, text_field};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// Fields: `wachtwoord`, `nieuw`, `nieuw2`, `code` (only if asked), `voorstel` (hidden). Posts to `/account/wachtwoord`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wachtwoord<'a> {
    /// Words that nobody else was offered.
    pub suggestion: &'a str,
    pub ask_code: bool,
    /// Whether this person holds the key of a route.
    pub is_member: bool,
    /// Routes whose members must say that the new key is his.
    pub known_at: &'a [&'a str],
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn wachtwoord(desk: &DeskFrame, view: &Wachtwoord) -> Markup {
    let field = |name, label, hint| Field { name, label, hint, errors: view.errors, ..Field::default() };
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if("Ander wachtwoord", !view.errors.is_empty()),
        &html! {
            h1 { "Kies een ander wachtwoord" }
            (error_summary(Text::DUTCH, view.errors))
            p {
                "Met een ander wachtwoord krijgt u ook een nieuwe sleutel. Wat u nu kunt lezen, blijft u lezen. Wie een oude \
                 kopie van de database heeft en uw oude wachtwoord kent, opent niets van wat daarna aan u wordt verzegeld."
            }
            (notice(Tone::Warning, &html! {
                p { strong { "Al uw andere sessies eindigen." } " Ook wat u in een ander venster nog niet had bewaard." }
                p { "Niemand kan dit wachtwoord voor u herstellen." }
            }))
            @if view.is_member {
                p {
                    "Kent een ander uw oude wachtwoord, en kan die bij een kopie van de database? Dan heeft hij ook de sleutel \
                     van uw route. Zeg het meteen tegen een ander lid: een nieuw wachtwoord alleen is dan niet genoeg."
                }
            }
            @if !view.known_at.is_empty() {
                p {
                    "Een lid van " (view.known_at.join(" en ")) " moet daarna bij Beheer bevestigen dat u dit zelf deed. Vertel \
                     het dus aan een lid. Tot die tijd leest en schrijft u verder in wat u al had, en krijgt u daar niets \
                     nieuws bij."
                }
            }
            @if !view.suggestion.is_empty() {
                p { "Neem deze zeven woorden, alleen voor u gemaakt. Of kies zelf iets." }
                p .offered { code { (view.suggestion) } }
            }
            form method="post" action="/account/wachtwoord" novalidate {
                (hidden(&[("token", desk.token), ("voorstel", view.suggestion)]))
                // For password managers: they file a new password under the user name of the same form.
                input #wie type="text" value=(desk.user) autocomplete="username" hidden;
                (text_field(&field("wachtwoord", "Uw wachtwoord van nu", None), Purpose::CurrentPassword))
                (text_field(
                    &field(
                        "nieuw",
                        "Nieuw wachtwoord",
                        Some("Minstens 14 tekens. Spaties mogen."),
                    ),
                    Purpose::NewPassword,
                ))
                (text_field(
                    &field(
                        "nieuw2",
                        "Nieuw wachtwoord, nog een keer",
                        Some("Mag leeg blijven als u onze zeven woorden typte."),
                    ),
                    Purpose::NewPassword,
                ))
                @if view.ask_code {
                    (text_field(
                        &field("code", "Code", Some("Zes cijfers uit de app op uw telefoon. Elke code werkt één keer.")),
                        Purpose::OneTimeCode,
                    ))
                }
                div .actions {
                    button .primary type="submit" { "Ander wachtwoord bewaren" }
                    a href="/account" { "Toch niet" }
                }
            }
        },
    )
}
