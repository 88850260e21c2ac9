//! What can be done with a signal: work it up, write to the reporter, move it to its next status. One form each.

use maud::{Markup, html};

use super::{DescriptionForm, NextStatus, Signaal};
use crate::components::{LabelValue, Tone, label_values, notice, user_text};
use crate::desk::toegang::confirmation;
use crate::fields::{
    Choice, Field, FieldError, Group, Pick, group, group_part, has_error, hidden, messages, select, text_area,
};
use crate::portal::bestanden::file_field;
use crate::text::Text;

pub(super) fn description(view: &Signaal, token: &str) -> Markup {
    let form = &view.description_form;
    html! {
        section .card aria-labelledby="opgewerkt" {
            h2 #opgewerkt { "Opgewerkte omschrijving" }
            p .hint { "Voor de bespreking. Laat weg wat de melder kan verraden." }
            @if let Some(latest) = view.description {
                (user_text(latest.text))
                (label_values(latest.sorted))
                p .quiet { (latest.who) ", " (latest.when) }
            }
            @if view.description.is_none() && !view.may.decide { p .empty { "Er is nog geen omschrijving." } }
            @if view.may.decide { details open[view.description.is_none() || !form.errors.is_empty()] {
                summary {
                    @if view.description.is_some() { "Nieuwe versie schrijven" } @else { "Omschrijving schrijven" }
                }
                form method="post" action={ "/signalen/" (view.kenmerk) "/omschrijving" } novalidate {
                    (hidden(&[("token", token), ("aan", view.addressee)]))
                    (text_area(&Field {
                        name: "omschrijving",
                        label: "Omschrijving",
                        value: form.text,
                        errors: form.errors,
                        ..Field::default()
                    }, 8))
                    (sorting(form))
                    button .primary type="submit" { "Omschrijving bewaren" }
                }
            } }
        }
    }
}

/// What a signal is sorted and found by.
fn sorting(form: &DescriptionForm) -> Markup {
    let chosen = [form.urgency];
    html! {
        @for themes in &form.themes {
            details open[!themes.chosen.is_empty() || has_error(form.errors, themes.field)] {
                summary { (themes.legend) }
                (group_part(&Group {
                    text: Text::DUTCH,
                    name: themes.field,
                    legend: themes.legend,
                    hint: None,
                    pick: Pick::Many,
                    options: themes.options,
                    chosen: themes.chosen,
                    optional: true,
                    inline: false,
                    errors: form.errors,
                }, 0))
            }
        }
        @if !form.areas.is_empty() {
            (select(&Field {
                name: "gebied",
                label: "Gebied",
                value: form.area,
                optional: true,
                errors: form.errors,
                ..Field::default()
            }, form.areas, Some("Geen gebied")))
        }
        (group(&Group {
            text: Text::DUTCH,
            name: "urgentie",
            legend: "Hoe lang kan dit wachten?",
            hint: None,
            pick: Pick::One,
            options: form.urgencies,
            chosen: &chosen,
            optional: true,
            inline: false,
            errors: form.errors,
        }))
    }
}

pub(super) fn message(view: &Signaal, token: &str) -> Markup {
    let form = &view.message_form;
    html! {
        h3 { "Schrijf de melder" }
        // Brings the reader here, as an error brings him to the summary.
        @if let Some(filled) = form.filled {
            (notice(Tone::Done, &html! { p tabindex="-1" autofocus { (filled) } }))
        }
        form method="post" action={ "/signalen/" (view.kenmerk) "/bericht" } enctype="multipart/form-data" novalidate {
            (hidden(&[("token", token), ("aan", view.addressee)]))
            (select(&Field {
                name: "tekst",
                label: "Standaardtekst",
                hint: Some("De tekst komt onder wat u al schreef. Er gaat nog niets naar de melder."),
                value: form.text_chosen,
                optional: true,
                errors: form.errors,
                ..Field::default()
            }, form.texts, Some("Geen")))
            // The first button, so that Enter sends nothing to the reporter.
            button .secondary type="submit" name="invullen" value="ja" { "Tekst invullen" }
            (select(&Field {
                name: "type",
                label: "Soort bericht",
                value: form.chosen,
                errors: form.errors,
                ..Field::default()
            }, form.types, None))
            (text_area(&Field {
                name: "bericht",
                label: "Bericht",
                hint: Some("Korte zinnen, gewone woorden. Beloof niets wat u niet zeker weet."),
                value: form.text,
                errors: form.errors,
                ..Field::default()
            }, 6))
            details open[has_error(form.errors, "bijlagen")] {
                summary { "Bestanden meesturen" }
                (file_field(Text::DUTCH, &[("most", view.most), ("file", view.file_mib), ("report", view.report_mib)], form.errors))
            }
            button .primary type="submit" { "Verstuur aan de melder" }
        }
    }
}

