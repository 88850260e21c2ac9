//! The page for everything that did not work, on both programs: what happened, what was and was not stored, what now.
//! It never shows a cause from inside the system.

use maud::{Markup, html};

pub use crate::layout::Side;
use crate::layout::{Frame, Title, bare_page};
use crate::text::Text;

/// What a problem page says.
#[derive(Debug, Clone, Default)]
pub struct Problem<'a> {
    pub title: &'a str,
    pub paragraphs: Vec<&'a str>,
    /// Path (without its language) and text of a link that leads on.
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
            @for paragraph in &view.paragraphs { p { (paragraph) } }
            @if let Some((path, text)) = view.back { p { a href=(frame.text.path(path)) { (text) } } }
        },
    )
}

/// The page for a form with files that broke off (400) or is far too large (413); `None` for another status, whose
/// standard words will do. `most` is how many MiB the files of a form may have together.
pub fn upload_problem(frame: &Frame, side: Side, status: u16, most: &str) -> Option<Markup> {
    let text = frame.text;
    let (title, now) = match status {
        400 => ("problem-broken-off", text.say("problem-broken-off-now").to_owned()),
        413 => ("problem-large", text.with("problem-large-now", &[("most", most)])),
        _ => return None,
    };
    let back = match side {
        Side::Portal => text.say("problem-start"),
        Side::Desk => DESK_START,
    };
    let paragraphs = vec![text.say("problem-upload-what"), &now];
    Some(problem(frame, side, &Problem { title: text.say(title), paragraphs, back: Some(("/", back)) }))
}

const DESK_START: &str = "Naar mijn werk";

impl Problem<'static> {
    /// The standard words for a status of the portal: 400, 403, 404, 405, 408, 413, 415, 422, 429, 503; anything else
    /// reads as 500.
    pub fn of_portal(text: Text, status: u16) -> Self {
        let (title, paragraphs) = portal_keys(status);
        let paragraphs = paragraphs.iter().map(|key| text.say(key)).collect();
        Self { title: text.say(title), paragraphs, back: Some(("/", text.say("problem-start"))) }
    }

    /// The same of the desk.
    pub fn of_desk(status: u16) -> Self {
        let (title, paragraphs) = desk_words(status);
        Self { title, paragraphs: paragraphs.to_vec(), back: Some(("/", DESK_START)) }
    }
}

type Words = (&'static str, &'static [&'static str]);

/// Keys of a title and of paragraphs.
const fn portal_keys(status: u16) -> Words {
    match status {
        400 => ("problem-unreadable", &["problem-unreadable-what", "problem-unreadable-now"]),
        403 => ("problem-expired", &["problem-expired-what", "problem-expired-now"]),
        404 => ("problem-missing", &["problem-missing-now"]),
        405 => ("problem-form", &["problem-form-now"]),
        408 => ("problem-slow", &["problem-slow-what", "problem-slow-now"]),
        413 => ("problem-long", &["problem-long-what", "problem-long-now"]),
        415 | 422 => ("problem-foreign", &["problem-foreign-what", "problem-foreign-now"]),
        429 => ("problem-busy", &["problem-busy-now"]),
        503 => ("problem-closed", &["problem-ours-what", "problem-closed-now", "problem-danger"]),
        _ => ("problem-ours", &["problem-ours-what", "problem-ours-now", "problem-danger"]),
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
            &["De opslag antwoordt niet. Er is niets bewaard. Probeer het over een paar minuten opnieuw, of bel de \
                 beheerder."],
        ),
        _ => (
            "Er ging iets mis",
            &["Ga ervan uit dat er niets is bewaard. Kijk bij het signaal wat er staat. \
                 Blijft het misgaan? Bel de beheerder."],
        ),
    }
}
