//! The keys of a signal and who has them: the first opening, a new member's name in the head, an invitation, and new keys
//! where somebody loses his. Every change is signed by the route's key, so only a member can make one.

mod wraps;

use std::collections::BTreeSet;

use domain::{
    AccountId, KeyName, RouteName,
    access::{Access, Part},
};
use seal::{
    Halves, Recipient, Signed, Signer, VERSION, VerifyKey,
    grant::Grant,
    head::{Head, Reached, ReachedSides},
    role,
};
use store::{RECOVERY_HOLDER, signals::Addition};
use unseal::PrivateHalf;
use wraps::{Fresh, Wraps};

use crate::{
    case::Case,
    session::Officer,
    working::Working,
    writing::{Tips, WriteError},
};

/// Somebody of another team who holds keys of a signal.
#[derive(Clone)]
pub struct Guest {
    pub who: Grant,
    /// Whether he has the source key too.
    pub reads_source: bool,
    /// Whether he may answer the reporter.
    pub answers: bool,
}

/// Who holds the keys of a signal, beside the paper key.
#[derive(Clone)]
pub struct Audience {
    pub route: RouteName,
    /// Members one by one, because one of the route may not read it; `None`: whoever holds the route's key.
    pub members: Option<Vec<Grant>>,
    pub guests: Vec<Guest>,
}

impl Audience {
    /// Who has the keys now: the head names them, or keys that signed for theirs, and the case file says for what.
    pub fn of(case: &Case) -> Self {
        let head = case.head();
        let named = |keys: &[VerifyKey<role::Author>]| {
            keys.iter().filter_map(|key| case.reader_of(key).cloned()).collect::<Vec<_>>()
        };
        let guests = named(head.map_or(&[], |head| &head.guests)).into_iter().map(|who| {
            let invited = case.access().into_iter().rev().find_map(|(_, act)| match act.inhoud {
                Access::Uitgenodigd { wie, reden_bron, .. } if wie.account == who.account => Some(reden_bron.is_some()),
                _ => None,
            });
            let is_his = |key| case.reader_of(key).is_some_and(|other| other.account == who.account);
            let answers = head.is_some_and(|head| head.answerers.iter().any(is_his));
            Guest { reads_source: invited.unwrap_or(false), answers, who }
        });
        let guests = guests.collect();
        let closed = head.filter(|head| head.closed);
        let members = closed.map(|head| named(&head.members));
        Self { route: case.route, members, guests }
    }

    /// Takes back somebody who lost his key, which signed for no other: as a member, where members who read the signal let him
    /// in again; as a guest, where the newest that the case file says of him is that he was invited.
    fn takes_back(&mut self, case: &Case, who: &Grant) -> Option<()> {
        let (head, lost) = (case.head()?, case.lost_key(who)?);
        if head.closed && head.members.contains(lost) {
            let may = case.people.member_of(who.account).is_some() && case.people.is_let_in_by_readers(who, head);
            return may.then(|| self.members.get_or_insert_default().push(who.clone()));
        }
        let last = case.access().into_iter().rev().find_map(|(_, act)| match act.inhoud {
            Access::Uitgenodigd { wie, als, reden_bron, .. } if wie.account == who.account => {
                Some(Some((als, reden_bron.is_some())))
            }
            Access::Ingetrokken { wie, .. }
            | Access::Buitengesloten { wie, .. }
            | Access::Toegelaten { wie, .. }
            | Access::Doorgegeven { wie }
                if wie.account == who.account =>
            {
                Some(None)
            }
            Access::Overgedragen { .. } => Some(None),
            _ => None,
        });
        let (part, reads_source) = last.flatten()?;
        let answers = reads_source && part == Part::Behandelaar;
        head.guests.contains(lost).then(|| self.guests.push(Guest { who: who.clone(), reads_source, answers }))
    }

    pub fn guest(&self, account: AccountId) -> Option<&Guest> {
        self.guests.iter().find(|guest| guest.who.account == account)
    }

    fn without(&self, is_out: impl Fn(&Grant) -> bool) -> Self {
        let mut rest = self.clone();
        rest.guests.retain(|guest| !is_out(&guest.who));
        rest.members = rest.members.map(|members| members.into_iter().filter(|member| !is_out(member)).collect());
        rest
    }

