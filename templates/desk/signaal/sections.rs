//! What there is to read about a signal: facts, report, conversation, weighings, history, readers. No forms.

use maud::{Markup, html};

use super::{ReadBy, Signaal, StatusChange};
use crate::components::{LabelValue, Tone, facts, label_values, notice, user_text};
use crate::conversation::{Reading, conversation};
use crate::desk::shared::{agreements, decisions, signal_link, state_tag, to_do, weighing_in_full};
use crate::fields::hidden;

/// What to know before doing anything.
pub(super) fn recognition(rows: &[LabelValue]) -> Markup {
    html! {
        @if !rows.is_empty() {
            section .notice .warning aria-labelledby="herkenning" {
                h2 #herkenning { "Kan iemand de melder herkennen?" }
                (label_values(rows))
            }
        }
    }
}

pub(super) fn overview(view: &Signaal) -> Markup {
    facts(&[
        (
            "Status",
            html! {
                strong { (view.status) }
                @if !view.source_closed { br; span .quiet { "Melder ziet: " (view.reporter_sees) } }
            },
        ),
        (
            "Termijn",
            html! {
                @if view.source_closed { "De leden van de route bewaken de termijn" }
                @else if view.terms.is_empty() { "Er loopt geen termijn" }
                @for (index, term) in view.terms.iter().enumerate() {
                    @if index > 0 { br; }
                    (term.label) ": " span .date { (term.due) } " " (state_tag(term.state))
                }
                br; a href={ "/signalen/" (view.kenmerk) "/termijn" } {
                    @if view.terms.iter().any(|term| term.state.asks_reason()) { "Schrijf op waarom het later werd" }
                    @else { "Alle termijnen" }
                }
            },
        ),
        ("Route", html! { (view.route) }),
        ("Ontvangen", html! { (view.received) }),
    ])
}

pub(super) fn report(view: &Signaal) -> Markup {
    html! {
        section .card aria-labelledby="melding" {
            h2 #melding { "Melding" }
            @if view.report.is_empty() {
                p .empty { "De melding is niet te openen. Zie de waarschuwing bovenaan." }
            } @else {
                (label_values(view.report))
                // The same words for every signal: only its two key holders learn whether there is a name.
                p .quiet {
                    "Er kan een envelop met een naam bij zitten; die is alleen samen met de identiteitsbewaarder te openen."
                    @if view.may.decide { " " a href={ "/signalen/" (view.kenmerk) "/naam" } { "Vraag naar de naam" } }
                }
            }
        }
    }
}

/// The files, if there are any. They are saved, never shown here: what is in them may do harm.
pub(super) fn files(view: &Signaal) -> Markup {
    html! {
        @if !view.files.is_empty() {
            section .card aria-labelledby="bestanden" {
                h2 #bestanden { "Bestanden" }
                ul .files {
                    @for file in view.files {
                        li {
                            p {
                                a href={ "/signalen/" (view.kenmerk) "/bestanden/" (file.id) } { (file.name) }
                                " " span .quiet { "(" (file.size) ", " (file.condition) ")" }
                                @if !file.removed.is_empty() { br; span .quiet { "Weggehaald: " (file.removed) } }
                            }
                            @if file.uncleaned {
                                p { strong { "Let op: " } "hierin kan nog staan wie de melder is. Deel dit niet verder." }
                            }
                            p .quiet {
                                a href={ "/signalen/" (view.kenmerk) "/bestanden/" (file.id) "?naam=eigen" } {
                                    "Opslaan onder de naam die de melder gaf" span .spoken { ": " (file.name) }
                                }
                            }
                        }
                    }
                }
                p .quiet { "Open een bestand alleen op een apparaat dat dat aankan. Het kan een virus bevatten." }
            }
        }
    }
}

/// In the report's place, for who was invited without it.
pub(super) fn closed() -> Markup {
    html! {
        section .card aria-labelledby="melding" {
            h2 #melding { "Melding" }
            p {
                "De woorden van de melder zijn niet voor u verzegeld: zij kunnen de melder verraden. "
                "U leest de opgewerkte omschrijving. Mist u iets? Vraag het een lid van de route."
            }
        }
    }
}

pub(super) fn talk(view: &Signaal, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="gesprek" {
            h2 #gesprek { "Gesprek met de melder" }
            @if view.messages.is_empty() {
                p .empty { "Er is nog niets gestuurd. Begin met de ontvangstbevestiging." }
            } @else { (conversation(view.messages, Reading::AsDesk)) }
            @if let Some(known) = view.before_writing { (notice(Tone::Warning, &html! { p { (known) } })) }
            @if view.may.answer { (super::forms::message(view, token)) }
        }
    }
}

