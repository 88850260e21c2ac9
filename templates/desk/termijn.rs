//! `GET /signalen/{kenmerk}/termijn`: the terms of one signal with what each rests on, the reason of one that was not met, and
//! who outside the line hears of it.

use maud::{Markup, html};

use super::shared::{Term, signal_link, state_tag};
use crate::components::{Tone, error_summary, notice, user_text, warnings};
use crate::fields::{Field, FieldError, Purpose, hidden, text_area, text_field};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// One term.
#[derive(Debug, Clone, Copy, Default)]
pub struct TermRow<'a> {
    pub term: Term<'a>,
    /// "7 dagen"
    pub length: &'a str,
    /// "ontvangst"
    pub start: &'a str,
    /// The law or plan, and what kind of rule that is.
    pub source: &'a str,
    /// The day on which it ended, in words.
    pub ended: Option<&'a str>,
}

/// The term of which a reason is asked.
#[derive(Debug, Clone, Copy, Default)]
pub struct AskedReason<'a> {
    /// "T1"
    pub code: &'a str,
    pub label: &'a str,
    /// The last day, in words and as the form sends it back.
    pub due: &'a str,
    pub day: &'a str,
    /// Whether it is still to be met: then a day is asked.
    pub runs: bool,
}

/// A reason that was given.
#[derive(Debug, Clone, Copy, Default)]
pub struct GivenReason<'a> {
    /// "ontvangstbevestiging, uiterlijk 30 november 2026"
    pub what: &'a str,
    pub text: &'a str,
    pub expected: Option<&'a str>,
    pub who: &'a str,
    pub when: &'a str,
}

/// Who outside the line hears of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hearer<'a> {
    pub account: &'a str,
    pub name: &'a str,
    pub function: &'a str,
}

/// Posts to `/signalen/{kenmerk}/termijn`: `stap` is `reden` (`termijn`, `vervaldag`, `reden`, `verwacht`) or `buitenhouden` (`wie`,
/// `reden_buiten`).
#[derive(Debug, Clone, Copy, Default)]
pub struct Termijn<'a> {
    pub kenmerk: &'a str,
    pub addressee: &'a str,
    pub warnings: &'a [&'a str],
    pub done: Option<&'a str>,
    pub terms: &'a [TermRow<'a>],
    pub asking: Option<AskedReason<'a>>,
    pub reason: &'a str,
    pub expected: &'a str,
    /// The newest first.
    pub reasons: &'a [GivenReason<'a>],
    /// Whether a message with the new day can be put in the form.
    pub may_tell: bool,
    /// Whether the conversation is closed to this officer, and with it the terms of the reporter.
    pub source_closed: bool,
    pub is_members: bool,
    pub hearer: Option<Hearer<'a>>,
    pub may_keep_out: bool,
    pub keeping_out: &'a str,
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn termijn(desk: &DeskFrame, view: &Termijn) -> Markup {
    desk_page(
        desk,
        Place::Queue,
        Title::failed_if("Termijnen", !view.errors.is_empty()),
        &html! {
            p { (signal_link(view.kenmerk)) }
            h1 { "Termijnen" }
            (error_summary(Text::DUTCH, view.errors))
            (warnings(view.warnings))
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            (terms(view))
            @if let Some(asked) = &view.asking { (asked_reason(view, asked, desk.token)) }
            (given(view))
            @if view.may_tell { (tell(view, desk.token)) }
            @if view.is_members { (outside(view, desk.token)) }
        },
    )
}

fn terms(view: &Termijn) -> Markup {
    html! {
        @if view.source_closed {
            p { "U leest het gesprek met de melder niet. De termijnen daarvan bewaken de leden van de route." }
        }
        @if view.terms.is_empty() { p .empty { "Er loopt geen termijn." } }
        @else {
            ul .tasks {
                @for row in view.terms {
                    li {
                        p { (state_tag(row.term.state)) " " strong { (row.term.label) } }
                        p {
                            "Uiterlijk " (row.term.due) ": " (row.length) " na " (row.start) "."
                            @if let Some(day) = row.ended { " Afgerond op " (day) "." }
                        }
                        p .quiet { (row.source) }
                    }
                }
            }
        }
    }
}

