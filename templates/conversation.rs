//! One conversation between reporter and desk, as both sides see it: whole, with its damage and its gaps.
//! Who may write what is the business of the pages.

use maud::{Markup, html};

use crate::components::user_text;

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
}

/// From whose chair the conversation is read: decides who is "u".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    AsReporter,
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
        (Sender::Reporter, Reading::AsReporter) => "Van u",
        (Sender::Desk, Reading::AsReporter) => "Van de gemeente",
        (Sender::Reporter, Reading::AsDesk) => "Van de melder",
        (Sender::Desk, Reading::AsDesk) => "Aan de melder",
    };
    let own = (message.from == Sender::Reporter) == (reading == Reading::AsReporter);
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
                Body::Text(text) => (user_text(text)),
                Body::Damaged => p {
                    strong { "Dit bericht is beschadigd." } " Wij tonen het niet. " (repair(reading, own))
                },
                Body::Gap => p {
                    strong { "Hier ontbreekt een bericht." } " Het is hier weggehaald. " (repair(reading, own))
                },
            }
        }
    }
}

/// What to do about a message that cannot be shown.
const fn repair(reading: Reading, own: bool) -> &'static str {
    match (reading, own) {
        (Reading::AsReporter, true) => "Dat hoort niet. Weet u nog wat u schreef? Stuur het hieronder nog een keer.",
        (Reading::AsReporter, false) => "Dat hoort niet. Vraag ons hieronder om het opnieuw te sturen.",
        (Reading::AsDesk, true) => "Stuur het opnieuw en bel beheer.",
        (Reading::AsDesk, false) => "Vraag de melder om het opnieuw te sturen en bel beheer.",
    }
}
