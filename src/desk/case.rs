//! A signal opened at the desk: every key checked against the head, every item verified, and what does not fit named.

use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;
use domain::{
    Dated, KeyName, Kind, PublicStatus, Report, RouteName, Side, Status,
    description::Description,
    message::{Message, MessageType},
    status::{Standing, StatusChange},
    term::{self, Term},
    weighing::Weighing,
};
use seal::{
    Digest, Entry, ItemError, OpenError, Place, Row, VerifiedItem, VerifyKey, chain,
    head::{Head, Heads},
    intake::Intake,
    role,
};
use store::signals::{Index, StoredSignal};
use unseal::{OpeningKey, PrivateHalf};

use crate::keyring::{HeldRoute, Keyring};

/// Why a signal does not open for this person at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotOpened {
    /// It is sealed to a route he is no member of.
    #[error("the signal is not sealed to this person")]
    NotYours,
    /// The statement that says which keys belong to it does not verify: there is nothing to begin with.
    #[error("the signal's own statement does not verify")]
    Damaged,
}

/// What is wrong with a signal, in words for the page.
#[derive(Debug, Default)]
pub struct Findings {
    pub warnings: Vec<String>,
    /// Whether heads or report do not verify: then nothing is written.
    pub broken: bool,
}

impl Findings {
    fn warn(&mut self, warning: impl Into<String>) {
        self.warnings.push(warning.into());
    }

    fn break_off(&mut self, warning: impl Into<String>) {
        self.broken = true;
        self.warn(warning);
    }
}

/// The private keys of a signal that this person can open.
struct Keys {
    intake: Option<OpeningKey<role::Intake>>,
    source: BTreeMap<u32, OpeningKey<role::Source>>,
    case: BTreeMap<u32, OpeningKey<role::Case>>,
}

/// An opened signal.
pub struct Case {
    pub stored: StoredSignal,
    pub intake: Intake,
    pub heads: Heads,
    pub route: Arc<HeldRoute>,
    pub report: Option<Report>,
    /// Both sides of the conversation, in order.
    pub conversation: Vec<(Side, Entry)>,
    /// The case file, in order.
    pub file: Vec<Entry>,
    pub findings: Findings,
    rows: Vec<Row>,
    intake_key: Option<OpeningKey<role::Intake>>,
}

impl Case {
    /// Opens a signal with a person's keys.
    pub fn open(stored: StoredSignal, ring: &Keyring) -> Result<Self, NotOpened> {
        let intake = Intake::verify(&stored.signal.intake, None).map_err(|_| NotOpened::Damaged)?.into_inner();
        let route = ring.usable(intake.route).cloned().ok_or(NotOpened::NotYours)?;
        if intake.signal != stored.signal.id {
            return Err(NotOpened::Damaged);
        }
        let mut findings = Findings::default();
        let verify = route.key.halves().verify;
        let known = |name| (name == intake.route).then(|| verify.clone());
        let heads = Heads::verify(&stored.heads, &intake, known).unwrap_or_else(|error| {
            findings.break_off(format!(
                "De sleutelverklaring van dit signaal klopt niet ({error}). U kunt niets toevoegen."
            ));
            Heads::default()
        });
        let rows: Vec<Row> = stored.items.iter().map(row).collect();
        let keys = Keys::open(&stored, &intake, &heads, &route, &mut findings);
        let (reporter, desk, file) = read_sides(&rows, &intake, &heads, &keys);
        let report = reporter.first().and_then(report_of);
        if report.is_none() {
            findings.break_off("De melding zelf is beschadigd of weg. U kunt niets toevoegen. Meld dit aan beheer.");
        }
        let conversation = chain::interleave(reporter, desk);
        let intake_key = keys.intake;
        let mut case = Self { stored, intake, heads, route, report, conversation, file, findings, rows, intake_key };
        case.check();
        Ok(case)
    }

    /// Whether the desk never opened this signal: no head, and nothing that the desk wrote.
    pub fn is_unopened(&self) -> bool {
        self.stored.heads.is_empty() && self.tip(Side::Desk).0 == 0 && self.tip(Side::Case).0 == 0
    }

    pub fn head(&self) -> Option<&Head> {
        self.heads.current().map(|head| &**head)
    }

    pub fn intake_key(&self) -> Option<&OpeningKey<role::Intake>> {
        self.intake_key.as_ref()
    }

    /// The last number of a side and the digest of that file.
    pub fn tip(&self, side: Side) -> (u32, Option<Digest>) {
        chain::tip(self.rows.iter().filter(|row| row.place.side == side))
    }

