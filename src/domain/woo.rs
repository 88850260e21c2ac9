//! What of a case is made public, document by document (Wet open overheid): chosen by a person, with the ground of every
//! part that is kept back. Integrity files are assessed one by one; none is refused as a whole.

use crate::choices::{self, Choice};
use crate::field::{self, FieldErrors, STORY};
use crate::vocabulary;

vocabulary! {
    /// What becomes of one document.
    Publicity {
        Openbaar => "openbaar",
        Deels => "deels openbaar",
        Niet => "niet openbaar",
    }
}

vocabulary! {
    /// A ground to keep something back, in the notation of decisions. What each says stands in the law, not here.
    Ground {
        L1a => "Art. 5.1 lid 1 sub a",
        L1b => "Art. 5.1 lid 1 sub b",
        L1c => "Art. 5.1 lid 1 sub c",
        L1d => "Art. 5.1 lid 1 sub d",
        L1e => "Art. 5.1 lid 1 sub e",
        L2a => "Art. 5.1 lid 2 sub a",
        L2b => "Art. 5.1 lid 2 sub b",
        L2c => "Art. 5.1 lid 2 sub c",
        L2d => "Art. 5.1 lid 2 sub d",
        L2e => "Art. 5.1 lid 2 sub e",
        L2f => "Art. 5.1 lid 2 sub f",
        L2g => "Art. 5.1 lid 2 sub g",
        L2h => "Art. 5.1 lid 2 sub h",
        L2i => "Art. 5.1 lid 2 sub i",
        Opvattingen => "Art. 5.2 lid 1",
    }
}

impl Choice for Publicity {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}

impl Choice for Ground {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}

/// What was decided of one document.
#[derive(Clone, PartialEq, Eq)]
pub struct Assessed {
    pub publicity: Publicity,
    /// In the order of the law; none where all is public.
    pub grounds: Vec<Ground>,
    /// What is published; empty where nothing is.
    pub text: String,
}

field::redacted!(Assessed);

impl Assessed {
    /// Reads the choice, the grounds and the text of one document whose own text is `original`. Errors stand at the fields
    /// `keuze`, `gronden` and `tekst`.
    ///
    /// # Errors
    /// No choice; something kept back without a ground, or a ground where nothing is; "deels" without a change in the text, or
    /// a change without "deels".
    pub fn parse(choice: &str, grounds: &[String], text: &str, original: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let missing = "Kies of dit stuk openbaar wordt.";
        let publicity = choices::one_required(e, "keuze", &[choice], missing);
        let mut grounds: Vec<Ground> = choices::many(e, "gronden", grounds);
        grounds.sort_unstable();
        let text = field::text(e, "tekst", text, STORY);
        // Browsers send line breaks as CRLF, and end spaces are nobody's choice.
        let same = words(&text).eq(words(original));
        match publicity {
            Some(Publicity::Openbaar) if !grounds.is_empty() => {
                e.push("gronden", "Alles wordt openbaar: haal de gronden weg, of kies ‘deels openbaar’.");
            }
            Some(Publicity::Openbaar) if !same => {
                e.push("keuze", "U hebt de tekst veranderd. Kies ‘deels openbaar’, met de grond voor wat u weghaalde.");
            }
            Some(Publicity::Deels | Publicity::Niet) if grounds.is_empty() => {
                e.push("gronden", "Kies op welke grond u iets weglaat.");
            }
            Some(Publicity::Deels) if same => {
                e.push("tekst", "Haal in de tekst weg wat niet openbaar wordt, en zet er de grond voor in de plaats.");
            }
            Some(Publicity::Deels) if text.is_empty() => {
                e.push("tekst", "Er blijft niets over. Kies ‘niet openbaar’.");
            }
            _ => {}
        }
        let text = if publicity == Some(Publicity::Niet) { String::new() } else { text };
        errors.or(publicity.map(|publicity| Self { publicity, grounds, text }))
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
}
