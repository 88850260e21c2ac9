//! Telephone numbers as people type them: Dutch, German, with a country code, and extensions behind their name.
//! Public lines (112, 0800, 0900) identify nobody.

use super::context::{alone, before, is_amount, is_named_otherwise};
use super::pattern::Pattern;
use std::ops::Range;

static DUTCH: Pattern = Pattern::new(r"\(?0(?:[ )./-]{0,3}\d){9}");
// An area code apart, and a number of five digits or more: with the ten digits above, what else the region dials.
static GERMAN: Pattern = Pattern::new(
    r"\(?\b0[1-9]\d{1,3}\)?(?: ?[/-] ?| )(?:\d{5,8}|\d{3,4} \d{3,5}|\d\d(?: \d\d){2,3})\b|\b01[567]\d{8,9}\b",
);
static INTERNATIONAL: Pattern = Pattern::new(r"(?:\+ ?|\b00 ?)[1-9](?:[ )(./-]{0,3}\d){7,14}");
// As chat programs export a Dutch mobile number.
static WITHOUT_PLUS: Pattern = Pattern::new(r"\b31 ?6(?:[ -]?\d){8}\b");
static NAMED: Pattern = Pattern::new(
    r"(?i)
    \b(?:toestel(?:nummer|nr)?|doorkies(?:nummer|nr)?|telefoon(?:nummer|nr)|tel\.|(?:tel|telefoon|mobiel):
        |extension|ext\.|durchwahl)
    [ .:]{0,3}(?:is )?(\d[\d -]{1,9}\d)\b",
);

pub(super) fn numbers(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    let international = INTERNATIONAL.all(bytes).filter_map(|range| international(bytes, range));
    let dutch = DUTCH.all(bytes).filter(|range| is_dutch(&bytes[range.clone()]));
    let german = GERMAN.all(bytes).filter(|range| is_german(&bytes[range.clone()]));
    let named = NAMED.all(bytes).filter(|range| is_named(&bytes[range.clone()]) && !is_amount(bytes, range));
    international
        .chain(dutch)
        .chain(german)
        .chain(WITHOUT_PLUS.all(bytes))
        .filter(|range| !is_named_otherwise(bytes, range) && !follows_bank(bytes, range))
        .chain(named)
        .filter(|range| alone(bytes, range))
}

fn digits(typed: &[u8]) -> usize {
    typed.iter().filter(|byte| byte.is_ascii_digit()).count()
}

/// The digits before the first separator, without the bracket around an area code.
fn first_group(typed: &[u8]) -> &[u8] {
    let typed = typed.strip_prefix(b"(").unwrap_or(typed);
    typed.split(|byte| !byte.is_ascii_digit()).next().unwrap_or_default()
}

static PUBLIC_LINE: Pattern = Pattern::new(r"^\(?(?:0800|090[069])");
// 06-06-2026 10.15 uur, and 06.30 07.30 08.30.
static DATE_OR_TIMES: Pattern = Pattern::new(
    r"^06(?:(?:-\d\d-|\.\d\d\.|/\d\d/| \d\d )(?:19|20)\d\d\b
    |-\d\d-\d\d[^\d-]|\.\d\d\.\d\d[^\d.]|/\d\d/\d\d[^\d/]|\.\d\d \d\d\.)",
);

/// Ten digits: an area code of three or four of them stands apart or nothing does; mobile numbers are grouped anyhow.
fn is_dutch(typed: &[u8]) -> bool {
    let first = first_group(typed);
    let grouped = first.starts_with(b"06") || typed.starts_with(b"0 6 ") || matches!(first.len(), 3 | 4 | 10);
    let second = typed.iter().filter(|byte| byte.is_ascii_digit()).nth(1);
    grouped && second != Some(&b'0') && !PUBLIC_LINE.matches(typed) && !DATE_OR_TIMES.matches(typed)
}

fn is_german(typed: &[u8]) -> bool {
    let plausible = matches!((first_group(typed).len(), digits(typed)), (5, 10) | (_, 11 | 12));
    plausible && !PUBLIC_LINE.matches(typed)
}

fn is_named(typed: &[u8]) -> bool {
    matches!(digits(typed), 3..=9) && !PUBLIC_LINE.matches(typed) && typed != b"112"
}

static THOUSANDS: Pattern = Pattern::new(r"^\+ ?\d{1,3}(?:\.\d{3}){2,4}$");

/// The number at the start of a candidate, up to the group that completes it.
fn international(bytes: &[u8], range: Range<usize>) -> Option<Range<usize>> {
    let typed = &bytes[range.clone()];
    let prefix = if typed.starts_with(b"+") { 0 } else { 2 };
    // The end of a time or an amount: 10:00, 5,00.
    if prefix == 2 && bytes[..range.start].ends_with(b":") || bytes[..range.start].ends_with(b",") {
        return None;
    }
    let number: Vec<(usize, u8)> =
        typed.iter().copied().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).skip(prefix).collect();
    let dutch = number.first().map(|(_, digit)| *digit) == Some(b'3') && number.get(1).is_some_and(|d| d.1 == b'1');
    // Behind +31 come nine digits, with or without the zero that is dialled at home.
    let wanted = match (dutch, number.get(2)) {
        (true, Some((_, b'0'))) => 12..=12,
        (true, _) => 11..=11,
        (false, _) => 9..=15,
    };
    let ends_group = |end: usize| !bytes.get(range.start + end).is_some_and(u8::is_ascii_digit);
    let ends = number.iter().zip(1..).filter(|((at, _), count)| wanted.contains(count) && ends_group(at + 1));
    // Who groups a number in pairs writes on after nine digits; after thirteen the next digits are something else.
    let ((at, _), _) = ends.take_while(|(_, count)| *count < 15).fold(None, |best, next| match best {
        Some((_, count)) if count >= 13 => best,
        _ => Some(next),
    })?;
    (dutch || !THOUSANDS.matches(typed)).then_some(range.start..range.start + at + 1)
}

static BANK_BEFORE: Pattern = Pattern::new(r"\b[A-Za-z]{2}\d\d ?[A-Za-z]{4} ?$");

/// Whether this is the account number of an IBAN with a typing mistake.
fn follows_bank(bytes: &[u8], range: &Range<usize>) -> bool {
    BANK_BEFORE.matches(before(bytes, range.start))
}
