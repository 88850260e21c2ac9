//! A new colleague chooses a password: it seals the personal key, so nobody can reset it without losing that key.

use maud::{Markup, html};

use crate::components::{Tone, error_summary, notice};
use crate::fields::{Field, FieldError, Purpose, hidden, text_field};
use crate::layout::{Frame, Title, closed_desk_page};
use crate::text::Text;

/// Fields: `wachtwoord`, `wachtwoord2`, `uitnodiging` and `voorstel` (hidden). Posts to `action`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Uitnodiging<'a> {
    /// Where the form posts: "/uitnodiging".
    pub action: &'a str,
    /// The account: "n.naam@voorbeeld.nl".
    pub account: &'a str,
    /// "adviseur openbare orde en veiligheid"
    pub function: &'a str,
    /// The secret of the invitation, from its link.
    pub invitation: &'a str,
    /// Words that nobody else was offered: "aambeeld kachel ...". A suggestion, no more.
    pub suggestion: &'a str,
    pub errors: &'a [FieldError<'a>],
    /// The token of a form without a session, if there is one.
    pub token: Option<&'a str>,
}

/// The page behind an invitation.
pub fn uitnodiging(frame: &Frame, view: &Uitnodiging) -> Markup {
    let field = |name, label, hint| Field { name, label, hint, errors: view.errors, ..Field::default() };
    closed_desk_page(
        frame,
        Title::failed_if("Wachtwoord kiezen", !view.errors.is_empty()),
        &html! {
            h1 { "Kies uw wachtwoord" }
            (error_summary(Text::DUTCH, view.errors))
            p { "U krijgt toegang als " strong { (view.function) } "." }
            @if !view.suggestion.is_empty() {
                p { "Neem deze zeven woorden, alleen voor u gemaakt. Of kies zelf iets." }
                p .offered { code { (view.suggestion) } }
            }
            (notice(Tone::Warning, &html! {
                p {
                    strong { "Niemand kan dit wachtwoord voor u herstellen." }
                    " Bewaar het in uw wachtwoordkluis."
                }
            }))
            form method="post" action=(view.action) novalidate {
                @if let Some(token) = view.token { (hidden(&[("token", token)])) }
                (hidden(&[("uitnodiging", view.invitation), ("voorstel", view.suggestion)]))
                // For password managers: they file a new password under the user name of the same form.
                div .field {
                    label for="gebruiker" { "Gebruiker" }
                    input #gebruiker type="text" value=(view.account) autocomplete="username" readonly;
                }
                (text_field(
                    &field("wachtwoord", "Nieuw wachtwoord", Some("Minstens 14 tekens. Spaties mogen.")),
                    Purpose::NewPassword,
                ))
                (text_field(
                    &field("wachtwoord2", "Nog een keer", Some("Niet nodig als u onze zeven woorden typte.")),
                    Purpose::NewPassword,
                ))
                div .actions { button .primary type="submit" { "Wachtwoord bewaren" } }
            }
        },
    )
}
