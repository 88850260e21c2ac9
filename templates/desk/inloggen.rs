//! `GET /inloggen`. One error for every reason, so that the page tells a guesser nothing.

use maud::{Markup, html};

use crate::components::{Tone, error_summary, notice};
use crate::fields::{Field, FieldError, Purpose, hidden, text_field};
use crate::layout::{Frame, Title, closed_desk_page};
use crate::text::Text;

/// Fields: `gebruiker`, `wachtwoord`, `code` (only if asked). Posts to `/inloggen`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inloggen<'a> {
    /// What was typed as user.
    pub user: &'a str,
    /// Whether the second factor is asked.
    pub ask_code: bool,
    pub error: Option<&'a str>,
    /// Good to know: logged out, session over, invitation used.
    pub notice: Option<&'a str>,
    /// What was typed while the last session ended, sealed: the field `vervolg`.
    pub carried: &'a str,
    /// The token of a form without a session, if there is one.
    pub token: Option<&'a str>,
}

/// The login page.
pub fn inloggen(frame: &Frame, view: &Inloggen) -> Markup {
    let errors: Vec<FieldError> =
        view.error.map(|message| FieldError { field: "gebruiker", message }).into_iter().collect();
    let field = |name, label, hint, value| Field { name, label, hint, value, ..Field::default() };
    closed_desk_page(
        frame,
        Title::failed_if("Inloggen", view.error.is_some()),
        &html! {
            h1 { "Inloggen" }
            (error_summary(Text::DUTCH, &errors))
            @if let Some(text) = view.notice { (notice(Tone::Plain, &html! { p { (text) } })) }
            form method="post" action="/inloggen" novalidate {
                @if let Some(token) = view.token { (hidden(&[("token", token)])) }
                @if !view.carried.is_empty() { (hidden(&[("vervolg", view.carried)])) }
                (text_field(
                    &field("gebruiker", "Gebruiker", Some("De naam die in uw uitnodiging stond."), view.user),
                    Purpose::Username,
                ))
                (text_field(&field("wachtwoord", "Wachtwoord", None, ""), Purpose::CurrentPassword))
                @if view.ask_code {
                    (text_field(
                        &field("code", "Code", Some("Zes cijfers uit de app op uw telefoon. Elke code werkt één keer."), ""),
                        Purpose::OneTimeCode,
                    ))
                }
                div .actions { button .primary type="submit" { "Inloggen" } }
                p .quiet { "Inloggen duurt een paar tellen. Uw wachtwoord opent uw eigen sleutel." }
            }
            details {
                summary { "Wachtwoord of telefoon kwijt?" }
                p {
                    "Vraag de beheerder om een nieuwe uitnodiging. U kiest daarmee een nieuw wachtwoord en krijgt een \
                     nieuwe sleutel. Daarna laten uw collega’s u opnieuw toe."
                }
            }
            p { "Wilt u iets melden? Dat doet u niet hier, maar bij het meldpunt." }
        },
    )
}
