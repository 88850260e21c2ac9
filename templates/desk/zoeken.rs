//! `/zoeken`: every signal that this person may open, by words, theme, area and day. What is looked for is posted, never part
//! of an address.

use maud::{Markup, html};

use super::wachtrij::{QueueRow, table};
use crate::components::error_summary;
use crate::fields::{Choice, Field, FieldError, Purpose, hidden, select, text_field};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// Fields: `zoek`, `thema`, `gebied`, `van`, `tot` (days), all optional; button `pagina` (from 1). Posts to `/zoeken`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Zoeken<'a> {
    pub words: &'a str,
    /// The themes and areas that occur.
    pub themes: &'a [Choice<'a>],
    pub theme: &'a str,
    pub areas: &'a [Choice<'a>],
    pub area: &'a str,
    pub from: &'a str,
    pub to: &'a str,
    /// How many signals fit; `None` while nothing was looked for.
    pub found: Option<usize>,
    pub rows: &'a [QueueRow<'a>],
    /// This page, from 1, and how many there are.
    pub page: usize,
    pub pages: usize,
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn zoeken(desk: &DeskFrame, view: &Zoeken) -> Markup {
    desk_page(
        desk,
        Place::Search,
        Title::failed_if("Zoeken", !view.errors.is_empty()),
        &html! {
            h1 { "Zoeken" }
            (error_summary(Text::DUTCH, view.errors))
            p { "In alle signalen die u mag lezen. Wij openen ze daarvoor voor u. De eerste keer kan dat even duren. "
                "Zei u van een signaal nog niet of u betrokken bent? Dan zoeken wij daar alleen in kenmerk, thema, gebied en dag."
            }
            form method="post" action="/zoeken" novalidate {
                (hidden(&[("token", desk.token)]))
                (fields(view))
                div .actions { button .primary type="submit" { "Zoeken" } }
            }
            @if let Some(found) = view.found { (results(desk, view, found)) }
        },
    )
}

fn fields(view: &Zoeken) -> Markup {
    let field = |name, label, hint, value| Field {
        name,
        label,
        hint,
        value,
        optional: true,
        errors: view.errors,
        ..Field::default()
    };
    html! {
        (text_field(&field("zoek", "Woorden", Some("Alle woorden moeten erin staan. Hoofdletters en accenten maken niet uit."), view.words), Purpose::Words))
        div .filter .quiet-optional {
            (select(&field("thema", "Thema", None, view.theme), view.themes, Some("Alle")))
            (select(&field("gebied", "Gebied", None, view.area), view.areas, Some("Alle")))
            (text_field(&field("van", "Ontvangen vanaf", Some("Zoals 31-12-2026"), view.from), Purpose::Words))
            (text_field(&field("tot", "Ontvangen tot en met", Some("Zoals 31-12-2026"), view.to), Purpose::Words))
        }
    }
}

fn results(desk: &DeskFrame, view: &Zoeken, found: usize) -> Markup {
    html! {
        section aria-labelledby="gevonden" {
            h2 #gevonden {
                @match found { 0 => "Niets gevonden", 1 => "1 signaal gevonden", _ => { (found) " signalen gevonden" } }
            }
            @if found == 0 { p .empty { "Probeer minder woorden, of een ander thema of gebied." } }
            @else { (table(view.rows)) (pages(desk, view)) }
        }
    }
}

/// Turning pages posts the same question again.
fn pages(desk: &DeskFrame, view: &Zoeken) -> Markup {
    let asked = [
        ("token", desk.token),
        ("zoek", view.words),
        ("thema", view.theme),
        ("gebied", view.area),
        ("van", view.from),
        ("tot", view.to),
    ];
    let turn =
        |page: usize, text: &str| html! { button .secondary type="submit" name="pagina" value=(page) { (text) } };
    html! {
        @if view.pages > 1 {
            form .actions method="post" action="/zoeken" {
                (hidden(&asked))
                @if view.page > 1 { (turn(view.page - 1, "Vorige")) }
                p { "Pagina " (view.page) " van " (view.pages) }
                @if view.page < view.pages { (turn(view.page + 1, "Volgende")) }
            }
        }
    }
}
