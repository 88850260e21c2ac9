//! E-mail to the people of the desk: written in one place, stored, and sent in another. A reporter is never mailed, and the
//! portal does not link this crate.
//!
//! A mail tells who reads it on its way nothing of what goes on ([`daily`]): it comes at a fixed hour, whether there is
//! something to do or not, in the same words and with the same number of bytes. What there is to do stands at the desk.
//!
//! - [`settings`]: section `mail` of the configuration;
//! - [`letter`]: words become the bytes of a mail (RFC 5322), all of which follow from what it is about;
//! - [`daily`]: the mail that everybody gets in the rhythm of his work;
//! - [`calendar`]: meetings as calendars read them, and [`invitation`]: the mails that bring them there;
//! - [`notice`]: what somebody is told at once, of what staff did;
//! - [`outbox`]: mails wait in the database until they are delivered, each at most once;
//! - [`transport`]: SMTP, a folder, or nowhere.

pub mod calendar;
pub mod daily;
pub mod invitation;
pub mod letter;
pub mod notice;
pub mod outbox;
pub mod settings;
pub mod smtp;
pub mod transport;

pub use calendar::Event;
pub use letter::{Address, File, Letter};
pub use notice::Notice;
pub use outbox::Outbox;
pub use settings::{MailSettings, Post};
pub use smtp::Server;
pub use transport::{Delivery, Transport};
