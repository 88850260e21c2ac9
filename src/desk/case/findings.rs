//! What does not fit in an opened signal, found by holding columns, counters and heads against what is sealed, and said
//! in words for the officer.

use domain::{
    Dated, Enclosed, Kind, Side,
    access::{Access, Declaration, Note},
    description::Description,
    enrichment::Enrichment,
    meeting::{action::Action, decision::Decision, levels::Levels},
    message::Message,
    protocol::{Step, inform::Discharge},
    relation::Link,
    retention::Hold,
    reveal::Reveal,
    status::{Standing, StatusChange},
    term::lateness::Reason,
    weighing::Weighing,
};
use seal::{Digest, Entry, ItemError, OpenError, Place, Row, VerifiedItem, head::HeadError};

use super::Case;

/// No side ever comes this far by people's work: a row that does was put there to keep others out.
const LAST: u32 = 1_000_000;

/// What is wrong with a signal, in words for the page.
#[derive(Debug, Default)]
pub struct Findings {
    pub warnings: Vec<String>,
    /// Whether heads or report do not verify: then nothing is written.
    pub broken: bool,
    /// Whether it is not the signal itself that is broken: a form was sent to it that was another's.
    pub misaddressed: bool,
}

impl Findings {
    pub(crate) fn warn(&mut self, warning: impl Into<String>) {
        self.warnings.push(warning.into());
    }

    pub(crate) fn break_off(&mut self, warning: impl Into<String>) {
        self.broken = true;
        self.warn(warning);
    }
}

impl Case {
    /// Compares columns, counters and heads with what is sealed, and names every difference.
    pub(super) fn check(&mut self) {
        let mut found = Findings::default();
        let signal = &self.stored.signal;
        if signal.route != self.route {
            found.warn("In de database staat een andere route dan die dit signaal volgens de handtekeningen heeft.");
        }
        if signal.kenmerk != self.intake.kenmerk {
            found.break_off(
                "In de database staat een ander kenmerk dan de melder heeft ondertekend. U kunt niets toevoegen.",
            );
        }
        if signal.received_on != self.intake.received_on {
            found.warn("De datum van ontvangst in de database klopt niet. Hieronder staat de verzegelde datum.");
        }
        if self.reads_source() && (signal.standing != self.standing() || self.standing() != self.status().public()) {
            found.warn(
                "De status in de database is een andere dan de ondertekende status. Hieronder staat de ondertekende.",
            );
        }
        if self.reads_source() && self.term().map(|term| (term.code, term.due)) != signal.term.zip(signal.due) {
            found.warn("De termijn in de database klopt niet. Hieronder staat de termijn die uit de berichten volgt.");
        }
        if self.stored.heads.is_empty() && !self.is_unopened() {
            found.break_off(
                "De sleutelverklaring van dit signaal is weg, terwijl het eerder is geopend. U kunt niets toevoegen.",
            );
        }
        // A route that had it from the first, and all of whose members read it, holds the intake key itself.
        let held_by_route =
            self.is_members() && self.heads.all().iter().all(|head| head.route == self.intake.route && !head.closed);
        if held_by_route && self.keys.intake.is_some() && self.keys.intake_by_chain {
            found.warn("De sleutel waarmee de melding is verzegeld, is weg of veranderd. De melding is nog te lezen.");
        }
        for side in [Side::Reporter, Side::Desk, Side::Case] {
            // What is closed to this officer he can hold against nothing.
            if side == Side::Case || self.reads_source() || self.is_members() {
                self.check_side(side, &mut found);
            }
        }
        for number in self.enrichment().refused {
            found.warn(format!(
                "Onderdeel {number} van het dossier hoort bij een verrijking, maar wie het schreef mocht dat niet. Het telt \
                 niet mee. Meld dit bij de beheerder."
            ));
        }
        self.findings.broken |= found.broken;
        self.findings.warnings.append(&mut found.warnings);
    }