    fn members(&self, case: &Case) -> Vec<VerifyKey<role::Author>> {
        let all = || case.people.members.iter().map(|grant| grant.person.verify.author()).collect();
        let some = |members: &Vec<Grant>| members.iter().map(|grant| grant.person.verify.author()).collect();
        self.members.as_ref().map_or_else(all, some)
    }

    fn answerers(&self) -> Vec<VerifyKey<role::Author>> {
        let answering = self.guests.iter().filter(|guest| guest.answers);
        answering.map(|guest| guest.who.person.verify.author()).collect()
    }

    fn named_guests(&self) -> Vec<VerifyKey<role::Author>> {
        self.guests.iter().map(|guest| guest.who.person.verify.author()).collect()
    }
}

/// The head that this signal needs before this officer can write in it: the first one, with the keys it names, or a new
/// one because the present one does not name him yet. `None`: it is fine as it is.
pub fn needed_head(case: &Case, officer: &Officer) -> Result<Option<Addition>, WriteError> {
    if case.findings.broken || !case.is_members() {
        return Ok(None);
    }
    match case.head() {
        None if case.is_unopened() => first_opening(case, officer, false).map(Some),
        Some(head) if head.unread || !head.members.contains(&officer.key.verify_key()) => {
            renamed(case, officer, &Audience::of(case)).map(Some)
        }
        _ => Ok(None),
    }
}

/// A head of the same epoch that names other people.
fn renamed(case: &Case, officer: &Officer, audience: &Audience) -> Result<Addition, WriteError> {
    let head = case.head().ok_or(WriteError::Broken)?;
    let next = Head {
        number: head.number + 1,
        members: audience.members(case),
        answerers: audience.answerers(),
        guests: audience.named_guests(),
        unread: false,
        ..head.clone()
    };
    let heads = vec![signed_head(case, officer, next, Tips::of(case))?];
    Ok(Addition { heads, on_head: Some(head.number), under: case.under(), ..Addition::default() })
}

/// Makes source and case key, wraps them to the route, and signs the first head. Whoever gets the source key later also
/// gets the report: the intake key is wrapped to it here. `unread`: nobody opens it, its route's key was replaced.
fn first_opening(case: &Case, officer: &Officer, unread: bool) -> Result<Addition, WriteError> {
    let intake_key = case.intake_key().ok_or(WriteError::Broken)?;
    let audience = Audience { route: case.route, members: None, guests: Vec::new() };
    let fresh = Fresh::generate(1);
    let route = case.route_key().ok_or(WriteError::Broken)?.halves();
    let mut wraps = Wraps { case, rows: Vec::new() };
    wraps.fresh(&fresh, &audience, &route, None)?;
    wraps.add(0, KeyName::Intake, KeyName::Source.label(), intake_key.wrap(&[fresh.source.recipient().any()])?);
    let shut_out = wraps.away_from_the_old_key(&route)?;
    let head = Head {
        v: VERSION,
        signal: case.intake.signal,
        route: case.route,
        number: 1,
        epoch: 1,
        source: fresh.source.recipient(),
        case: fresh.file.recipient(),
        mailbox: case.intake.mailbox.clone(),
        members: audience.members(case),
        answerers: Vec::new(),
        guests: Vec::new(),
        closed: false,
        unread,
        by: officer.key.verify_key(),
        report: case.intake.report,
        reached: reached(Tips::of(case)),
        previous: None,
    };
    Ok(Addition {
        heads: vec![signed_head(case, officer, head, Tips::of(case))?],
        wraps: wraps.rows,
        shut_out,
        under: case.under(),
        ..Addition::default()
    })
}

/// More readers, under the keys there are: what was said before they may read as well.
pub fn widened(case: &Case, officer: &Officer, guests: &[Guest]) -> Result<Addition, WriteError> {
    let head = case.head().ok_or(WriteError::Broken)?;
    let (source, file) = case.current_keys();
    let mut wraps = Wraps { case, rows: Vec::new() };
    let (mut audience, mut shut_out) = (Audience::of(case), Vec::new());
    for guest in guests {
        let to = [guest.who.person.encrypt.any()];
        let before = audience.guests.iter().position(|known| known.who.account == guest.who.account);
        let holder = guest.who.account.to_string();
        if before.is_none() {
            wraps.add(head.epoch, KeyName::Case, &holder, file.ok_or(WriteError::Broken)?.wrap(&to)?);
        }
        if guest.reads_source && before.is_none_or(|at| !audience.guests[at].reads_source) {
            wraps.add(head.epoch, KeyName::Source, &holder, source.ok_or(WriteError::Broken)?.wrap(&to)?);
        }
        match before {
            Some(at) => audience.guests[at] = guest.clone(),
            None => {
                audience.guests.push(guest.clone());
                // A wrap that a failed change left behind would stand in the way of a new guest's.
                shut_out.push(holder);
            }
        }
    }
    Ok(Addition { wraps: wraps.rows, shut_out, ..renamed(case, officer, &audience)? })
}