pub(super) fn status(view: &Signaal, token: &str) -> Markup {
    let form = &view.status_form;
    let options: Vec<Choice> = form
        .next
        .iter()
        .map(|next| Choice { value: next.status, label: next.label, hint: step_hint(next, form.asks_confirmation) })
        .collect();
    html! {
        section .card aria-labelledby="volgende" {
            h2 #volgende { "Status" }
            p { "Nu: " strong { (view.status) } }
            @if !view.may.decide { p .hint { "De leden van de route bepalen de volgende status." } }
            @else if options.is_empty() { p .empty { "Er is geen volgende status." } }
            @else {
                form method="post" action={ "/signalen/" (view.kenmerk) "/status" } novalidate {
                    (hidden(&[("token", token), ("aan", view.addressee)]))
                    (group(&Group {
                        text: Text::DUTCH,
                        name: "status",
                        legend: "Volgende status",
                        hint: None,
                        pick: Pick::One,
                        options: &options,
                        chosen: &[form.chosen],
                        optional: false,
                        inline: false,
                        errors: form.errors,
                    }))
                    @if form.asks_confirmation { (confirmation("bevestigd", form.confirmed, form.errors)) }
                    (text_area(&Field {
                        name: "reden",
                        label: "Reden",
                        hint: Some("Nodig bij een status met ‘Met reden’. De melder ziet dit niet."),
                        value: form.reason,
                        sometimes: true,
                        errors: form.errors,
                        ..Field::default()
                    }, 3))
                    button .primary type="submit" { "Status veranderen" }
                }
            }
        }
    }
}

/// What is asked of a step, at its option.
const fn step_hint(next: &NextStatus, asks_confirmation: bool) -> Option<&'static str> {
    match (next.needs_reason, next.informs_others && asks_confirmation) {
        (true, true) => Some("Met reden. Anderen horen dan van het signaal"),
        (true, false) => Some("Met reden"),
        (false, true) => Some("Anderen horen dan van het signaal"),
        (false, false) => None,
    }
}

/// "Bent u betrokken?": what there is to know beforehand, and where the answer leads back to.
pub(crate) struct Declaration<'a> {
    pub kenmerk: &'a str,
    pub token: &'a str,
    pub addressee: &'a str,
    pub about: &'a [LabelValue<'a>],
    /// The day of the meeting on whose page it is asked: there he goes on.
    pub meeting: Option<&'a str>,
    pub errors: &'a [FieldError<'a>],
}

/// Asked once, before anything can be done.
pub(crate) fn declaration(asked: &Declaration) -> Markup {
    html! {
        section .notice .warning aria-labelledby="betrokken" {
            h2 #betrokken { "Bent u betrokken bij dit signaal?" }
            (messages(Text::DUTCH, "betrokken", asked.errors))
            p {
                "Hebt u er zelf niets mee te maken? Dan leest u het zo. Merkt u tijdens het lezen dat u toch betrokken bent? "
                "Druk dan op ‘Ik ben toch betrokken’."
            }
            (label_values(asked.about))
            form method="post" action={ "/signalen/" (asked.kenmerk) "/verklaring" } {
                (hidden(&[("token", asked.token), ("aan", asked.addressee)]))
                @if let Some(day) = asked.meeting { (hidden(&[("overleg", day)])) }
                div .buttons {
                    button .primary type="submit" name="betrokken" value="nee" {
                        "Ik ben niet betrokken en heb geen persoonlijk belang"
                    }
                    button .secondary type="submit" name="betrokken" value="ja" { "Ik ben wel betrokken" }
                }
            }
        }
    }
}

/// For who is only the channel to others.
pub(super) fn passing_on(view: &Signaal, token: &str) -> Markup {
    html! {
        @if view.may_pass_on {
            section .notice aria-labelledby="doorgeven" {
                h2 #doorgeven { "Komt dit signaal alleen via u?" }
                form method="post" action={ "/signalen/" (view.kenmerk) "/toegang" } {
                    (hidden(&[("token", token), ("aan", view.addressee), ("stap", "doorgeven")]))
                    p { "Geef het door. U kunt het dan niet meer openen." }
                    button .secondary type="submit" { "Ik geef het door zonder het te lezen" }
                }
            }
        }
    }
}

/// What people add to the case file.
pub(super) fn notes(view: &Signaal, token: &str) -> Markup {
    let form = &view.note_form;
    html! {
        section .card aria-labelledby="aantekeningen" {
            h2 #aantekeningen { "Aantekeningen en voorstellen" }
            @for note in view.notes {
                (user_text(note.text))
                p .quiet { (note.who) ", " (note.when) }
            }
            @if view.notes.is_empty() { p .empty { "Er is nog niets aangetekend." } }
            @if view.may.contribute {
                details open[!form.errors.is_empty()] {
                    summary { "Iets toevoegen" }
                    form method="post" action={ "/signalen/" (view.kenmerk) "/aantekening" } novalidate {
                        (hidden(&[("token", token), ("aan", view.addressee)]))
                        (text_area(&Field {
                            name: "aantekening",
                            label: "Aantekening of voorstel",
                            hint: Some("Iedereen die dit signaal mag openen, leest dit. De melder niet."),
                            value: form.text,
                            errors: form.errors,
                            ..Field::default()
                        }, 4))
                        button .primary type="submit" { "Toevoegen" }
                    }
                }
            }
        }
    }
}
