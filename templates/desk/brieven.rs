//! `GET /signalen/{kenmerk}/brieven`: the letters that a signal can need, in the order of the work.

use maud::{Markup, html};

use crate::components::{Tone, notice};
use crate::layout::{DeskFrame, Place, Title, desk_page};

/// A letter: where it is, and to whom or for what.
#[derive(Debug, Clone, Copy, Default)]
pub struct LetterLink<'a> {
    pub href: &'a str,
    pub to: &'a str,
    /// Through whom; empty for straight.
    pub via: &'a str,
}

/// Letters at one moment, on one article.
#[derive(Debug, Clone, Default)]
pub struct LetterGroup<'a> {
    pub moment: &'a str,
    pub article: &'a str,
    pub letters: Vec<LetterLink<'a>>,
}

/// The page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Brieven<'a> {
    pub kenmerk: &'a str,
    /// Empty: the protocol knows no letters for this route.
    pub groups: &'a [LetterGroup<'a>],
}

/// The page.
pub fn brieven(desk: &DeskFrame, view: &Brieven) -> Markup {
    let title = ["Brieven bij ", view.kenmerk].concat();
    desk_page(
        desk,
        Place::Elsewhere,
        Title::new(&title),
        &html! {
            p { a href={ "/signalen/" (view.kenmerk) } { "Terug naar signaal " (view.kenmerk) } }
            h1 { (title) }
            @if view.groups.is_empty() {
                p .empty { "Het protocol kent geen brieven voor signalen op deze route." }
            } @else {
                (notice(Tone::Plain, &html! {
                    p { "In een brief staat nooit wat de melder schreef, en nooit van wie de melding komt. Een brief wordt hier niet bewaard. Schrijf zelf in het dossier wie wat wanneer kreeg." }
                }))
                @for group in view.groups {
                    section .card {
                        h2 { (group.moment) }
                        p .hint { (group.article) }
                        ul {
                            @for letter in &group.letters {
                                li {
                                    a href=(letter.href) { (letter.to) }
                                    @if !letter.via.is_empty() { br; span .quiet { (letter.via) } }
                                }
                            }
                        }
                    }
                }
            }
        },
    )
}
