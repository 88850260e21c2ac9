//! From a parsed report to the rows that are stored: sealed to an intake key made on the spot, signed by the mailbox that
//! its ten words derive. What the portal does with a reporter's form, the desk does with what somebody told it; neither
//! can open it here.

use chrono::NaiveDate;
use domain::{
    Attachment, Contact, Enclosed, FileId, ItemId, Kenmerk, KeyName, Kind, PickupCode, PublicStatus, Report, RouteName,
    Side, SignalId, registration::Registration, term,
};
use mailbox::{MailboxKey, Root, receipt::Tag};
use seal::{
    Halves, Place, Recipient, SealError, Sealed, Signed, VERSION, envelope, intake, intake::Intake, item, role,
};
use store::{
    items::{NewFile, NewItem},
    submissions::Submission,
};

/// Everything that sealing a new signal takes, owned, so that it can go to a thread of its own.
pub struct NewSignal {
    pub code: PickupCode,
    pub report: Report,
    pub contact: Contact,
    pub files: Vec<Attachment>,
    /// The intake key that they are sealed to.
    pub key_of_files: Option<(Recipient<role::Intake>, Sealed)>,
    pub sizes: Vec<(FileId, u64)>,
    pub keeper: Option<Recipient<role::Route>>,
    pub route: RouteName,
    pub key: Halves<role::Route>,
    pub received_on: NaiveDate,
    /// Where somebody at the desk wrote it down: from whom it came.
    pub registered: Option<Registration>,
    pub tag: Tag,
    pub receipt: Vec<u8>,
}

impl NewSignal {
    /// Makes the intake key, seals the report to it, and lets the mailbox key say which keys belong together.
    ///
    /// # Errors
    /// Sealing failed; nothing was made.
    pub fn seal(self) -> Result<Submission, SealError> {
        let mut randomness = rand::rng();
        let mailbox = MailboxKey::derive(&Root::of(&self.code));
        let (id, item) = (SignalId::random(&mut randomness), ItemId::random(&mut randomness));
        let (intake, wrap) = self.key_of_files.map_or_else(|| intake::make(&self.key.encrypt), Ok)?;
        let place = Place { signal: id, epoch: 0, item, kind: Kind::Report, side: Side::Reporter, number: 1 };
        let envelop = envelope::seal(id, &self.contact, self.keeper.as_ref())?;
        let has_mailbox = self.registered.as_ref().is_none_or(|registered| registered.postvak);
        let told = Enclosed { report: self.report, envelop, bestanden: self.files, ingevoerd: self.registered };
        let report = item::seal_item(place, None, 0, &told, &mailbox, &[intake.any()])?;
        let year = chrono::Datelike::year(&self.received_on);
        let kenmerk = Kenmerk::random(year, &mut randomness);
        let statement = Intake {
            v: VERSION,
            signal: id,
            kenmerk: kenmerk.clone(),
            route: self.route,
            received_on: self.received_on,
            intake,
            mailbox: mailbox.halves(),
            report: report.digest(),
        };
        let statement = Signed::sign(&statement, &[&mailbox])?;
        let term = term::current_term(self.received_on, None, false, !has_mailbox);
        Ok(Submission {
            signal: entity::signal::Model {
                id,
                kenmerk,
                route: self.route,
                received_on: self.received_on,
                standing: PublicStatus::Received,
                term: term.map(|term| term.code),
                due: term.map(|term| term.due),
                lookup: mailbox.lookup().0.to_vec(),
                intake: statement.text().to_owned(),
            },
            report: NewItem { place, added_on: self.received_on, sealed: report },
            files: self
                .sizes
                .into_iter()
                .map(|(file, size)| NewFile { id: file, signal: id, epoch: 0, size, added_on: self.received_on })
                .collect(),
            wrap: entity::key_wrap::Model {
                signal_id: id,
                epoch: 0,
                key: KeyName::Intake,
                holder: self.route.label().to_owned(),
                sealed: wrap.into_bytes(),
            },
            receipt: entity::receipt::Model {
                tag: self.tag.0.to_vec(),
                sealed: self.receipt,
                received_on: self.received_on,
            },
        })
    }
}
