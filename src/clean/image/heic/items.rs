//! Which items of a HEIC make the picture, and the lists of items and of references between them.

use std::collections::{BTreeMap, BTreeSet};

use super::{super::exif::Orientation, boxed, properties};
use crate::{
    CleanError, Result, bytes,
    found::{Found, Removed},
    media::boxes::{self, BoxAt},
};

/// Coded pictures, and pictures made of others. An item of any other type is no picture.
const PICTURES: [&[u8; 4]; 5] = [b"hvc1", b"av01", b"grid", b"iden", b"iovl"];

/// Pictures of pictures of pictures: more than the format has use for.
const DEPTH: usize = 6;

struct Item {
    name: [u8; 4],
    /// Hidden items are the tiles.
    flags: u32,
}

struct Reference {
    name: [u8; 4],
    from: u32,
    to: Vec<u32>,
}

pub struct Items {
    all: BTreeMap<u32, Item>,
    kept: BTreeSet<u32>,
    references: Vec<Reference>,
    thumbnails: BTreeSet<u32>,
}

/// A cursor over fields of a box.
pub struct Fields<'a> {
    pub data: &'a [u8],
    pub at: usize,
}

impl Fields<'_> {
    pub fn take(&mut self, len: usize) -> Result<u64> {
        let number = bytes::be(self.data, self.at, len)?;
        self.at += len;
        Ok(number)
    }

    pub fn id(&mut self, long: bool) -> Result<u32> {
        Ok(self.take(if long { 4 } else { 2 })? as u32)
    }
}

pub fn write_id(out: &mut Vec<u8>, id: u32, long: bool) {
    let number = id.to_be_bytes();
    out.extend_from_slice(if long { &number } else { &number[2..] });
}

impl Items {
    pub fn read(data: &[u8], primary: BoxAt, list: BoxAt, references: Option<BoxAt>, props: BoxAt) -> Result<Self> {
        let mut fields = Fields { data: primary.content(data)?, at: 0 };
        let version = fields.take(4)? >> 24;
        let primary = fields.id(version > 0)?;
        let version = bytes::u8(data, list.body)?;
        let head = if version == 0 { 6 } else { 8 };
        let mut all = BTreeMap::new();
        for entry in boxes::boxes(data, list.body + head, list.end)?.iter().filter(|entry| &entry.name == b"infe") {
            let mut fields = Fields { data: entry.content(data)?, at: 0 };
            let head = fields.take(4)? as u32;
            let id = fields.id(head >> 24 == 3)?;
            // Version 2 and 3 have a type; a protected item is none that can be shown.
            if !matches!(head >> 24, 2 | 3) || fields.take(2)? != 0 {
                return Err(CleanError::UnknownType);
            }
            let name = (fields.take(4)? as u32).to_be_bytes();
            all.insert(id, Item { name, flags: head & 1 });
        }
        let references = references.map_or(Ok(Vec::new()), |list| Self::references(data, list))?;
        let alpha = properties::with_alpha(data, props)?;
        let thumbnails = references.iter().filter(|reference| &reference.name == b"thmb").map(|thumb| thumb.from);
        let (thumbnails, kept) = (thumbnails.collect(), BTreeSet::from([primary]));
        let mut items = Self { all, kept, references, thumbnails };
        if !items.is_picture(primary) {
            return Err(CleanError::UnknownType);
        }
        items.choose(&alpha)?;
        Ok(items)
    }

    fn references(data: &[u8], list: BoxAt) -> Result<Vec<Reference>> {
        let long = bytes::u8(data, list.body)? > 0;
        let mut references = Vec::new();
        for entry in boxes::boxes(data, list.body + 4, list.end)? {
            let mut fields = Fields { data: entry.content(data)?, at: 0 };
            let (from, count) = (fields.id(long)?, fields.take(2)?);
            let to = (0..count).map(|_| fields.id(long)).collect::<Result<_>>()?;
            references.push(Reference { name: entry.name, from, to });
        }
        Ok(references)
    }

    fn is_picture(&self, id: u32) -> bool {
        self.all.get(&id).is_some_and(|item| PICTURES.contains(&&item.name))
    }

    /// From the picture that is shown: what it is made of, and what makes these transparent.
    fn choose(&mut self, alpha: &BTreeSet<u32>) -> Result<()> {
        for _ in 0..DEPTH {
            let mut more = Vec::new();
            for reference in &self.references {
                match &reference.name {
                    b"dimg" if self.keeps(reference.from) => more.extend(&reference.to),
                    b"auxl" if alpha.contains(&reference.from) && reference.to.iter().all(|to| self.keeps(*to)) => {
                        more.push(reference.from);
                    }
                    _ => {}
                }
            }
            // Without one of its parts it is no picture any more.
            if more.iter().any(|id| !self.is_picture(*id)) {
                return Err(CleanError::Damaged);
            }
            more.retain(|id| !self.keeps(*id));
            if more.is_empty() {
                return Ok(());
            }
            self.kept.extend(more);
        }
        Err(CleanError::TooMuchWork)
    }

    pub fn keeps(&self, id: u32) -> bool {
        self.kept.contains(&id)
    }

    /// Looks at the content of an item that goes, to say what it was.
    pub fn say_what_goes(&self, id: u32, content: &[u8], found: &mut Found) {
        match self.all.get(&id).map(|item| &item.name) {
            Some(b"Exif") => {
                // A great many items may say that they are the same bytes.
                let content = found.glance(content);
                let start = bytes::be32(content, 0).map_or(0, |before| before as usize).saturating_add(4);
                let _ = Orientation::read(content.get(start..).unwrap_or_default(), found);
            }
            Some(b"mime") => found.block(content),
            _ if self.thumbnails.contains(&id) => found.note(Removed::Thumbnail),
            _ => found.note(Removed::OtherMetadata),
        }
    }

    /// The lists of items and references, with what stays.
    pub fn write(&self) -> Result<Vec<u8>> {
        let mut list = vec![0; 4];
        list.extend_from_slice(&u16::try_from(self.kept.len()).map_err(|_| CleanError::TooMuchWork)?.to_be_bytes());
        for id in &self.kept {
            let item = self.all.get(id).ok_or(CleanError::Damaged)?;
            let long = *id > u32::from(u16::MAX);
            let mut entry = (if long { 3 << 24 } else { 2 << 24 } | item.flags).to_be_bytes().to_vec();
            write_id(&mut entry, *id, long);
            entry.extend_from_slice(&[0, 0]);
            entry.extend_from_slice(&item.name);
            entry.push(0);
            list.extend(boxed(b"infe", &entry)?);
        }
        let mut written = boxed(b"iinf", &list)?;
        let long = self.kept.iter().any(|id| *id > u32::from(u16::MAX));
        let mut references = vec![u8::from(long), 0, 0, 0];
        for reference in self.references.iter().filter(|reference| self.is_kept(reference)) {
            let mut entry = Vec::new();
            write_id(&mut entry, reference.from, long);
            entry.extend_from_slice(&(reference.to.len() as u16).to_be_bytes());
            reference.to.iter().for_each(|to| write_id(&mut entry, *to, long));
            references.extend(boxed(&reference.name, &entry)?);
        }
        if references.len() > 4 {
            written.extend(boxed(b"iref", &references)?);
        }
        Ok(written)
    }

    fn is_kept(&self, reference: &Reference) -> bool {
        [b"dimg", b"auxl"].contains(&&reference.name)
            && self.keeps(reference.from)
            && reference.to.iter().all(|to| self.keeps(*to))
    }
}
