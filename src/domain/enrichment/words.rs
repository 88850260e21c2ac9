//! What a question to a function must not carry: the reporter's own words, and what points at him.

use crate::field::fold;
use crate::traces::{self, Trace, TraceKind};
use std::collections::HashSet;
use std::ops::Range;

/// So many words in a row are a quotation and no coincidence.
const RUN: usize = 6;

/// The traces that point at whoever tells. Addresses, plates and accounts are what a question is about: those stay.
pub fn traces_of_reporter(text: &str) -> Vec<Trace> {
    use TraceKind as K;
    let points = |kind| {
        matches!(
            kind,
            K::Telefoonnummer | K::Mailadres | K::Bsn | K::Personeelsnummer | K::IkBenDeEnige | K::Ondertekening
        )
    };
    traces::find(text).into_iter().filter(|trace| points(trace.kind)).collect()
}

/// The first piece of a text that was taken over from what somebody told: at least six words in a row, whatever stands
/// between them. `None`: nothing.
pub fn taken_over<'a>(text: &'a str, told: &[&str]) -> Option<&'a str> {
    let runs: HashSet<Vec<String>> = told
        .iter()
        .flat_map(|told| {
            let words: Vec<String> = words(told).map(|(word, _)| word).collect();
            words.windows(RUN).map(<[String]>::to_vec).collect::<Vec<_>>()
        })
        .collect();
    let (words, places): (Vec<String>, Vec<Range<usize>>) = words(text).unzip();
    let mut same = words.windows(RUN).map(|run| runs.contains(run));
    let first = same.position(|same| same)?;
    let more = same.take_while(|same| *same).count();
    let (start, end) = (places.get(first)?.start, places.get(first + more + RUN - 1)?.end);
    text.get(start..end)
}

/// Words as they are compared, each with its place.
fn words(text: &str) -> impl Iterator<Item = (String, Range<usize>)> {
    let letters = |c: char| c.is_alphanumeric() || c == '\'' || c == '\u{2019}';
    let pieces = text.split(move |c| !letters(c)).filter(|piece| !piece.is_empty());
    pieces.map(move |piece| {
        let start = piece.as_ptr().addr() - text.as_ptr().addr();
        (fold(piece), start..start + piece.len())
    })
}
