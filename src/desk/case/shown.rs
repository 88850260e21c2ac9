//! What of an opened signal can be shown to somebody who does not open it: the envelope out of its report, and single items
//! as their authors signed them.

use chrono::NaiveDate;
use domain::{
    Enclosed, Kind, Side,
    message::{Message, MessageType},
    reveal::Consent,
};
use seal::{Entry, sealed::without_padding};

use super::Case;

/// What reporter and desk said to each other about his name.
#[derive(Default)]
pub struct NameTalk {
    /// Number, day and words of the last message that asked.
    pub asked: Option<(u32, NaiveDate, String)>,
    /// Number and day of the last answer to it, and whether it is a yes.
    pub answered: Option<(u32, NaiveDate, bool)>,
}

impl NameTalk {
    pub const fn consent(&self) -> Consent {
        match (&self.asked, &self.answered) {
            (None, _) => Consent::NotAsked,
            (Some(_), None) => Consent::Silent,
            (Some(_), Some((.., true))) => Consent::Yes,
            (Some(_), Some((.., false))) => Consent::No,
        }
    }
}

impl Case {
    /// The envelope, as base64; `None` of a report that has none, or that this officer may not read.
    pub fn envelope(&self) -> Option<String> {
        let report = self.conversation.iter().find_map(|(_, entry)| match entry {
            Entry::Item(item) if item.kind == Kind::Report && item.number == 1 => item.body::<Enclosed>().ok(),
            _ => None,
        });
        report.map(|enclosed| enclosed.envelop).filter(|envelope| !envelope.is_empty())
    }

    /// An item of the conversation as its author signed it.
    pub fn as_signed(&self, side: Side, number: u32) -> Option<String> {
        let verified =
            |(of, entry): &(Side, Entry)| *of == side && matches!(entry, Entry::Item(item) if item.number == number);
        let row = self.stored.items.iter().find(|row| row.place.side == side && row.place.number == number)?;
        let opened = match row.place.epoch {
            _ if !self.conversation.iter().any(verified) => return None,
            0 => self.keys.intake.as_ref()?.open(&row.sealed).ok()?,
            epoch => self.keys.source.get(&epoch)?.open(&row.sealed).ok()?,
        };
        without_padding(&opened).ok().map(str::to_owned)
    }

    /// Opens what was sealed to the case key, of whatever epoch.
    pub fn open_for_file(&self, sealed: &[u8]) -> Option<String> {
        let opened = self.keys.case.values().rev().find_map(|key| key.open(sealed).ok())?;
        without_padding(&opened).ok().map(str::to_owned)
    }

    /// What was said of the reporter's name, the last word counting.
    pub fn name_talk(&self) -> NameTalk {
        let mut talk = NameTalk::default();
        for (side, entry) in &self.conversation {
            let Entry::Item(item) = entry else { continue };
            let Some(message) = (item.kind == Kind::Message).then(|| item.body::<Message>().ok()).flatten() else {
                continue;
            };
            match (side, message.kind) {
                (Side::Desk, MessageType::NaamVraag) => {
                    talk = NameTalk { asked: Some((item.number, message.datum, message.bericht)), answered: None };
                }
                (Side::Reporter, MessageType::NaamJa | MessageType::NaamNee)
                    if message.vraag.is_some() && message.vraag == talk.asked.as_ref().map(|asked| asked.0) =>
                {
                    talk.answered = Some((item.number, message.datum, message.kind == MessageType::NaamJa));
                }
                _ => {}
            }
        }
        talk
    }
}