    /// Verified items of the case file of one kind, oldest first.
    fn in_file(&self, kind: Kind) -> impl Iterator<Item = &VerifiedItem> {
        self.file.iter().filter_map(move |entry| match entry {
            Entry::Item(item) if item.kind == kind => Some(item),
            _ => None,
        })
    }

    /// Status changes with their authors, oldest first.
    pub fn status_changes(&self) -> Vec<(VerifyKey<role::Author>, Dated<StatusChange>)> {
        self.in_file(Kind::Status).filter_map(|item| Some((item.author.clone(), item.body().ok()?))).collect()
    }

    pub fn status(&self) -> Status {
        self.status_changes().last().map_or(Status::Ontvangen, |(_, change)| change.inhoud.status)
    }

    /// Whether the signal never came further than screening (rule R5).
    pub fn only_screened(&self) -> bool {
        self.status_changes().iter().all(|(_, change)| change.inhoud.status.is_screening())
    }

    pub fn weighings(&self) -> Vec<(VerifyKey<role::Author>, Dated<Weighing>)> {
        self.in_file(Kind::Weighing).filter_map(|item| Some((item.author.clone(), item.body().ok()?))).collect()
    }

    pub fn description(&self) -> Option<(VerifyKey<role::Author>, Dated<Description>)> {
        self.in_file(Kind::Description).last().and_then(|item| Some((item.author.clone(), item.body().ok()?)))
    }

    /// Verified messages in order.
    pub fn messages(&self) -> impl Iterator<Item = (Side, Message)> {
        self.conversation.iter().filter_map(|(side, entry)| match entry {
            Entry::Item(item) if item.kind == Kind::Message => Some((*side, item.body().ok()?)),
            _ => None,
        })
    }

    fn first_sent(&self, kind: MessageType) -> Option<NaiveDate> {
        self.messages().find(|(side, message)| *side == Side::Desk && message.kind == kind).map(|(_, m)| m.datum)
    }

    pub fn feedback_sent(&self) -> bool {
        self.first_sent(MessageType::Terugkoppeling).is_some()
    }

    /// The term that runs, from signed dates alone.
    pub fn term(&self) -> Option<Term> {
        self.term_after(None, self.status())
    }

    /// The term that will run once this message is sent and the signal has this status.
    pub fn term_after(&self, message: Option<&Message>, status: Status) -> Option<Term> {
        let new = |kind| message.filter(|message| message.kind == kind).map(|message| message.datum);
        let sent = |kind| self.first_sent(kind).or_else(|| new(kind));
        let feedback = sent(MessageType::Terugkoppeling).is_some();
        term::current_term(
            self.intake.received_on,
            sent(MessageType::Ontvangstbevestiging),
            feedback,
            !status.is_open(),
        )
    }

    /// The coarse status that the reporter was last sent.
    pub fn standing(&self) -> PublicStatus {
        let sent = self.conversation.iter().rev().find_map(|(_, entry)| match entry {
            Entry::Item(item) if item.kind == Kind::Standing => item.body::<Standing>().ok(),
            _ => None,
        });
        sent.map_or(PublicStatus::Received, |sent| sent.stand)
    }

    /// What the columns ought to say.
    pub fn index(&self) -> Index {
        Index { standing: self.standing(), term: self.term() }
    }

    /// Name and function of an author, as a verified grant has them.
    pub fn author(&self, key: &VerifyKey<role::Author>) -> (String, String) {
        let grant = self.route.member(key);
        grant
            .map_or_else(|| ("niet meer op deze route".into(), String::new()), |g| (g.name.clone(), g.function.clone()))
    }

