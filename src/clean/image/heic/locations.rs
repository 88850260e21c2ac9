//! Where the items of a HEIC are: the table with only those that stay.

use super::{
    boxed,
    items::{Fields, Items, write_id},
};
use crate::{
    CleanError, Result, bytes,
    found::Found,
    media::{boxes::BoxAt, extents::Extents},
};

/// Writes the table again, and adds where the kept items are: in the file, or inside the directory.
pub fn keep(
    data: &[u8],
    table: BoxAt,
    items: &Items,
    extents: &mut Extents,
    inside: &mut Extents,
    found: &mut Found,
) -> Result<Vec<u8>> {
    let mut fields = Fields { data: table.content(data)?, at: 0 };
    let version = fields.take(4)? >> 24;
    let widths = fields.take(2)? as usize;
    let [offset, length, base, index] = [12, 8, 4, 0].map(|shift| widths >> shift & 15);
    let index = if version == 0 { 0 } else { index };
    if version > 2 || [offset, length, base, index].iter().any(|width| ![0, 4, 8].contains(width)) {
        return Err(CleanError::Damaged);
    }
    let long = version == 2;
    let count = fields.id(long)?;
    let (mut kept, mut written) = (0_u32, Vec::new());
    for _ in 0..count {
        found.step(0)?;
        let start = fields.at;
        let id = fields.id(long)?;
        let method = if version == 0 { 0 } else { fields.take(2)? & 15 };
        let elsewhere = fields.take(2)? != 0;
        let from = fields.take(base)?;
        let keeps = items.keeps(id);
        let count = fields.take(2)?;
        // An extent may take no bytes at all: of what goes no more than one is read.
        let read = if keeps { count } else { count.min(1) };
        for _ in 0..read {
            found.step(0)?;
            let (_, at, len) = (fields.take(index)?, fields.take(offset)?, fields.take(length)?);
            let at = from.checked_add(at).ok_or(CleanError::Damaged)?;
            match method {
                0 if !keeps => {
                    let content = bytes::slice(data, bytes::usize(at)?, bytes::usize(len)?).unwrap_or_default();
                    items.say_what_goes(id, content, found);
                }
                _ if !keeps => items.say_what_goes(id, &[], found),
                0 if !elsewhere && length != 0 => extents.add(at, len)?,
                1 if !elsewhere && length != 0 => inside.add(at, len)?,
                _ => return Err(CleanError::UnknownType),
            }
        }
        fields.at += bytes::usize(count - read)? * (index + offset + length);
        if keeps {
            kept += 1;
            written.extend_from_slice(bytes::slice(fields.data, start, fields.at - start)?);
        }
    }
    let mut content = bytes::slice(fields.data, 0, 6)?.to_vec();
    write_id(&mut content, kept, long);
    content.extend(written);
    boxed(b"iloc", &content)
}
