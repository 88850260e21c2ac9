//! EXIF: all that is wanted of it is which way up the picture is. The rest is only looked at to say what it was.

use crate::{
    Result, bytes,
    found::{Found, Removed},
};

/// Which way up a picture is, 2 to 8; 1 (as stored) is the same as not saying it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Orientation(u8);

const ORIENTATION: u16 = 0x0112;
const THUMBNAIL_OR_PLACE: [(u16, Removed); 2] = [(0x8825, Removed::Place), (0x0201, Removed::Thumbnail)];
const DEVICE: [u16; 9] = [0x010f, 0x0110, 0x0131, 0x013c, 0xa430, 0xa431, 0xa433, 0xa434, 0xa435];
const AUTHOR: [u16; 4] = [0x013b, 0x8298, 0x9c9d, 0xa430];
const DATES: [u16; 4] = [0x0132, 0x9003, 0x9004, 0x9291];
const COMMENTS: [u16; 4] = [0x010e, 0x9286, 0x9c9b, 0x9c9c];
const SUB_DIRECTORY: u16 = 0x8769;
/// More entries than a camera writes in one directory.
const ENTRIES: usize = 1000;
/// Needed by nothing but itself, and therefore not worth a word.
const STRUCTURE: [u16; 2] = [ORIENTATION, SUB_DIRECTORY];

struct Tiff<'a> {
    data: &'a [u8],
    little: bool,
}

impl Tiff<'_> {
    fn u16(&self, at: usize) -> Result<u16> {
        bytes::be16(self.data, at).map(|n| if self.little { n.swap_bytes() } else { n })
    }

    fn u32(&self, at: usize) -> Result<usize> {
        let number = bytes::be32(self.data, at)?;
        Ok(if self.little { number.swap_bytes() } else { number } as usize)
    }

    /// Looks at one directory; gives where the next one and the EXIF directory in it stand.
    fn directory(&self, at: usize, orientation: &mut u16, found: &mut Found) -> Result<(usize, usize)> {
        let count = usize::from(self.u16(at)?);
        let mut inner = 0;
        let looked_at = count.min(ENTRIES);
        found.step(12 * looked_at)?;
        for entry in (0..looked_at).map(|number| at + 2 + 12 * number) {
            let tag = self.u16(entry)?;
            match tag {
                ORIENTATION => *orientation = self.u16(entry + 8)?,
                SUB_DIRECTORY => inner = self.u32(entry + 8)?,
                _ => note(tag, found),
            }
        }
        Ok((self.u32(at + 2 + 12 * count)?, inner))
    }
}

fn note(tag: u16, found: &mut Found) {
    let lists = [(&DEVICE[..], Removed::Device), (&AUTHOR, Removed::Author), (&DATES, Removed::Dates)];
    let known = lists.into_iter().chain([(&COMMENTS[..], Removed::Comments)]).find(|(tags, _)| tags.contains(&tag));
    let single = THUMBNAIL_OR_PLACE.into_iter().find(|(known, _)| *known == tag).map(|(_, removed)| removed);
    match known.map(|(_, removed)| removed).or(single) {
        Some(removed) => found.note(removed),
        None if STRUCTURE.contains(&tag) => {}
        None => found.note(Removed::OtherMetadata),
    }
}

impl Orientation {
    /// Reads a TIFF block as it stands in EXIF. One that cannot be read says nothing: the picture is shown as stored.
    pub fn read(tiff: &[u8], found: &mut Found) -> Option<Self> {
        let mut orientation = 1;
        if Self::walk(tiff, &mut orientation, found).is_err() {
            found.note(Removed::OtherMetadata);
        }
        u8::try_from(orientation).ok().filter(|o| (2..=8).contains(o)).map(Self)
    }

    fn walk(data: &[u8], orientation: &mut u16, found: &mut Found) -> Result<()> {
        let tiff = Tiff { data, little: data.starts_with(b"II") };
        let (second, inner) = tiff.directory(tiff.u32(4)?, orientation, found)?;
        // What a directory of another picture says about orientation is about that picture.
        let mut other = 1;
        for at in [inner, second].into_iter().filter(|at| *at != 0) {
            tiff.directory(at, &mut other, found)?;
        }
        Ok(())
    }

    /// A TIFF block that says this and nothing else.
    pub fn as_tiff(self) -> [u8; 26] {
        let mut tiff = *b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x01\0\0\0\0\0\0";
        tiff[19] = self.0;
        tiff
    }
}
