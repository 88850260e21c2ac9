//! Messages between desk and reporter: typed, as several of them discharge a duty of the protocol or of the law.

use crate::attachment::Attachment;
use crate::choices;
use crate::clock::dutch_time;
use crate::field::{self, FieldErrors, Sentence, TEXT};
use crate::item::Side;
use crate::status::Said;
use crate::vocabulary;
use chrono::{DateTime, NaiveDate, NaiveTime, Timelike, Utc};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What a message is.
    MessageType {
        /// Meets T1.
        Ontvangstbevestiging => "Ontvangstbevestiging",
        Vraag => "Vraag",
        Antwoord => "Antwoord",
        /// Duty V1 (art. 4.3, 5.3, 6.3).
        VoornemenVooronderzoek => "Voornemen vooronderzoek",
        /// Duty V4 (art. 4.6, 5.6, 6.6).
        UitkomstVooronderzoek => "Uitkomst vooronderzoek (op hoofdlijnen)",
        /// Duty F1 (art. 9.2, 10.2, 11.2).
        VoornemenFeitenonderzoek => "Voornemen feitenonderzoek",
        /// Meets T2.
        Terugkoppeling => "Terugkoppeling",
        AanvullingMelder => "Aanvulling melder",
        Verwijzing => "Verwijzing",
        Afsluiting => "Afsluiting",
        /// The reporter asks how it stands: the desk owes an answer, also where there is nothing new.
        HoeStaatHet => "Hoe staat het ermee?",
        /// The reporter's last word: the mailbox is thrown away, and nobody reads an answer any more.
        PostvakWeg => "Postvak weggegooid",
        /// May the name in the envelope be made known? Sent where a name is asked for, and nowhere else.
        NaamVraag => "Vraag om uw naam",
        NaamJa => "Naam: ja",
        NaamNee => "Naam: nee",
        /// The envelope was opened, and to whom.
        NaamBekend => "Uw envelop is geopend",
    }
}

impl MessageType {
    /// Whether the desk may send it as an ordinary message: all but what only a reporter says, and what belongs to asking for
    /// a name. It may answer, as reporters ask too.
    pub const fn from_desk(self) -> bool {
        !matches!(
            self,
            Self::AanvullingMelder
                | Self::HoeStaatHet
                | Self::PostvakWeg
                | Self::NaamVraag
                | Self::NaamJa
                | Self::NaamNee
                | Self::NaamBekend
        )
    }

    /// Whether the reporter may send it.
    pub const fn from_reporter(self) -> bool {
        matches!(
            self,
            Self::Antwoord
                | Self::AanvullingMelder
                | Self::HoeStaatHet
                | Self::PostvakWeg
                | Self::NaamJa
                | Self::NaamNee
        )
    }
}

/// One message, as it is sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Message {
    #[serde(rename = "type")]
    pub kind: MessageType,
    pub bericht: String,
    /// The Dutch date of sending.
    pub datum: NaiveDate,
    /// The Dutch time of sending, to the second; only of the desk's messages. What a reporter does has a date only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tijd: Option<NaiveTime>,
    /// Files that came with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bestanden: Vec<Attachment>,
    /// Of a yes or a no: the number of the message that asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vraag: Option<u32>,
}

field::redacted!(Message);

const MISSING: Sentence = Sentence::key("fault-message-missing");

impl Message {
    /// What it changes in what the reporter sees. To ask how it stands is no answer.
    pub const fn says(&self, side: Side) -> Option<Said> {
        match (side, self.kind) {
            (Side::Desk, MessageType::Vraag | MessageType::NaamVraag) => Some(Said::Asked),
            (Side::Reporter, kind) if !matches!(kind, MessageType::HoeStaatHet) => Some(Said::Answered),
            _ => None,
        }
    }

    /// Reads the desk's fields `type` (a label) and `bericht` (10,000 characters).
    ///
    /// # Errors
    /// An unknown type or one that only a reporter sends; an empty, too long or unreadable message.
    pub fn from_desk(kind: &str, bericht: &str, at: DateTime<Utc>) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let missing = "Kies wat voor bericht u stuurt.";
        let kind = choices::one_required(&mut errors, "type", &[kind], missing);
        if kind.is_some_and(|kind: MessageType| !kind.from_desk()) {
            errors.push("type", "Dit soort bericht kan alleen een melder sturen. Kies een ander soort.");
        }
        let bericht = field::required(&mut errors, "bericht", bericht, TEXT, MISSING);
        let sent = dutch_time(at);
        let tijd = sent.time().with_nanosecond(0);
        let bestanden = Vec::new();
        errors.or(kind.map(|kind| Self { kind, bericht, datum: sent.date(), tijd, bestanden, vraag: None }))
    }

    /// Reads the desk's field `bericht`, by which the reporter is asked for his name.
    ///
    /// # Errors
    /// An empty, too long or unreadable message.
    pub fn asking_for_a_name(bericht: &str, at: DateTime<Utc>) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let bericht = field::required(&mut errors, "bericht", bericht, TEXT, MISSING);
        errors.or(Some(Self::of_desk(MessageType::NaamVraag, bericht, at)))
    }

    /// The desk tells the reporter that the envelope was opened.
    pub fn opened(bericht: String, at: DateTime<Utc>) -> Self {
        Self::of_desk(MessageType::NaamBekend, bericht, at)
    }

    fn of_desk(kind: MessageType, bericht: String, at: DateTime<Utc>) -> Self {
        let sent = dutch_time(at);
        let tijd = sent.time().with_nanosecond(0);
        Self { kind, bericht, datum: sent.date(), tijd, bestanden: Vec::new(), vraag: None }
    }

    /// The reporter's yes or no to the message of this number that asked for his name. `on` is the Dutch date.
    pub fn about_name(yes: bool, vraag: u32, on: NaiveDate) -> Self {
        let (kind, bericht) = if yes {
            (MessageType::NaamJa, "De melder zegt: ja, mijn naam mag bekend worden.")
        } else {
            (MessageType::NaamNee, "De melder zegt: nee, houd mijn naam dicht.")
        };
        Self { kind, bericht: bericht.to_owned(), datum: on, tijd: None, bestanden: Vec::new(), vraag: Some(vraag) }
    }

    /// Reads the reporter's field `bericht` (10,000 characters): an answer if a question of the desk is open, otherwise
    /// an addition. `on` is the Dutch date.
    ///
    /// # Errors
    /// An empty, too long or unreadable message.
    pub fn from_reporter(bericht: &str, on: NaiveDate, answers_question: bool) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let bericht = field::required(&mut errors, "bericht", bericht, TEXT, MISSING);
        let kind = if answers_question { MessageType::Antwoord } else { MessageType::AanvullingMelder };
        errors.or(Some(Self { kind, bericht, datum: on, tijd: None, bestanden: Vec::new(), vraag: None }))
    }

    /// The reporter's question how it stands. `on` is the Dutch date.
    pub fn asking(on: NaiveDate) -> Self {
        let bericht = "De melder vraagt hoe het met het signaal staat.".to_owned();
        Self { kind: MessageType::HoeStaatHet, bericht, datum: on, tijd: None, bestanden: Vec::new(), vraag: None }
    }

    /// The reporter's last message. `on` is the Dutch date.
    pub fn discarding(on: NaiveDate) -> Self {
        let bericht = "De melder heeft het postvak weggegooid.".to_owned();
        Self { kind: MessageType::PostvakWeg, bericht, datum: on, tijd: None, bestanden: Vec::new(), vraag: None }
    }
}
