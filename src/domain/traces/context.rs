//! What stands around a candidate and makes it something else: digits that go on, an amount, the label of a case.

use super::pattern::Pattern;
use std::ops::Range;

/// How far around a candidate is looked, in bytes.
const NEAR: usize = 48;

/// The bytes of the same line just before a place.
pub(super) fn before(bytes: &[u8], at: usize) -> &[u8] {
    let near = &bytes[at.saturating_sub(NEAR)..at];
    near.rsplit(|byte| *byte == b'\n').next().unwrap_or_default()
}

/// The bytes of the same line just behind a place.
pub(super) fn behind(bytes: &[u8], at: usize) -> &[u8] {
    let near = &bytes[at..bytes.len().min(at + NEAR)];
    near.split(|byte| *byte == b'\n').next().unwrap_or_default()
}

/// Whether a candidate is no piece of something longer: no letter or digit touches it, and no digits go on behind a
/// hyphen or a full stop, as in `2026-06-12` or `1.234.567`.
pub(super) fn alone(bytes: &[u8], range: &Range<usize>) -> bool {
    let goes_on = |near: Option<&u8>, next: Option<&u8>| match near {
        Some(b'-' | b'.') => next.is_some_and(u8::is_ascii_digit),
        near => near.is_some_and(u8::is_ascii_alphanumeric),
    };
    let mut before = bytes[..range.start].iter().rev();
    let mut behind = bytes[range.end..].iter();
    !goes_on(before.next(), before.next()) && !goes_on(behind.next(), behind.next())
}

static MONEY_BEFORE: Pattern = Pattern::new(r"(?i)(?:\xe2\x82\xac|\beur|\beuro|\$) ?$");
static AMOUNT_BEHIND: Pattern = Pattern::new(
    r"(?i)^(?:,\d\d?\b|,-| ?(?:\xe2\x82\xac|%|euro|eur\b|miljoen|mln|duizend|km\b|m2|kg\b|liter|kwh|uur\b))",
);

/// Whether a number counts something.
pub(super) fn is_amount(bytes: &[u8], range: &Range<usize>) -> bool {
    MONEY_BEFORE.matches(before(bytes, range.start)) || AMOUNT_BEHIND.matches(behind(bytes, range.end))
}

static OTHER_LABEL: Pattern = Pattern::new(
    r"(?i)
    \b(?:
        (?:zaak|zaaks|dossier|factuur|order|bestel|project|besluit|document|registratie|referentie|klant|polis|relatie
            |debiteur|debiteuren|crediteur|crediteuren|inkoop|aanvraag|vergunning|vergunnings|melding|meldings|ticket
            |perceel|perceels|vestigings|serie|contract|boekings|transactie|object|chassis|btw|kvk|rsin|fiscaal|verzoek
            |case|file|invoice|reference|order|ticket|rechnungs|vorgangs|akten)
        [ -]?(?:nummer|nr|no|number|id|code|kenmerk)
        |kenmerk|dossier|kvk|k\.v\.k|rsin|btw|ref|referentie|ticket|factuur|perceel|sectie|kadastraal|artikel|art
        |aktenzeichen|az|reference|invoice
    )
    [ .:#=(]{0,3}(?:(?:is|was|met|nummer|nr)[ .:]{1,2})?$",
);

/// Whether the words before a candidate call it the number of a case, a company, a parcel or an article.
pub(super) fn is_named_otherwise(bytes: &[u8], range: &Range<usize>) -> bool {
    OTHER_LABEL.matches(before(bytes, range.start))
}

/// The part from its first to its last letter or digit, if it has any.
pub(super) fn trimmed(bytes: &[u8], range: Range<usize>) -> Option<Range<usize>> {
    let says = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let part = bytes.get(range.clone())?;
    let (first, last) = (part.iter().position(says)?, part.iter().rposition(says)?);
    Some(range.start + first..range.start + last + 1)
}
