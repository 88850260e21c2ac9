//! What members said of a route as a whole, one statement after the other: when rights were looked through, who replaces
//! whom, and who outside the line hears of late terms. And what stands on every page of a route that one absence would close.

use chrono::{DateTime, NaiveDate};
use domain::{
    AccountId, RouteName, clock,
    journal::{Action, Lines, Outcome},
    term::{self, TermState},
    upkeep::{self, Answer, FEWEST_MEMBERS},
    {Routing, escalation},
};
use entity::upkeep as table;
use seal::{
    Digest, Lineage, Signed, Signer, VERSION, VerifyKey, bucket,
    grant::Grant,
    role,
    sealed::{self, Sealed},
    upkeep::{Act, Outsider, Upkeep},
};
use store::{Store, StoreError};
use templates::layout::Reminder;

use crate::{
    keyring::{HeldRoute, Keyring, People},
    session::Officer,
    state::State,
    texts,
    writing::WriteError,
};

/// A time that somebody looked through who may open what.
pub struct SignOff {
    /// His name: as his grant has it, or as he signed it if he is no member any more.
    pub name: String,
    pub on: NaiveDate,
    pub by: VerifyKey<role::Author>,
    pub listed: Digest,
    /// Sealed to the route; `None` where they are not the ones that he signed.
    pub answers: Option<Vec<u8>>,
    /// Whether he is a member still. What somebody signed who is none any more says nothing of today: it is listed, and the
    /// year is not counted from it.
    pub counts: bool,
}

impl SignOff {
    /// What he answered, for who holds the route's key.
    pub fn opened(&self, held: &HeldRoute) -> Option<Vec<Answer>> {
        let text = held.open(self.answers.as_ref()?).ok()?;
        serde_json::from_str(sealed::without_padding(&text).ok()?).ok()
    }
}

/// Who takes over.
pub struct Replacement {
    pub account: AccountId,
    pub name: String,
    pub on: NaiveDate,
    /// Who said so.
    pub by: String,
}

/// Who hears outside the line.
pub struct Outside {
    pub people: Vec<Outsider>,
    pub on: NaiveDate,
    /// Who said so.
    pub by: String,
}

/// What members said of one route, oldest first.
#[derive(Default)]
pub struct Upkept {
    pub reviews: Vec<SignOff>,
    pub replacement: Option<Replacement>,
    pub outside: Option<Outside>,
    /// Whether a statement is gone, stands in another's place, or is not what the route signed.
    pub is_damaged: bool,
    /// The number of the last row, and the digest of the last statement that is believed.
    last: i32,
    tip: Option<Digest>,
}

impl Upkept {
    /// Reads a route's chain. What is not signed by the route and by its member is not believed, whatever row it stands in.
    /// An older key of the route signed up to the statement that its newest one lists, and none after.
    pub fn read(rows: &[table::Model], route: RouteName, keys: &Lineage, people: &People) -> Self {
        let mut found = Self::default();
        let rows: Vec<_> = rows.iter().filter(|row| row.route == route).collect();
        let listed = rows.iter().rposition(|row| keys.lists(&Digest::of(row.statement.as_bytes())));
        for (at, (expected, row)) in (1..).zip(rows).enumerate() {
            found.is_damaged |= row.number != expected;
            found.last = row.number;
            let number = u32::try_from(row.number).unwrap_or_default();
            match seal::upkeep::verify(&row.statement, route, number, keys) {
                Ok((key, said)) if key == keys.number() || Some(at) <= listed => {
                    found.is_damaged |= said.previous != found.tip;
                    found.tip = Some(said.digest());
                    found.take(said.into_inner(), row.sealed.as_ref(), people);
                }
                _ => found.is_damaged = true,
            }
        }
        found
    }

    fn take(&mut self, said: Upkeep, sealed: Option<&Vec<u8>>, people: &People) {
        let member = people.member(&said.by);
        let name = member.map_or(said.name, |grant| grant.name.clone());
        match said.act {
            Act::Reviewed { listed, answers } => {
                let right = sealed.filter(|sealed| Digest::of(sealed) == answers).cloned();
                self.is_damaged |= right.is_none();
                let counts = member.is_some();
                self.reviews.push(SignOff { name, on: said.on, by: said.by, listed, answers: right, counts });
            }
            // Whoever is no member any more decides nothing of today.
            Act::Replacement { account, name: who } if member.is_some() => {
                self.replacement = Some(Replacement { account, name: who, on: said.on, by: name });
            }
            Act::Replacement { .. } => self.replacement = None,
            Act::Outside { people } => {
                self.outside = member.is_some().then_some(Outside { people, on: said.on, by: name });
            }
        }
    }

    /// The last time that counts.
    pub fn last_review(&self) -> Option<&SignOff> {
        self.reviews.iter().rev().find(|review| review.counts)
    }

    /// Since when the year runs: the last review, or the day on which the first of today's members was let in.
    pub fn since(&self, people: &People) -> Option<NaiveDate> {
        let began = people.members.iter().map(|grant| grant.on).min();
        self.last_review().map(|review| review.on).or(began)
    }

    /// Those outside the line who may still hear, in their order.
    pub fn outsiders<'a>(&self, route: RouteName, people: &'a People, routing: &Routing) -> Vec<&'a Grant> {
        let named = self.outside.iter().flat_map(|outside| &outside.people);
        let may: Vec<_> = may_be_outside(route, people, routing).collect();
        named.filter_map(|named| may.iter().copied().find(|grant| grant.account == named.account)).collect()
    }

    /// Who takes over, if he still can.
    pub fn replacement(&self, people: &People) -> Option<&Replacement> {
        let known = self.replacement.as_ref()?;
        people.in_force().any(|grant| grant.account == known.account).then_some(known)
    }
}

