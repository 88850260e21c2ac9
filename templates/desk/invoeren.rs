//! `GET /invoeren`: writing down a signal that came otherwise than through the portal.

use maud::{Markup, html};

use crate::components::{Tone, error_summary, notice};
use crate::fields::{Choice, Field, FieldError, Group, Pick, Purpose, group, hidden, text_area, text_field};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// Fields: `bron`, `ontvangen_op`, those of a report, `postvak`, `gecontroleerd`. Posts to itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Invoeren<'a> {
    pub nonce: &'a str,
    pub origins: &'a [Choice<'a>],
    pub origin: &'a str,
    /// The day, as it is typed: 31-12-2026.
    pub received: &'a str,
    pub subjects: &'a [Choice<'a>],
    pub about: &'a [&'a str],
    /// Asked once the story names somebody whose signals go elsewhere; empty asks nothing.
    pub also: &'a [Choice<'a>],
    pub also_chosen: &'a [&'a str],
    pub kinds: &'a [Choice<'a>],
    pub kind: &'a str,
    /// `wat`, `wie`, `waar`, `wanneer`, `hoe_weet_u_dit`, `eerder_gemeld`.
    pub texts: [&'a str; 6],
    pub mailbox: &'a str,
    pub checked: &'a str,
    pub errors: &'a [FieldError<'a>],
}

/// The form.
pub fn invoeren(desk: &DeskFrame, view: &Invoeren) -> Markup {
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if("Signaal invoeren", !view.errors.is_empty()),
        &html! {
            h1 { "Signaal invoeren" }
            (error_summary(Text::DUTCH, view.errors))
            p {
                "Vertelde iemand u iets, of kwam het van Meld Misdaad Anoniem of een partner? Schrijf het hier op. "
                "Over wie het gaat, bepaalt wie het leest. Dat kan een ander team zijn dan het uwe."
            }
            p { "Schrijf niet op wie de melder is. Vul alleen in wat u weet; waar ‘niet verplicht’ bij staat, mag leeg blijven." }
            form method="post" action="/invoeren" novalidate {
                (hidden(&[("token", desk.token), ("nonce", view.nonce)]))
                (how(view))
                (story(view))
                (reporter(view))
                button .primary type="submit" { "Verzegel en bewaar dit signaal" }
            }
        },
    )
}

const fn asked<'a>(view: &Invoeren<'a>, name: &'a str, legend: &'a str, options: &'a [Choice<'a>]) -> Group<'a> {
    Group {
        text: Text::DUTCH,
        name,
        legend,
        hint: None,
        pick: Pick::One,
        options,
        chosen: &[],
        optional: false,
        inline: false,
        errors: view.errors,
    }
}

fn how(view: &Invoeren) -> Markup {
    html! {
        (group(&Group { chosen: &[view.origin], ..asked(view, "bron", "Hoe kwam dit signaal bij u?", view.origins) }))
        (text_field(&Field {
            name: "ontvangen_op",
            label: "Op welke dag?",
            hint: Some("Bijvoorbeeld 31-12-2026. Vanaf deze dag loopt de termijn."),
            value: view.received,
            errors: view.errors,
            ..Field::default()
        }, Purpose::Words))
    }
}

fn story(view: &Invoeren) -> Markup {
    const REST: [(&str, &str); 5] = [
        ("wie", "Wie zijn erbij betrokken?"),
        ("waar", "Waar is het gebeurd?"),
        ("wanneer", "Wanneer is het gebeurd?"),
        ("hoe_weet_u_dit", "Hoe weet de melder dit?"),
        ("eerder_gemeld", "Is dit al ergens gemeld?"),
    ];
    let about =
        Group { pick: Pick::Many, chosen: view.about, ..asked(view, "over_wie", "Over wie gaat het?", view.subjects) };
    html! {
        (group(&about))
        (group(&Group { chosen: &[view.kind], ..asked(view, "soort", "Wat voor signaal is het?", view.kinds) }))
        (text_area(&Field {
            name: "wat",
            label: "Wat is er verteld?",
            hint: Some("Zo veel mogelijk in de woorden waarin het is verteld."),
            value: view.texts[0],
            errors: view.errors,
            ..Field::default()
        }, 8))
        @for ((name, label), value) in REST.iter().zip(&view.texts[1..]) {
            (text_area(&Field { name, label, value, optional: true, errors: view.errors, ..Field::default() }, 2))
        }
        @if !view.also.is_empty() {
            (notice(Tone::Warning, &group(&Group {
                pick: Pick::Many,
                chosen: view.also_chosen,
                hint: Some("Niemand mag een signaal over zichzelf lezen. Kies ‘nee’ als u die persoon alleen noemt."),
                ..asked(view, "ook_over", "Gaat het ook over iemand die u noemt?", view.also)
            })))
        }
    }
}

fn reporter(view: &Invoeren) -> Markup {
    let yes_no =
        |yes, no| [Choice { value: "ja", label: yes, hint: None }, Choice { value: "nee", label: no, hint: None }];
    let mailbox = yes_no(
        "Ja, de melder krijgt van mij tien woorden om antwoord te lezen",
        "Nee, er is geen melder die terugkomt",
    );
    let checked = yes_no("Ja", "Nee");
    html! {
        (group(&Group {
            chosen: &[view.mailbox],
            ..asked(view, "postvak", "Krijgt de melder een postvak?", &mailbox)
        }))
        (group(&Group {
            chosen: &[view.checked],
            optional: true,
            inline: true,
            hint: Some("Vertelde iemand het u mondeling? Laat het dan nalezen en verbeteren."),
            ..asked(view, "gecontroleerd", "Heeft de melder dit verslag gecontroleerd?", &checked)
        }))
    }
}
