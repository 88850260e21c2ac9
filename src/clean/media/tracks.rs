//! One track of a film: kept when it is pictures or sound in a codec we know, with names, makers and times taken out.

use super::{
    boxes::{self, BoxAt},
    encoder,
    extents::Extents,
    movie::zero_times,
    samples,
    units::{self, Codec},
};
use crate::{
    CleanError, Result, bytes,
    found::{Found, Removed},
};

const TABLES: [&[u8; 4]; 14] = [
    b"stsd", b"stts", b"ctts", b"cslg", b"stss", b"stps", b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"sdtp",
    b"sgpd", b"sbgp",
];
/// Codecs whose samples hold no files of their own: no motion JPEG, where every picture may have EXIF.
const PICTURES: [&[u8; 4]; 19] = [
    b"avc1", b"avc3", b"hvc1", b"hev1", b"dvh1", b"dvhe", b"dvav", b"av01", b"vp08", b"vp09", b"mp4v", b"s263",
    b"h263", b"apch", b"apcn", b"apcs", b"apco", b"ap4h", b"ap4x",
];
pub const PCM: [&[u8; 4]; 11] =
    [b"twos", b"sowt", b"raw ", b"in24", b"in32", b"fl32", b"fl64", b"lpcm", b"ulaw", b"alaw", b"NONE"];
const SOUND: [&[u8; 4]; 8] = [b"mp4a", b"samr", b"sawb", b"ac-3", b"ec-3", b"alac", b"Opus", b"fLaC"];
/// What a decoder needs beside the samples.
const SETTINGS: [&[u8; 4]; 24] = [
    b"avcC", b"hvcC", b"dvcC", b"dvvC", b"av1C", b"vpcC", b"esds", b"d263", b"damr", b"dac3", b"dec3", b"alac",
    b"dOps", b"dfLa", b"btrt", b"pasp", b"clap", b"fiel", b"colr", b"chan", b"wave", b"frma", b"enda", b"SmDm",
];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Media {
    Pictures,
    Sound,
}

/// A track of pictures whose samples are units with messages between them.
pub struct Coded {
    table: BoxAt,
    codec: Codec,
    /// Bytes of the length before each unit.
    width: usize,
}

/// What a film holds that is kept.
#[derive(Default)]
pub struct Kept {
    pub extents: Extents,
    pub coded: Vec<Coded>,
}

impl Coded {
    /// Cleans its samples, of which every byte was seen to lie in the media data.
    pub fn clean(&self, data: &mut [u8], found: &mut Found) -> Result<()> {
        let mut left = data.len() as u64;
        samples::chunks(data, &self.table, Media::Pictures, |data, start, len| {
            // Chunks that lie over each other would be walked without end.
            left = left.checked_sub(len).ok_or(CleanError::TooMuchWork)?;
            let chunk = bytes::slice_mut(data, bytes::usize(start)?, bytes::usize(len)?)?;
            units::clean(chunk, self.codec, self.width, found)
        })
    }
}

fn child(data: &[u8], parent: &BoxAt, name: &[u8; 4]) -> Result<Option<BoxAt>> {
    Ok(boxes::boxes(data, parent.body, parent.end)?.into_iter().find(|child| &child.name == name))
}

fn must(found: Option<BoxAt>) -> Result<BoxAt> {
    found.ok_or(CleanError::Damaged)
}

/// Cleans a track and adds where its samples are; `false` when it is not to be kept.
pub fn clean(data: &mut [u8], track: &BoxAt, kept: &mut Kept, found: &mut Found) -> Result<bool> {
    let media = must(child(data, track, b"mdia")?)?;
    let handler = must(child(data, &media, b"hdlr")?)?;
    let kind = match handler.content(data)?.get(8..12) {
        Some(b"vide") => Media::Pictures,
        Some(b"soun") => Media::Sound,
        _ => return Ok(false),
    };
    let inside = must(child(data, &media, b"minf")?)?;
    let table = must(child(data, &inside, b"stbl")?)?;
    let description = must(child(data, &table, b"stsd")?)?;
    if !is_known(data, &description, kind)? {
        return Ok(false);
    }
    boxes::keep(data, (track.body, track.end), &[b"tkhd", b"edts", b"mdia"], found, |data, child, found| {
        if &child.name == b"tkhd" { zero_times(data, child, found) } else { Ok(()) }
    })?;
    boxes::keep(data, (media.body, media.end), &[b"mdhd", b"hdlr", b"minf"], found, |data, child, found| match &child
        .name
    {
        b"mdhd" => media_header(data, child, found),
        b"hdlr" => handler_name(data, child, found),
        _ => Ok(()),
    })?;
    let parts: [&[u8; 4]; 5] = [b"vmhd", b"smhd", b"dinf", b"stbl", b"hdlr"];
    boxes::keep(data, (inside.body, inside.end), &parts, found, |data, child, found| match &child.name {
        b"hdlr" => handler_name(data, child, found),
        b"dinf" => data_is_here(data, child, found),
        _ => Ok(()),
    })?;
    let mut coded = None;
    boxes::keep(data, (table.body, table.end), &TABLES, found, |data, child, found| {
        if &child.name == b"stsd" {
            coded = descriptions(data, child, kind, found)?;
        }
        Ok(())
    })?;
    kept.coded.extend(coded.map(|(codec, width)| Coded { table, codec, width }));
    samples::chunks(data, &table, kind, |_, start, len| kept.extents.add(start, len))?;
    Ok(true)
}

