//! Who will read a report, who will not, and who may hear of it later: a few sentences on every page after the first.

use maud::{Markup, html};

use crate::text::Text;

/// The readers of one report, in words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Readers<'a> {
    /// "de burgemeester"; empty while nobody is left who may read it.
    pub reader: &'a str,
    /// Who may hear later that there is a report: the protocol's duties, a sentence each.
    pub told: &'a [&'a str],
}

/// The same right before sending: the reader once more, and the rest for who wants to read it again.
pub(crate) fn readers_again(text: Text, readers: &Readers) -> Markup {
    html! {
        @if !readers.reader.is_empty() {
            p { (text.rich("check-read", &[("reader", readers.reader)])) }
            @if !readers.told.is_empty() {
                details {
                    summary { (text.say("check-told")) }
                    @for told in readers.told { p { (told) } }
                }
            }
        }
    }
}

pub(crate) fn readers(text: Text, readers: &Readers) -> Markup {
    html! {
        @if !readers.reader.is_empty() {
            p { (text.rich("readers-read", &[("reader", readers.reader)])) }
            @for told in readers.told { p .hint { (told) } }
        }
    }
}
