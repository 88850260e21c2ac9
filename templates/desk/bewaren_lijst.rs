//! `GET /bewaren`: closed signals by how near their last day is, and the lines that are left of those that are gone.

use maud::{Markup, html};

use crate::components::{Tone, notice};
use crate::layout::{DeskFrame, Place, Title, desk_page};

/// A closed signal.
#[derive(Debug, Clone, Copy, Default)]
pub struct KeptRow<'a> {
    pub kenmerk: &'a str,
    pub route: &'a str,
    /// How it ended.
    pub outcome: &'a str,
    /// The first day on which it may be destroyed, in words; empty where nothing was decided.
    pub until: &'a str,
}

/// What is left of a destroyed signal.
#[derive(Debug, Clone, Copy, Default)]
pub struct GoneRow<'a> {
    pub kenmerk: &'a str,
    pub on: &'a str,
    pub ground: &'a str,
    pub list: &'a str,
    pub manner: &'a str,
    /// When the last backup that holds it is gone.
    pub is_final: &'a str,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct BewarenLijst<'a> {
    pub past: &'a [KeptRow<'a>],
    /// Within thirty days.
    pub soon: &'a [KeptRow<'a>],
    pub later: &'a [KeptRow<'a>],
    /// No term was decided.
    pub undecided: &'a [KeptRow<'a>],
    pub held: &'a [KeptRow<'a>],
    pub gone: &'a [GoneRow<'a>],
    /// Outcomes for which the municipality decided nothing.
    pub missing: &'a [&'a str],
}

/// The page.
pub fn bewaren_lijst(desk: &DeskFrame, view: &BewarenLijst) -> Markup {
    desk_page(
        desk,
        Place::Keeping,
        Title::new("Bewaren"),
        &html! {
            h1 { "Bewaren en vernietigen" }
            @if !view.missing.is_empty() {
                (notice(Tone::Warning, &html! {
                    p { "Er is nog geen bewaartermijn ingesteld voor: " (view.missing.join("; ")) "." }
                    p { "Zulke signalen worden niet vernietigd. Vraag de beheerder om de termijnen die uw gemeente vaststelde." }
                }))
            }
            (list("voorbij", "De termijn is voorbij", view.past, "Niets wacht op vernietiging."))
            (list("bijna", "Binnen dertig dagen", view.soon, "In de komende dertig dagen loopt geen termijn af."))
            @if !view.held.is_empty() { (list("vast", "Wordt vastgehouden", view.held, "")) }
            @if !view.undecided.is_empty() { (list("onbekend", "Geen termijn ingesteld", view.undecided, "")) }
            (list("later", "Later", view.later, "Er zijn geen andere afgesloten signalen."))
            (gone(view.gone))
        },
    )
}

fn list(id: &str, title: &str, rows: &[KeptRow], empty: &str) -> Markup {
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (title) @if !rows.is_empty() { " (" (rows.len()) ")" } }
            @if rows.is_empty() { p .empty { (empty) } }
            @else {
                ul .tasks {
                    @for row in rows {
                        li {
                            p {
                                a href={ "/signalen/" (row.kenmerk) "/bewaren" } { (row.kenmerk) }
                                " " span .quiet { (row.route) }
                            }
                            p { (row.outcome) }
                            @if !row.until.is_empty() { p { "Bewaren tot " (row.until) } }
                        }
                    }
                }
            }
        }
    }
}

fn gone(rows: &[GoneRow]) -> Markup {
    html! {
        section aria-labelledby="vernietigd" {
            h2 #vernietigd { "Vernietigd" @if !rows.is_empty() { " (" (rows.len()) ")" } }
            @if rows.is_empty() { p .empty { "Er is nog niets vernietigd." } }
            @else {
                ul .tasks {
                    @for row in rows {
                        li {
                            p { strong { (row.kenmerk) } " op " (row.on) }
                            p { (row.ground) ". Selectielijst " (row.list) ". " (row.manner) "." }
                            p .quiet { "Definitief op " (row.is_final) ", als de laatste reservekopie weg is." }
                        }
                    }
                }
            }
        }
    }
}
