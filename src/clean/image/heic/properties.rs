//! What a HEIC says of its pictures: size, turning, decoder settings, colour as numbers. Profiles, names, dates and anything
//! unknown become room; numbering stays, because items refer to it.

use std::collections::BTreeSet;

use super::{
    boxed,
    items::{Fields, Items, write_id},
};
use crate::{
    CleanError, Result,
    found::{Found, Removed},
    media::{
        boxes::{self, BoxAt},
        encoder, units,
    },
};

const KEPT: [&[u8; 4]; 12] =
    [b"ispe", b"pixi", b"hvcC", b"av1C", b"irot", b"imir", b"clap", b"pasp", b"colr", b"auxC", b"lsel", b"clli"];
const ALPHA: [&[u8]; 2] = [b"urn:mpeg:hevc:2015:auxid:1\0", b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0"];

fn child(data: &[u8], parent: BoxAt, name: &[u8; 4]) -> Result<BoxAt> {
    let list = boxes::boxes(data, parent.body, parent.end)?;
    list.into_iter().find(|child| &child.name == name).ok_or(CleanError::Damaged)
}

/// Which properties an item has, with whether each must be understood.
fn associations(
    data: &[u8],
    properties: BoxAt,
    mut each: impl FnMut(u32, &[(u16, bool)]) -> Result<()>,
) -> Result<Widths> {
    let mut fields = Fields { data: child(data, properties, b"ipma")?.content(data)?, at: 0 };
    let head = fields.take(4)?;
    let (long, wide) = (head >> 24 > 0, head & 1 != 0);
    for _ in 0..fields.take(4)? {
        let id = fields.id(long)?;
        let list: Vec<_> = (0..fields.take(1)?)
            .map(|_| {
                let number = fields.take(if wide { 2 } else { 1 })? as u16;
                let essential = if wide { 0x8000 } else { 0x80 };
                Ok((number & !essential, number & essential != 0))
            })
            .collect::<Result<_>>()?;
        each(id, &list)?;
    }
    Ok(Widths { long, wide })
}

/// How the list of associations writes ids and numbers: it is written again as it was, or it could grow.
struct Widths {
    long: bool,
    wide: bool,
}

impl Widths {
    fn write(&self, out: &mut Vec<u8>, number: u16, essential: bool) {
        match self.wide {
            true => out.extend_from_slice(&(number | if essential { 0x8000 } else { 0 }).to_be_bytes()),
            false => out.push(number as u8 | if essential { 0x80 } else { 0 }),
        }
    }
}

/// The items that say of themselves that they make another transparent.
pub fn with_alpha(data: &[u8], properties: BoxAt) -> Result<BTreeSet<u32>> {
    let container = child(data, properties, b"ipco")?;
    let list = boxes::boxes(data, container.body, container.end)?;
    let mut alpha = BTreeSet::new();
    associations(data, properties, |id, numbers| {
        for (number, _) in numbers {
            let property = usize::from(*number).checked_sub(1).and_then(|at| list.get(at));
            if let Some(property) = property.filter(|property| &property.name == b"auxC")
                && property.content(data)?.get(4..).is_some_and(|urn| ALPHA.iter().any(|alpha| urn.starts_with(alpha)))
            {
                alpha.insert(id);
            }
        }
        Ok(())
    })?;
    Ok(alpha)
}

pub fn keep(data: &[u8], properties: BoxAt, items: &Items, found: &mut Found) -> Result<Vec<u8>> {
    let container = child(data, properties, b"ipco")?;
    let list = boxes::boxes(data, container.body, container.end)?;
    // Of items that stay; a property of another item may say what that one was.
    let mut used = BTreeSet::new();
    associations(data, properties, |id, numbers| {
        used.extend(numbers.iter().filter(|_| items.keeps(id)).map(|(number, _)| usize::from(*number)));
        Ok(())
    })?;
    let (mut kept, mut written) = (BTreeSet::new(), Vec::new());
    for (number, property) in list.iter().enumerate().map(|(at, property)| (at + 1, property)) {
        let content = property.content(data)?;
        let profile = &property.name == b"colr" && !content.starts_with(b"nclx");
        if KEPT.contains(&&property.name) && used.contains(&number) && !profile {
            kept.insert(number as u16);
            let mut content = content.to_vec();
            if &property.name == b"hvcC" {
                // As in a film: an encoder puts its name among what a decoder is told.
                encoder::blank(&mut content, found);
                units::record_h265(&mut content, found)?;
            }
            written.extend(boxed(&property.name, &content)?);
        } else {
            if content.iter().any(|byte| *byte != 0) {
                found.note(Removed::OtherMetadata);
            }
            written.extend(boxed(b"free", &[])?);
        }
    }
    let mut lists = Vec::new();
    let widths = associations(data, properties, |id, numbers| {
        if items.keeps(id) {
            lists.push((id, numbers.iter().filter(|(number, _)| kept.contains(number)).copied().collect::<Vec<_>>()));
        }
        Ok(())
    })?;
    let mut entries = vec![u8::from(widths.long), 0, 0, u8::from(widths.wide)];
    entries.extend_from_slice(&(lists.len() as u32).to_be_bytes());
    for (id, numbers) in lists {
        write_id(&mut entries, id, widths.long);
        entries.push(numbers.len() as u8);
        numbers.iter().for_each(|(number, essential)| widths.write(&mut entries, *number, *essential));
    }
    let mut content = boxed(b"ipco", &written)?;
    content.extend(boxed(b"ipma", &entries)?);
    boxed(b"iprp", &content)
}
