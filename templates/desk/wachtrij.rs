//! `GET /wachtrij`: all signals that this person may open, filtered by status and route. A table that folds to cards.

use maud::{Markup, html};

use super::shared::{Term, danger, signal_link, state_tag};
use crate::components::query_value;
use crate::fields::{Choice, Field, hidden, select};
use crate::layout::{DeskFrame, Place, Title, desk_page};

/// One signal in the queue.
#[derive(Debug, Clone, Copy, Default)]
pub struct QueueRow<'a> {
    pub kenmerk: &'a str,
    /// The day it came in, in words.
    pub received: &'a str,
    pub route: &'a str,
    pub status: &'a str,
    /// A short line of what it is about. Empty while nobody opened it.
    pub subject: &'a str,
    /// The term that ends first.
    pub term: Option<Term<'a>>,
    /// Whether the reporter says that somebody is in danger now.
    pub is_danger: bool,
    /// Whether it cannot wait for the meeting.
    pub cannot_wait: bool,
    /// What is wrong with it: damaged, a gap, rolled back.
    pub warnings: &'a [&'a str],
}

/// Query of the filter: `status`, `route` (empty: all) and `pagina` (from 1).
#[derive(Debug, Clone, Copy, Default)]
pub struct Wachtrij<'a> {
    pub statuses: &'a [Choice<'a>],
    pub status: &'a str,
    pub routes: &'a [Choice<'a>],
    pub route: &'a str,
    pub rows: &'a [QueueRow<'a>],
    /// How many signals the filter finds on all pages together.
    pub total: usize,
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
}

/// The queue.
pub fn wachtrij(desk: &DeskFrame, view: &Wachtrij) -> Markup {
    desk_page(
        desk,
        Place::Queue,
        Title::new("Wachtrij"),
        &html! {
            h1 { "Wachtrij" }
            p { a href="/invoeren" { "Een signaal invoeren dat iemand u vertelde" } }
            (filter(view))
            p .count {
                (view.total)
                @if view.total == 1 { " signaal" }
                @else { " signalen" }
                ". Direct gevaar staat bovenaan. Daarna komt de termijn die het eerst afloopt."
            }
            @if view.rows.is_empty() { (nothing(view)) } @else { (table(view.rows)) }
            (pagination(view))
        },
    )
}

fn filter(view: &Wachtrij) -> Markup {
    let field = |name, label, value| Field { name, label, value, ..Field::default() };
    html! {
        form .filter method="get" action="/wachtrij" {
            (select(&field("status", "Status", view.status), view.statuses, Some("Alle")))
            (select(&field("route", "Route", view.route), view.routes, Some("Alle")))
            // A new filter starts on its first page.
            (hidden(&[("pagina", "1")]))
            button .secondary type="submit" { "Filteren" }
        }
    }
}

fn nothing(view: &Wachtrij) -> Markup {
    html! {
        @if view.status.is_empty() && view.route.is_empty() {
            p .empty { "Er zijn geen signalen die u mag lezen." }
        } @else {
            p .empty { "Geen signaal past bij dit filter. " a href="/wachtrij" { "Toon alle signalen" } }
        }
    }
}

/// The roles repeat what the elements say: some browsers forget it once a style sheet shows cells as blocks.
pub(super) fn table(rows: &[QueueRow]) -> Markup {
    html! {
        table .queue role="table" {
            caption .spoken { "Signalen" }
            thead role="rowgroup" {
                tr role="row" {
                    @for head in ["Kenmerk", "Onderwerp", "Status", "Termijn", "Route", "Ontvangen"] {
                        th scope="col" role="columnheader" { (head) }
                    }
                }
            }
            tbody role="rowgroup" { @for row in rows { (line(row)) } }
        }
    }
}

fn line(row: &QueueRow) -> Markup {
    html! {
        tr role="row" {
            th scope="row" role="rowheader" {
                (signal_link(row.kenmerk))
                @if row.is_danger { " " (danger()) }
                @if row.cannot_wait { " " span .tag .soon { "Kan niet wachten" } }
                @for warning in row.warnings { " " span .tag .late { (warning) } }
            }
            td role="cell" data-label="Onderwerp" {
                @if row.subject.is_empty() {
                    span .quiet { "Nog niet geopend" }
                    } @else { span dir="auto" { (row.subject) }
                }
            }
            td role="cell" data-label="Status" { (row.status) }
            td role="cell" data-label="Termijn" {
                @if let Some(term) = row.term { (state_tag(term.state)) " " (term.label) " " span .date { (term.due) } }
                @else { span .quiet { "Geen" } }
            }
            td role="cell" data-label="Route" { (row.route) }
            td role="cell" data-label="Ontvangen" { span .date { (row.received) } }
        }
    }
}

fn pagination(view: &Wachtrij) -> Markup {
    let link = |page: usize, text: &str, rel: &str| {
        html! {
            li {
                a rel=(rel) href={
                    "/wachtrij?status=" (query_value(view.status)) "&route=" (query_value(view.route)) "&pagina=" (page)
                } { (text) }
            }
        }
    };
    html! {
        @if view.pages > 1 {
            nav .pages aria-label="Bladeren" {
                ul {
                    @if view.page > 1 { (link(view.page - 1, "Vorige", "prev")) }
                    li { "Pagina " (view.page) " van " (view.pages) }
                    @if view.page < view.pages { (link(view.page + 1, "Volgende", "next")) }
                }
            }
        }
    }
}
