//! A signal opened at the desk: every key checked against the head, every item verified, and what does not fit named.

mod contents;
mod enrichment;
mod findings;
mod keys;
mod renewed;
mod shown;
mod terms;
mod track;

use std::sync::Arc;

use domain::{
    Attachment, Enclosed, FileId, Kind, Report, RouteName, Side, message::Message, registration::Registration,
};
use seal::{
    Digest, Entry, Signer, VerifyKey, chain,
    head::{Head, HeadError, Heads, Reached},
    intake::Intake,
    role,
};
use store::{Under, signals::StoredSignal};
use unseal::{FullKey, OpeningKey};

pub use contents::Written;
pub use findings::Findings;
use findings::explain_heads;
pub use keys::FileKey;
use keys::{Keys, read_sides};
pub use shown::NameTalk;

use crate::{
    keyring::{Keyring, People},
    rotation::behind,
};

/// Why a signal does not open for this person at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotOpened {
    /// None of its keys was wrapped to him or to a route of his.
    #[error("the signal is not sealed to this person")]
    NotYours,
    /// The statement that says which keys belong to it does not verify: there is nothing to begin with.
    #[error("the signal's own statement does not verify")]
    Damaged,
}

/// An opened signal.
pub struct Case {
    pub stored: StoredSignal,
    pub intake: Intake,
    pub heads: Heads,
    /// The route that has it now.
    pub route: RouteName,
    /// Its members, and the colleagues it knows.
    pub people: Arc<People>,
    pub report: Option<Report>,
    /// Where somebody at the desk wrote it down: from whom it came.
    pub registered: Option<Registration>,
    /// Both sides of the conversation, in order.
    pub conversation: Vec<(Side, Entry)>,
    /// The case file, in order.
    pub file: Vec<Entry>,
    pub findings: Findings,
    /// Who read it before, as the log says it: name and second, the newest first.
    pub readings: Vec<(String, i64)>,
    reader: Reader,
    keys: Keys,
}

/// Who opened it.
struct Reader {
    ring: Keyring,
    is_member: bool,
}

impl Case {
    /// Opens a signal with a person's keys: as a member of the route that has it, or because it was wrapped to him.
    pub fn open(stored: StoredSignal, ring: &Keyring) -> Result<Self, NotOpened> {
        let intake = Intake::verify(&stored.signal.intake, None).map_err(|_| NotOpened::Damaged)?.into_inner();
        if intake.signal != stored.signal.id {
            let is_his = [intake.route, stored.signal.route].iter().any(|route| ring.usable(*route).is_some());
            return Err(if is_his { NotOpened::Damaged } else { NotOpened::NotYours });
        }
        let heads = match Heads::verify(&stored.heads, &intake, |route| ring.lineages().of_route(route)) {
            Ok(heads) => heads,
            Err(error) => return Self::closed(stored, intake, ring, &error),
        };
        let route = heads.route(&intake);
        // Of a closed signal the route's key makes nobody a member: only its head does.
        let lets_in = heads.current().is_none_or(|head| !head.closed || ring.is_member_of(head));
        let is_member = lets_in && ring.usable(route).is_some();
        let people = ring.people(route).cloned().unwrap_or_default();
        let mut findings = Findings::default();
        let keys = Keys::open(&stored, &intake, &heads, ring);
        // Whom the route's own signature names, reads it: a key that somebody put there for him makes nobody a reader, and
        // where the key of one who is named is gone, that is damage. Who left the route since is named as a member until
        // it has other keys, and is none.
        let is_named = heads.current().map_or(is_member, |head| is_member || ring.is_guest_of(head));
        let opens = keys.open_current(&heads);
        if !(is_named && (opens || is_member) || is_member && opens) {
            return Err(NotOpened::NotYours);
        }
        let reader = Reader { ring: ring.clone(), is_member };
        let (reporter, desk, file) = read_sides(&stored.items, &intake, &heads, &keys);
        let enclosed = reporter.first().and_then(report_of);
        let registered = enclosed.as_ref().and_then(|enclosed| enclosed.ingevoerd.clone());
        let report = enclosed.map(|enclosed| enclosed.report);
        if keys.reads_source() || is_member {
            keys.check(&heads, &mut findings);
            if report.is_none() {
                findings.break_off(
                    "De melding zelf is beschadigd of weg. U kunt niets toevoegen. Meld dit bij de beheerder.",
                );
            }
        }
        let conversation = chain::interleave(reporter, desk);
        let mut case = Self {
            stored,
            intake,
            heads,
            route,
            people,
            report,
            registered,
            conversation,
            file,
            findings,
            readings: Vec::new(),
            reader,
            keys,
        };
        case.check();
        Ok(case)
    }

