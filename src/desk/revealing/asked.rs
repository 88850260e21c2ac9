//! What was asked of a signal's envelope, from its case file; and which decision on it counts.

use chrono::{NaiveDate, NaiveTime};
use domain::{
    AccountId, Dated, Kind, RevealId, RouteName,
    access::{self, Colleague},
    reveal::{Reveal, Stage},
};
use seal::{
    Digest, Signed, Verified, VerifyKey,
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
    /// The decision as it was signed, once it stands in the case file.
    pub recorded: Option<String>,
    /// By whom, when, and why.
    pub decided: Option<(Colleague, NaiveDate, String)>,
    /// When what it asked for was first shown.
    pub shown: Option<(NaiveDate, NaiveTime)>,
}

/// Every request, the oldest first.
pub fn asked(case: &Case) -> Vec<Asked> {
    let steps = case.written::<Reveal>(Kind::Reveal);
    let requests = steps.iter().filter_map(|(author, Dated { datum, tijd, inhoud })| match inhoud {
        Reveal::Voorgelegd { verzoek, reden, zonder_vragen, afdruk, niet_door } => {
            let of = || steps.iter().map(|(_, step)| step).filter(|step| step.inhoud.request() == Some(*verzoek));
            let decided = of().find_map(|step| match &step.inhoud {
                Reveal::Besloten { door, op, reden, .. } => Some((door.clone(), *op, reden.clone())),
                _ => None,
            });
            let recorded = of().find_map(|step| match &step.inhoud {
                Reveal::Besloten { besluit, .. } => Some(besluit.clone()),
                _ => None,
            });
            let shown = of().find(|step| matches!(step.inhoud, Reveal::Getoond { .. }));
            Some(Asked {
                id: *verzoek,
                by: author.clone(),
                day: *datum,
                time: *tijd,
                reason: reden.clone(),
                unasked: zonder_vragen.clone(),
                print: afdruk.clone(),
                not_by: niet_door.clone(),
                stage: stands(case, author, Stage::of(of().map(|step| &step.inhoud))),
                recorded,
                decided,
                shown: shown.map(|step| (step.datum, step.tijd)),
            })
        }
        _ => None,
    });
    requests.collect()
}

/// A request dies with the key of who made it: he lost it, left, or his route handed the signal over.
fn stands(case: &Case, author: &VerifyKey<role::Author>, stage: Stage) -> Stage {
    let reads = case.head().is_some_and(|head| case.is_among(&head.members, author));
    match stage {
        Stage::Waiting | Stage::Granted if !reads => Stage::Withdrawn,
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

/// What a decision that stands in the case file says of the sealed name: it was believed when it was written there, by
/// whoever keeps names today.
pub fn granted_name(case: &Case, asked: &Asked, sealed: &[u8]) -> Option<Digest> {
    let text = case.open_for_file(sealed).filter(|text| asked.recorded.as_ref() == Some(text))?;
    Signed::<Decision>::parse(text).claims().ok()?.name
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
    let decision = reveal::verify_decision(&text, ring.lineages().get(RouteName::Bewaarder)?).ok()?;
    let keeper = ring.people(RouteName::Bewaarder)?.member(&decision.by)?.clone();
    let may = !asked.not_by.contains(&keeper.account) && case.people.member_of(keeper.account).is_none();
    let is_about = decision.id == asked.id
        && decision.signal == case.intake.signal
        && decision.kenmerk == case.intake.kenmerk
        && decision.request.to_string() == asked.print;
    (may && is_about).then_some(Decided { decision, text, keeper })
}
