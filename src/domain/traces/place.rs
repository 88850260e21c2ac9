//! Licence plates, and postcodes with a house number.

use super::context::{alone, before, behind, is_named_otherwise};
use super::pattern::Pattern;
use std::ops::Range;

// The fourteen sidecodes of the RDW.
static PLATE: Pattern = Pattern::new(
    r"(?i)\b(?:
        [a-z]{2}[ -]\d\d[ -](?:\d\d|[a-z]{2})|[a-z]{2}[ -][a-z]{2}[ -]\d\d|\d\d[ -]\d\d[ -][a-z]{2}
        |\d\d[ -][a-z]{2}[ -](?:\d\d|[a-z]{2})|\d\d[ -][a-z]{3}[ -]\d|\d[ -][a-z]{3}[ -]\d\d
        |[a-z]{2}[ -]\d{3}[ -][a-z]|[a-z][ -]\d{3}[ -][a-z]{2}|[a-z]{3}[ -]\d\d[ -][a-z]
        |[a-z][ -]\d\d[ -][a-z]{3}|\d[ -][a-z]{2}[ -]\d{3}|\d{3}[ -][a-z]{2}[ -]\d
    )\b",
);
// Without hyphens only those that are not also a postcode (1234AB), a year behind letters (AB2026) or a code (ABCD12).
static COMPACT_PLATE: Pattern = Pattern::new(
    r"\b(?:
        \d\d[A-Z]{2}\d\d|[A-Z]{2}\d\d[A-Z]{2}|\d\d[A-Z]{3}\d|\d[A-Z]{3}\d\d|[A-Z]{2}\d{3}[A-Z]
        |[A-Z]\d{3}[A-Z]{2}|[A-Z]{3}\d\d[A-Z]|[A-Z]\d\d[A-Z]{3}|\d[A-Z]{2}\d{3}|\d{3}[A-Z]{2}\d
    )\b",
);
// Behind its name also lower case without hyphens, and what other countries drive with.
static NAMED_PLATE: Pattern = Pattern::new(
    r"\b(?i:kentekens?|nummerplaat|kentekenplaat|nummerbord|(?:licen[cs]e|number) plate|kennzeichen|nummernschild)
    [ :(,.]{1,3}(?i:(?:is|was|met|van|de|die|het|auto|bus|nummer|ist|war|lautet)[ :]{1,2}){0,4}
    ((?i:[a-z]{2}\d{3}[a-z]|[a-z]\d{3}[a-z]{2}|[a-z]{3}\d\d[a-z]|[a-z]\d\d[a-z]{3}|\d\d[a-z]{3}\d
        |\d[a-z]{3}\d\d|\d[a-z]{2}\d{3}|\d{3}[a-z]{2}\d|\d\d[a-z]{2}\d\d|[a-z]{2}\d\d[a-z]{2}
        |[a-z]{2}\d{4}|\d{4}[a-z]{2}|[a-z]{4}\d\d|\d\d[a-z]{4}
        |[a-z]{1,3}[ -][a-z]{1,2}[ -]\d{1,4}|[a-z]{2}[ -]\d{3}[ -][a-z]|\d\d[ -][a-z]{3}[ -]\d)
    |[A-Z]{1,3}[ -]?[A-Z]{0,2}[ -]?\d{2,5} ?[A-Z]{0,3}|\d[ -][A-Z]{3}[ -]\d{3})\b",
);

pub(super) fn plates(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    let spaced = PLATE.all(bytes).filter(|range| is_plate(&bytes[range.clone()]));
    let compact = COMPACT_PLATE.all(bytes).filter(|range| !MONTH.matches(&bytes[range.clone()]));
    spaced
        .chain(compact)
        .filter(|range| !is_named_otherwise(bytes, range))
        .chain(NAMED_PLATE.all(bytes))
        .filter(|range| alone(bytes, range) && !in_chain(bytes, range))
}

static MONTH: Pattern =
    Pattern::new(r"(?i)^\d\d?-?(?:jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec|mar|may|oct|mai|dez)");
static WEEKDAY: Pattern = Pattern::new(r"^(?:ma|di|wo|do|vr|za|zo|mo|mi|fr|sa|so)-\d|\d-(?:ma|di|wo|do|vr|za|zo)$");
static COUNTED: Pattern =
    Pattern::new(r"\b(?:EN|OF|IN|OP|TE|UUR|EUR|KM|KG|CM|MM|KW|PK|BTW|JAN|FEB|MRT|MEI|JUN|JUL|AUG|SEP|OKT|NOV|DEC)\b");

/// With hyphens in any case; with spaces only in capitals, as "12 en 14" is no plate.
fn is_plate(typed: &[u8]) -> bool {
    if typed.contains(&b' ') {
        return !typed.iter().any(u8::is_ascii_lowercase) && !COUNTED.matches(typed);
    }
    !MONTH.matches(typed) && !WEEKDAY.matches(typed)
}

/// Whether hyphens or slashes tie it to more letters or digits, as in the code of a document.
fn in_chain(bytes: &[u8], range: &Range<usize>) -> bool {
    let tied = |near: Option<&u8>, next: Option<&u8>| {
        matches!(near, Some(b'-' | b'/' | b'_')) && next.is_some_and(u8::is_ascii_alphanumeric)
    };
    let mut before = bytes[..range.start].iter().rev();
    let mut behind = bytes[range.end..].iter();
    tied(before.next(), before.next()) || tied(behind.next(), behind.next())
}

static POSTCODE_FIRST: Pattern = Pattern::new(
    r"\b[1-9]\d{3}(?: ?[A-Z]{2}[ ,-]{0,3}|[a-z]{2}[ ,-]{1,3})
    (?:(?:[A-Z][A-Za-z'\x80-\xff-]{2,30}[ ,]{1,3})?(?i:(?:op )?(?:huis)?(?:nummer|nr|no)[ .:]{1,3}))?
    [1-9]\d{0,4}(?:[A-Za-z]|[ -][A-Z]|-\d{1,4}| ?bis| ?hs)?\b",
);
// What stands behind the word postcode may be typed in any way.
static NAMED_POSTCODE: Pattern = Pattern::new(
    r"(?i)\bpostcode[ :]{1,3}(?:is )?([1-9]\d{3} ?[a-z]{2}[ ,-]{0,3}
    (?:(?:en |op |met )?(?:huis)?(?:nummer|nr|no)[ .:]{1,3})?[1-9]\d{0,4}[a-z]?)\b",
);
static HOUSE_FIRST: Pattern = Pattern::new(
    r"\b[1-9]\d{0,4}(?:[A-Za-z]|[ -][A-Z]|-\d{1,4})?(?: ?, ?\n?| \n?|\n)
    (?i:(?:postcode|te|in)[ :]{1,2})?[1-9]\d{3} ?[A-Z]{2}\b",
);
static STREET_BEFORE: Pattern = Pattern::new(r"(?i)[a-z.\x80-\xff] $");
static BOX_BEFORE: Pattern = Pattern::new(r"(?i)\b(?:postbus|antwoordnummer) $");
// Pairs of letters that no postcode has, and units.
static NO_POSTCODE: Pattern = Pattern::new(r"\b\d{4} ?(?i:sa|sd|ss)|\d{4}(?:km|kg|cm|mm|kw|gb|mb|tb)");
static TIME_BEHIND: Pattern = Pattern::new(r"^(?:[:.]\d\d| ?uur)");

pub(super) fn addresses(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    let in_street = |before: &[u8]| STREET_BEFORE.matches(before) && !BOX_BEFORE.matches(before);
    let house_first = HOUSE_FIRST.all(bytes).filter(move |range| in_street(before(bytes, range.start)));
    POSTCODE_FIRST
        .all(bytes)
        .filter(|range| !TIME_BEHIND.matches(behind(bytes, range.end)))
        .chain(house_first)
        .filter(|range| !is_named_otherwise(bytes, range) && !NO_POSTCODE.matches(&bytes[range.clone()]))
        .chain(NAMED_POSTCODE.all(bytes))
        .filter(|range| alone(bytes, range))
}