    /// A signal whose heads do not verify. Then its intake statement and its report may be a forger's too (his own
    /// signature under his own key), so nothing of it is shown; and only to whom it ought to be sealed.
    fn closed(stored: StoredSignal, intake: Intake, ring: &Keyring, error: &HeadError) -> Result<Self, NotOpened> {
        let possible = [intake.route, stored.signal.route].into_iter().find(|route| ring.usable(*route).is_some());
        let route = possible.ok_or(NotOpened::NotYours)?;
        tracing::error!("heads of {}: {error}", intake.kenmerk);
        let mut findings = Findings::default();
        let why = explain_heads(error);
        findings.break_off(format!(
            "De sleutelverklaring van dit signaal klopt niet: {why}. Daarom laten wij er niets van zien en kunt u niets \
             toevoegen. Meld dit bij de beheerder."
        ));
        let (heads, conversation, file) = (Heads::default(), Vec::new(), Vec::new());
        let (people, keys) = (ring.people(route).cloned().unwrap_or_default(), Keys::default());
        let reader = Reader { ring: ring.clone(), is_member: true };
        let (report, registered) = (None, None);
        Ok(Self {
            stored,
            intake,
            heads,
            route,
            people,
            report,
            registered,
            conversation,
            file,
            findings,
            readings: Vec::new(),
            reader,
            keys,
        })
    }

    /// Whether the officer who opened it is a member of its route: he decides, others contribute.
    pub const fn is_members(&self) -> bool {
        self.reader.is_member
    }

    /// The route's key, where a member opened it.
    pub fn route_key(&self) -> Option<&FullKey<role::Route>> {
        self.reader.ring.usable(self.route).filter(|_| self.reader.is_member).map(|held| &held.key)
    }

    /// What the store holds against that key when something is signed with it.
    pub fn under(&self) -> Option<Under> {
        let held = self.reader.ring.usable(self.route).filter(|_| self.reader.is_member);
        held.map(|held| held.under(self.route))
    }

    /// Whether he may read the reporter's own words.
    pub fn reads_source(&self) -> bool {
        self.keys.reads_source()
    }

    /// Whether he may answer the reporter.
    pub fn may_answer(&self) -> bool {
        let closed = !self.reads_source() && !self.is_members();
        !closed
            && (self.is_members()
                || self.head().is_some_and(|head| head.answerers.iter().any(|key| self.reader.ring.is_own(key))))
    }

    /// Whether the desk never opened this signal: no head, nothing that the desk wrote, no key but the melder's.
    pub fn is_unopened(&self) -> bool {
        let only_intake =
            self.stored.wraps.iter().all(|wrap| wrap.epoch == 0 && wrap.holder == self.intake.route.label());
        // Keys that were made when the route's key was replaced are nobody's reading.
        let unread = self.head().is_some_and(|head| head.unread);
        let untouched = unread || self.stored.heads.is_empty() && only_intake;
        untouched && self.tip(Side::Desk).0 == 0 && self.tip(Side::Case).0 == 0
    }

    /// Whether its keys are still wrapped to a key of the route that was replaced since, as far as a member can tell.
    pub fn is_behind(&self) -> bool {
        let held = self.reader.ring.usable(self.route).filter(|_| self.reader.is_member);
        held.is_some_and(|held| behind::is_behind(&self.stored.wraps, &self.heads, self.route, held))
    }

    /// Stands in every form of this signal's pages: whom the officer read when he wrote. A signal that was put in its
    /// place in between is another's.
    pub fn addressee(&self) -> String {
        Digest::of(self.intake.mailbox.verify.to_string().as_bytes()).to_string()
    }

    /// Whether the newest status is surely the last: nothing after it is damaged or gone.
    pub fn status_is_certain(&self) -> bool {
        is_certain(self.file.iter(), Kind::Status) && (!self.stored.heads.is_empty() || self.is_unopened())
    }

    /// The same of what the reporter was last sent.
    pub fn standing_is_certain(&self) -> bool {
        let desk = self.conversation.iter().filter(|(side, _)| *side == Side::Desk).map(|(_, entry)| entry);
        is_certain(desk, Kind::Standing) && (!self.stored.heads.is_empty() || self.is_unopened())
    }

    pub fn head(&self) -> Option<&Head> {
        self.heads.current().map(|head| &**head)
    }

    pub fn intake_key(&self) -> Option<&OpeningKey<role::Intake>> {
        self.keys.intake.as_ref()
    }

    /// Source and case key of the newest epoch, as far as this officer has them.
    pub fn current_keys(&self) -> (Option<&OpeningKey<role::Source>>, Option<&OpeningKey<role::Case>>) {
        let epoch = self.head().map_or(0, |head| head.epoch);
        (self.keys.source.get(&epoch), self.keys.case.get(&epoch))
    }