pub(super) fn weighings(view: &Signaal) -> Markup {
    html! {
        section .card aria-labelledby="wegingen" {
            h2 #wegingen { "Weging" }
            @if let Some((latest, older)) = view.weighings.split_first() {
                (weighing_in_full(latest))
                @if view.may.decide {
                    p { a .button href={ "/signalen/" (view.kenmerk) "/weging" } { "Nieuwe versie maken" } }
                }
                @for weighing in older {
                    details {
                        summary { "Versie " (weighing.version) ", " (weighing.who) ", " (weighing.when) }
                        (weighing_in_full(weighing))
                    }
                }
            } @else {
                p .empty { "Dit signaal is nog niet gewogen." }
                @if view.may.decide {
                    p { a .button href={ "/signalen/" (view.kenmerk) "/weging" } { "Weging maken" } }
                }
            }
        }
    }
}

/// What meetings decided, and what was agreed there.
pub(super) fn decided(view: &Signaal, token: &str) -> Markup {
    let action = ["/signalen/", view.kenmerk, "/actie"].concat();
    html! {
        @if !view.decisions.is_empty() || !view.agreements.is_empty() {
            section .card aria-labelledby="besluiten" {
                h2 #besluiten { "Besluiten en afspraken" }
                (decisions(view.decisions))
                (to_do(view.to_do))
                (agreements(view.agreements, view.may.decide.then_some((&action, token, view.addressee))))
            }
        }
    }
}

pub(super) fn history(changes: &[StatusChange]) -> Markup {
    html! {
        section .card aria-labelledby="verloop" {
            h2 #verloop { "Verloop" }
            @if changes.is_empty() { p .empty { "De status is nog niet veranderd." } }
            @else {
                ol .history {
                    @for change in changes {
                        li {
                            p { strong { (change.status) } }
                            p .quiet { (change.when) ", " (change.who) }
                            @if let Some(reason) = change.reason { (user_text(reason)) }
                        }
                    }
                }
            }
        }
    }
}

/// The integrity track in short; its own page has the rest.
pub(super) fn track(view: &Signaal) -> Markup {
    html! {
        @if let Some(track) = view.track {
            section .card aria-labelledby="onderzoek" {
                h2 #onderzoek { "Onderzoek en informeren" }
                p { (track.next) }
                p { (track.open) }
                p { a href={ "/signalen/" (view.kenmerk) "/onderzoek" } { "Naar onderzoek en informeren" } }
            }
        }
    }
}

/// What it has to do with other signals.
pub(super) fn links(view: &Signaal) -> Markup {
    html! {
        @if !view.links.is_empty() || view.may.decide {
            section .card aria-labelledby="verband" {
                h2 #verband { "Verband" }
                @if view.links.is_empty() { p .empty { "Er is nog geen verband met een ander signaal vastgelegd." } }
                ul .people {
                    @for link in view.links {
                        li {
                            (link.kind) " " (signal_link(link.kenmerk))
                            br;
                            span .quiet { (link.when) }
                            (user_text(link.reason))
                        }
                    }
                }
                @if view.may.decide {
                    p { a href={ "/signalen/" (view.kenmerk) "/verband" } { "Zoek of leg een verband vast" } }
                }
            }
        }
    }
}

pub(super) fn readers(view: &Signaal, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="lezers" {
            h2 #lezers { "Wie mag dit lezen" }
            ul .people { @for person in view.readers { li { (person.name) br; span .quiet { (person.function) } } } }
            p .quiet { "Zij hebben een sleutel van dit signaal." }
            @if view.may.decide {
                p { a href={ "/signalen/" (view.kenmerk) "/toegang" } { "Uitnodigen, wegnemen of overdragen" } }
            }
            @if view.may.contribute {
                form method="post" action={ "/signalen/" (view.kenmerk) "/verklaring" } {
                    (hidden(&[("token", token), ("aan", view.addressee)]))
                    button .secondary type="submit" name="betrokken" value="ja" { "Ik ben toch betrokken" }
                }
            }
        }
    }
}

/// Who read it and when. Folded: it is for the day on which somebody asks.
pub(super) fn readings(days: &[ReadBy]) -> Markup {
    html! {
        section .card aria-labelledby="gelezen" {
            details {
                summary { h2 #gelezen { "Wie heeft dit gelezen" } }
                @if days.is_empty() { p .empty { "Voor u las nog niemand dit signaal." } }
                @else {
                    ul .people {
                        @for read in days { li { (read.who) br; span .quiet { (read.day) ", " (read.times) } } }
                    }
                    p .quiet { "Dit komt uit het logboek. Dat u dit nu leest, komt er ook in." }
                }
            }
        }
    }
}

/// The case on paper, and what else leaves the house.
pub(super) fn paper(view: &Signaal) -> Markup {
    let at = |path: &str| ["/signalen/", view.kenmerk, path].concat();
    html! {
        @if view.may.contribute {
            section .card aria-labelledby="papier" {
                h2 #papier { "Op papier" }
                ul .people {
                    li { a href=(at("/papier")) { "Dossier afdrukken" } }
                    @if view.may.decide {
                        li { a href=(at("/brieven")) { "Brieven" } }
                        li { a href=(at("/woo")) { "Openbaar maken (Woo)" } }
                        li { a href=(at("/bewaren")) { "Bewaren en vernietigen" } }
                    }
                }
            }
        }
    }
}
