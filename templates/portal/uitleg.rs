//! `GET /uitleg`: how this protects the reporter, what it cannot do, and who reads what.

use maud::{Markup, html};

use crate::layout::{Frame, Title, portal_page};
use crate::text::Text;

/// Who reads signals about whom.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reader<'a> {
    /// "Een wethouder"
    pub subject: &'a str,
    /// "De burgemeester"
    pub reader: &'a str,
    pub reachable: bool,
}

const PROTECTS: [&str; 7] = ["name", "address", "lock", "spare", "day", "words", "cookie"];
const CANNOT: [&str; 7] = ["device", "network", "told", "intruder", "password", "words", "history"];
const TIPS: [&str; 6] = ["device", "network", "watching", "yourself", "files", "silent"];
const CODE: [&str; 3] = ["what", "once", "keep"];
const AFTERWARDS: [&str; 3] = ["first", "look", "result"];
/// Rows of the table beside the drawing.
const SEES: [&str; 7] = ["you", "reader", "site", "operator", "thief", "network", "colleague"];

/// The explanation.
pub fn uitleg(frame: &Frame, readers: &[Reader]) -> Markup {
    let text = frame.text;
    portal_page(
        frame,
        Title::new(text.say("frame-explanation-short")),
        &html! {
            h1 { (text.say("explanation-title")) }
            h2 { (text.say("explanation-protects")) }
            (list(text, "protects", &PROTECTS))
            h2 { (text.say("explanation-way")) }
            (drawing(text))
            (who_sees(text))
            h2 { (text.say("explanation-cannot")) }
            (list(text, "cannot", &CANNOT))
            h2 { (text.say("explanation-tips")) }
            (list(text, "tips", &TIPS))
            h3 { (text.say("explanation-tor")) }
            p { (text.rich("explanation-tor-text", &[])) }
            h2 { (text.say("explanation-code")) }
            (list(text, "code", &CODE))
            (who_reads(text, readers))
            h2 { (text.say("explanation-afterwards")) }
            ol { @for key in AFTERWARDS { li { (text.rich(&["explanation-afterwards-", key].concat(), &[])) } } }
            h2 { (text.say("explanation-elsewhere")) }
            p { (text.rich("explanation-elsewhere-text", &[])) }
            p { (text.rich("explanation-report", &[])) }
        },
    )
}

fn list(text: Text, section: &str, keys: &[&str]) -> Markup {
    html! { ul { @for key in keys { li { (text.rich(&["explanation-", section, "-", key].concat(), &[])) } } } }
}

/// Heights and distances of the drawing, in its own units.
const BOX: usize = 76;
const STEP: usize = 104;

/// What becomes of a signal, from the reporter's hand back to it: five boxes below each other, so that it fits a phone.
/// Everything is drawn in the colour of the text around it; the table after it says the same and more.
fn drawing(text: Text) -> Markup {
    let boxes = [("you", telephone()), ("site", lock()), ("store", cabinet()), ("reader", key()), ("words", note())];
    let height = 4 * STEP + BOX + 4;
    html! {
        svg .drawing role="img" aria-labelledby="tekening" viewBox={ "0 0 320 " (height) } fill="none" stroke="currentColor"
            stroke-width="2" stroke-linecap="round" stroke-linejoin="round" {
            title #tekening { (text.say("explanation-drawing")) }
            @for (index, (name, icon)) in boxes.into_iter().enumerate() {
                g transform={ "translate(2 " (index * STEP + 2) ")" } {
                    @if index > 0 { path d="M158-24v18m-6-7 6 7 6-7" {} }
                    rect width="316" height=(BOX) rx="6" stroke-width="1" {}
                    (icon)
                    g fill="currentColor" stroke="none" font-size="15" {
                        @for (line, end) in ["", "-1", "-2"].into_iter().enumerate() {
                            text x="64" y=(24 + line * 20) font-weight=[(line == 0).then_some("700")] {
                                (text.say(&["explanation-drawing-", name, end].concat())) " "
                            }
                        }
                    }
                }
            }
        }
    }
}

fn telephone() -> Markup {
    html! { rect x="20" y="16" width="26" height="44" rx="4" {} path d="M30 53h6" {} }
}

fn lock() -> Markup {
    html! { rect x="16" y="34" width="34" height="26" rx="3" {} path d="M23 34v-8a10 10 0 0 1 20 0v8m-10 9v8" {} }
}

fn cabinet() -> Markup {
    html! { rect x="15" y="14" width="36" height="48" rx="3" {} path d="M15 38h36M29 26h8m-8 24h8" {} }
}

fn key() -> Markup {
    html! { circle cx="22" cy="38" r="9" {} path d="M31 38h24v8m-8-8v6" {} }
}

fn note() -> Markup {
    html! { rect x="16" y="14" width="34" height="48" rx="3" {} path d="M23 24h8m4 0h8M23 33h8m4 0h8M23 42h8m4 0h8M23 51h8m4 0h8" {} }
}

/// The drawing as a table, with everybody who is not in it.
fn who_sees(text: Text) -> Markup {
    html! {
        table {
            caption { (text.say("explanation-sees")) }
            thead {
                tr {
                    th scope="col" { (text.say("explanation-sees-who")) }
                    th scope="col" { (text.say("explanation-sees-what")) }
                }
            }
            tbody {
                @for key in SEES {
                    tr {
                        th scope="row" { (text.say(&["explanation-sees-", key].concat())) }
                        td { (text.say(&["explanation-sees-", key, "-what"].concat())) }
                    }
                }
            }
        }
    }
}

fn who_reads(text: Text, readers: &[Reader]) -> Markup {
    html! {
        h2 { (text.say("explanation-readers")) }
        p { (text.say("explanation-readers-why")) }
        table .readers {
            thead {
                tr {
                    th scope="col" { (text.say("explanation-readers-about")) }
                    th scope="col" { (text.say("explanation-readers-reads")) }
                }
            }
            tbody {
                @for row in readers {
                    tr {
                        th scope="row" { (row.subject) }
                        td { (row.reader) @if !row.reachable { " " (text.say("explanation-readers-unreachable")) } }
                    }
                }
            }
        }
        p { (text.say("explanation-readers-several")) }
    }
}
