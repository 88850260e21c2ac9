//! What an opened signal says: its case file and its conversation, read item by item.

use chrono::NaiveDate;
use domain::{
    AccountId, Dated, Kind, PublicStatus, Report, RouteName, Side, Status,
    access::{Access, Colleague, Declaration, Note},
    description::Description,
    message::{Message, MessageType},
    relation::Link,
    status::{Said, Standing, StatusChange, seen_by_reporter},
    term::{self, Term},
    weighing::Weighing,
};
use seal::{Entry, VerifiedItem, VerifyKey, grant::Grant, role};
use serde::de::DeserializeOwned;
use store::signals::Index;

use super::Case;
use crate::keyring::Keyring;

/// Something in the case file, with who wrote it.
pub type Written<T> = (VerifyKey<role::Author>, Dated<T>);

impl Case {
    /// Verified items of the case file of one kind, oldest first.
    pub(super) fn in_file(&self, kind: Kind) -> impl Iterator<Item = &VerifiedItem> {
        self.file.iter().filter_map(move |entry| match entry {
            Entry::Item(item) if item.kind == kind => Some(item),
            _ => None,
        })
    }

    /// What items of one kind of the case file say, each with its author, oldest first.
    pub fn written<T: DeserializeOwned>(&self, kind: Kind) -> Vec<Written<T>> {
        self.in_file(kind).filter_map(|item| Some((item.author.clone(), item.body().ok()?))).collect()
    }

    /// The same, each with its number in the case file.
    pub fn numbered<T: DeserializeOwned>(&self, kind: Kind) -> Vec<(u32, Written<T>)> {
        let item = |item: &VerifiedItem| Some((item.number, (item.author.clone(), item.body().ok()?)));
        self.in_file(kind).filter_map(item).collect()
    }

    /// Status changes with their authors, oldest first.
    pub fn status_changes(&self) -> Vec<Written<StatusChange>> {
        self.written(Kind::Status)
    }

    /// Whether a step that informs others needs a second thought: the reporter asked to be consulted first, or never
    /// said how recognisable he is, and has answered no question since the last such step.
    pub fn others_need_confirmation(&self) -> bool {
        let informed = |item: &&VerifiedItem| {
            item.body::<Dated<StatusChange>>().is_ok_and(|change| change.inhoud.status.informs_others())
        };
        let brought_in = |item: &&VerifiedItem| {
            item.body::<Dated<Access>>()
                .is_ok_and(|act| matches!(act.inhoud, Access::Uitgenodigd { .. } | Access::Overgedragen { .. }))
        };
        // What he had said by then is in that item's own words: the highest number its author had seen of him.
        let informing =
            self.in_file(Kind::Status).filter(informed).chain(self.in_file(Kind::Access).filter(brought_in));
        let since = informing.map(|item| item.seen).max().unwrap_or(0);
        let answered = self.conversation.iter().any(|(side, entry)| match entry {
            Entry::Item(item) if *side == Side::Reporter && item.kind == Kind::Message && item.number > since => {
                item.body::<Message>().is_ok_and(|message| message.kind == MessageType::Antwoord)
            }
            _ => false,
        });
        let settled = self.report.as_ref().is_some_and(Report::others_may_know);
        !settled && !answered
    }

    pub fn status(&self) -> Status {
        self.status_changes().last().map_or(Status::Ontvangen, |(_, change)| change.inhoud.status)
    }

    /// Whether the signal never came further than screening (rule R5).
    pub fn only_screened(&self) -> bool {
        self.status_changes().iter().all(|(_, change)| change.inhoud.status.is_screening())
    }

    pub fn weighings(&self) -> Vec<Written<Weighing>> {
        self.written(Kind::Weighing)
    }

    /// Every change in who may open it, with its author, oldest first.
    pub fn access(&self) -> Vec<Written<Access>> {
        self.written(Kind::Access)
    }