    /// Whether something of a side is damaged, or was cut off: others remember it.
    fn check_side(&self, side: Side, found: &mut Findings) {
        let of_side = of_side(side);
        if self.tip(side).0 >= LAST {
            found.break_off(format!("Na het laatste onderdeel {of_side} past niets meer. U kunt niets toevoegen."));
        }
        for reached in self.heads.all().iter().map(|head| head.reached(side)) {
            let at = |row: &&Row| row.place.side == side && row.place.number == reached.number;
            let stored = self.stored.items.iter().find(at);
            if reached.number > 0 && stored.map(|row| Digest::of(&row.sealed)) != reached.item {
                let number = reached.number;
                found.break_off(format!("Onderdeel {number} {of_side} is weg of veranderd. U kunt niets toevoegen."));
            }
        }
        // Nothing is linked to a file that does not verify: what the route key signs must hold once the file is gone
        // again.
        if side != Side::Reporter && self.tip(side).0 != self.verified_tip(side) {
            found.break_off(format!("Het laatste onderdeel {of_side} is beschadigd. U kunt niets toevoegen."));
        }
        if self.seen_of(side) > self.tip(side).0 {
            found.break_off(format!(
                "Het laatste {of_side} is weg: later is er al op geantwoord. U kunt niets toevoegen."
            ));
        }
        let entries = self.conversation.iter().filter(|(of, _)| *of == side).map(|(_, entry)| entry);
        let entries: Vec<_> = if side == Side::Case { self.file.iter().collect() } else { entries.collect() };
        for entry in entries {
            match entry {
                Entry::Damaged { number, why } => {
                    found.warn(format!("Onderdeel {number} {of_side} is beschadigd ({}).", explain(why)));
                }
                Entry::Gap { from, to } if from == to => found.warn(format!("Onderdeel {from} {of_side} ontbreekt.")),
                Entry::Gap { from, to } => {
                    found.warn(format!("Onderdeel {from} tot en met {to} {of_side} ontbreken."));
                }
                Entry::Item(item) if !is_readable(item) => {
                    found.warn(format!(
                        "Onderdeel {} {of_side} is echt, maar heeft een vorm die wij niet kennen.",
                        item.number
                    ));
                }
                Entry::Item(item) if side == Side::Reporter && self.heads.is_stale(&place(item)) => {
                    let number = item.number;
                    found.warn(format!(
                        "Bericht {number} van de melder is met een oude sleutel verzegeld. Misschien is het meldpunt misleid."
                    ));
                }
                Entry::Item(_) | Entry::Closed { .. } => {}
            }
        }
    }

    /// How far others say they had seen a side: the desk and the case file of the reporter, the reporter of the desk.
    fn seen_of(&self, side: Side) -> u32 {
        let items = self.conversation.iter().map(|(_, entry)| entry).chain(&self.file);
        let seen = items.filter_map(|entry| match entry {
            Entry::Item(item) if side == Side::Reporter && item.side != Side::Reporter => Some(item.seen),
            Entry::Item(item) if side == Side::Desk && item.side == Side::Reporter => Some(item.seen),
            _ => None,
        });
        seen.max().unwrap_or(0)
    }
}

/// "van de melder", with the article that belongs to it.
const fn of_side(side: Side) -> &'static str {
    match side {
        Side::Reporter => "van de melder",
        Side::Desk => "van de behandelaar",
        Side::Case => "van het dossier",
    }
}

/// Whether a verified item holds what its kind says. One that does not is not passed over in silence.
fn is_readable(item: &VerifiedItem) -> bool {
    match item.kind {
        Kind::Report => item.body::<Enclosed>().is_ok(),
        Kind::Message => item.body::<Message>().is_ok(),
        Kind::Standing => item.body::<Standing>().is_ok(),
        Kind::Status => item.body::<Dated<StatusChange>>().is_ok(),
        Kind::Description => item.body::<Dated<Description>>().is_ok(),
        Kind::Weighing => item.body::<Dated<Weighing>>().is_ok(),
        Kind::Access => item.body::<Dated<Access>>().is_ok(),
        Kind::Declaration => item.body::<Dated<Declaration>>().is_ok(),
        Kind::Note => item.body::<Dated<Note>>().is_ok(),
        Kind::Levels => item.body::<Dated<Levels>>().is_ok(),
        Kind::Decision => item.body::<Dated<Decision>>().is_ok(),
        Kind::Action => item.body::<Dated<Action>>().is_ok(),
        Kind::Link => item.body::<Dated<Link>>().is_ok(),
        Kind::Enrichment => item.body::<Dated<Enrichment>>().is_ok(),
        Kind::Investigation => item.body::<Dated<Step>>().is_ok(),
        Kind::Duty => item.body::<Dated<Discharge>>().is_ok(),
        Kind::Hold => item.body::<Dated<Hold>>().is_ok(),
        Kind::Reveal => item.body::<Dated<Reveal>>().is_ok(),
        Kind::TermReason => item.body::<Dated<Reason>>().is_ok(),
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

/// What is wrong with a signal's heads, in words for an officer.
pub(super) const fn explain_heads(why: &HeadError) -> &'static str {
    match why {
        HeadError::Statement { .. } => "de handtekening van de route klopt niet",
        HeadError::UnknownRoute { .. } | HeadError::Other { .. } => "zij hoort bij een ander signaal",
        HeadError::ByAnother { .. } => "iemand die dit signaal niet mag lezen, heeft haar geschreven",
        HeadError::OutOfOrder { .. } | HeadError::BrokenChain { .. } => "er ontbreekt een deel",
        HeadError::OldKey { .. } => "zij is ondertekend met een sleutel van de route die was vervangen",
    }
}