fn asked_reason(view: &Termijn, asked: &AskedReason, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="waarom" {
            h2 #waarom { "Waarom werd het later?" }
            p { "De termijn voor " (asked.label) " liep tot en met " (asked.due) "." }
            form .screen method="post" action={ "/signalen/" (view.kenmerk) "/termijn" } novalidate {
                (hidden(&[
                    ("token", token),
                    ("aan", view.addressee),
                    ("stap", "reden"),
                    ("termijn", asked.code),
                    ("vervaldag", asked.day),
                ]))
                (text_area(&Field {
                    name: "reden",
                    label: "Reden",
                    hint: Some("Dit komt in het dossier. De melder leest het niet."),
                    value: view.reason,
                    errors: view.errors,
                    ..Field::default()
                }, 4))
                @if asked.runs {
                    (text_field(&Field {
                        name: "verwacht",
                        label: "Wanneer is het wel klaar?",
                        hint: Some("Een dag die u kunt halen, bijvoorbeeld 31-12-2026. Die dag kunt u daarna aan de melder laten weten."),
                        value: view.expected,
                        errors: view.errors,
                        ..Field::default()
                    }, Purpose::Words))
                }
                button .primary type="submit" { "Leg de reden vast" }
            }
        }
    }
}

fn given(view: &Termijn) -> Markup {
    html! {
        @if !view.reasons.is_empty() {
            section aria-labelledby="redenen" {
                h2 #redenen { "Redenen in het dossier" }
                ul .tasks {
                    @for reason in view.reasons {
                        li {
                            p { strong { (reason.what) } }
                            (user_text(reason.text))
                            @if let Some(day) = reason.expected { p { "Klaar uiterlijk " (day) "." } }
                            p .quiet { (reason.who) ", " (reason.when) }
                        }
                    }
                }
            }
        }
    }
}

fn tell(view: &Termijn, token: &str) -> Markup {
    html! {
        section aria-labelledby="vertellen" {
            h2 #vertellen { "Laat het de melder weten" }
            p { "De melder ziet in zijn postvak dat het later werd. De nieuwe dag ziet hij alleen als u die stuurt." }
            form method="post" action={ "/signalen/" (view.kenmerk) "/bericht" } enctype="multipart/form-data" novalidate {
                (hidden(&[("token", token), ("aan", view.addressee), ("tekst", "later-dan-beloofd")]))
                button .secondary type="submit" name="invullen" value="ja" { "Zet een bericht klaar" }
            }
            p .hint { "U leest het bericht eerst na. Daarna verstuurt u het zelf." }
        }
    }
}

fn outside(view: &Termijn, token: &str) -> Markup {
    html! {
        section aria-labelledby="buiten" {
            h2 #buiten { "Wie hoort het als het te laat is?" }
            @match &view.hearer {
                None => p {
                    "Niemand buiten de lijn. "
                    a href="/beheer/rechten" { "Wijs iemand aan" }
                    ", of wijs een tweede aan als de eerste dit niet mag horen."
                },
                Some(hearer) => {
                    p {
                        strong { (hearer.name) } " (" (hearer.function) ")"
                        " leest dan op zijn eerste bladzijde dat een termijn van uw route te laat is, en sinds wanneer. Niet van \
                         welk signaal, en niets van wat erin staat."
                    }
                    @if view.may_keep_out { (keep_out(view, hearer, token)) }
                }
            }
        }
    }
}

fn keep_out(view: &Termijn, hearer: &Hearer, token: &str) -> Markup {
    html! {
        form .screen method="post" action={ "/signalen/" (view.kenmerk) "/termijn" } novalidate {
            (hidden(&[
                ("token", token),
                ("aan", view.addressee),
                ("stap", "buitenhouden"),
                ("wie", hearer.account),
            ]))
            (text_area(&Field {
                name: "reden_buiten",
                label: "Gaat dit signaal over deze persoon, of is hij erbij betrokken? Schrijf waarom hij niets mag horen",
                hint: Some("Daarna hoort de tweede het, als u die hebt aangewezen. Deze persoon kunt u dan ook niet meer uitnodigen."),
                value: view.keeping_out,
                errors: view.errors,
                ..Field::default()
            }, 2))
            button .secondary type="submit" { "Houd " (hearer.name) " buiten dit signaal" }
        }
    }
}
