//! Names of companies and foundations in a text, so that two signals that name one can be held beside each other: what
//! stands before a legal form ("Jansen Bouw B.V."), and what stands behind "Stichting".
//!
//! A miss is better here than a false alarm: "bv." is also *bijvoorbeeld*, "n.v.t." is no company, and "de BV" names none.

use crate::field::fold;
use std::collections::BTreeSet;

/// Words that a name has at most, beside its legal form.
const LONGEST: usize = 5;
/// The same where nobody typed a capital: where such a name begins is a guess.
const LONGEST_SMALL: usize = 3;

/// How sure a legal form is of itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LegalForm {
    /// Nothing else is written so: B.V., NV, VOF, vof.
    Sure,
    /// So is *bijvoorbeeld* (bv., b.v.); and "holding" is a word too. Only behind a capital.
    Behind,
}

/// What may stand within a name, and begins none.
const WITHIN: &[&str] =
    &["van", "de", "der", "den", "het", "'t", "t", "ter", "ten", "te", "en", "&", "+", "aan", "op", "la", "le"];

/// Words before a legal form that are no name, and where a name therefore begins or is none.
const NO_NAMES: &[&str] = &[
    "een",
    "eigen",
    "zijn",
    "haar",
    "hun",
    "mijn",
    "onze",
    "ons",
    "jouw",
    "uw",
    "deze",
    "die",
    "dit",
    "dat",
    "welke",
    "elke",
    "iedere",
    "andere",
    "ander",
    "nieuwe",
    "oude",
    "lege",
    "kleine",
    "grote",
    "buitenlandse",
    "verschillende",
    "meerdere",
    "paar",
    "twee",
    "drie",
    "vier",
    "geen",
    "via",
    "bij",
    "in",
    "uit",
    "met",
    "voor",
    "naar",
    "door",
    "over",
    "onder",
    "als",
    "of",
    "om",
    "tot",
    "volgens",
    "tegen",
    "is",
    "was",
    "heeft",
    "had",
    "heet",
    "heette",
    "wordt",
    "werd",
    "hij",
    "zij",
    "ze",
    "ik",
    "wij",
    "we",
    "er",
    "daar",
    "hier",
    "ook",
    "maar",
    "want",
    "dus",
    "toen",
    "nu",
    "dan",
    "werkt",
    "werkte",
    "samen",
    "zoals",
    "namens",
    "wie",
    "wat",
    "waar",
    "soms",
    "vaak",
    "bijvoorbeeld",
    "dezelfde",
    "zelfde",
    "bekende",
    "lokale",
    "plaatselijke",
    "tussen",
    "achter",
    "naast",
    "zonder",
];

/// Words that many names have: alone, or in front, they tell one from another no better than the legal form does.
const COMMON: &[&str] = &[
    "bedrijf",
    "firma",
    "onderneming",
    "holding",
    "groep",
    "familie",
    "bedrijven",
    "aannemer",
    "eigenaar",
    "directeur",
];

/// The names in a text, each folded and without its legal form: small letters, no accents, no "de" in front.
pub fn names(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in text.lines() {
        let words: Vec<Word<'_>> = line.split_whitespace().map(Word::of).collect();
        for (at, word) in words.iter().enumerate() {
            if let Some(form) = word.legal_form() {
                found.extend(before(&words[..at], form).and_then(|name| normal(&name)));
            }
            if fold(word.text) == "stichting" && !word.closes {
                let behind = behind(&words[at + 1..]).and_then(|name| normal(&name));
                found.extend(behind.map(|name| ["stichting ", &name].concat()));
            }
        }
    }
    found
}

/// Whether a folded text names it too, with its legal form or without. Of a name of one word nobody can tell.
pub fn is_mentioned(name: &str, folded: &str) -> bool {
    let whole = |at: usize| {
        let (before, behind) = (folded[..at].chars().next_back(), folded[at + name.len()..].chars().next());
        !before.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphanumeric)
    };
    name.contains(' ') && name.len() >= 8 && folded.match_indices(name).any(|(at, _)| whole(at))
}

