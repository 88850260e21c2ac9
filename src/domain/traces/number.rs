//! Numbers that prove themselves with a checksum (BSN, IBAN) or stand behind their own name (staff numbers).

use super::context::{alone, is_amount, is_named_otherwise};
use super::pattern::Pattern;
use std::ops::Range;

static BSN: Pattern = Pattern::new(r"\b(?:\d{9}|\d{4}[ .-]\d\d[ .-]\d{3}|\d{3}[ .-]\d{3}[ .-]\d{3})\b");
// Behind its name a BSN may miss its first zero, and be grouped in any way.
static NAMED_BSN: Pattern = Pattern::new(
    r"(?i)\b(?:bsn|burger ?service ?nummer|sofi)(?:-?(?:nummer|nr))?[ .:=(]{0,3}
    (?:[a-z]{2,20}[ :]{1,2}){0,4}(\d(?:[ .-]?\d){7,8})\b",
);

pub(super) fn bsns(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    let unnamed = |range: &Range<usize>| !is_amount(bytes, range) && !is_named_otherwise(bytes, range);
    BSN.all(bytes)
        .filter(unnamed)
        .chain(NAMED_BSN.all(bytes))
        .filter(|range| alone(bytes, range) && elfproef(&bytes[range.clone()]))
}

/// The check on a BSN: the digits times 9, 8, .., 2, and the last times -1, sum to a multiple of 11.
fn elfproef(typed: &[u8]) -> bool {
    let digits = || typed.iter().filter(|byte| byte.is_ascii_digit()).rev().map(|byte| i32::from(byte - b'0'));
    let sum: i32 = digits().zip([-1, 2, 3, 4, 5, 6, 7, 8, 9]).map(|(digit, weight)| digit * weight).sum();
    sum % 11 == 0 && digits().any(|digit| digit > 0)
}

static IBAN_START: Pattern = Pattern::new(r"\b[A-Za-z]{2}[ .-]?\d\d[ .-]?[A-Za-z0-9]");

pub(super) fn ibans(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    IBAN_START.all(bytes).filter_map(|range| iban_end(bytes, range.start).map(|end| range.start..end))
}

/// The lengths of IBANs and who uses them (ISO 13616 registry).
const IBAN_LENGTHS: [(usize, &str); 18] = [
    (15, "NO"),
    (16, "BE"),
    (18, "DK FI FK FO GL NL SD"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU MN XK"),
    (21, "CH HR LI LV"),
    (22, "BG BH CR DE GB GE IE ME RS VA"),
    (23, "AE GI IL IQ OM SO TL"),
    (24, "AD CZ ES MD PK RO SA SE SK TN VG"),
    (25, "LY PT ST"),
    (26, "IS TR"),
    (27, "BI DJ FR GR IT MC MR SM"),
    (28, "AL AZ BY CY DO GT HN HU LB NI PL SV"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU YE"),
    (31, "MT SC"),
    (32, "LC"),
    (33, "RU"),
];

/// Where the IBAN that starts here ends, if one does.
fn iban_end(bytes: &[u8], start: usize) -> Option<usize> {
    let country: Vec<u8> = bytes[start..].iter().take(2).map(u8::to_ascii_uppercase).collect();
    let uses = |countries: &str| countries.split(' ').any(|code| code.as_bytes() == country);
    let (length, _) = IBAN_LENGTHS.iter().find(|(_, countries)| uses(countries))?;
    let mut typed = Vec::with_capacity(*length);
    let mut apart = 0;
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b' ' | b'.' | b'-' if apart < 3 => apart += 1,
            byte if byte.is_ascii_alphanumeric() => {
                typed.push(*byte);
                apart = 0;
            }
            _ => return None,
        }
        if typed.len() == *length {
            let ends = !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
            return (ends && mod_97(&typed) == 1).then_some(at + 1);
        }
    }
    None
}

/// ISO 7064: the country and check digits go to the back, letters count from 10, all of it modulo 97.
fn mod_97(iban: &[u8]) -> u32 {
    let turned = iban.iter().skip(4).chain(iban.iter().take(4));
    turned.filter_map(|byte| char::from(*byte).to_digit(36)).fold(0, |rest, value| {
        let shift = if value < 10 { 10 } else { 100 };
        (rest * shift + value) % 97
    })
}

static STAFF_NUMBER: Pattern = Pattern::new(
    r"(?i)
    \b(?:(?:personeels|personeelslid|medewerkers?|werknemers?|ambtenaren|pers\.?)[ -]?(?:nummer|nr|no|code|id)
        |(?:dienst|stam|badge)(?:nummer|nr)
        |(?:employee|staff|payroll|personnel) (?:number|no|nr|id)
        |(?:personal|mitarbeiter|dienst)[ -]?(?:nummer|nr))
    \b[ .:=#(]{0,3}
    (?:(?:is|was|luidt|van|mij|mijn|hem|haar|zijn|de|die|dat|deze|collega|namelijk|nummer|of|my|his|her|ist|lautet)
        [ :]{1,2}){0,5}
    ([a-z]{0,4}[.-]?(?:\d{2,4}(?:[.-]\d{2,4}){1,3}|\d{3,10}))\b",
);
static STAFF_NUMBER_FIRST: Pattern = Pattern::new(
    r"(?i)
    \b([a-z]{0,4}[.-]?\d{3,10}) ?(?: is | was |\(|= ?)
    (?:mijn|m'n|zijn|z'n|haar|hun|het|een|my|his|her|the|mein|meine)? ?
    (?:(?:personeels|medewerkers?|werknemers?)[ -]?(?:nummer|nr)|(?:employee|staff) (?:number|no|id)
        |(?:personal|mitarbeiter)nummer)\b",
);

pub(super) fn staff_numbers(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    STAFF_NUMBER.all(bytes).chain(STAFF_NUMBER_FIRST.all(bytes))
}