    /// Whom the case file keeps out of this signal, whatever route it goes to.
    pub fn kept_out(&self) -> Vec<Colleague> {
        let mut out = Vec::new();
        for (_, act) in self.access() {
            match act.inhoud {
                Access::Buitengesloten { wie, .. } | Access::Doorgegeven { wie } => out.push(wie),
                // It was a mistake, and a member set it right.
                Access::Toegelaten { wie, .. } => out.retain(|before: &Colleague| before.account != wie.account),
                Access::Overgedragen { .. } | Access::Uitgenodigd { .. } | Access::Ingetrokken { .. } => {}
            }
        }
        out
    }

    /// Members of the route who have no key of a closed signal and did not say that they are involved: they came later, or
    /// were left out, which may be set right; or they have a new key, and nobody gave them this signal back yet.
    pub fn without_key(&self) -> Vec<&Grant> {
        if !self.head().is_some_and(|head| head.closed) {
            return Vec::new();
        }
        let readers = self.readers();
        let members = self.people.members.iter().map(|member| &**member);
        let missing = |member: &&Grant| !readers.contains(&member.account) && !self.is_involved(member);
        members.filter(missing).collect()
    }

    /// Whether the head names somebody by a key that he lost, and not by the one that he has: what he had is still to be given
    /// back to him.
    pub fn waits_for_his_keys(&self, who: &Grant) -> bool {
        self.lost_key(who).is_some()
    }

    /// Whether somebody may not read it: he was left out, or says that he is involved.
    pub fn is_kept_from(&self, who: &Grant) -> bool {
        self.kept_out().iter().any(|out| out.account == who.account) || self.is_involved(who)
    }

    /// Whether he ever said himself that he is involved: nobody takes that back on his own.
    pub fn is_involved(&self, who: &Grant) -> bool {
        // What he said with a key that he lost, he said: on whatever route he had it.
        let own = std::iter::once(who.person.verify.author()).chain(who.formerly.clone());
        own.chain(self.reader.ring.keys_of(who.account)).any(|key| self.said_involved(&key))
    }

    /// The same of whose key this is.
    fn is_involved_by(&self, author: &VerifyKey<role::Author>) -> bool {
        let others = self.reader.ring.account_of(author).map(|account| self.reader.ring.keys_of(account));
        self.said_involved(author) || others.iter().flatten().any(|key| self.said_involved(key))
    }

    fn said_involved(&self, author: &VerifyKey<role::Author>) -> bool {
        let said = self.written::<Declaration>(Kind::Declaration);
        said.iter().any(|(by, said)| said.inhoud.betrokken && self.is_same(by, author))
    }

    /// The members of a route.
    pub fn people_of(&self, route: RouteName) -> Vec<Grant> {
        let people = self.reader.ring.people(route);
        people.iter().flat_map(|people| &people.members).map(|member| (**member).clone()).collect()
    }

    /// Whether something of the case file is damaged or gone: then nobody's access is changed by what is left of it.
    pub fn file_is_whole(&self) -> bool {
        self.file.iter().all(|entry| matches!(entry, Entry::Item(_) | Entry::Closed { .. }))
    }

    /// Whether it came to this route from another, or its members have the keys one by one.
    pub fn came_by_name(&self) -> bool {
        self.route != self.intake.route || self.head().is_some_and(|head| head.closed)
    }

    /// Relations to other signals, oldest first.
    pub fn links(&self) -> Vec<Written<Link>> {
        self.written(Kind::Link)
    }

    pub fn notes(&self) -> Vec<Written<Note>> {
        self.written(Kind::Note)
    }

    /// Everybody's last word on his own involvement.
    pub fn declarations(&self) -> Vec<Written<Declaration>> {
        let mut last: Vec<Written<Declaration>> = Vec::new();
        for item in self.in_file(Kind::Declaration) {
            let Ok(body) = item.body() else { continue };
            last.retain(|(author, _)| !self.is_same(author, &item.author));
            last.push((item.author.clone(), body));
        }
        last
    }

