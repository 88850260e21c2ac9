//! The vocabulary of Signaalkluis: what a signal is, who may read it, which words may be used of it, which clocks run.
//!
//! No I/O and no cryptography live here; every other crate speaks in these types. Terms of the field stay Dutch where
//! a translation would lose them: *melder* (reporter), *kenmerk* (the desk's reference of a signal), *ophaalcode*
//! (pickup code), *weging* (weighing on the criteria of article 7), *behandelaar* (case officer), *dossier* (case
//! file). "Article" without more is one of the Protocol bij melding vermoedens van integriteitsschendingen.
//!
//! What a person typed is parsed once, here, into types that hold only what is right; all that is wrong comes back at
//! once, as Dutch sentences at the fields ([`FieldErrors`]). As JSON the types carry the form's field names.
//!
//! Start at [`route`] (who reads what), [`subject`] (which route follows from whom), [`readers`] (who may not), [`item`] (what a signal consists
//! of), [`words`] and [`pickup`] (the reporter's code). Then what the items hold: [`report`], [`contact`], [`message`], [`status`],
//! [`description`], [`weighing`], [`enrichment`], [`protocol`] (the integrity track). [`meeting`] is where colleagues discuss them,
//! [`reveal`] how a name is asked for, [`journal`] what is written down of staff. [`term`] counts the days and [`working_days`] the
//! working ones, [`clock`] tells the time to those who are given one, [`escalation`] says who hears of a late term. [`upkeep`] is what
//! members look after every year, [`canary`] the report that the desk sends itself.

pub mod access;
pub mod attachment;
pub mod canary;
pub mod choices;
pub mod clock;
pub mod company;
pub mod contact;
pub mod dated;
pub mod description;
pub mod dismissal;
pub mod enrichment;
pub mod escalation;
pub mod field;
pub mod id;
pub mod item;
pub mod journal;
pub mod kenmerk;
pub mod label;
pub mod mail;
pub mod meeting;
pub mod message;
pub mod pickup;
pub mod protocol;
pub mod readers;
pub mod registration;
pub mod relation;
pub mod report;
pub mod retention;
pub mod reveal;
pub mod route;
pub mod status;
pub mod subject;
pub mod term;
pub mod traces;
pub mod upkeep;
pub mod weighing;
pub mod woo;
pub mod words;
pub mod working_days;

pub use attachment::Attachment;
pub use clock::{Clock, FixedClock, SystemClock};
pub use contact::Contact;
pub use dated::Dated;
pub use field::{FieldError, FieldErrors};
pub use id::{AccountId, FileId, ItemId, MeetingId, RevealId, SignalId};
pub use item::{KeyName, Kind, Side};
pub use kenmerk::Kenmerk;
pub use pickup::PickupCode;
pub use readers::{NoReader, Wishes};
pub use report::{Answers, Enclosed, Report};
pub use route::RouteName;
pub use status::{PublicStatus, Status};
pub use subject::{Routing, Subject};
