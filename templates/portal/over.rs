//! `GET /melden`, step 1 of 3: advice first, then who it is about, because that decides who reads it.
//! What was answered on later pages travels along as hidden fields.

use maud::{Markup, html};

use crate::components::{Tone, error_summary, notice, step};
use crate::fields::{Choice, FieldError, Group, Pick, group, hidden};
use crate::layout::{Frame, Title, portal_page};

/// One kind of person or place that a signal can be about.
#[derive(Debug, Clone, Copy, Default)]
pub struct SubjectOption<'a> {
    pub value: &'a str,
    /// "Een wethouder"
    pub label: &'a str,
    /// Who reads it, as it fits behind "Wordt gelezen door": "de burgemeester".
    pub reader: &'a str,
    /// Whether that reader can be reached through this portal.
    pub reachable: bool,
}

/// Field: `over_wie` (repeatable). Posts to `/melden/over`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Over<'a> {
    pub options: &'a [SubjectOption<'a>],
    /// The values that were ticked before.
    pub chosen: &'a [&'a str],
    pub errors: &'a [FieldError<'a>],
    pub hidden: &'a [(&'a str, &'a str)],
}

/// The first step.
pub fn over(frame: &Frame, view: &Over) -> Markup {
    let closed: Vec<&SubjectOption> = view.options.iter().filter(|option| !option.reachable).collect();
    let any_open = view.options.iter().any(|option| option.reachable);
    portal_page(
        frame,
        Title::failed_if("Stap 1 van 3", !view.errors.is_empty()),
        &html! {
            (step(frame.text, "Stap 1 van 3"))
            h1 { "Over wie gaat uw signaal?" }
            (error_summary(frame.text, view.errors))
            (advice())
            @if any_open {
                form method="post" action="/melden/over" novalidate {
                    (hidden(view.hidden))
                    (question(view))
                    @if !closed.is_empty() { (not_yet_reachable(&closed)) }
                    div .actions {
                        button .primary type="submit" { "Verder naar uw verhaal" }
                        p .quiet { "Hiermee gaat u naar stap 2. Er wordt nog niets verstuurd." }
                    }
                }
            } @else {
                (notice(Tone::Danger, &html! {
                    h2 { "U kunt hier nu nog niet melden" }
                    p { "Er is nog niemand die meldingen van deze site kan lezen. Probeer het later nog eens." }
                    (elsewhere())
                }))
            }
        },
    )
}

fn question(view: &Over) -> Markup {
    let readers: Vec<String> =
        view.options.iter().map(|option| ["Wordt gelezen door ", option.reader].concat()).collect();
    let options: Vec<Choice> = view
        .options
        .iter()
        .zip(&readers)
        .filter(|(option, _)| option.reachable)
        .map(|(option, reader)| Choice { value: option.value, label: option.label, hint: Some(reader) })
        .collect();
    group(&Group {
        text: crate::text::Text::DUTCH,
        name: "over_wie",
        legend: "Kies wat past. Meer dan één mag.",
        hint: Some(
            "U moet deze vraag beantwoorden: zo komt uw signaal niet bij de persoon over wie het gaat. \
             Kiest u er meer? Dan leest maar één van hen uw signaal: wie het verst van deze mensen af staat.",
        ),
        pick: Pick::Many,
        options: &options,
        chosen: view.chosen,
        optional: false,
        inline: false,
        errors: view.errors,
    })
}

fn advice() -> Markup {
    html! {
        section .notice aria-labelledby="advies" {
            h2 #advies { "Eerst even dit" }
            ul {
                li { "Gebruik uw eigen telefoon of computer. Niet die van uw werk." }
                li { "Gebruik niet de wifi of de VPN van de gemeente." }
                li { "Let op dat niemand meekijkt." }
                li { "Schrijf niet wie u bent." }
            }
            details {
                summary { "Meer tips om niet herkend te worden" }
                ul {
                    li { "Noem geen dingen die alleen u kunt weten. Let ook op hoe u schrijft." }
                    li { "Praat met niemand over uw melding. Zoek er op uw werk niets over op." }
                    li { "Wilt u extra voorzichtig zijn? Gebruik dan Tor Browser." }
                    li { "Aan het eind krijgt u een ophaalcode. Leg pen en papier vast klaar." }
                    li {
                        "Wilt u niet bij de gemeente melden? Bel Meld Misdaad Anoniem: "
                        a href="tel:0800-7000" { "0800-7000" }
                        "."
                    }
                }
            }
        }
    }
}

fn not_yet_reachable(closed: &[&SubjectOption]) -> Markup {
    notice(
        Tone::Warning,
        &html! {
            h2 { "Nog niet bereikbaar" }
            p { "Over deze personen kunt u hier nog niet melden:" }
            ul {
                @for option in closed {
                    li { strong { (option.label) } ": nog niet bereikbaar. Straks leest " (option.reader) " dit." }
                }
            }
            p { "Gaat uw signaal ook over zo iemand? Meld het dan niet hier, want dan leest een ander het." }
            (elsewhere())
        },
    )
}

fn elsewhere() -> Markup {
    html! {
        p {
            "U kunt wel terecht bij een vertrouwenspersoon, bij het Huis voor Klokkenluiders of bij Meld Misdaad \
             Anoniem: "
            a href="tel:0800-7000" { "0800-7000" } "."
        }
    }
}
