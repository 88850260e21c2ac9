//! From when until when a meeting is held, on a Dutch clock.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::field::FieldErrors;

/// Two times of one day, the later one after the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    pub van: NaiveTime,
    pub tot: NaiveTime,
}

impl Hours {
    /// Reads `van` and `tot`, as 9:30 or 9.30; both empty: nobody said when.
    ///
    /// # Errors
    /// A time that is none, one of the two without the other, an end that is not after the beginning.
    pub fn parse(van: &str, tot: &str) -> Result<Option<Self>, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut read = |name: &'static str, typed: &str, other: &str| match (typed.trim(), other.trim()) {
            ("", "") => None,
            ("", _) => {
                errors.push(name, "Vul ook deze tijd in, of laat ze allebei leeg.");
                None
            }
            (typed, _) => {
                let found = time(typed);
                if found.is_none() {
                    errors.push(name, "Schrijf de tijd als 9:30.");
                }
                found
            }
        };
        let both = read("van", van, tot).zip(read("tot", tot, van));
        match both {
            Some((van, tot)) if tot <= van => {
                errors.push("tot", "Het overleg is klaar voor het begint. Kies een latere tijd.");
                Err(errors)
            }
            Some((van, tot)) => Ok(Some(Self { van, tot })),
            None if errors.is_empty() => Ok(None),
            None => Err(errors),
        }
    }
}

impl std::fmt::Display for Hours {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "van {} tot {} uur", self.van.format("%-H.%M"), self.tot.format("%-H.%M"))
    }
}

fn time(typed: &str) -> Option<NaiveTime> {
    let plain = typed.replace('.', ":");
    // Chrono reads a sign or a space where a digit should stand.
    let is_plain = plain.len() <= 5 && plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    is_plain.then(|| NaiveTime::parse_from_str(&plain, "%H:%M").ok()).flatten()
}
