//! HEIC (ISO 23008-12): the picture that is shown, the tiles it is made of and its transparency. The directory of items is
//! written anew in the room of the old one, so no offset changes; bytes of other items (EXIF, XMP, thumbnails, depth,
//! second pictures) become zeros. Which way up it is, is a property of the picture and stays.

mod items;
mod locations;
mod properties;

use std::io::Write;

use crate::{
    CleanError, Result, bytes,
    found::{Found, Removed},
    media::{
        boxes::{self, BoxAt},
        extents::Extents,
    },
};

use items::Items;

pub fn clean(data: &mut [u8], out: &mut dyn Write, found: &mut Found) -> Result<()> {
    let list = boxes::boxes(data, 0, data.len())?;
    let end = list.last().map_or(0, |last| last.end);
    if data.get(end..).is_some_and(|rest| rest.iter().any(|byte| *byte != 0)) {
        return Err(CleanError::Damaged);
    }
    let (mut media, mut meta) = (Vec::new(), None);
    for top in &list {
        match &top.name {
            b"ftyp" => {}
            b"mdat" => media.push((top.body, top.end)),
            b"meta" if meta.is_none() => meta = Some(*top),
            b"meta" => return Err(CleanError::Damaged),
            _ => top.blank(data, found)?,
        }
    }
    let meta = meta.ok_or(CleanError::Damaged)?;
    let (directory, extents) = directory(data, &meta, found)?;
    extents.zero_the_rest(data, &media, found)?;
    put(data, &meta, directory)?;
    Ok(out.write_all(data)?)
}

/// A box as it is written. None of ours is longer than the file it comes from.
fn boxed(name: &[u8; 4], content: &[u8]) -> Result<Vec<u8>> {
    let len = u32::try_from(content.len() + 8).map_err(|_| CleanError::TooLarge)?;
    Ok([&len.to_be_bytes(), name.as_slice(), content].concat())
}

const HANDLER: &[u8] = b"\0\0\0\0\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0";
/// More than any directory of items has use for: they tell where pictures are, not what they show.
const LARGEST: usize = 1024 * 1024;

/// The content of the new directory, and the bytes of the media data that it speaks of.
fn directory(data: &mut [u8], meta: &BoxAt, found: &mut Found) -> Result<(Vec<u8>, Extents)> {
    if meta.end - meta.start > LARGEST {
        return Err(CleanError::TooLarge);
    }
    let list = boxes::boxes(data, meta.body + 4, meta.end)?;
    let at = |name: &[u8; 4]| list.iter().find(|child| &child.name == name).copied();
    let must = |name| at(name).ok_or(CleanError::Damaged);
    let items = Items::read(data, must(b"pitm")?, must(b"iinf")?, at(b"iref"), must(b"iprp")?)?;
    let mut extents = Extents::default();
    let mut inside = Extents::default();
    let locations = locations::keep(data, must(b"iloc")?, &items, &mut extents, &mut inside, found)?;
    let mut directory = vec![0; 4];
    directory.extend(boxed(b"hdlr", HANDLER)?);
    directory.extend(boxed(b"pitm", must(b"pitm")?.content(data)?)?);
    directory.extend(locations);
    directory.extend(items.write()?);
    directory.extend(properties::keep(data, must(b"iprp")?, &items, found)?);
    if let Some(room) = at(b"idat") {
        let mut content = room.content(data)?.to_vec();
        let end = content.len();
        inside.zero_the_rest(&mut content, &[(0, end)], found)?;
        directory.extend(boxed(b"idat", &content)?);
    }
    for other in &list {
        let known = [b"hdlr", b"pitm", b"iloc", b"iinf", b"iref", b"iprp", b"idat"].contains(&&other.name);
        if !known && other.content(data)?.iter().any(|byte| *byte != 0) {
            found.note(Removed::OtherMetadata);
        }
    }
    Ok((directory, extents))
}

/// Puts the new directory where the old one was. What is left of its room becomes a `free` box; what is too little for
/// one, zeros at the end of the handler's name.
fn put(data: &mut [u8], meta: &BoxAt, directory: Vec<u8>) -> Result<()> {
    let room = meta.end - meta.start;
    let mut content = directory;
    let left = room.checked_sub(content.len() + 8).ok_or(CleanError::Damaged)?;
    if (1..8).contains(&left) {
        let end = 4 + 8 + HANDLER.len();
        content.splice(end..end, std::iter::repeat_n(0, left));
        let len = bytes::slice_mut(&mut content, 4, 4)?;
        len.copy_from_slice(&((8 + HANDLER.len() + left) as u32).to_be_bytes());
    }
    let written = boxed(b"meta", &content)?;
    let (head, rest) = bytes::slice_mut(data, meta.start, room)?.split_at_mut(written.len());
    head.copy_from_slice(&written);
    rest.fill(0);
    if !rest.is_empty() {
        let free = boxed(b"free", &[])?;
        bytes::slice_mut(rest, 0, 8)?.copy_from_slice(&free);
        let len = rest.len() as u32;
        bytes::slice_mut(rest, 0, 4)?.copy_from_slice(&len.to_be_bytes());
    }
    Ok(())
}
