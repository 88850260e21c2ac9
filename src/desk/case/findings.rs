//! What does not fit in an opened signal, found by holding columns, counters and heads against what is sealed, and said in
//! words for the officer.

use domain::Side;
use seal::{Digest, Entry, ItemError, OpenError, Place, VerifiedItem};

use super::Case;

/// What is wrong with a signal, in words for the page.
#[derive(Debug, Default)]
pub struct Findings {
    pub warnings: Vec<String>,
    /// Whether heads or report do not verify: then nothing is written.
    pub broken: bool,
}

impl Findings {
    pub(super) fn warn(&mut self, warning: impl Into<String>) {
        self.warnings.push(warning.into());
    }

    pub(super) fn break_off(&mut self, warning: impl Into<String>) {
        self.broken = true;
        self.warn(warning);
    }
}

impl Case {
    /// Compares columns, counters and heads with what is sealed, and names every difference.
    pub(super) fn check(&mut self) {
        let mut found = Findings::default();
        let signal = &self.stored.signal;
        if signal.route != self.intake.route {
            found.warn("De route in de database is een andere dan die de melder verzegelde.");
        }
        if signal.kenmerk != self.intake.kenmerk {
            found
                .break_off("Dit kenmerk hoort bij een ander signaal dan de melder verzegelde. U kunt niets toevoegen.");
        }
        if signal.received_on != self.intake.received_on {
            found.warn("De datum van ontvangst in de database klopt niet. Hieronder staat de verzegelde datum.");
        }
        if signal.standing != self.standing() || self.standing() != self.status().public() {
            found.warn(
                "De status in de database is een andere dan de ondertekende status. Hieronder staat de ondertekende.",
            );
        }
        if self.term().map(|term| (term.code, term.due)) != signal.term.zip(signal.due) {
            found.warn("De termijn in de database klopt niet. Hieronder staat de termijn die uit de berichten volgt.");
        }
        if self.stored.heads.is_empty() && !self.is_unopened() {
            found.break_off(
                "De sleutelverklaring van dit signaal is weg, terwijl het eerder is geopend. U kunt niets toevoegen.",
            );
        }
        for side in [Side::Reporter, Side::Desk, Side::Case] {
            self.check_side(side, &mut found);
        }
        self.findings.broken |= found.broken;
        self.findings.warnings.append(&mut found.warnings);
    }

    /// Whether something of a side was cut off: others remember it.
    fn check_side(&self, side: Side, found: &mut Findings) {
        let tip = self.tip(side).0;
        for reached in self.heads.all().iter().map(|head| head.reached(side)) {
            let stored =
                self.stored.items.iter().find(|row| row.place.side == side && row.place.number == reached.number);
            if reached.number > 0 && stored.map(|row| Digest::of(&row.sealed)) != reached.item {
                found.break_off(format!(
                    "Onderdeel {} van de {side} is weg of veranderd. U kunt niets toevoegen.",
                    reached.number
                ));
            }
        }
        let items = self.conversation.iter().map(|(_, entry)| entry).chain(&self.file);
        let others = items.filter_map(|entry| match entry {
            Entry::Item(item) => Some(item),
            _ => None,
        });
        // Who writes says how far he had seen the other side: the reporter of the desk, the others of the reporter.
        let seen = others.filter(|item| match side {
            Side::Reporter => item.side != Side::Reporter,
            Side::Desk => item.side == Side::Reporter,
            Side::Case => false,
        });
        if seen.map(|item| item.seen).max().unwrap_or(0) > tip {
            found.break_off(format!(
                "Het laatste van de {side} is weg: later is er al op geantwoord. U kunt niets toevoegen."
            ));
        }
        let entries = self.conversation.iter().filter(|(of, _)| *of == side).map(|(_, entry)| entry);
        let entries: Vec<_> = if side == Side::Case { self.file.iter().collect() } else { entries.collect() };
        for entry in entries {
            match entry {
                Entry::Damaged { number, why } => {
                    found.warn(format!("Onderdeel {number} van de {side} is beschadigd ({}).", explain(why)));
                }
                Entry::Gap { from, to } => {
                    found.warn(format!("Onderdeel {from} tot en met {to} van de {side} ontbreekt."))
                }
                Entry::Item(item) if side == Side::Reporter && self.heads.is_stale(&place(item)) => {
                    found.warn(format!(
                        "Bericht {} van de melder is met een oude sleutel verzegeld. Misschien is de portal misleid.",
                        item.number
                    ));
                }
                Entry::Item(_) | Entry::Closed { .. } => {}
            }
        }
    }
}

fn place(item: &VerifiedItem) -> Place {
    let seal::Item { signal, epoch, item: id, kind, side, number, .. } = **item;
    Place { signal, epoch, item: id, kind, side, number }
}

/// What an item's error means, in words for an officer.
const fn explain(why: &ItemError) -> &'static str {
    match why {
        ItemError::Open(OpenError::NotForThisKey) => "niet voor deze sleutel verzegeld",
        ItemError::Open(_) => "het zegel is gebroken",
        ItemError::Malformed | ItemError::UnknownVersion => "de vorm klopt niet",
        ItemError::Unsigned => "niet ondertekend",
        ItemError::BadSignature => "de handtekening klopt niet",
        ItemError::SignedByAnother => "ondertekend door iemand die hier niet mag schrijven",
        ItemError::OtherSignal => "hoort bij een ander signaal",
        ItemError::OtherKind | ItemError::OtherSide | ItemError::OtherEpoch => "hoort op een andere plaats",
        ItemError::Replayed => "een kopie van iets anders",
        ItemError::OutOfOrder | ItemError::BrokenChain => "past niet in de volgorde",
        ItemError::StaleEpoch => "met een oude sleutel geschreven",
    }
}
