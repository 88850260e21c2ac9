//! The page for everything that did not work, on both programs: what happened, what was and was not stored, what now.
//! It never shows a cause from inside the system.

use maud::{Markup, html};

pub use crate::layout::Side;
use crate::layout::{Frame, Title, bare_page};

/// What a problem page says.
#[derive(Debug, Clone, Copy, Default)]
pub struct Problem<'a> {
    pub title: &'a str,
    pub paragraphs: &'a [&'a str],
    /// Address and text of a link that leads on.
    pub back: Option<(&'a str, &'a str)>,
}

/// The page itself. The status code is the caller's to set.
pub fn problem(frame: &Frame, side: Side, view: &Problem) -> Markup {
    bare_page(
        frame,
        side,
        Title::new(view.title),
        &html! {
            h1 { (view.title) }
            @for paragraph in view.paragraphs { p { (paragraph) } }
            @if let Some((path, text)) = view.back { p { a href=(path) { (text) } } }
        },
    )
}

impl Problem<'static> {
    /// The standard words for a status: 400, 403, 404, 405, 408, 413, 415, 422, 429, 503; anything else reads as 500.
    pub const fn for_status(status: u16, side: Side) -> Self {
        let (title, paragraphs) = match side {
            Side::Portal => portal_words(status),
            Side::Desk => desk_words(status),
        };
        let back = match side {
            Side::Portal => ("/", "Naar de start"),
            Side::Desk => ("/", "Naar mijn werk"),
        };
        Self { title, paragraphs, back: Some(back) }
    }
}

type Words = (&'static str, &'static [&'static str]);

const PORTAL_400: Words = (
    "Wij begrijpen dit niet",
    &[
        "Uw browser stuurde iets dat wij niet kunnen lezen. Er is nu niets bewaard.",
        "Ga terug in uw browser en probeer het nog een keer.",
    ],
);
const PORTAL_403: Words = (
    "Deze pagina is niet meer geldig",
    &[
        "Er is nu niets bewaard. Waarschijnlijk stond de pagina te lang open, of was uw postvak al gesloten.",
        "Open uw postvak opnieuw met uw ophaalcode en probeer het nog een keer.",
    ],
);
const PORTAL_408: Words = (
    "Het duurde te lang",
    &[
        "De verbinding was te traag. Er is nu niets bewaard.",
        "Ga terug in uw browser. Uw tekst staat daar meestal nog. Probeer het dan opnieuw.",
    ],
);
const PORTAL_413: Words = (
    "Uw tekst is te lang",
    &[
        "Alles samen mag niet groter zijn dan 2 MiB. Dat zijn ongeveer twee miljoen letters. Er is nu niets bewaard.",
        "Ga terug in uw browser, maak uw tekst korter en probeer het nog een keer. \
         Wat niet past, kunt u later met uw ophaalcode nasturen.",
    ],
);
const PORTAL_429: Words = (
    "Het is nu erg druk",
    &["Er is nu niets bewaard. Wacht een minuut. Ga dan terug in uw browser en probeer het nog een keer."],
);
const PORTAL_500: Words = (
    "Er ging iets mis bij ons",
    &[
        "Dat ligt niet aan u. Ga ervan uit dat wij nu niets van u hebben ontvangen.",
        "Heeft u net iets verstuurd? Ga terug in uw browser en verstuur het nog een keer. \
         Dat is veilig: het komt niet dubbel binnen.",
        "Is er direct gevaar? Wacht niet en bel 112.",
    ],
);
const PORTAL_503: Words = (
    "Het meldpunt werkt nu even niet",
    &[
        "Dat ligt niet aan u. Ga ervan uit dat wij nu niets van u hebben ontvangen.",
        "Probeer het over een paar minuten nog een keer. Heeft u net iets verstuurd? Ga dan terug in uw browser en \
         verstuur het opnieuw. Dat is veilig: het komt niet dubbel binnen.",
        "Is er direct gevaar? Wacht niet en bel 112.",
    ],
);

const fn portal_words(status: u16) -> Words {
    match status {
        400 => PORTAL_400,
        403 => PORTAL_403,
        404 => ("Deze pagina bestaat niet", &["Misschien staat er een fout in het adres. Begin opnieuw bij de start."]),
        405 => (
            "Zo kunt u deze pagina niet openen",
            &["Deze pagina hoort bij een formulier. Er is nu niets bewaard. Begin opnieuw bij de start."],
        ),
        408 => PORTAL_408,
        413 => PORTAL_413,
        415 | 422 => (
            "Wij kunnen dit formulier niet lezen",
            &[
                "Er is nu niets bewaard. Een extra programma in uw browser heeft het formulier misschien veranderd.",
                "Ga terug in uw browser en probeer het nog een keer, of gebruik een andere browser.",
            ],
        ),
        429 => PORTAL_429,
        503 => PORTAL_503,
        _ => PORTAL_500,
    }
}

const fn desk_words(status: u16) -> Words {
    match status {
        400 | 415 | 422 => {
            ("Dit formulier is niet te lezen", &["Er is niets bewaard. Ga terug in uw browser en probeer het opnieuw."])
        }
        403 => (
            "Dit mag niet, of uw sessie is verlopen",
            &[
                "Er is niets bewaard. Log opnieuw in en probeer het nog een keer.",
                "Gaat het om een signaal dat u niet mag lezen? Alleen een lid van de route kan u toelaten.",
            ],
        ),
        404 => (
            "Niet gevonden",
            &["Deze pagina bestaat niet, of u mag dit signaal niet lezen. Kijk of het kenmerk klopt."],
        ),
        405 => ("Zo kunt u deze pagina niet openen", &["Deze pagina hoort bij een formulier. Er is niets bewaard."]),
        408 => ("Het duurde te lang", &["De verbinding was te traag. Er is niets bewaard. Probeer het opnieuw."]),
        413 => (
            "De tekst is te lang",
            &["Alles samen mag niet groter zijn dan 2 MiB. Er is niets bewaard. Ga terug en maak de tekst korter."],
        ),
        429 => ("Het is nu te druk", &["Er is niets bewaard. Wacht een minuut en probeer het opnieuw."]),
        503 => (
            "De werkplek is even niet bereikbaar",
            &["De opslag antwoordt niet. Er is niets bewaard. Probeer het over een paar minuten opnieuw, of bel \
                 beheer."],
        ),
        _ => (
            "Er ging iets mis",
            &["Ga ervan uit dat er niets is bewaard. Kijk bij het signaal wat er staat. \
                 Blijft het misgaan? Bel de beheerder."],
        ),
    }
}
