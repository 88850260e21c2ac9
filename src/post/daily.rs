//! The mail that everybody gets in the rhythm of his work. Whoever reads mailboxes learns from it that this person works with
//! the vault, and nothing else: it comes at a fixed hour, also when there is nothing, in the same words and of one size.
//! Not a term either: a warning on day five would tell that a report came five days ago.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::{clock, mail::Rhythm};
use seal::journal::ChainHead;

use crate::{
    letter::{Address, Letter},
    outbox::{Outbox, PostError},
};

/// Somebody of the desk who can be mailed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    pub address: Address,
    pub rhythm: Rhythm,
}

pub const SUBJECT: &str = "Kijk in de kluis";

/// The words of one day. `head` is that of the log: of its digest alone, for how many lines there are would tell how busy a
/// day was. It is the one thing in here that changes beside the date, and stands outside the server from now on.
pub fn words(day: NaiveDate, head: &ChainHead) -> Vec<String> {
    vec![
        "Goedemorgen,".to_owned(),
        "Kijk vandaag in de kluis. Daar staat of er iets voor u is, en voor wanneer. Ga er zelf naartoe: in dit bericht staat \
         nooit een link."
            .to_owned(),
        "U krijgt dit bericht altijd op dezelfde tijd en met dezelfde woorden, ook als er niets is. Blijft het een keer weg? Zeg \
         het tegen de beheerder."
            .to_owned(),
        format!(
            "Bewaar dit bericht. Met de regel hieronder kan een auditor zien of iemand het logboek van vóór {day} heeft \
             veranderd.",
            day = day.format("%d-%m-%Y")
        ),
        head.digest.clone(),
    ]
}

/// Begins what makes a mail this one, where it is a daily one.
const DAILY: &str = "dagelijks ";

/// What makes it the mail of this day.
pub fn occasion(day: NaiveDate) -> String {
    format!("{DAILY}{day}")
}

/// Whether a mail is a daily one, by what makes it this one.
pub fn is_of(once: &str) -> bool {
    once.starts_with(DAILY)
}

/// The moment of a day's mail: the fixed time on a Dutch clock, whenever it leaves.
pub fn moment(day: NaiveDate, at: NaiveTime) -> DateTime<Utc> {
    clock::dutch_moment(day, at)
}

/// Puts the mails of a day in the outbox: of everybody whose rhythm falls on it.
pub async fn post(
    outbox: &Outbox,
    sender: &str,
    readers: &[Reader],
    day: NaiveDate,
    at: NaiveTime,
    head: &ChainHead,
) -> Result<(), PostError> {
    let (text, occasion) = (words(day, head), occasion(day));
    for reader in readers.iter().filter(|reader| reader.rhythm.falls_on(day)) {
        let letter = Letter {
            from: &outbox.from,
            sender,
            to: &reader.address,
            subject: SUBJECT,
            text: &text,
            files: &[],
            at: moment(day, at),
            occasion: &occasion,
        };
        outbox.post(&letter).await?;
    }
    Ok(())
}