    /// A file that a verified item lists, with the key that its item was sealed to.
    pub fn into_file(mut self, id: FileId) -> Option<(Attachment, FileKey)> {
        let (file, epoch) = self.files().find(|(file, ..)| file.bestand == id).map(|(file, _, epoch)| (file, epoch))?;
        let key = match epoch {
            0 => FileKey::Intake(self.keys.intake.take()?),
            epoch => FileKey::Source(self.keys.source.remove(&epoch)?),
        };
        Some((file, key))
    }

    /// Every file of the conversation, the report's first, with its number there and the epoch of its item.
    pub fn files(&self) -> impl Iterator<Item = (Attachment, usize, u32)> {
        let of_item = |entry: &Entry| match entry {
            Entry::Item(item) if item.kind == Kind::Report => {
                (item.epoch, item.body::<Enclosed>().map(|body| body.bestanden).unwrap_or_default())
            }
            Entry::Item(item) if item.kind == Kind::Message => {
                (item.epoch, item.body::<Message>().map(|body| body.bestanden).unwrap_or_default())
            }
            _ => (0, Vec::new()),
        };
        let listed = self.conversation.iter().map(move |(_, entry)| of_item(entry));
        let files = listed.flat_map(|(epoch, files)| files.into_iter().map(move |file| (file, epoch)));
        files.zip(1..).map(|((file, epoch), number)| (file, number, epoch))
    }

    /// The last number of a side and the digest of that file.
    pub fn tip(&self, side: Side) -> (u32, Option<Digest>) {
        chain::tip(self.stored.items.iter().filter(|row| row.place.side == side))
    }

    /// The digest of the file that stands at a number of a side.
    pub fn digest_at(&self, side: Side, number: u32) -> Option<Digest> {
        let row = self.stored.items.iter().find(|row| row.place.side == side && row.place.number == number);
        row.map(|row| Digest::of(&row.sealed))
    }

    /// The last number of a side that verified: what may be signed as seen. A row that anybody may have put there is
    /// not.
    pub fn verified_tip(&self, side: Side) -> u32 {
        let entries = self.conversation.iter().filter(|(of, _)| *of == side).map(|(_, entry)| entry);
        let file = self.file.iter().filter(|_| side == Side::Case);
        let numbers = entries.chain(file).filter_map(|entry| match entry {
            Entry::Item(item) => Some(item.number),
            _ => None,
        });
        numbers.max().unwrap_or(0)
    }

    /// Name and function of an author, as a verified grant or introduction has them.
    pub fn author(&self, key: &VerifyKey<role::Author>) -> (String, String) {
        // Before a hand-over others wrote; their route's signatures still say who they are.
        let routes = self.heads.all().iter().map(|head| head.route);
        let known = || routes.filter_map(|route| self.reader.ring.people(route)?.whoever(key)).next();
        if let Some(grant) = self.people.whoever(key).or_else(known) {
            return (grant.name.clone(), grant.function.clone());
        }
        let mut routes = self.heads.all().iter().map(|head| head.route);
        let left = routes.find_map(|route| self.reader.ring.people(route)?.former(key));
        left.map_or_else(|| ("niet meer op deze route".into(), String::new()), |l| (l.name.clone(), l.function.clone()))
    }
}

/// The head by which a signal is no longer this person's: its newest one, signed by its route, does not name him, and the one
/// that he saw last (`seen`) still stands before it. Who writes the database can hide a signal from somebody, but not sign
/// such a head.
pub fn was_taken_from(stored: &StoredSignal, ring: &Keyring, seen: Reached) -> Option<Reached> {
    let intake = Intake::verify(&stored.signal.intake, None).ok()?;
    let heads = Heads::verify(&stored.heads, &intake, |route| ring.lineages().of_route(route)).ok()?;
    let stands = seen.number == 0
        || heads.all().iter().any(|head| head.number == seen.number && Some(head.digest()) == seen.item);
    // Or he left its route, as the key that replaced his says.
    let has_left = ring
        .people(heads.route(&intake))
        .is_some_and(|people| ring.keys().any(|own| people.has_left(&own.verify_key())));
    let head = heads.current().filter(|head| stands && (has_left || !ring.is_named(head)))?;
    Some(Reached { number: head.number, item: Some(head.digest()) })
}

/// Whether nothing that is damaged or gone stands behind the last item of a kind.
fn is_certain<'a>(entries: impl DoubleEndedIterator<Item = &'a Entry>, kind: Kind) -> bool {
    let mut after = entries.rev().take_while(|entry| !matches!(entry, Entry::Item(item) if item.kind == kind));
    after.all(|entry| matches!(entry, Entry::Item(_) | Entry::Closed { .. }))
}

fn report_of(entry: &Entry) -> Option<Enclosed> {
    match entry {
        Entry::Item(item) if item.kind == Kind::Report && item.number == 1 => item.body::<Enclosed>().ok(),
        _ => None,
    }
}
