//! `/overleggen/{datum}/verplaatsen`: a meeting held on another day, or at another time.

use maud::{Markup, html};

use super::overleg::damaged;
use super::overleggen::hours;
use crate::components::error_summary;
use crate::fields::{Field, FieldError, Purpose, hidden, text_field};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// Fields: `datum`, `van`, `tot`. Posts to the page itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verplaatsen<'a> {
    pub name: &'a str,
    /// The day as the address has it.
    pub address: &'a str,
    /// "3 december 2026, van 9.30 tot 11.00 uur".
    pub now: &'a str,
    /// Whether no calendar is told.
    pub is_silent: bool,
    pub is_damaged: bool,
    pub day: &'a str,
    pub from: &'a str,
    pub until: &'a str,
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn verplaatsen(desk: &DeskFrame, view: &Verplaatsen) -> Markup {
    let title = [view.name, " verplaatsen"].concat();
    desk_page(
        desk,
        Place::Meetings,
        Title::failed_if(&title, !view.errors.is_empty()),
        &html! {
            p { a href={ "/overleggen/" (view.address) } { "Terug naar het overleg" } }
            h1 { (title) }
            (error_summary(Text::DUTCH, view.errors))
            @if view.is_damaged { (damaged()) }
            p { "Het overleg staat nu op " strong { (view.now) } "." }
            p { "De agenda, de mensen die komen en wat zij vooraf hebben ingevuld, gaan mee." }
            p {
                @if view.is_silent {
                    "Dit overleg staat in geen enkele agenda. Zeg zelf tegen iedereen die komt wanneer het nu is."
                } @else {
                    "Iedereen die komt, krijgt een bericht voor zijn agenda."
                }
            }
            form method="post" action={ "/overleggen/" (view.address) "/verplaatsen" } novalidate {
                (hidden(&[("token", desk.token)]))
                (text_field(&Field {
                    name: "datum",
                    label: "Dag",
                    hint: Some("Zoals 3-12-2026. Blijft het dezelfde dag? Verander dan alleen de tijd."),
                    value: view.day,
                    errors: view.errors,
                    ..Field::default()
                }, Purpose::Words))
                (hours(view.from, view.until, view.errors))
                button .primary type="submit" { "Verplaats het overleg" }
            }
        },
    )
}
