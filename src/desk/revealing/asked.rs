//! What was asked of a signal's envelope, from its case file; and which decision on it counts.

use chrono::{NaiveDate, NaiveTime};
use domain::{
    AccountId, Dated, Kind, RevealId, RouteName, access,
    reveal::{Reveal, Stage},
};
use seal::{
    Recipient, Verified, VerifyKey,
    grant::Grant,
    reveal::{self, Decision},
    role,
};

use crate::{access::readers, case::Case, keyring::Keyring};

/// One request.
pub struct Asked {
    pub id: RevealId,
    pub by: VerifyKey<role::Author>,
    pub day: NaiveDate,
    pub time: NaiveTime,
    pub reason: String,
    /// Why the reporter was not asked.
    pub unasked: Option<String>,
    print: String,
    not_by: Vec<AccountId>,
    pub stage: Stage,
    /// What a bewaarder decided, once it stands in the case file.
    pub recorded: Option<Recorded>,
    /// Whether somebody wrote that a bewaarder decided what none signed. It counts for nothing.
    pub is_forged: bool,
    /// When what it asked for was first shown.
    pub shown: Option<(NaiveDate, NaiveTime)>,
}

/// A decision in the case file, as the bewaarder himself signed it.
pub struct Recorded {
    pub decision: Verified<Decision>,
    /// His name, as his own route knows or knew him.
    pub keeper: String,
}

/// Every request, the oldest first.
pub fn asked(case: &Case) -> Vec<Asked> {
    let steps = case.written::<Reveal>(Kind::Reveal);
    let requests = steps.iter().filter_map(|(author, Dated { datum, tijd, inhoud })| {
        let Reveal::Voorgelegd { verzoek, reden, zonder_vragen, afdruk, niet_door } = inhoud else { return None };
        let mut asked = Asked {
            id: *verzoek,
            by: author.clone(),
            day: *datum,
            time: *tijd,
            reason: reden.clone(),
            unasked: zonder_vragen.clone(),
            print: afdruk.clone(),
            not_by: niet_door.clone(),
            stage: Stage::Waiting,
            recorded: None,
            is_forged: false,
            shown: None,
        };
        let mut counted = Vec::new();
        for (by, step) in steps.iter().filter(|(_, step)| step.inhoud.request() == Some(*verzoek)) {
            match &step.inhoud {
                Reveal::Besloten { toegekend, besluit, .. } => match recorded(case, &asked, besluit) {
                    Some(said) if said.decision.granted == *toegekend => {
                        asked.recorded.get_or_insert(said);
                    }
                    _ => {
                        asked.is_forged = true;
                        continue;
                    }
                },
                // Only who asked was given anything to look at.
                Reveal::Getoond { .. } if !case.is_same_reader(by, author) => continue,
                Reveal::Getoond { .. } if asked.shown.is_none() => asked.shown = Some((step.datum, step.tijd)),
                _ => {}
            }
            counted.push(&step.inhoud);
        }
        asked.stage = stands(case, author, Stage::of(counted.into_iter()));
        Some(asked)
    });
    requests.collect()
}

/// A request dies with the key of who made it: he lost it, left, or his route handed the signal over.
fn stands(case: &Case, author: &VerifyKey<role::Author>, stage: Stage) -> Stage {
    let reads = || case.reader_of(author).is_some_and(|who| case.readers().contains(&who.account));
    match stage {
        Stage::Waiting | Stage::Granted if !reads() => Stage::Withdrawn,
        stage => stage,
    }
}

/// Members of the bewaarders' route who may not decide about this signal: who reads it, whom it is about, who was left out
/// of it or says that he is involved, and whom its reporter excluded.
pub fn excluded(case: &Case, ring: &Keyring) -> Vec<AccountId> {
    let (over, unwanted) =
        case.report.as_ref().map_or((&[][..], &[][..]), |report| (&report.over_wie, &report.readers.niet_lezen));
    let readers = readers(case);
    let may_not = |who: &Grant| {
        readers.iter().any(|(reader, ..)| reader.account == who.account)
            || case.people.member_of(who.account).is_some()
            || case.is_kept_from(who)
            || access::is_subject(&who.function, over)
            || unwanted.iter().any(|route| case.people_of(*route).iter().any(|other| other.account == who.account))
    };
    keepers(ring).into_iter().filter(|who| may_not(who)).map(|who| who.account).collect()
}

