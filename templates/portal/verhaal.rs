//! Step 2 of 3: what happened, in the reporter's own words. Two questions must be answered, the rest may stay empty.
//! No question here asks who the reporter is.

use maud::{Markup, html};

use crate::components::{error_summary, step};
use crate::fields::{Choice, Field, FieldError, Group, Pick, group, hidden, text_area};
use crate::layout::{Frame, Title, portal_page};

/// What was answered so far, field by field; empty for nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Answers<'a> {
    pub soort: &'a str,
    pub wat: &'a str,
    pub wie: &'a str,
    pub waar: &'a str,
    pub wanneer: &'a str,
    pub hoe_weet_u_dit: &'a str,
    pub eerder_gemeld: &'a str,
    /// `ja`, `nee` or empty.
    pub direct_gevaar: &'a str,
    /// `ja`, `nee` or empty.
    pub vragen_mag: &'a str,
}

/// Fields: those of [`Answers`]. Posts to `/melden/verhaal`; the back button posts `terug=ja` to `/melden/over`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verhaal<'a> {
    /// Who will read it: "de burgemeester".
    pub reader: &'a str,
    /// The options of `soort`. An option without a hint of its own gets one if its value is a known one.
    pub kinds: &'a [Choice<'a>],
    pub answers: Answers<'a>,
    pub errors: &'a [FieldError<'a>],
    pub hidden: &'a [(&'a str, &'a str)],
}

const YES_NO: [Choice<'static>; 2] =
    [Choice { value: "ja", label: "Ja", hint: None }, Choice { value: "nee", label: "Nee", hint: None }];

/// The second step.
pub fn verhaal(frame: &Frame, view: &Verhaal) -> Markup {
    portal_page(
        frame,
        Title::failed_if("Stap 2 van 3", !view.errors.is_empty()),
        &html! {
            (step(frame.text, "Stap 2 van 3"))
            h1 { "Wat is er aan de hand?" }
            (error_summary(frame.text, view.errors))
            p .notice { "Dit wordt straks gelezen door " strong { (view.reader) } "." }
            p {
                "U hoeft maar twee vragen te beantwoorden: wat voor signaal het is en wat er is gebeurd. "
                "Bij de andere vragen staat “niet verplicht”. Die mag u overslaan."
            }
            form method="post" action="/melden/verhaal" novalidate {
                (hidden(view.hidden))
                (story(view))
                (details(view))
                (choices(view))
                div .actions {
                    button .primary type="submit" { "Verder naar controleren" }
                    button .secondary type="submit" formaction="/melden/over" name="terug" value="ja" {
                        "Terug naar stap 1"
                    }
                    p .quiet { "Wat u heeft ingevuld, blijft staan. Er wordt nog niets verstuurd." }
                }
            }
        },
    )
}

fn story(view: &Verhaal) -> Markup {
    let kinds: Vec<Choice> =
        view.kinds.iter().map(|kind| Choice { hint: kind.hint.or_else(|| kind_hint(kind.value)), ..*kind }).collect();
    html! {
        (group(&Group { text: crate::text::Text::DUTCH,
            name: "soort",
            legend: "Wat voor signaal is het?",
            hint: None,
            pick: Pick::One,
            options: &kinds,
            chosen: &[view.answers.soort],
            optional: false,
            inline: false,
            errors: view.errors,
        }))
        (text_area(&Field {
            name: "wat",
            label: "Wat is er gebeurd?",
            hint: Some("Vertel het in uw eigen woorden. Wat zag, hoorde of las u? Noem uw eigen naam niet."),
            value: view.answers.wat,
            errors: view.errors,
            ..Field::default()
        }, 10))
    }
}

fn details(view: &Verhaal) -> Markup {
    let field = |name, label, hint, value, rows| {
        text_area(&Field { name, label, hint, value, optional: true, errors: view.errors, ..Field::default() }, rows)
    };
    let answers = &view.answers;
    html! {
        (field("wie", "Wie zijn erbij betrokken?", Some(
            "Namen of functies van anderen. Niet van uzelf.",
        ), answers.wie, 3))
        (field("waar", "Waar is het gebeurd?", None, answers.waar, 2))
        (field("wanneer", "Wanneer is het gebeurd?", Some(
            "Een dag of een periode, bijvoorbeeld: sinds het voorjaar.",
        ), answers.wanneer, 2))
        (field("hoe_weet_u_dit", "Hoe weet u dit?", Some(
            "Bijvoorbeeld: zelf gezien, van iemand gehoord, gelezen, of een vermoeden. \
             Zoek niets voor ons op, want dat kan opvallen.",
        ), answers.hoe_weet_u_dit, 3))
        (field("eerder_gemeld", "Heeft u dit al ergens gemeld?", Some(
            "Zo ja, waar en wanneer? Kan iemand u daaraan herkennen? Laat het dan leeg.",
        ), answers.eerder_gemeld, 2))
    }
}

fn choices(view: &Verhaal) -> Markup {
    let yes_no = |name, legend, hint, value| {
        group(&Group {
            text: crate::text::Text::DUTCH,
            name,
            legend,
            hint: Some(hint),
            pick: Pick::One,
            options: &YES_NO,
            chosen: &[value],
            optional: true,
            inline: true,
            errors: view.errors,
        })
    };
    html! {
        (yes_no("direct_gevaar", "Is iemand nu in gevaar?",
            "Bel dan meteen 112. Wij lezen de meldingen niet dag en nacht.", view.answers.direct_gevaar))
        (yes_no("vragen_mag", "Mogen wij u later vragen stellen?",
            "De vragen staan dan hier klaar. U leest ze met uw ophaalcode. Wij weten ook dan niet wie u bent.",
            view.answers.vragen_mag))
    }
}

/// The two hard words of the first question, explained.
fn kind_hint(value: &str) -> Option<&'static str> {
    match value {
        "ondermijning" => Some(
            "Criminelen maken misbruik van gewone bedrijven, panden of regels. \
             Bijvoorbeeld witwassen, drugs of uitbuiting.",
        ),
        "integriteit" => Some(
            "Iemand van de gemeente doet iets wat niet mag. Bijvoorbeeld fraude, lekken, vriendjespolitiek of \
             intimidatie.",
        ),
        "weet ik niet" => Some("Dat is goed. Wij zoeken het uit."),
        _ => None,
    }
}