fn is_known(data: &[u8], description: &BoxAt, kind: Media) -> Result<bool> {
    let entries = boxes::boxes(data, description.body + 8, description.end)?;
    let known = |name: &[u8; 4]| match kind {
        Media::Pictures => PICTURES.contains(&name),
        Media::Sound => SOUND.contains(&name) || PCM.contains(&name),
    };
    Ok(!entries.is_empty() && entries.iter().all(|entry| known(&entry.name)))
}

/// Times, and the language of whoever set up the camera.
fn media_header(data: &mut [u8], header: &BoxAt, found: &mut Found) -> Result<()> {
    zero_times(data, header, found)?;
    let at = if bytes::u8(data, header.body)? == 1 { 32 } else { 20 };
    header.content(data)?.get(at..at + 2).ok_or(CleanError::Damaged)?;
    bytes::slice_mut(data, header.body + at, 2)?.copy_from_slice(&[0x55, 0xc4]);
    Ok(())
}

/// QuickTime names a maker here, and programs their own name.
fn handler_name(data: &mut [u8], handler: &BoxAt, found: &mut Found) -> Result<()> {
    let content = handler.content_mut(data)?;
    let rest = content.get_mut(12..).ok_or(CleanError::Damaged)?;
    if rest.iter().any(|byte| *byte != 0) {
        found.note(Removed::Device);
        rest.fill(0);
    }
    Ok(())
}

/// References to the data say "in this file", and no path.
fn data_is_here(data: &mut [u8], information: &BoxAt, found: &mut Found) -> Result<()> {
    boxes::keep(data, (information.body, information.end), &[b"dref"], found, |data, list, found| {
        if list.end - list.body < 8 {
            return Err(CleanError::Damaged);
        }
        for entry in boxes::boxes(data, list.body + 8, list.end)? {
            let (head, rest) = entry.content_mut(data)?.split_at_mut_checked(4).ok_or(CleanError::Damaged)?;
            head.copy_from_slice(&[0, 0, 0, 1]);
            if rest.iter().any(|byte| *byte != 0) {
                found.note(Removed::OtherMetadata);
                rest.fill(0);
            }
        }
        Ok(())
    })
}

/// Cleans the descriptions of samples, and says how units are written in them, if they are units: in all in one way.
fn descriptions(data: &mut [u8], list: &BoxAt, kind: Media, found: &mut Found) -> Result<Option<(Codec, usize)>> {
    let mut coded: Option<Option<(Codec, usize)>> = None;
    for entry in boxes::boxes(data, list.body + 8, list.end)? {
        let content = entry.content_mut(data)?;
        let fixed = match kind {
            Media::Pictures => 78,
            Media::Sound => match content.get(8..10) {
                Some([0, 1]) => 44,
                Some([0, 2]) => 64,
                _ => 28,
            },
        };
        // Revision and vendor of the encoder; its name.
        let names = [(10, 16), (42, 74)];
        for (start, end) in names.into_iter().take(if kind == Media::Pictures { 2 } else { 1 }) {
            let name = content.get_mut(start..end).ok_or(CleanError::Damaged)?;
            if name.iter().any(|byte| *byte != 0) {
                found.note(Removed::Device);
                name.fill(0);
            }
        }
        if content.len() < fixed {
            return Err(CleanError::Damaged);
        }
        let codec = Codec::of(&entry.name).filter(|_| kind == Media::Pictures);
        let mut width = None;
        boxes::keep(data, (entry.body + fixed, entry.end), &SETTINGS, found, |data, setting, found| {
            width = record(data, setting, codec, found)?.or(width);
            colour(data, setting, found)
        })?;
        let units = codec.map(|codec| width.map(|width| (codec, width)).ok_or(CleanError::Damaged)).transpose()?;
        if coded.replace(units).is_some_and(|before| before != units) {
            return Err(CleanError::UnknownType);
        }
    }
    Ok(coded.flatten())
}

/// Cleans what a decoder is told before the samples; gives the width of lengths of units, where it says so.
fn record(data: &mut [u8], setting: &BoxAt, codec: Option<Codec>, found: &mut Found) -> Result<Option<usize>> {
    let record = setting.content_mut(data)?;
    encoder::blank(record, found);
    match (&setting.name, codec) {
        (b"avcC", Some(Codec::H264)) => units::record_h264(record, found).map(Some),
        (b"hvcC", Some(Codec::H265)) => units::record_h265(record, found).map(Some),
        // A record of another codec is read by nobody.
        (b"avcC" | b"hvcC", _) => setting.blank(data, found).map(|()| None),
        _ => Ok(None),
    }
}

/// Numbers for colours stay, profiles go.
fn colour(data: &mut [u8], setting: &BoxAt, found: &mut Found) -> Result<()> {
    let profile = matches!(setting.content(data)?.get(..4), Some(b"prof" | b"rICC"));
    if &setting.name == b"colr" && profile { setting.blank(data, found) } else { Ok(()) }
}
