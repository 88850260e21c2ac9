//! The word list of pickup codes and fingerprints: 2,048 Dutch words, 11 bits each, told apart by their first four
//! letters.

use std::sync::LazyLock;

/// Bits that one word carries.
pub const BITS: usize = 11;

static LIST: LazyLock<Vec<&'static str>> = LazyLock::new(|| include_str!("ophaalwoorden.txt").lines().collect());

/// A word's place in the list: 0..2048.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Word(u16);

impl Word {
    /// The word at a place; only the lowest 11 bits count.
    pub const fn at(index: u16) -> Self {
        Self(index & 0x7ff)
    }

    pub const fn index(self) -> u16 {
        self.0
    }

    pub fn text(self) -> &'static str {
        LIST[usize::from(self.0)]
    }

    /// Finds a word by what somebody typed, already in lower case: the whole word, or at least its first four letters,
    /// which are unique. Letters beyond the fourth must still be right: a longer mistake is a mistake.
    pub fn find(typed: &str) -> Option<Self> {
        let at = LIST.partition_point(|word| *word < typed);
        let word = LIST.get(at)?;
        let found = *word == typed || (typed.len() >= 4 && word.starts_with(typed));
        found.then(|| Self(u16::try_from(at).unwrap_or_default()))
    }

    /// Up to `most` words nearest to a mistyped one, best first. Asks only the list, so it betrays no code.
    pub fn nearest(typed: &str, most: usize) -> Vec<&'static str> {
        // A word this much longer or shorter is too far away whatever its letters; anyone may send us anything.
        let length = typed.chars().count();
        let mut scored: Vec<_> = LIST
            .iter()
            .filter(|word| word.len().abs_diff(length) <= word.len() / 2)
            .map(|word| (strsim::osa_distance(typed, word), *word))
            // Further away it is a guess, and who reads it doubts his own paper.
            .filter(|(distance, word)| *distance <= (word.len() / 3).max(1))
            .collect();
        scored.sort_unstable();
        scored.into_iter().take(most).map(|(_, word)| word).collect()
    }
}

/// Reads bits, most significant first, as words. `bytes` must hold `count * 11` bits; what is left over is not used.
pub fn from_bits(bytes: &[u8], count: usize) -> Vec<Word> {
    (0..count)
        .map(|word| {
            let index = (word * BITS..(word + 1) * BITS)
                .fold(0, |index, bit| index << 1 | u16::from(bytes[bit / 8] >> (7 - bit % 8) & 1));
            Word::at(index)
        })
        .collect()
}

/// Packs words into bits, most significant first, the last byte filled with zeros: the inverse of [`from_bits`].
pub fn to_bits(words: &[Word]) -> Vec<u8> {
    let mut bytes = vec![0; (words.len() * BITS).div_ceil(8)];
    for bit in 0..words.len() * BITS {
        let set = words[bit / BITS].0 >> (BITS - 1 - bit % BITS) & 1;
        bytes[bit / 8] |= (set as u8) << (7 - bit % 8);
    }
    bytes
}