/// A word of a line, without the marks around it.
struct Word<'a> {
    text: &'a str,
    /// Whether a mark stands in front, so that no name goes on before it.
    opens: bool,
    /// Whether a mark stands behind, so that no name goes on after it.
    closes: bool,
}

impl<'a> Word<'a> {
    fn of(typed: &'a str) -> Self {
        let mark = |c: char| !c.is_alphanumeric() && !matches!(c, '&' | '+' | '\'' | '’' | '.');
        let start = typed.trim_start_matches(mark);
        let text = start.trim_end_matches(mark);
        let bare = text.trim_end_matches('.');
        // "J." and "A.B." are initials; any other full stop ends a sentence.
        let initials = !bare.is_empty() && bare.split('.').all(|part| part.chars().count() == 1);
        let stops = bare.len() < text.len() && !initials;
        let text = if stops { bare } else { text };
        Self { text, opens: start.len() < typed.len(), closes: stops || !typed.ends_with(text) }
    }

    fn legal_form(&self) -> Option<LegalForm> {
        match self.text.trim_end_matches('.') {
            "B.V" | "BV" | "N.V" | "NV" | "V.O.F" | "VOF" => Some(LegalForm::Sure),
            text => match text.to_ascii_lowercase().as_str() {
                "vof" | "v.o.f" => Some(LegalForm::Sure),
                "bv" | "b.v" | "nv" | "n.v" | "holding" => Some(LegalForm::Behind),
                _ => None,
            },
        }
    }

    fn is_within(&self) -> bool {
        WITHIN.contains(&fold(self.text).as_str())
    }

    fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric())
    }

    fn is_no_name(&self) -> bool {
        NO_NAMES.contains(&fold(self.text).as_str()) || self.legal_form() == Some(LegalForm::Sure)
    }
}

/// The words of a name that ends where these do.
fn before<'a>(words: &[Word<'a>], form: LegalForm) -> Option<Vec<&'a str>> {
    let last = words.last().filter(|word| !word.closes && !word.is_no_name() && !word.is_within())?;
    let capitals = last.is_capital();
    if !capitals && form == LegalForm::Behind {
        return None;
    }
    let longest = if capitals { LONGEST } else { LONGEST_SMALL };
    let mut begin = words.len() - 1;
    for (at, word) in words.iter().enumerate().rev().skip(1).take(longest - 1) {
        let open = words[at + 1].opens;
        if open || word.closes || word.is_no_name() || (word.is_within() && !capitals) {
            break;
        }
        if !word.is_within() {
            if word.is_capital() != capitals {
                break;
            }
            begin = at;
        }
    }
    Some(words[begin..].iter().map(|word| word.text).collect())
}

/// The words of a name that begins where these do: behind "Stichting" with a capital.
fn behind<'a>(words: &[Word<'a>]) -> Option<Vec<&'a str>> {
    words.first().filter(|word| word.is_capital() && !word.opens)?;
    let mut end = 0;
    for (at, word) in words.iter().enumerate().take(LONGEST) {
        if word.opens || !(word.is_capital() || word.is_within()) || word.legal_form().is_some() {
            break;
        }
        if !word.is_within() {
            end = at + 1;
        }
        if word.closes {
            break;
        }
    }
    Some(words[..end].iter().map(|word| word.text).collect())
}

/// A name as names are compared; `None` where nothing is left that tells it from others.
fn normal(name: &[&str]) -> Option<String> {
    let bare = |word: &&str| fold(word).chars().filter(|c| c.is_alphanumeric() || matches!(c, '&' | '+')).collect();
    let words: Vec<String> = name.iter().map(bare).filter(|word: &String| !word.is_empty()).collect();
    let tells = |word: &String| !COMMON.contains(&word.as_str()) && !WITHIN.contains(&word.as_str());
    let (first, last) = (words.iter().position(tells)?, words.iter().rposition(tells)?);
    let name = words[first..=last].join(" ");
    (name.chars().filter(|c| c.is_alphanumeric()).count() > 2).then_some(name)
}
