//! The terms of an opened signal, from signed dates alone.

use domain::{
    Dated, Kind,
    meeting::decision::Decision,
    message::MessageType,
    term::lateness::{History, Reason, Run},
};

use super::{Case, Written};

impl Case {
    /// Every term that it has or had.
    pub fn runs(&self) -> Vec<Run> {
        let changes = self.status_changes();
        let closed = changes.last().filter(|(_, change)| !change.inhoud.status.is_open());
        let decided = self.written::<Decision>(Kind::Decision).into_iter().map(|(_, Dated { datum, .. })| datum);
        let weighed = self.weighings().into_iter().map(|(_, Dated { datum, .. })| datum);
        let history = History {
            route: self.route,
            received: self.intake.received_on,
            acknowledged: self.first_sent(MessageType::Ontvangstbevestiging),
            feedback: self.first_sent(MessageType::Terugkoppeling),
            discussed: decided.chain(weighed).min(),
            closed: closed.map(|(_, change)| change.datum),
            has_mailbox: self.has_mailbox(),
            is_read: self.reads_source(),
        };
        history.runs()
    }

    /// Why terms were not met, oldest first.
    pub fn term_reasons(&self) -> Vec<Written<Reason>> {
        self.written(Kind::TermReason)
    }
}
