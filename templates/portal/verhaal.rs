//! The second step: who will read it, and what happened, in the reporter's own words. Two questions must be answered, the
//! rest may stay empty. No question here needs to say who the reporter is.

use maud::{Markup, html};

use super::bestanden::time_left;
use super::lezers::{Readers, readers};
use super::stappen::Step;
use crate::components::error_summary;
use crate::fields::{Choice, Field, FieldError, Group, Pick, Purpose, group, has_error, hidden, text_area, text_field};
use crate::layout::{Frame, Title, portal_page};
use crate::text::Text;

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
    /// `ja`, `nee` or empty; the other two as well.
    pub direct_gevaar: &'a str,
    pub eerst_overleggen: &'a str,
    pub vragen_mag: &'a str,
    pub beinvloeding: &'a [&'a str],
    pub hoeveel_weten_dit: &'a str,
    pub naam: &'a str,
    pub bereikbaar: &'a str,
}

/// What a reporter can say about his readers.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wishes<'a> {
    /// Whether it is about a raadslid: then the page asks whether he sits in the seniorenconvent.
    pub asks_convent: bool,
    pub in_seniorenconvent: &'a str,
    /// Readers that can be excluded, or are: values are routes, labels say "de burgemeester".
    pub readers: &'a [Choice<'a>],
    pub niet_lezen: &'a [&'a str],
    /// Whether nobody would be left who could read it.
    pub no_other: bool,
}

/// Fields: those of [`Answers`] and [`Wishes`]. Posts to `/melden/verhaal`; the back button posts `terug=ja` to
/// `/melden/over`, and whoever wants to choose words posts to `/melden/woorden`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verhaal<'a> {
    pub readers: Readers<'a>,
    pub wishes: Wishes<'a>,
    /// The options of `soort`.
    pub kinds: &'a [Choice<'a>],
    pub influences: &'a [Choice<'a>],
    pub knowers: &'a [Choice<'a>],
    /// What was chosen on the page of the words.
    pub words: &'a [&'a str],
    /// Whether there is a bewaarder to whom an envelope can be sealed.
    pub offers_envelope: bool,
    pub answers: Answers<'a>,
    /// Until when the files that the form carries wait for the next step: "20:45".
    pub until: Option<&'a str>,
    pub errors: &'a [FieldError<'a>],
    pub hidden: &'a [(&'a str, &'a str)],
}

/// The second step.
pub fn verhaal(frame: &Frame, view: &Verhaal) -> Markup {
    let text = frame.text;
    portal_page(
        frame,
        Title::failed_if(&Step::Story.position(text), !view.errors.is_empty()),
        &html! {
            (Step::Story.line(text))
            h1 { (text.say("story-title")) }
            (error_summary(text, view.errors))
            form method="post" action=(text.path("/melden/verhaal")) novalidate {
                (hidden(view.hidden))
                // Enter in a field presses the form's first submit button: never one that goes elsewhere.
                button type="submit" hidden { (text.say("story-next")) }
                (who_reads(text, view))
                p { (text.say("story-lead")) }
                (first(text, view))
                (danger(text, view))
                div .actions {
                    button .primary type="submit" { (text.say("story-next")) }
                    p .quiet { (text.say("story-enough")) }
                }
                (more(text, view))
                (pressure(text, view))
                (protection(text, view))
                (words(text, view.words))
                (envelope(text, view))
                div .actions {
                    button .primary type="submit" { (text.say("story-next")) }
                    button .secondary type="submit" formaction=(text.path("/melden/over")) name="terug" value="ja" {
                        (text.say("story-back"))
                    }
                    p .quiet { (text.say("story-kept")) " " (text.say("steps-buttons")) }
                }
                (time_left(text, view.until, "/melden/verhaal", ("terug", "ja")))
            }
        },
    )
}

fn who_reads(text: Text, view: &Verhaal) -> Markup {
    let wishes = &view.wishes;
    let labels: Vec<String> =
        wishes.readers.iter().map(|reader| text.with("readers-exclude", &[("reader", reader.label)])).collect();
    let options: Vec<Choice> =
        wishes.readers.iter().zip(&labels).map(|(reader, label)| Choice { label, ..*reader }).collect();
    let open = !wishes.niet_lezen.is_empty() || has_error(view.errors, "niet_lezen");
    html! {
        div .notice {
            (readers(text, &view.readers))
            @if wishes.asks_convent { (convent(text, view)) }
            details open[open] {
                summary { (text.say("readers-may-not")) }
                @if wishes.no_other { p { (text.rich("readers-no-other", &[])) } }
                @if !wishes.no_other || open {
                    (group(&Group {
                        hint: Some(text.say("readers-may-not-hint")),
                        pick: Pick::Many,
                        options: &options,
                        chosen: wishes.niet_lezen,
                        ..optional(text, view, "niet_lezen", text.say("readers-may-not-legend"))
                    }))
                }
            }
        }
    }
}

fn convent(text: Text, view: &Verhaal) -> Markup {
    let answers = ["ja", "nee", "weet ik niet"];
    let options = answers.map(|value| Choice { value, label: text.choice("answer", value), hint: None });
    group(&Group {
        hint: Some(text.say("convent-hint")),
        options: &options,
        chosen: &[view.wishes.in_seniorenconvent],
        inline: true,
        ..optional(text, view, "in_seniorenconvent", text.say("question-in-seniorenconvent"))
    })
}

