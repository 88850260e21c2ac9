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

/// What becomes of a signal, from the reporter's hand back to it: five boxes below each other, so that it fits a phone.
/// Its words are the page's own: they grow and break with the text around them. The table after it says the same and more.
fn drawing(text: Text) -> Markup {
    let boxes = [("you", telephone()), ("site", lock()), ("store", cabinet()), ("reader", key()), ("words", note())];
    html! {
        ol .drawing {
            @for (index, (name, icon)) in boxes.into_iter().enumerate() {
                li {
                    @if index > 0 { (drawn("0 0 40 22", &html! { path d="M20 2v18m-6-7 6 7 6-7" {} })) }
                    div {
                        (drawn("13 12 40 52", &icon))
                        p {
                            strong { (text.say(&["explanation-drawing-", name].concat())) }
                            @for line in ["-1", "-2"] {
                                br;
                                (text.say(&["explanation-drawing-", name, line].concat()))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Lines in the colour of the text around them.
fn drawn(view_box: &str, lines: &Markup) -> Markup {
    html! {
        svg aria-hidden="true" viewBox=(view_box) fill="none" stroke="currentColor" stroke-width="2"
            stroke-linecap="round" stroke-linejoin="round" { (lines) }
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
    html! { circle cx="23" cy="38" r="8" {} path d="M31 38h20v8m-7-8v6" {} }
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
