//! Mails that go out at once, because somebody of the desk did something: never because of a reporter.

use crate::{
    letter::{Address, Letter, Unwritable},
    outbox::{Outbox, PostError},
};

/// What somebody is told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice<'a> {
    /// He may choose a password: the address works once, for so many hours.
    Invited { address: &'a str, hours: i64 },
    /// Somebody logged in as him in a browser that was not known.
    NewDevice,
    /// He became a member of a route, or is one again with another key. Which one the mail does not say: he sees that at the
    /// desk, and who reads his mail on its way learns no more of who reads what.
    LetIn,
    /// Somebody stopped his account. By whom and why it does not say: a colleague tells him, or the administrator.
    Stopped,
}

impl Notice<'_> {
    pub const fn subject(&self) -> &'static str {
        match self {
            Self::Invited { .. } => "Uw uitnodiging voor de kluis",
            Self::NewDevice => "Er is op uw naam ingelogd",
            Self::LetIn => "U bent toegelaten",
            Self::Stopped => "Uw account staat stil",
        }
    }

    pub fn words(&self) -> Vec<String> {
        let lines: &[&str] = match self {
            Self::Invited { address, hours } => {
                return vec![
                    "Goedendag,".to_owned(),
                    "U krijgt een account bij de kluis voor signalen. Open dit adres op uw eigen werkplek, en houd uw \
                     telefoon bij de hand voor een code:"
                        .to_owned(),
                    (*address).to_owned(),
                    format!("Het werkt één keer, {hours} uur lang. Verwachtte u dit niet? Open het dan niet, en bel de beheerder."),
                    "Hierna sturen wij u nooit meer een adres om te openen. Vraagt een mail dat toch: dan is hij niet van ons."
                        .to_owned(),
                ];
            }
            Self::LetIn => &[
                "Goedendag,",
                "U bent toegelaten tot een route van de kluis, en leest daarvan nu de signalen. Welke het is, ziet u in de kluis.",
                "Wist u hier niets van? Bel dan meteen een lid dat u kent.",
            ],
            Self::Stopped => &[
                "Goedendag,",
                "Iemand heeft uw account bij de kluis stilgezet. U kunt nu niet inloggen. Er is niets verloren: uw sleutel is er nog, en \
                 uw wachtwoord is niet veranderd.",
                "Wist u hier niets van? Bel meteen een collega die u kent, of de beheerder. Zij zien wie het deed, en zetten uw account \
                 weer aan. Vraag geen nieuwe uitnodiging: die vernietigt uw sleutel.",
            ],
            Self::NewDevice => &[
                "Goedendag,",
                "Iemand heeft op uw naam ingelogd, in een browser die wij niet kennen. Was u dat? Dan hoeft u niets te doen.",
                "Was u het niet? Beëindig dan de andere sessies bij *Mijn account*, kies een nieuw wachtwoord, en bel de beheerder.",
            ],
        };
        lines.iter().map(|line| (*line).to_owned()).collect()
    }
}

/// Puts a notice in the outbox. `occasion` is what it is about: the same one twice is one mail.
pub async fn post(
    outbox: &Outbox,
    sender: &str,
    to: &Address,
    notice: &Notice<'_>,
    occasion: &str,
) -> Result<(), PostError> {
    Ok(outbox.store.post(prepared(outbox, sender, to, notice, occasion)?).await?)
}

/// The same for who puts it there together with what it tells of.
pub fn prepared(
    outbox: &Outbox,
    sender: &str,
    to: &Address,
    notice: &Notice<'_>,
    occasion: &str,
) -> Result<entity::outbox::Model, Unwritable> {
    outbox.prepared(&Letter {
        from: &outbox.from,
        sender,
        to,
        subject: notice.subject(),
        text: &notice.words(),
        files: &[],
        at: outbox.hour(),
        occasion,
    })
}
