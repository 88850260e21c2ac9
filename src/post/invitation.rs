//! Mails about meetings. Each says that there is one and when: what it is about stands at the desk. They leave because
//! somebody of the desk planned, moved or called off a meeting, and never because of a reporter.

use domain::{meeting::Hours, term};
use entity::outbox::Model;

use crate::{
    calendar::{self, Between, Event},
    letter::{Address, File, Letter, Unwritable},
    outbox::Outbox,
};

/// What its reader is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    Invited,
    /// To another day or another time.
    Moved,
    /// Nobody meets then, or he is not invited any more. Which of the two the mail does not say.
    CalledOff,
}

impl News {
    pub const fn subject(self) -> &'static str {
        match self {
            Self::Invited => "Uitnodiging voor een overleg",
            Self::Moved => "Een overleg is verplaatst",
            Self::CalledOff => "Een overleg gaat voor u niet door",
        }
    }

    fn words(self, event: &Event) -> Vec<String> {
        let day = term::dutch(event.on);
        let hours = |hours: Hours| format!(", {hours}");
        let when = format!("{day}{}", event.hours.map(hours).unwrap_or_default());
        let said = match self {
            Self::Invited => format!("U bent uitgenodigd voor een overleg op {when}."),
            Self::Moved => format!("Een overleg is verplaatst. Het is nu op {when}."),
            Self::CalledOff => format!("Het overleg van {day} gaat voor u niet door."),
        };
        vec![
            "Goedendag,".to_owned(),
            said,
            "Met het bestand bij dit bericht zet u het in uw agenda. Waar het over gaat, staat daar niet in en hier ook niet. Kijk \
             daarvoor in de kluis, en ga er zelf naartoe: in dit bericht staat geen link."
                .to_owned(),
        ]
    }
}

/// The mail, for who puts it in the outbox together with what it tells of. The same change of one meeting is one mail.
pub fn prepared(outbox: &Outbox, sender: &str, to: &Address, news: News, event: &Event) -> Result<Model, Unwritable> {
    let content = calendar::invitation(event, &Between { organizer: &outbox.from, sender, attendee: to });
    let kind = format!("text/calendar; charset=utf-8; method={}", calendar::method(event));
    outbox.prepared(&Letter {
        from: &outbox.from,
        sender,
        to,
        subject: news.subject(),
        text: &news.words(event),
        files: &[File { kind: &kind, name: "overleg.ics", content: content.as_bytes() }],
        at: outbox.hour(),
        occasion: &format!("overleg {} {}", event.meeting, event.sequence),
    })
}
