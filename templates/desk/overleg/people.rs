//! Who comes to a meeting, who was there, and who always sits there.

use maud::{Markup, html};

use super::{Overleg, form};
use crate::fields::{Choice, Group, Pick, group};
use crate::text::Text;

pub(super) fn people(view: &Overleg, token: &str) -> Markup {
    let labels: Vec<_> = view.seats.iter().map(|seat| [seat.function, " (", seat.name, ")"].concat()).collect();
    let options: Vec<_> = view
        .seats
        .iter()
        .zip(&labels)
        .filter(|(seat, _)| seat.works)
        .map(|(seat, label)| Choice { value: seat.account, label, hint: None })
        .collect();
    let there: Vec<_> = view.seats.iter().filter(|seat| seat.there).map(|seat| seat.account).collect();
    html! {
        section .card aria-labelledby="mensen" {
            h2 #mensen { @if view.may.close { "Wie er zijn" } @else if view.is_opened { "Wie er waren" } @else { "Wie er komen" } }
            @if view.may.open {
                (form(view, token, "openen", &html! {
                    (group(&Group {
                        text: Text::DUTCH,
                        name: "aanwezig",
                        legend: "Wie zijn er?",
                        hint: Some("Bij elk signaal ziet u wie er niet bij mag zijn."),
                        pick: Pick::Many,
                        options: &options,
                        chosen: &there,
                        optional: false,
                        inline: false,
                        errors: view.errors,
                    }))
                    button .primary type="submit" { "Overleg openen" }
                }))
            } @else {
                ul .people {
                    @for seat in view.seats.iter().filter(|seat| !view.is_opened || seat.there) {
                        li { (seat.function) br; span .quiet { (seat.name) @if !seat.works { ", account uitgezet" } } }
                    }
                }
            }
            @for seat in view.seats.iter().filter(|seat| view.may.open && !seat.works) {
                p .quiet { (seat.function) " (" (seat.name) ") kan niet komen: het account is uitgezet." }
            }
            @if view.may.open_later { p { "U kunt het overleg openen op " strong { (view.date) } "." } }
            (fixed(view))
            @if view.may.update { (update(view, token)) }
        }
    }
}

/// Who always sits there, and which function nobody has.
fn fixed(view: &Overleg) -> Markup {
    let is_anybody_missing = view.fixed.iter().any(|seat| seat.names.is_empty());
    html! {
        @if !view.fixed.is_empty() {
            h3 { "Vaste leden" }
            ul .people {
                @for seat in view.fixed {
                    li {
                        (seat.function)
                        br;
                        @if seat.names.is_empty() { span .tag .soon { "Nog niemand" } } @else { span .quiet { (seat.names) } }
                    }
                }
            }
            @if is_anybody_missing {
                p .hint {
                    "Een vast lid komt vanzelf op de lijst als een collega met precies deze functie bekend is bij uw route. Dat "
                    "regelt u bij " a href="/beheer" { "Beheer" } "."
                }
            } @else if view.may.freeze { p .hint { "Zij krijgen de signalen te lezen zodra de agenda vaststaat." } }
        }
    }
}

/// Invites who came later.
fn update(view: &Overleg, token: &str) -> Markup {
    form(
        view,
        token,
        "bijwerken",
        &html! {
            p .hint {
                "Kwam er een lid bij, of nodigde u later nog iemand uit voor een signaal? Dan komt diegene zo ook op de lijst"
                @if !view.is_silent { ", en krijgt een uitnodiging" }
                "."
            }
            button .secondary type="submit" { "Uitnodigingen bijwerken" }
        },
    )
}
