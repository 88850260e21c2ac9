//! `GET /namen`: what the identiteitsbewaarder is asked, and what was decided.

use maud::{Markup, html};

use crate::layout::{DeskFrame, Place, Title, desk_page};

/// One request.
#[derive(Debug, Clone, Copy, Default)]
pub struct NameRow<'a> {
    pub kenmerk: &'a str,
    /// What names this request, where a signal has several.
    pub request: &'a str,
    /// Function and name of who asks; empty where he does not read the signal any more.
    pub who: &'a str,
    pub date: &'a str,
    /// "wacht op u", "toegekend", ...
    pub stage: &'a str,
}

/// The page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Namen<'a> {
    pub waiting: &'a [NameRow<'a>],
    pub done: &'a [NameRow<'a>],
}

pub fn namen(desk: &DeskFrame, view: &Namen) -> Markup {
    desk_page(
        desk,
        Place::Elsewhere,
        Title::new("Namen"),
        &html! {
            p { a href="/" { "Terug naar mijn werk" } }
            h1 { "Wie vraagt er om een naam?" }
            p {
                "U leest geen signalen en geen namen. U beslist of een envelop open mag. Pas na uw ja krijgt u haar; wat erin zat, gaat "
                "verzegeld naar wie het vroeg."
            }
            (list("wacht", "Wacht op u", view.waiting, "Er ligt geen verzoek."))
            (list("klaar", "Beslist of vervallen", view.done, "Er is nog niets beslist."))
        },
    )
}

fn list(id: &str, title: &str, rows: &[NameRow], empty: &str) -> Markup {
    html! {
        section .card aria-labelledby=(id) {
            h2 id=(id) { (title) }
            @if rows.is_empty() { p .empty { (empty) } }
            @else {
                ul .people {
                    @for row in rows {
                        li {
                            a .reference href={ "/namen/" (row.kenmerk) "?" (row.request) } { (row.kenmerk) }
                            " " span .tag { (row.stage) }
                            br;
                            span .quiet { (row.who) @if !row.who.is_empty() { ", " } (row.date) }
                        }
                    }
                }
            }
        }
    }
}
