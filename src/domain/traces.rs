//! What in a reporter's text may identify somebody, found so that the check page can ask about it. In memory only:
//! nothing here reads, writes, logs or keeps anything.
//!
//! Found is what has a form: numbers, addresses, plates, "ik ben de enige", signatures. Workplaces, habits and small
//! circles need a human eye. The finders prefer a mark too many over a number overlooked, but what an ordinary story
//! holds (amounts, dates, case numbers, articles of law) they leave alone: who sees false marks stops looking.

mod context;
mod mail;
mod name;
mod number;
mod only_one;
mod pattern;
mod phone;
mod place;
mod plain;
mod signature;

use crate::vocabulary;
use plain::Plain;
use std::collections::BTreeMap;
use std::ops::Range;

vocabulary! {
    /// What a trace is.
    TraceKind {
        Telefoonnummer => "telefoonnummer",
        Mailadres => "e-mailadres",
        /// Nine digits that pass the elfproef. The desk never needs one.
        Bsn => "BSN",
        Iban => "IBAN",
        Kenteken => "kenteken",
        PostcodeEnHuisnummer => "postcode en huisnummer",
        Personeelsnummer => "personeelsnummer",
        /// A clause in which the reporter is the only one.
        IkBenDeEnige => "ik ben de enige",
        /// A closing with what stands below it, a greeting with a name, or "mijn naam is".
        Ondertekening => "ondertekening",
    }
}

/// A place in a text that may identify somebody.
#[derive(Clone, PartialEq, Eq)]
pub struct Trace {
    pub kind: TraceKind,
    /// Bytes of the text, from one character's start to another's.
    pub range: Range<usize>,
}

crate::field::redacted!(Trace);

/// The traces in a text, in its order; they never overlap. Takes time linear in the text.
pub fn find(text: &str) -> Vec<Trace> {
    let plain = Plain::of(text);
    let bytes = plain.bytes();
    let mut found = Found::default();
    // What says most about itself goes first: what it takes, nothing after it gets.
    found.whole(TraceKind::Iban, number::ibans(bytes));
    found.whole(TraceKind::Mailadres, mail::addresses(bytes));
    found.whole(TraceKind::Personeelsnummer, number::staff_numbers(bytes));
    found.whole(TraceKind::Telefoonnummer, phone::numbers(bytes));
    found.whole(TraceKind::Bsn, number::bsns(bytes));
    found.whole(TraceKind::PostcodeEnHuisnummer, place::addresses(bytes));
    found.whole(TraceKind::Kenteken, place::plates(bytes));
    found.rest(TraceKind::IkBenDeEnige, only_one::clauses(bytes), bytes);
    found.rest(TraceKind::Ondertekening, signature::signatures(bytes), bytes);
    found.traces(&plain)
}

/// What was found so far, by its start in the plain text.
#[derive(Default)]
struct Found(BTreeMap<usize, (usize, TraceKind)>);

impl Found {
    /// Takes each of these that nothing else has a part of.
    fn whole(&mut self, kind: TraceKind, ranges: impl Iterator<Item = Range<usize>>) {
        for range in ranges {
            let last_before = self.0.range(..range.end).next_back();
            if last_before.is_none_or(|(_, (end, _))| *end <= range.start) {
                self.0.insert(range.start, (range.end, kind));
            }
        }
    }

    /// Takes of each of these what nothing else has: a phone number in a signature stays a phone number.
    fn rest(&mut self, kind: TraceKind, ranges: impl Iterator<Item = Range<usize>>, bytes: &[u8]) {
        for range in ranges {
            let mut from = range.start;
            if let Some((_, (end, _))) = self.0.range(..range.start).next_back() {
                from = from.max(*end);
            }
            let mut free = Vec::new();
            for (start, (end, _)) in self.0.range(range.clone()) {
                free.push(from..*start);
                from = *end;
            }
            free.push(from..range.end);
            let parts = free.into_iter().filter_map(|part| context::trimmed(bytes, part));
            self.0.extend(parts.map(|part| (part.start, (part.end, kind))));
        }
    }

    fn traces(self, plain: &Plain) -> Vec<Trace> {
        let mut traces: Vec<Trace> = Vec::with_capacity(self.0.len());
        for (start, (end, kind)) in self.0 {
            let mut range = plain.original(start..end);
            // One character may have become two (the ligature ĳ), each in a trace of its own.
            range.start = range.start.max(traces.last().map_or(0, |last| last.range.end));
            if !range.is_empty() {
                traces.push(Trace { kind, range });
            }
        }
        traces
    }
}
