//! The pickup code (*ophaalcode*) as words: reading what a person types, writing it out. What the words open is not
//! known here.

use crate::field::{Sentence, fold};
use crate::words::Word;

/// Words in a pickup code: 110 bits.
pub const WORDS: usize = 10;

/// With more words than this nobody is typing a code; then the words are counted and not looked at.
const WORDS_LOOKED_AT: usize = 2 * WORDS;
/// Longest part of a mistyped word that is shown and compared; the longest word of the list has 8 letters.
const SHOWN: usize = 20;
/// Mistyped words that get suggestions.
const SUGGESTED_FOR: usize = 3;
const SUGGESTIONS: usize = 3;

/// Ten words. Whoever holds them is the reporter, so `Debug` prints none of them.
#[derive(Clone, PartialEq, Eq)]
pub struct PickupCode([Word; WORDS]);

crate::field::redacted!(PickupCode);

impl PickupCode {
    pub const fn from_words(words: [Word; WORDS]) -> Self {
        Self(words)
    }

    pub const fn words(&self) -> &[Word; WORDS] {
        &self.0
    }

    /// The words separated by single spaces.
    pub fn text(&self) -> String {
        self.0.map(Word::text).join(" ")
    }

    /// Reads what somebody typed. Forgives case, accents, every kind of separator, and numbers before or after a word;
    /// four letters identify a word.
    ///
    /// # Errors
    /// See [`PickupError`]. A word outside the list is named before a wrong count, as it often is the cause of it.
    pub fn parse(typed: &str) -> Result<Self, PickupError> {
        let folded = fold(typed);
        let typed_words: Vec<&str> = folded
            .split(|c: char| !c.is_alphanumeric())
            .map(|word| word.trim_matches(char::is_numeric))
            .filter(|word| !word.is_empty())
            .collect();
        match typed_words.len() {
            0 => return Err(PickupError::Empty),
            found if found > WORDS_LOOKED_AT => return Err(PickupError::Count { found }),
            _ => {}
        }
        let found: Vec<_> = typed_words.iter().map(|word| Word::find(word)).collect();
        let unknown: Vec<_> = (1..)
            .zip(typed_words.iter().zip(&found))
            .filter(|(_, (_, found))| found.is_none())
            .map(|(position, (typed, _))| UnknownWord { position, typed: (*typed).to_owned() })
            .collect();
        if !unknown.is_empty() {
            return Err(PickupError::Unknown(unknown));
        }
        let words: Vec<Word> = found.into_iter().flatten().collect();
        let found = words.len();
        words.try_into().map(Self).map_err(|_| PickupError::Count { found })
    }
}

/// Why typed text is no pickup code. Says nothing about which codes exist: only the word list was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PickupError {
    #[error("no words")]
    Empty,
    #[error("{found} words instead of {WORDS}")]
    Count { found: usize },
    #[error("{} words outside the list", .0.len())]
    Unknown(Vec<UnknownWord>),
}

/// A typed word that is not in the list. `Debug` prints only its position: the word may be nearly one of the code.
#[derive(Clone, PartialEq, Eq)]
pub struct UnknownWord {
    /// Which word, from 1.
    pub position: usize,
    pub typed: String,
}

impl UnknownWord {
    /// Up to three words of the list that look like it, best first. Looked up only when somebody will read it: it costs
    /// a thousand times what reading a code costs.
    pub fn nearest(&self) -> Vec<&'static str> {
        let start: String = self.typed.chars().take(SHOWN).collect();
        Word::nearest(&start, SUGGESTIONS)
    }

    fn sentence(&self, suggest: bool) -> Sentence {
        let mut typed: String = self.typed.chars().take(SHOWN).collect();
        if typed.len() < self.typed.len() {
            typed.push('…');
        }
        let nearest = if suggest { self.nearest() } else { Vec::new() };
        let key = match nearest.len() {
            0 => "pickup-unknown",
            1 => "pickup-unknown-one",
            2 => "pickup-unknown-two",
            _ => "pickup-unknown-three",
        };
        let mut values = vec![("position", self.position.to_string()), ("typed", typed)];
        let named = ["first", "second", "third"].into_iter().zip(nearest);
        values.extend(named.map(|(name, word)| (name, word.to_owned())));
        Sentence::Key(key, values)
    }
}

impl std::fmt::Debug for UnknownWord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "UnknownWord({}, ..)", self.position)
    }
}

impl PickupError {
    /// What the reporter should do: a sentence or two for each thing that is wrong. They repeat what was typed, so that
    /// it can be mended; they are for the page alone, and never an error that something may log.
    pub fn sentences(&self) -> Vec<Sentence> {
        match self {
            Self::Empty => vec![Sentence::key("pickup-empty")],
            Self::Count { found: 1 } => vec![Sentence::key("pickup-one-word")],
            Self::Count { found } => {
                let key = if *found < WORDS { "pickup-too-few" } else { "pickup-too-many" };
                vec![Sentence::Key(key, vec![("found", found.to_string())])]
            }
            // Suggestions for the first three: who mistyped more reads those first.
            Self::Unknown(words) => (0..).zip(words).map(|(i, word)| word.sentence(i < SUGGESTED_FOR)).collect(),
        }
    }
}