/// A member of the route who has no key yet, under the keys there are: of a closed signal, whose members have them one by
/// one.
pub fn joined(case: &Case, officer: &Officer, member: &Grant) -> Result<Addition, WriteError> {
    let head = case.head().ok_or(WriteError::Broken)?;
    let (Some(source), Some(file)) = case.current_keys() else { return Err(WriteError::Broken) };
    let (holder, to) = (member.account.to_string(), [member.person.encrypt.any()]);
    let mut wraps = Wraps { case, rows: Vec::new() };
    wraps.add(head.epoch, KeyName::Source, &holder, source.wrap(&to)?);
    wraps.add(head.epoch, KeyName::Case, &holder, file.wrap(&to)?);
    let mut audience = Audience::of(case);
    audience.members.get_or_insert_default().push(member.clone());
    // He may have been a guest before he was a member.
    audience.guests.retain(|guest| guest.who.account != member.account);
    Ok(Addition { wraps: wraps.rows, shut_out: vec![holder], ..renamed(case, officer, &audience)? })
}

/// The same readers under the keys there are, after one of them got a new key of his own: what was wrapped to the old one goes.
pub fn rewrapped(case: &Case, officer: &Officer, who: &Grant) -> Result<Addition, WriteError> {
    let head = case.head().filter(|_| !case.is_kept_from(who)).ok_or(WriteError::Broken)?;
    let (source, file) = case.current_keys();
    let mut audience = Audience::of(case);
    let is_member = |audience: &Audience| audience.members.iter().flatten().any(|member| member.account == who.account);
    if !is_member(&audience) && audience.guest(who.account).is_none() {
        audience.takes_back(case, who).ok_or(WriteError::Broken)?;
    }
    let (is_member, guest) = (is_member(&audience), audience.guest(who.account));
    let (holder, to) = (who.account.to_string(), [who.person.encrypt.any()]);
    let mut wraps = Wraps { case, rows: Vec::new() };
    wraps.add(head.epoch, KeyName::Case, &holder, file.ok_or(WriteError::Broken)?.wrap(&to)?);
    if is_member || guest.is_some_and(|guest| guest.reads_source) {
        wraps.add(head.epoch, KeyName::Source, &holder, source.ok_or(WriteError::Broken)?.wrap(&to)?);
    }
    Ok(Addition { wraps: wraps.rows, shut_out: vec![holder], ..renamed(case, officer, &audience)? })
}

/// The keys of a signal whose members have them one by one, wrapped to another recovery recipient; older keys follow from these.
pub fn resealed(case: &Case, recovery: &Recipient<role::Recovery>) -> Result<Addition, WriteError> {
    let head = case.head().filter(|head| head.closed).ok_or(WriteError::Broken)?;
    let (Some(source), Some(file)) = case.current_keys() else { return Err(WriteError::Broken) };
    let mut wraps = Wraps { case, rows: Vec::new() };
    wraps.add(head.epoch, KeyName::Source, RECOVERY_HOLDER, source.wrap(&[recovery.any()])?);
    wraps.add(head.epoch, KeyName::Case, RECOVERY_HOLDER, file.wrap(&[recovery.any()])?);
    let (shut_out, on_head) = (vec![RECOVERY_HOLDER.to_owned()], Some(head.number));
    Ok(Addition { wraps: wraps.rows, shut_out, on_head, ..Addition::default() })
}

