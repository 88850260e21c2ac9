//! A text as the finders read it: accents off, one kind of space, hyphen, quote and digit, nothing invisible; and the
//! way back from there to the text itself.

use crate::field::fold_char;
use std::ops::Range;

pub(super) struct Plain {
    bytes: Vec<u8>,
    /// For each byte, where the character that it came from stands in the text.
    origins: Vec<(usize, usize)>,
}

impl Plain {
    pub(super) fn of(text: &str) -> Self {
        let mut plain = Self { bytes: Vec::with_capacity(text.len()), origins: Vec::with_capacity(text.len()) };
        let (mut becomes, mut before) = (String::new(), ' ');
        for (start, c) in text.char_indices() {
            let end = start + c.len_utf8();
            becomes.clear();
            // A line end of two characters is one line end.
            if (before, c) != ('\r', '\n') {
                add(c, &mut becomes);
            }
            plain.bytes.extend_from_slice(becomes.as_bytes());
            plain.origins.resize(plain.bytes.len(), (start, end));
            if let (true, Some((_, last_end))) = (joins(c), plain.origins.last_mut()) {
                *last_end = end;
            }
            before = c;
        }
        plain
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Where plain bytes stood in the text, as whole characters with their accents.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        match self.origins.get(range) {
            Some([(start, _), .., (_, end)] | [(start, end)]) => *start..*end,
            _ => 0..0,
        }
    }
}

/// Whether a character that vanishes belongs to the one before it: an accent, a keycap, the choice of a look.
const fn joins(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{20e3}' | '\u{fe00}'..='\u{fe0f}')
}

/// Adds what a character is to the finders. Case stays, as names begin with a capital.
fn add(c: char, plain: &mut String) {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => plain.push('\n'),
        c if c.is_whitespace() => plain.push(' '),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' | '´' | '`' => plain.push('\''),
        '“' | '”' | '„' | '‟' | '«' | '»' => plain.push('"'),
        'ß' => plain.push_str("ss"),
        '٠'..='٩' => add(shifted(c, '٠', '0'), plain),
        '۰'..='۹' => add(shifted(c, '۰', '0'), plain),
        // The full-width forms of East Asian keyboards.
        '！'..='～' => add(shifted(c, '！', '!'), plain),
        // Signs that set the direction of a text or the look of a character.
        '\u{61c}' | '\u{20e3}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' => {}
        c => {
            let from = plain.len();
            fold_char(c, plain);
            if c.is_uppercase() {
                plain[from..].make_ascii_uppercase();
            }
        }
    }
}

/// The character as far from `to` as `c` is from `from`.
fn shifted(c: char, from: char, to: char) -> char {
    char::from_u32(u32::from(c) - u32::from(from) + u32::from(to)).unwrap_or(c)
}