    /// Whether the officer who opened it said that he is not involved.
    pub fn is_declared(&self) -> bool {
        self.has_declared(&self.own_author())
    }

    /// Whether somebody said that he is not involved, and never that he is.
    pub fn has_declared(&self, author: &VerifyKey<role::Author>) -> bool {
        let said_so = self.declarations().iter().any(|(by, said)| self.is_same(by, author) && !said.inhoud.betrokken);
        said_so && !self.is_involved_by(author)
    }

    /// Whether he ever said that he is.
    pub fn reader_is_involved(&self) -> bool {
        let ever = self.reader.ring.keys_of(self.reader.ring.account);
        ever.into_iter().chain([self.own_author()]).any(|key| self.said_involved(&key))
    }

    /// Whether its words may be shown to the officer who opened it: he said that he is not involved; or it is damaged, and so
    /// takes no such word from anybody, while what is left must be looked at.
    pub fn may_be_shown(&self) -> bool {
        self.is_declared() || self.findings.broken && !self.findings.misaddressed
    }

    /// Whether this officer wrote it.
    pub fn is_own(&self, author: &VerifyKey<role::Author>) -> bool {
        self.reader.ring.is_own(author)
    }

    pub fn reader(&self) -> AccountId {
        self.reader.ring.account
    }

    /// What he opened it with.
    pub fn ring(&self) -> &Keyring {
        &self.reader.ring
    }

    pub fn description(&self) -> Option<Written<Description>> {
        self.in_file(Kind::Description).last().and_then(|item| Some((item.author.clone(), item.body().ok()?)))
    }

    /// Verified messages in order.
    pub fn messages(&self) -> impl Iterator<Item = (Side, Message)> {
        self.conversation.iter().filter_map(|(side, entry)| match entry {
            Entry::Item(item) if item.kind == Kind::Message => Some((*side, item.body().ok()?)),
            _ => None,
        })
    }

    /// The day on which the reporter asked how it stands, if the desk has not written since.
    pub fn asked_how_it_stands(&self) -> Option<NaiveDate> {
        let messages: Vec<_> = self.messages().collect();
        let waiting = messages.iter().rev().take_while(|(side, _)| *side == Side::Reporter);
        let asked = waiting.filter(|(_, message)| message.kind == MessageType::HoeStaatHet);
        asked.last().map(|(_, message)| message.datum)
    }

    /// The day on which the reporter threw the mailbox away: nobody reads what the desk writes after it.
    pub fn mailbox_discarded(&self) -> Option<NaiveDate> {
        let own = |side: Side, kind| side == Side::Reporter && kind == MessageType::PostvakWeg;
        self.messages().find(|(side, message)| own(*side, message.kind)).map(|(_, message)| message.datum)
    }

    pub(super) fn first_sent(&self, kind: MessageType) -> Option<NaiveDate> {
        self.messages().find(|(side, message)| *side == Side::Desk && message.kind == kind).map(|(_, m)| m.datum)
    }

    /// Whether a reporter may ever read what is written to him.
    pub fn has_mailbox(&self) -> bool {
        self.registered.as_ref().is_none_or(|registered| registered.postvak)
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
            !status.is_open() || !self.has_mailbox(),
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

    /// The coarse status as the reporter's page shows it: one that answers him without deciding the status asks too.
    pub fn reporter_sees(&self) -> PublicStatus {
        seen_by_reporter(self.conversation.iter().filter_map(|(side, entry)| match entry {
            Entry::Item(item) if item.kind == Kind::Message => item.body::<Message>().ok()?.says(*side),
            Entry::Item(item) if item.kind == Kind::Standing => {
                item.body::<Standing>().ok().map(|sent| Said::Stands(sent.stand))
            }
            _ => None,
        }))
    }

    /// What the columns ought to say.
    pub fn index(&self) -> Index {
        Index { standing: self.standing(), term: self.term() }
    }
}