/// New keys under the newest key of the route, for everybody who has them now and still works here: what is wrapped to an older
/// key of the route goes.
pub fn moved(
    case: &Case,
    officer: &Officer,
    working: &Working,
    recovery: Option<&Recipient<role::Recovery>>,
) -> Result<Addition, WriteError> {
    if case.head().is_none() {
        let tips = Tips::of(case);
        let on_tips = Some([tips.reporter.0, tips.desk.0, tips.case.0]);
        return Ok(Addition { on_head: Some(0), on_tips, ..first_opening(case, officer, true)? });
    }
    let mut audience = Audience::of(case);
    audience.guests.retain(|guest| working.has(guest.who.account));
    if let Some(members) = &mut audience.members {
        members.retain(|member| working.has(member.account));
    }
    let route = officer.ring.halves(case.route).ok_or(WriteError::Broken)?;
    renewed(case, officer, &audience, Tips::of(case), route, recovery).map(|(_, addition)| addition)
}

/// New keys for everybody who keeps his, and for nobody else. `tips` is how far the sides have come by then. The old keys
/// are wrapped to the new ones, so that who reads on reads everything. Destroys the wraps of whoever is no longer meant.
pub fn renewed(
    case: &Case,
    officer: &Officer,
    audience: &Audience,
    tips: Tips,
    route: &Halves<role::Route>,
    recovery: Option<&Recipient<role::Recovery>>,
) -> Result<(Head, Addition), WriteError> {
    let head = case.head().ok_or(WriteError::Broken)?;
    let (Some(source), Some(file)) = case.current_keys() else { return Err(WriteError::Broken) };
    // Whatever led here: who was left out, or says that he is involved, gets no new key.
    let audience = &audience.without(|who| case.is_kept_from(who));
    let fresh = Fresh::generate(head.epoch + 1);
    let mut wraps = Wraps { case, rows: Vec::new() };
    wraps.fresh(&fresh, audience, route, recovery)?;
    wraps.add(head.epoch, KeyName::Source, KeyName::Source.label(), source.wrap(&[fresh.source.recipient().any()])?);
    wraps.add(head.epoch, KeyName::Case, KeyName::Case.label(), file.wrap(&[fresh.file.recipient().any()])?);
    let is_handed_over = audience.route != case.route;
    let is_behind = case.is_behind();
    if audience.members.is_none() && !is_handed_over {
        wraps.away_from_the_old_key(route)?;
    }
    let next = Head {
        route: audience.route,
        number: head.number + 1,
        epoch: fresh.epoch,
        source: fresh.source.recipient(),
        case: fresh.file.recipient(),
        // Members of another route name themselves when they open it: only they know who they are.
        members: if is_handed_over { Vec::new() } else { audience.members(case) },
        answerers: audience.answerers(),
        guests: audience.named_guests(),
        closed: audience.members.is_some(),
        ..head.clone()
    };
    // Older keys reach everybody who stays through the new ones. The route keeps what it may read anyway.
    let stays = audience.members.is_none() && !is_handed_over && !is_behind;
    let is_kept = |holder: &str| {
        holder == KeyName::Source.label() || holder == KeyName::Case.label() || (stays && holder == case.route.label())
    };
    let shut_out: BTreeSet<_> =
        case.stored.wraps.iter().filter(|wrap| !is_kept(&wrap.holder)).map(|wrap| wrap.holder.clone()).collect();
    let heads = vec![signed_head(case, officer, next.clone(), tips)?];
    let (shut_out, route) = (shut_out.into_iter().collect(), is_handed_over.then_some(audience.route));
    let there = Tips::of(case);
    let (on_head, on_tips) = (Some(head.number), Some([there.reporter.0, there.desk.0, there.case.0]));
    Ok((
        next,
        Addition {
            heads,
            wraps: wraps.rows,
            shut_out,
            route,
            on_head,
            on_tips,
            under: case.under(),
            ..Addition::default()
        },
    ))
}

fn reached(tips: Tips) -> ReachedSides {
    let side = |(number, item)| Reached { number, item };
    ReachedSides { reporter: side(tips.reporter), desk: side(tips.desk), case: side(tips.case) }
}

fn signed_head(case: &Case, officer: &Officer, head: Head, tips: Tips) -> Result<entity::head::Model, WriteError> {
    let route = case.route_key().ok_or(WriteError::Broken)?;
    let previous = case.heads.current().map(seal::Verified::digest);
    // Of a closed signal, somebody whom the head before names.
    let signer = officer.ring.signing(case.head());
    let head = Head { by: signer.verify_key(), previous, reached: reached(tips), ..head };
    let statement = Signed::sign(&head, &[route, signer])?;
    let number = i32::try_from(head.number).unwrap_or(i32::MAX);
    Ok(entity::head::Model { signal_id: head.signal, number, statement: statement.text().to_owned() })
}
