//! Texts for the reporter, each with the type of message it is, and what they may be filled in with.

use domain::{RouteName, message::MessageType, status::Track};
use serde::Serialize;

/// One text for the reporter.
#[derive(Debug, Clone, Copy)]
pub struct MessageText {
    /// Of the form, and of its file.
    pub name: &'static str,
    pub label: &'static str,
    /// What a message with it is sent as.
    pub kind: MessageType,
    /// Which signals it is for.
    pub track: Track,
    pub(crate) text: &'static str,
}

macro_rules! text {
    ($name:literal, $label:literal, $kind:ident, $track:ident) => {
        MessageText {
            name: $name,
            label: $label,
            kind: MessageType::$kind,
            track: Track::$track,
            text: include_str!(concat!("../../config/texts/berichten/", $name, ".txt")),
        }
    };
}

/// Every text, in the order in which the work goes.
pub const MESSAGES: &[MessageText] = &[
    text!("ontvangstbevestiging", "Ontvangstbevestiging", Ontvangstbevestiging, Both),
    text!("vraag", "Vraag", Vraag, Both),
    // Promises nothing that the law asks: it says that a promise was not kept.
    text!("later-dan-beloofd", "Later dan beloofd", Antwoord, Both),
    // Duty V1.
    text!("voornemen-vooronderzoek", "Voornemen vooronderzoek", VoornemenVooronderzoek, Integriteit),
    // Duty V4.
    text!("uitkomst-vooronderzoek", "Uitkomst vooronderzoek (op hoofdlijnen)", UitkomstVooronderzoek, Integriteit),
    // Duty F1.
    text!("voornemen-feitenonderzoek", "Voornemen feitenonderzoek", VoornemenFeitenonderzoek, Integriteit),
    // No type of its own stands in BERICHTTYPE: it answers whoever asked for it (art. 14), and is no terugkoppeling.
    text!("besluit-aangifte", "Besluit over aangifte", Antwoord, Both),
    text!("terugkoppeling", "Terugkoppeling", Terugkoppeling, Both),
    text!("niet-eens", "Niet eens met de uitkomst", Verwijzing, Both),
    text!("steunaanbod", "Steunaanbod", Verwijzing, Both),
    text!("verwijzing", "Verwijzing", Verwijzing, Both),
    text!("afsluiting", "Afsluiting", Afsluiting, Both),
    // After closing a question moves no status; what the reporter writes back is an answer.
    text!("nazorg", "Nazorg", Vraag, Both),
];

/// Asks a reporter whether his name may be made known. Sent where a name is asked for.
pub const ASKS_NAME: MessageText = text!("naam-vragen", "Vraag om uw naam", NaamVraag, Both);

/// Tells a reporter that the envelope was opened, and to whom. The same words whether a name was in it.
pub const NAME_OPENED: MessageText = text!("naam-geopend", "Uw envelop is geopend", NaamBekend, Both);

impl MessageText {
    /// The texts that a signal of this route can need.
    pub fn of(route: RouteName) -> impl Iterator<Item = &'static Self> {
        let track = Track::of(route);
        MESSAGES.iter().filter(move |text| text.track == Track::Both || text.track == track)
    }

    /// Within a folder of texts.
    pub fn path(&self) -> String {
        format!("berichten/{}.txt", self.name)
    }
}

/// What a text for the reporter may say. Days are words ("12 maart 2026"), and what is not known is empty. The kenmerk is the
/// desk's own and not here, nor is anybody's name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ForReporter {
    pub gemeente: String,
    /// What the writer is.
    pub functie: String,
    /// Who has the signal, at the start of a sentence: "De burgemeester".
    pub team: String,
    /// The last day of the feedback that is still owed.
    pub antwoord_voor: String,
    /// A day on which to look again: a week from now.
    pub kijk_weer_op: String,
    /// The day by which this was promised, where that has passed.
    pub beloofd_op: String,
    /// The day that was given in its place.
    pub verwacht_op: String,
    /// With whom one can talk, a line each, as the wegwijzer has them.
    pub praten_met: String,
    /// Where else one can report, the same.
    pub melden_bij: String,
    /// Whether the signal goes by way of the LIO.
    pub ondermijning: bool,
}