/// Who may be outside the line of a route: it knows him, he is no member of it, he has a key and an account, and no office that
/// its signals are about.
pub fn may_be_outside<'a>(
    route: RouteName,
    people: &'a People,
    routing: &Routing,
) -> impl Iterator<Item = &'a Grant> + use<'a> {
    let routing = routing.clone();
    let known = people.colleagues.iter().filter(|known| people.colleague(known.account).is_some());
    let works =
        known.filter(|known| !people.stale.contains(&known.account) && !people.disabled.contains(&known.account));
    works.filter(move |known| !escalation::may_be_about(&known.function, route, &routing))
}

/// When rights must be looked through again, and how that stands today.
pub fn term_of(upkept: &Upkept, people: &People, today: NaiveDate) -> (NaiveDate, TermState) {
    let since = upkept.since(people).unwrap_or(today);
    (upkeep::due(since), upkeep::state(since, today))
}

/// Reads what members said of every usable route of somebody.
pub fn of_ring(ring: &Keyring, rows: &[table::Model]) -> Vec<(RouteName, Upkept)> {
    let read = |route| {
        let (held, keys) = (ring.usable(route)?, ring.lineages().get(route)?);
        Some((route, Upkept::read(rows, route, keys, &held.people)))
    };
    ring.usable_routes().into_iter().filter_map(read).collect()
}

/// Puts on every page what one absence would close. A route that is not in use yet is left alone.
pub async fn remind(state: &State, ring: &mut Keyring) -> Result<(), StoreError> {
    if ring.is_empty() {
        return Ok(());
    }
    let rows = state.store.upkeep().await?;
    let reminders = of_ring(ring, &rows).into_iter().filter_map(|(route, upkept)| {
        let people = &ring.usable(route)?.people;
        reminder(route, people, &upkept)
    });
    ring.reminders = reminders.collect();
    Ok(())
}

fn reminder(route: RouteName, people: &People, upkept: &Upkept) -> Option<Reminder> {
    let name = texts::route(route);
    if people.in_force().count() < FEWEST_MEMBERS {
        let lost = if route.takes_signals() {
            "leest niemand nog wat er binnenkomt"
        } else {
            "kan niemand zijn deel van een naam nog openen"
        };
        let text = format!("De route {name} heeft maar één lid. Valt u uit, dan {lost}. Laat een tweede lid toe.");
        return Some(Reminder { text, href: "/beheer", link: "Naar Beheer" });
    }
    let none = upkept.replacement(people).is_none();
    none.then(|| Reminder {
        text: format!("De route {name} heeft geen vervanger. Spreek af wie het overneemt als u er niet bent."),
        href: "/beheer/rechten",
        link: "Wijs een vervanger aan",
    })
}

/// The day on which something was last done of a route, by what the log says.
pub async fn last_done(store: &Store, route: RouteName, action: Action) -> Result<Option<NaiveDate>, StoreError> {
    // However many were refused since.
    let (object, outcome) = (route.label().to_owned(), Some(Outcome::Done));
    let lines = Lines { object, action: Some(action), outcome, ..Lines::default() };
    let (_, lines) = store.log_page(&lines, 0, 1).await?;
    let Some(done) = lines.first() else { return Ok(None) };
    // The day on which it began: around midnight it may have been signed before its last line was written.
    let began = store.log_after(done.begun.saturating_sub(1), 1).await?.into_iter().next();
    let began = began.filter(|line| line.number == done.begun);
    Ok(began.and_then(|line| DateTime::from_timestamp(line.at, 0)).map(clock::dutch_date))
}

/// What the log tells of reviews and the rows do not: who takes the newest statement away, leaves the line of it, and the log
/// is a chain that somebody else keeps the end of. A sentence for members and for the auditor.
pub async fn gone(state: &State, route: RouteName, upkept: &Upkept) -> Result<Option<String>, StoreError> {
    let day = last_done(&state.store, route, Action::RightsReviewed).await?;
    let stands = upkept.reviews.last().map(|review| review.on);
    Ok(day.filter(|day| stands.is_none_or(|stands| stands < *day)).map(|day| {
        format!(
            "Volgens het logboek zijn de rechten van de route {} nagelopen op {}. Die ondertekening is hier weg. Meld dit bij \
             de beheerder.",
            texts::route(route),
            term::dutch(day)
        )
    }))
}

/// Signs an act and writes it after the last. [`StoreError::Taken`] inside: a colleague said something first.
pub async fn write(
    state: &State,
    officer: &Officer,
    (route, held): (RouteName, &HeldRoute),
    after: &Upkept,
    (act, sealed): (Act, Option<Sealed>),
) -> Result<(), WriteError> {
    let by = officer.key.verify_key();
    let name = held.people.member(&by).ok_or(WriteError::Broken)?.name.clone();
    let number = after.last.checked_add(1).ok_or(WriteError::Broken)?;
    let said = Upkeep {
        v: VERSION,
        route,
        number: u32::try_from(number).map_err(|_| WriteError::Broken)?,
        previous: after.tip,
        by,
        name,
        on: state.today(),
        act,
    };
    let statement = Signed::sign(&said, &[&held.key, &*officer.key])?.text().to_owned();
    let row = table::Model { route, number, statement, sealed: sealed.map(Sealed::into_bytes) };
    Ok(state.store.add_upkeep(row, &held.under(route)).await?)
}

/// Answers, sealed to the route: what is said of people is for its members.
pub fn seal_answers(answers: &[Answer], held: &HeldRoute) -> Result<Sealed, WriteError> {
    let text = serde_json::to_string(answers)?;
    Ok(sealed::seal(&text, &[held.key.halves().encrypt.any()], bucket::ITEM_FLOOR)?)
}
