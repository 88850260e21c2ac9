//! PDF (ISO 32000): what its pages show is written again as one new document; what they do not reach is not written, and so
//! earlier versions, attachments and properties are gone. Read in place and written as it goes: a library (lopdf) holds
//! a document twice, and all that its object streams inflate to.
//!
//! Structure for screen readers goes too: it repeats the text and tells where it came from. So do scripts, forms of XFA,
//! signatures and colour profiles. Encrypted documents are refused.

mod filter;
mod keys;
mod lexer;
mod object;
mod rules;
mod streams;
mod walk;
mod write;
mod xref;

use std::io::Write;

use crate::{CleanError, Limits, Result, found::Found, limits::Budget};

/// Longer documents leave too little room for the tables of their objects.
const LARGEST: usize = 40 * 1024 * 1024;

pub fn clean(input: &[u8], out: &mut dyn Write, limits: &Limits, found: &mut Found) -> Result<()> {
    if input.len() > LARGEST {
        return Err(CleanError::TooLarge);
    }
    let budget = Budget::new(limits);
    let table = xref::Table::read(input, limits, &budget, found)?;
    walk::Walk::new(input, table, &budget, found)?.write(out)
}
