//! Step 3 of 3: check the answers, and the one button that really sends.
//! Everything answered travels as hidden fields, the nonce that makes sending twice safe included.

use maud::{Markup, html};

use crate::components::{Tone, error_summary, notice, step, user_text};
use crate::fields::{Choice, FieldError, Group, Pick, group, hidden};
use crate::layout::{Frame, Title, portal_page};

/// One answer on the check page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Row<'a> {
    pub label: &'a str,
    /// Empty for not answered.
    pub value: &'a str,
    /// The page that changes it: `over` or `verhaal`. Rows of one page stand together.
    pub change_to: &'a str,
}

/// Field: `ook_over` (repeatable; a function's name or `nee`). Posts to `/melden/versturen`;
/// the change buttons post `terug=ja` to `/melden/over` and `/melden/verhaal`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Controle<'a> {
    pub rows: &'a [Row<'a>],
    /// Who will read it: "de burgemeester".
    pub reader: &'a str,
    /// Functions that the text names while the choice of step 1 does not; empty asks nothing.
    pub asked: &'a [&'a str],
    /// The values of `ook_over` that were ticked before.
    pub ook_over: &'a [&'a str],
    /// The answer to that question just changed who reads it: nothing was sent, and the page says so.
    pub reader_changed: bool,
    pub errors: &'a [FieldError<'a>],
    pub hidden: &'a [(&'a str, &'a str)],
}

/// The third step.
pub fn controle(frame: &Frame, view: &Controle) -> Markup {
    portal_page(
        frame,
        Title::failed_if("Stap 3 van 3", !view.errors.is_empty()),
        &html! {
            (step(frame.text, "Stap 3 van 3"))
            h1 { "Klopt alles?" }
            (error_summary(frame.text, view.errors))
            @if view.reader_changed {
                (notice(Tone::Warning, &html! {
                    p {
                        strong { "Uw signaal gaat nu naar " (view.reader) "." }
                        " Er is nog niets verstuurd. Klopt dit? Druk dan onderaan op de knop."
                    }
                }))
            }
            p { "Lees uw signaal nog één keer na. Kan iemand aan uw tekst zien wie u bent? Haal dat dan weg." }
            form method="post" action="/melden/versturen" novalidate {
                (hidden(view.hidden))
                @if !view.asked.is_empty() {
                    // Enter in a check box presses the form's first submit button: never a change button.
                    button type="submit" hidden { "Verstuur mijn signaal" }
                }
                (part(view, "over", "Over wie het gaat", "Over wie het gaat wijzigen"))
                (part(view, "verhaal", "Uw verhaal", "Mijn verhaal wijzigen"))
                @if !view.asked.is_empty() { (also_about(view)) }
                section .notice aria-labelledby="versturen" {
                    h2 #versturen { "Versturen" }
                    p { "Dit wordt gelezen door " strong { (view.reader) } "." }
                    p {
                        "Met deze knop verstuurt u uw signaal echt. Daarna krijgt u uw ophaalcode van tien "
                        "woorden. Leg pen en papier klaar."
                    }
                    button .primary type="submit" { "Verstuur mijn signaal" }
                }
            }
        },
    )
}

fn part(view: &Controle, page: &str, title: &str, change: &str) -> Markup {
    let rows = || view.rows.iter().filter(|row| row.change_to == page);
    html! {
        @if rows().next().is_some() {
            section .part {
                h2 { (title) }
                dl .rows {
                    @for row in rows() {
                        div {
                            dt { (row.label) }
                            dd {
                                @if row.value.is_empty() { span .quiet { "Niet ingevuld" } }
                                @else { (user_text(row.value)) }
                            }
                        }
                    }
                }
                button .secondary type="submit" formaction={ "/melden/" (page) } name="terug" value="ja" { (change) }
            }
        }
    }
}

fn also_about(view: &Controle) -> Markup {
    let labels: Vec<String> =
        view.asked.iter().map(|function| ["Ja, het gaat ook over ", article(function), function].concat()).collect();
    let mut options: Vec<Choice> =
        view.asked.iter().zip(&labels).map(|(&value, label)| Choice { value, label, hint: None }).collect();
    let no = if view.asked.len() == 1 {
        "Nee, ik noem deze persoon alleen maar"
    } else {
        "Nee, ik noem deze personen alleen"
    };
    options.push(Choice { value: "nee", label: no, hint: None });
    notice(
        Tone::Warning,
        &html! {
            (group(&Group { text: crate::text::Text::DUTCH,
                name: "ook_over",
                legend: "Gaat uw signaal ook over iemand die u noemt?",
                hint: Some(
                    "Wij vragen dit omdat niemand een signaal over zichzelf mag lezen. Is uw antwoord ja? \
                     Dan kan iemand anders uw signaal lezen. Wij laten u dan eerst zien wie dat is.",
                ),
                pick: Pick::Many,
                options: &options,
                chosen: view.ook_over,
                optional: false,
                inline: false,
                errors: view.errors,
            }))
        },
    )
}

/// There are many wethouders and raadsleden, one of each other function.
fn article(function: &str) -> &'static str {
    match function {
        "wethouder" | "raadslid" => "een ",
        _ => "de ",
    }
}
