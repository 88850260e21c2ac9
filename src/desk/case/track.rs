//! The integrity track of an opened signal, read from its case file and its conversation.

use chrono::NaiveDate;
use domain::{
    Dated, Kind, Side, Subject,
    protocol::{
        Setting, Step, Track,
        inform::Discharge,
        track::{Event, Mailbox},
    },
    status::StatusChange,
};
use seal::{Entry, VerifiedItem};

use super::{Case, Written};

impl Case {
    /// Where the track stands.
    pub fn track(&self) -> Track {
        let events = self.file.iter().filter_map(|entry| match entry {
            Entry::Item(item) => event(item),
            _ => None,
        });
        Track::of(self.route, self.subjects(), events.collect(), self.mailbox())
    }

    /// Steps with who wrote them, oldest first, those of before a reopening too.
    pub fn investigation(&self) -> Vec<Written<Step>> {
        self.written(Kind::Investigation)
    }

    /// What a step or a duty is read against.
    pub fn setting(&self, track: &Track, today: NaiveDate) -> Setting {
        Setting {
            today,
            received: self.intake.received_on,
            office: track.office,
            over: track.over.clone(),
            assignment: track.assignment().cloned(),
            hearings: track.hearings().iter().map(|hearing| hearing.toegezonden_op).collect(),
        }
    }

    /// Whom it is about, as the reporter said; nobody for who may not read his words.
    fn subjects(&self) -> &[Subject] {
        self.report.as_ref().map_or(&[], |report| &report.over_wie)
    }

    fn mailbox(&self) -> Mailbox {
        if !self.reads_source() && !self.is_members() {
            return Mailbox::Closed;
        }
        if !self.has_mailbox() || self.mailbox_discarded().is_some() {
            return Mailbox::None;
        }
        let own = self.messages().filter(|(side, _)| *side == Side::Desk);
        Mailbox::Open(own.map(|(_, message)| (message.kind, message.datum)).collect())
    }
}

fn event(item: &VerifiedItem) -> Option<(NaiveDate, Event)> {
    match item.kind {
        Kind::Investigation => item.body::<Dated<Step>>().ok().map(|step| (step.datum, Event::Step(step.inhoud))),
        Kind::Duty => item.body::<Dated<Discharge>>().ok().map(|said| (said.datum, Event::Discharge(said.inhoud))),
        Kind::Status => {
            item.body::<Dated<StatusChange>>().ok().map(|change| (change.datum, Event::Status(change.inhoud.status)))
        }
        Kind::Weighing => {
            item.body::<Dated<domain::weighing::Weighing>>().ok().map(|weighing| (weighing.datum, Event::Weighed))
        }
        _ => None,
    }
}
