//! Reading objects from bytes. No recursion deeper than a document needs, no more objects at a time than fit; every byte
//! that is read is work, however often it was read before.

use super::object::{Dictionary, Object};
use crate::{CleanError, Result, limits::Budget};

const DEPTH: usize = 60;
/// Values in one object: a list of 50,000 pages is one.
const VALUES: usize = 80_000;

pub struct Lexer<'a, 'b> {
    pub data: &'a [u8],
    pub at: usize,
    pub budget: &'b Budget,
    /// Up to where what was read is paid for. Looking back over a few numbers costs nothing.
    paid: usize,
    /// What beginning to read costs.
    owed: usize,
    values: usize,
}

/// As many bytes could be read while what is to be read is found.
const BEGINNING: usize = 16;

pub fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'a, 'b> Lexer<'a, 'b> {
    pub fn new(data: &'a [u8], at: usize, budget: &'b Budget) -> Self {
        Self { data, at, budget, paid: at, owed: BEGINNING, values: 0 }
    }

    /// Pays for what was read since.
    pub fn pay(&mut self) -> Result<()> {
        let read = self.at.saturating_sub(self.paid);
        self.paid += read;
        self.budget.spend(read + std::mem::take(&mut self.owed))
    }

    pub fn peek(&self) -> Option<u8> {
        self.data.get(self.at).copied()
    }

    pub fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'%' => {
                    while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                        self.at += 1;
                    }
                }
                byte if is_space(byte) => self.at += 1,
                _ => return,
            }
        }
    }

    pub fn starts_with(&self, text: &[u8]) -> bool {
        self.data.get(self.at..).is_some_and(|rest| rest.starts_with(text))
    }

    /// Skips a keyword that must stand here.
    pub fn expect(&mut self, word: &[u8]) -> Result<()> {
        self.skip_space();
        if !self.starts_with(word) {
            return Err(CleanError::Damaged);
        }
        self.at += word.len();
        self.pay()
    }

    /// A run of regular characters.
    pub fn word(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        self.data.get(start..self.at).unwrap_or_default()
    }

    /// A number that is no more than digits.
    pub fn integer(&mut self) -> Result<usize> {
        self.skip_space();
        let word = self.word();
        self.pay()?;
        std::str::from_utf8(word).ok().and_then(|word| word.parse().ok()).ok_or(CleanError::Damaged)
    }

    pub fn object(&mut self) -> Result<Object<'a>> {
        let object = self.value(DEPTH)?;
        self.pay()?;
        Ok(object)
    }

    fn value(&mut self, depth: usize) -> Result<Object<'a>> {
        let deeper = depth.checked_sub(1).ok_or(CleanError::TooMuchWork)?;
        self.values += 1;
        if self.values > VALUES {
            return Err(CleanError::TooMuchWork);
        }
        self.skip_space();
        self.pay()?;
        let start = self.at;
        match self.peek().ok_or(CleanError::Damaged)? {
            b'/' => {
                self.at += 1;
                Ok(Object::Name(self.word()))
            }
            b'(' => self.literal_string(start),
            b'<' if self.starts_with(b"<<") => self.dictionary(deeper),
            b'<' => {
                while self.peek().ok_or(CleanError::Damaged)? != b'>' {
                    self.at += 1;
                }
                self.at += 1;
                self.plain(start)
            }
            b'[' => self.array(deeper),
            _ => self.number_or_word(start),
        }
    }

    fn plain(&self, start: usize) -> Result<Object<'a>> {
        self.data.get(start..self.at).map(Object::Plain).ok_or(CleanError::Damaged)
    }

    fn literal_string(&mut self, start: usize) -> Result<Object<'a>> {
        let mut open = 0_usize;
        loop {
            match self.peek().ok_or(CleanError::Damaged)? {
                b'\\' => self.at += 1,
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return self.plain(start);
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Object<'a>> {
        self.at += 1;
        let mut list = Vec::new();
        loop {
            self.skip_space();
            if self.peek() == Some(b']') {
                self.at += 1;
                return Ok(Object::Array(list));
            }
            list.push(self.value(depth)?);
        }
    }

    fn dictionary(&mut self, depth: usize) -> Result<Object<'a>> {
        self.at += 2;
        let mut list = Vec::new();
        loop {
            self.skip_space();
            if self.starts_with(b">>") {
                self.at += 2;
                return Ok(Object::Dictionary(Dictionary(list)));
            }
            let Object::Name(key) = self.value(depth)? else { return Err(CleanError::Damaged) };
            list.push((key, self.value(depth)?));
        }
    }

    /// A number, a reference (two numbers and `R`), or a word.
    fn number_or_word(&mut self, start: usize) -> Result<Object<'a>> {
        let word = self.word();
        let number = std::str::from_utf8(word).ok().and_then(|word| word.parse::<u32>().ok());
        if let Some(number) = number {
            let after = self.at;
            if self.integer().is_ok_and(|generation| generation <= usize::from(u16::MAX)) {
                self.skip_space();
                if self.word() == b"R" {
                    return Ok(Object::Reference(number));
                }
            }
            self.at = after;
        }
        let numeric = word.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.'));
        let known = matches!(word, b"true" | b"false" | b"null") || !word.is_empty() && numeric;
        if known { self.plain(start) } else { Err(CleanError::Damaged) }
    }
}
