//! E-mail addresses, also with the @ written out to hide it from programs.

use super::pattern::Pattern;
use std::ops::Range;

static AT: Pattern = Pattern::new(r"(?i)@|[(\[{] ?(?:at|apenstaartje) ?[)\]}]");
static DOMAIN: Pattern = Pattern::new(
    r"(?i)^ ?[a-z0-9\x80-\xff][a-z0-9\x80-\xff-]{0,62}
    (?:(?:\.| ?[(\[{] ?(?:dot|punt|punkt) ?[)\]}] ?)[a-z0-9\x80-\xff][a-z0-9\x80-\xff-]{0,62}){0,8}",
);
static TOP_LEVEL: Pattern = Pattern::new(r"(?i)(?:\.|[)\]}] ?)[a-z\x80-\xff-]{2,63}$");

/// Longest part before the @ (RFC 5321), and longest domain with the ways to write its dots.
const LOCAL: usize = 64;
const LONGEST_DOMAIN: usize = 300;

pub(super) fn addresses(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    AT.all(bytes).filter_map(|at| address(bytes, &at))
}

fn address(bytes: &[u8], at: &Range<usize>) -> Option<Range<usize>> {
    let spaced_before = bytes[..at.start].ends_with(b" ");
    let local_end = at.start - usize::from(spaced_before);
    let local = bytes[..local_end].iter().rev().take(LOCAL).take_while(|byte| is_local(**byte)).count();
    let start = local_end - local;
    let start = start + bytes[start..local_end].iter().position(|byte| byte.is_ascii_alphanumeric() || *byte > 127)?;

    let rest = &bytes[at.end..bytes.len().min(at.end + LONGEST_DOMAIN)];
    let domain = &rest[..DOMAIN.length(rest)?];
    let spaced = spaced_before || domain.starts_with(b" ");
    let written_out = at.len() > 1;
    let complete = TOP_LEVEL.matches(domain);
    // "3 @ 5 euro" is no address; a name and a domain without its last part still is somebody's.
    let torn = !spaced && !written_out && domain.len() > 2 && domain.iter().all(|byte| !byte.is_ascii_digit());
    let both_spaced = spaced_before && domain.starts_with(b" ");
    (torn || complete && (!spaced || both_spaced || written_out)).then_some(start..at.end + domain.len())
}

const fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte > 127 || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'%' | b'\'' | b'&' | b'~')
}
