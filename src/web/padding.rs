//! One size for many pages: whoever watches the line (A1) sees how much was sent, and must not tell from that which page
//! it was or whether there was an answer.

use actix_web::http::{StatusCode, header::HeaderMap};

/// Bytes of a page with the head of its answer: this, or the first doubling of it that is enough. Every page without a
/// visitor's own words fits the first.
pub const PAGE: usize = 16_300;

/// Between the end of a page and its padding, and after it: a comment, which no browser shows.
const OPEN: &[u8] = b"<!--";
const CLOSE: &[u8] = b"-->";

/// The same page, as long as many others. Its head must be complete but for what the server adds to all: length and date.
pub fn padded(page: &[u8], status: StatusCode, headers: &HeaderMap) -> Vec<u8> {
    let lines = headers.iter().map(|(name, value)| name.as_str().len() + value.len() + ": \r\n".len());
    let head = status.canonical_reason().unwrap_or_default().len() + lines.sum::<usize>();
    let least = head + page.len() + OPEN.len() + CLOSE.len();
    let mut doublings = std::iter::successors(Some(PAGE), |size| size.checked_mul(2));
    let size = doublings.find(|size| *size >= least).unwrap_or(least);
    let mut out = Vec::with_capacity(page.len() + size - least + OPEN.len() + CLOSE.len());
    out.extend_from_slice(page);
    out.extend_from_slice(OPEN);
    out.resize(out.len() + size - least, b' ');
    out.extend_from_slice(CLOSE);
    out
}