/// The members of the bewaarders' route; none where it has no key in the configuration.
pub fn keepers(ring: &Keyring) -> Vec<Grant> {
    let people = ring.people(RouteName::Bewaarder);
    people.iter().flat_map(|people| &people.members).map(|member| (**member).clone()).collect()
}

/// Those of them who can decide a request that these may not.
pub fn eligible(ring: &Keyring, excluded: &[AccountId]) -> Vec<Grant> {
    let people = ring.people(RouteName::Bewaarder);
    let able = people.iter().flat_map(|people| people.in_force());
    able.filter(|keeper| !excluded.contains(&keeper.account)).cloned().collect()
}

/// To whom something about a request is sealed: each of them with his own key, for the route's is everybody's. There are as many
/// recipients as there are bewaarders: no file shows that one was left out.
pub fn recipients(ring: &Keyring, excluded: &[AccountId]) -> Vec<Recipient<role::Person>> {
    let mut to: Vec<_> = eligible(ring, excluded).into_iter().map(|keeper| keeper.person.encrypt).collect();
    to.resize_with(keepers(ring).len(), reveal::nobody);
    to
}

/// A decision that counts.
pub struct Decided {
    pub decision: Verified<Decision>,
    pub text: String,
    pub keeper: Grant,
}

/// The decision that stands in a request's row, if a bewaarder who may decide it signed it, about this very request.
pub fn decision(case: &Case, ring: &Keyring, asked: &Asked, sealed: &[u8]) -> Option<Decided> {
    let text = case.open_for_file(sealed)?;
    let decision = about(case, ring, asked, &text)?;
    let keeper = keeper(ring, &decision.by)?.clone();
    let may = !asked.not_by.contains(&keeper.account) && case.people.member_of(keeper.account).is_none();
    may.then_some(Decided { decision, text, keeper })
}

/// The bewaarder who has a key, or one that it signed for.
fn keeper<'a>(ring: &'a Keyring, key: &VerifyKey<role::Author>) -> Option<&'a Grant> {
    let people = ring.people(RouteName::Bewaarder)?;
    people.member_of(people.reader(key)?.account)
}

/// The same of one that stands in the case file, where any member can write: whoever keeps names today, it was a bewaarder's.
fn recorded(case: &Case, asked: &Asked, text: &str) -> Option<Recorded> {
    let ring = case.ring();
    let decision = about(case, ring, asked, text)?;
    let people = ring.people(RouteName::Bewaarder)?;
    let member = people.member(&decision.by).map(|keeper| (keeper.account, keeper.name.clone()));
    let (account, keeper) =
        member.or_else(|| people.former(&decision.by).map(|left| (left.account, left.name.clone())))?;
    (!asked.not_by.contains(&account)).then_some(Recorded { decision, keeper })
}

/// A decision as the bewaarders' route and one of its people signed it, about this request of this signal.
fn about(case: &Case, ring: &Keyring, asked: &Asked, text: &str) -> Option<Verified<Decision>> {
    let decision = reveal::verify_decision(text, ring.lineages().get(RouteName::Bewaarder)?).ok()?;
    let is_about = decision.id == asked.id
        && decision.signal == case.intake.signal
        && decision.kenmerk == case.intake.kenmerk
        && decision.request.to_string() == asked.print;
    is_about.then_some(decision)
}

/// The bewaarder who said yes to a request, while he may have the envelope: he can open it, and nothing was found since for which
/// he could not have decided.
pub fn receiver(case: &Case, ring: &Keyring, asked: &Asked) -> Option<Grant> {
    let decision = &asked.recorded.as_ref().filter(|said| said.decision.granted)?.decision;
    let own = keeper(ring, &decision.by)?.account;
    let mut may_not = excluded(case, ring);
    may_not.extend(asked.not_by.iter().copied());
    eligible(ring, &may_not).into_iter().find(|keeper| keeper.account == own)
}