    /// Compares columns, counters and heads with what is sealed, and names every difference.
    fn check(&mut self) {
        let mut found = Findings::default();
        let signal = &self.stored.signal;
        if signal.route != self.intake.route {
            found.warn("De route in de database is een andere dan die de melder verzegelde.");
        }
        if signal.kenmerk != self.intake.kenmerk {
            found.break_off("Dit kenmerk hoort bij een ander signaal dan de melder verzegelde. U kunt niets toevoegen.");
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
            let stored = self.rows.iter().find(|row| row.place.side == side && row.place.number == reached.number);
            if reached.number > 0 && stored.map(|row| Digest::of(&row.sealed)) != reached.item {
                found.break_off(format!("Onderdeel {} van de {side} is weg of veranderd. U kunt niets toevoegen.", reached.number));
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
            found.break_off(format!("Het laatste van de {side} is weg: later is er al op geantwoord. U kunt niets toevoegen."));
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

/// A stored row as the chain reads it.
fn row(item: &entity::item::Model) -> Row {
    let place = Place {
        signal: item.signal_id,
        epoch: u32::try_from(item.epoch).unwrap_or(u32::MAX),
        item: item.id,
        kind: item.kind,
        side: item.side,
        number: u32::try_from(item.number).unwrap_or(0),
    };
    Row { place, sealed: item.sealed.clone() }
}

impl Keys {
    /// Unwraps the keys that are wrapped to the route, each only if its public half is the one that intake or head names.
    fn open(stored: &StoredSignal, intake: &Intake, heads: &Heads, route: &HeldRoute, found: &mut Findings) -> Self {
        let intake_key: Option<OpeningKey<role::Intake>> = unwrap(stored, route, intake.route, 0, KeyName::Intake);
        let mut keys = Self {
            intake: intake_key.filter(|key| key.recipient() == intake.intake),
            source: BTreeMap::new(),
            case: BTreeMap::new(),
        };
        if keys.intake.is_none() {
            found.warn("De sleutel waarmee de melding is verzegeld, is weg of veranderd.");
        }
        for head in heads.all() {
            let source: Option<OpeningKey<role::Source>> =
                unwrap(stored, route, intake.route, head.epoch, KeyName::Source);
            let case: Option<OpeningKey<role::Case>> = unwrap(stored, route, intake.route, head.epoch, KeyName::Case);
            match (source.filter(|key| key.recipient() == head.source), case.filter(|key| key.recipient() == head.case))
            {
                (Some(source), Some(case)) => {
                    keys.source.insert(head.epoch, source);
                    keys.case.insert(head.epoch, case);
                }
                _ => found.break_off("Een sleutel van dit signaal is weg of veranderd. U kunt niets toevoegen."),
            }
        }
        keys
    }
}

fn unwrap<K: PrivateHalf>(
    stored: &StoredSignal,
    route: &HeldRoute,
    name: RouteName,
    epoch: u32,
    key: KeyName,
) -> Option<K> {
    let wrap = stored
        .wraps
        .iter()
        .find(|wrap| wrap.key == key && u32::try_from(wrap.epoch) == Ok(epoch) && wrap.holder == name.label())?;
    route.key.unwrap(&wrap.sealed).ok()
}

fn read_sides(rows: &[Row], intake: &Intake, heads: &Heads, keys: &Keys) -> (Vec<Entry>, Vec<Entry>, Vec<Entry>) {
    let side = |side: Side| rows.iter().filter(move |row| row.place.side == side);
    let from_reporter = |row: &Row| match row.place.epoch {
        // The report is the one that the intake statement and every head name, or it is not the report.
        _ if row.place.number == 1 && Digest::of(&row.sealed) != intake.report => Err(OpenError::Damaged),
        0 => keys.intake.as_ref().ok_or(OpenError::NotForThisKey)?.open(&row.sealed).map(Some),
        epoch => keys.source.get(&epoch).ok_or(OpenError::NotForThisKey)?.open(&row.sealed).map(Some),
    };
    let reporter = chain::read_side(side(Side::Reporter), from_reporter, |_, author| {
        if *author == intake.mailbox.verify.author() { Ok(()) } else { Err(ItemError::SignedByAnother) }
    });
    let from_desk = |row: &Row| {
        let key = keys.source.get(&row.place.epoch).ok_or(OpenError::NotForThisKey)?;
        key.open(&row.sealed).map(Some)
    };
    let desk = chain::read_side(side(Side::Desk), from_desk, |place, author| heads.may_write(place, author));
    let in_file = |row: &Row| {
        let key = keys.case.get(&row.place.epoch).ok_or(OpenError::NotForThisKey)?;
        key.open(&row.sealed).map(Some)
    };
    let file = chain::read_side(side(Side::Case), in_file, |place, author| heads.may_write(place, author));
    let held = |of, entries| chain::hold_against(heads, of, side(of), entries);
    let (reporter, desk, file) =
        (held(Side::Reporter, reporter), held(Side::Desk, desk), held(Side::Case, file));
    (reporter, desk, file)
}

fn report_of(entry: &Entry) -> Option<Report> {
    match entry {
        Entry::Item(item) if item.kind == Kind::Report && item.number == 1 => item.body().ok(),
        _ => None,
    }
}