/// A question that nobody need answer, with one answer unless its caller says otherwise.
const fn optional<'a>(text: Text, view: &Verhaal<'a>, name: &'a str, legend: &'a str) -> Group<'a> {
    let (options, chosen) = (&[], &[]);
    Group {
        text,
        name,
        legend,
        hint: None,
        pick: Pick::One,
        options,
        chosen,
        optional: true,
        inline: false,
        errors: view.errors,
    }
}

/// What must be answered.
fn first(text: Text, view: &Verhaal) -> Markup {
    html! {
        (group(&Group {
            options: view.kinds,
            chosen: &[view.answers.soort],
            optional: false,
            ..optional(text, view, "soort", text.say("story-kind"))
        }))
        (area(text, view, "wat", view.answers.wat, 6))
    }
}

/// What helps whoever reads it, for who still has the time.
fn more(text: Text, view: &Verhaal) -> Markup {
    let answers = &view.answers;
    html! {
        h2 { (text.say("story-more")) " " span .optional { (text.say("field-optional")) } }
        (area(text, view, "wie", answers.wie, 3))
        (area(text, view, "waar", answers.waar, 2))
        (area(text, view, "wanneer", answers.wanneer, 2))
        (area(text, view, "hoe_weet_u_dit", answers.hoe_weet_u_dit, 3))
        (area(text, view, "eerder_gemeld", answers.eerder_gemeld, 2))
    }
}

fn area(text: Text, view: &Verhaal, name: &str, value: &str, rows: u8) -> Markup {
    let key = ["story-", &name.replace('_', "-")].concat();
    let hint = text.say(&[&key, "-hint"].concat());
    let (label, optional) = (text.say(&key), name != "wat");
    text_area(
        &Field { text, name, label, hint: Some(hint), value, optional, errors: view.errors, ..Field::default() },
        rows,
    )
}

fn yes_no(text: Text, view: &Verhaal, name: &str, value: &str) -> Markup {
    let key = ["story-", &name.replace('_', "-")].concat();
    let hint = text.say(&[&key, "-hint"].concat());
    let options = ["ja", "nee"].map(|value| Choice { value, label: text.choice("answer", value), hint: None });
    let chosen = [value];
    group(&Group {
        hint: Some(hint),
        options: &options,
        chosen: &chosen,
        inline: true,
        ..optional(text, &Verhaal { ..*view }, name, text.say(&key))
    })
}

fn danger(text: Text, view: &Verhaal) -> Markup {
    yes_no(text, view, "direct_gevaar", view.answers.direct_gevaar)
}

fn pressure(text: Text, view: &Verhaal) -> Markup {
    let open = !view.answers.beinvloeding.is_empty() || has_error(view.errors, "beinvloeding");
    html! {
        details open[open] {
            summary { (text.say("question-beinvloeding")) }
            (group(&Group {
                hint: Some(text.say("story-beinvloeding-hint")),
                pick: Pick::Many,
                options: view.influences,
                chosen: view.answers.beinvloeding,
                ..optional(text, view, "beinvloeding", text.say("question-beinvloeding"))
            }))
        }
    }
}

fn protection(text: Text, view: &Verhaal) -> Markup {
    html! {
        h2 { (text.say("story-protect")) }
        (group(&Group {
            hint: Some(text.say("story-hoeveel-weten-dit-hint")),
            options: view.knowers,
            chosen: &[view.answers.hoeveel_weten_dit],
            ..optional(text, view, "hoeveel_weten_dit", text.say("story-hoeveel-weten-dit"))
        }))
        (yes_no(text, view, "eerst_overleggen", view.answers.eerst_overleggen))
        (yes_no(text, view, "vragen_mag", view.answers.vragen_mag))
    }
}

fn words(text: Text, words: &[&str]) -> Markup {
    html! {
        h2 { (text.say("story-words")) " " span .optional { (text.say("field-optional")) } }
        @if words.is_empty() { p .hint { (text.say("story-words-hint")) } }
        @else { ul { @for word in words { li { (word) } } } }
        button .secondary type="submit" formaction=(text.path("/melden/woorden")) { (text.say("story-words-choose")) }
    }
}

fn envelope(text: Text, view: &Verhaal) -> Markup {
    let Answers { naam, bereikbaar, .. } = view.answers;
    let open =
        !naam.is_empty() || !bereikbaar.is_empty() || ["naam", "bereikbaar"].iter().any(|f| has_error(view.errors, f));
    let field = |name, value| {
        let key = ["story-", name].concat();
        let hint = Some(text.say(&[&key, "-hint"].concat()));
        Field {
            text,
            name,
            label: text.say(&key),
            hint,
            value,
            optional: true,
            errors: view.errors,
            ..Field::default()
        }
    };
    html! {
        @if view.offers_envelope || open {
            details open[open] {
                summary { (text.say("story-envelope")) " " span .optional { (text.say("field-optional")) } }
                p { (text.say("story-envelope-lead")) }
                p { (text.say("story-envelope-promise")) }
                (text_field(&field("naam", naam), Purpose::Words))
                (text_area(&field("bereikbaar", bereikbaar), 3))
            }
        }
    }
}
