//! One conversation between reporter and desk, as both sides see it: whole, with its damage and its gaps.
//! Who may write what is the business of the pages.

use maud::{Markup, html};

use crate::components::user_text;
use crate::text::Text;

/// Who wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    /// The reporter (melder).
    Reporter,
    /// The desk (behandelaar).
    Desk,
}

/// What is left of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body<'a> {
    /// It verified: this is what was written.
    Text(&'a str),
    /// It did not verify: nothing of it is shown.
    Damaged,
    /// One or more messages that were here are gone.
    Gap,
}

/// One message, or the place where one should be.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    pub from: Sender,
    /// The type's label: "Vraag", "Ontvangstbevestiging". Empty for none.
    pub kind: &'a str,
    /// The day in words: "17 november 2026". Empty for unknown.
    pub date: &'a str,
    /// The officer's name, at the desk only.
    pub author: Option<&'a str>,
    pub body: Body<'a>,
    pub files: &'a [FileLink<'a>],
}

/// A file that came with a message.
#[derive(Debug, Clone, Copy)]
pub struct FileLink<'a> {
    pub name: &'a str,
    pub size: &'a str,
    /// Where it is saved; none where the reader cannot open it.
    pub href: Option<&'a str>,
}

/// From whose chair the conversation is read: decides who is "u", and in which language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    AsReporter(Text),
    AsDesk,
}

/// Whether something of the conversation cannot be shown.
pub(crate) fn broken(messages: &[Message]) -> bool {
    messages.iter().any(|message| !matches!(message.body, Body::Text(_)))
}

/// All messages in their order; each is an article with a heading of level 3.
pub(crate) fn conversation(messages: &[Message], reading: Reading) -> Markup {
    html! { div .conversation { @for message in messages { (one(message, reading)) } } }
}

fn one(message: &Message, reading: Reading) -> Markup {
    let who = match (message.from, reading) {
        (Sender::Reporter, Reading::AsReporter(text)) => text.say("talk-you"),
        (Sender::Desk, Reading::AsReporter(text)) => text.say("talk-municipality"),
        (Sender::Reporter, Reading::AsDesk) => "Van de melder",
        (Sender::Desk, Reading::AsDesk) => "Aan de melder",
    };
    let own = (message.from == Sender::Reporter) == matches!(reading, Reading::AsReporter(_));
    html! {
        article .message .own[own] .broken[!matches!(message.body, Body::Text(_))] {
            h3 { (who) @if !message.kind.is_empty() { ": " (message.kind) } }
            @if !message.date.is_empty() || message.author.is_some() {
                p .quiet {
                    (message.date)
                    @if let Some(author) = message.author { @if !message.date.is_empty() { ", " } (author) }
                }
            }
            @match message.body {
                Body::Text(text) => { (user_text(text)) (files(message.files)) }
                Body::Damaged => p { (damaged(reading)) " " (repair(reading, own)) },
                Body::Gap => p { (gap(reading)) " " (repair(reading, own)) },
            }
        }
    }
}

fn files(files: &[FileLink]) -> Markup {
    html! {
        @if !files.is_empty() {
            ul .files {
                @for file in files {
                    li {
                        @if let Some(href) = file.href { a href=(href) { bdi { (file.name) } } }
                        @else { bdi { (file.name) } }
                        " " span .quiet { "(" (file.size) ")" }
                    }
                }
            }
        }
    }
}

fn damaged(reading: Reading) -> Markup {
    match reading {
        Reading::AsReporter(text) => text.rich("talk-damaged", &[]),
        Reading::AsDesk => html! { strong { "Dit bericht is beschadigd." } " Wij tonen het niet." },
    }
}

fn gap(reading: Reading) -> Markup {
    match reading {
        Reading::AsReporter(text) => text.rich("talk-gap", &[]),
        Reading::AsDesk => html! { strong { "Hier ontbreekt een bericht." } " Het is hier weggehaald." },
    }
}

/// What to do about a message that cannot be shown.
fn repair(reading: Reading, own: bool) -> &'static str {
    match (reading, own) {
        (Reading::AsReporter(text), true) => text.say("talk-repair-own"),
        (Reading::AsReporter(text), false) => text.say("talk-repair-theirs"),
        (Reading::AsDesk, true) => "Stuur het opnieuw en bel de beheerder.",
        (Reading::AsDesk, false) => "Vraag de melder om het opnieuw te sturen en bel de beheerder.",
    }
}
