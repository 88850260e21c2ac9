//! WebP (RFC 9649): the chunks that make the picture, also inside the frames of an animation.

use std::io::Write;

use super::exif::Orientation;
use crate::{
    CleanError, Result, bytes,
    found::{Found, Removed},
};

const HEAD: usize = 12;
/// Of the extended header: there is alpha, there is an animation, there is EXIF.
const ALPHA: u8 = 0x10;
const ANIMATION: u8 = 0x02;
const EXIF: u8 = 0x08;

struct Chunk<'a> {
    name: &'a [u8],
    content: &'a [u8],
}

impl Chunk<'_> {
    /// Its length in the file: with its head, and one byte more where it is odd.
    fn len(&self) -> usize {
        8 + self.content.len().next_multiple_of(2)
    }

    fn is_picture(&self) -> bool {
        matches!(self.name, b"VP8 " | b"VP8L" | b"ALPH")
    }

    fn write(&self, out: &mut dyn Write) -> Result<()> {
        write(out, self.name, self.content.len())?;
        out.write_all(self.content)?;
        Ok(out.write_all(&[0][..self.content.len() % 2])?)
    }
}

fn write(out: &mut dyn Write, name: &[u8], len: usize) -> Result<()> {
    out.write_all(name)?;
    Ok(out.write_all(&u32::try_from(len).map_err(|_| CleanError::Damaged)?.to_le_bytes())?)
}

fn chunks<'a>(data: &'a [u8], mut each: impl FnMut(&Chunk<'a>) -> Result<()>) -> Result<()> {
    let mut at = 0;
    while at < data.len() {
        let len = bytes::le32(data, at + 4)? as usize;
        let chunk = Chunk { name: bytes::slice(data, at, 4)?, content: bytes::slice(data, at + 8, len)? };
        each(&chunk)?;
        at += chunk.len();
    }
    Ok(())
}

/// What the first look tells: how long the cleaned file is, and how it begins.
#[derive(Default)]
struct Look {
    len: usize,
    canvas: Option<[u8; 10]>,
    orientation: Option<Orientation>,
    picture: bool,
}

const FRAME_HEAD: usize = 16;

fn frame_len(frame: &Chunk<'_>, found: &mut Found) -> Result<usize> {
    let mut len = FRAME_HEAD;
    chunks(frame.content.get(FRAME_HEAD..).ok_or(CleanError::Damaged)?, |chunk| {
        if chunk.is_picture() {
            len += chunk.len();
        } else {
            found.block(chunk.content);
        }
        Ok(())
    })?;
    Ok(len)
}

fn look(body: &[u8], found: &mut Found) -> Result<Look> {
    let mut look = Look::default();
    chunks(body, |chunk| {
        match chunk.name {
            b"VP8X" => {
                let mut canvas: [u8; 10] = chunk.content.try_into().map_err(|_| CleanError::Damaged)?;
                let flags = canvas[0] & (ALPHA | ANIMATION);
                canvas[..4].copy_from_slice(&[flags, 0, 0, 0]);
                look.canvas = Some(canvas);
                look.len += chunk.len();
            }
            b"EXIF" => {
                let tiff = chunk.content.strip_prefix(b"Exif\0\0".as_slice()).unwrap_or(chunk.content);
                look.orientation = Orientation::read(tiff, found);
            }
            b"ANMF" => {
                look.picture = true;
                look.len += 8 + frame_len(chunk, found)?;
            }
            b"ANIM" => look.len += chunk.len(),
            _ if chunk.is_picture() => {
                look.picture |= chunk.name != b"ALPH";
                look.len += chunk.len();
            }
            _ => found.block(chunk.content),
        }
        Ok(())
    })?;
    Ok(look)
}

pub fn clean(input: &[u8], out: &mut dyn Write, found: &mut Found) -> Result<()> {
    let len = bytes::le32(input, 4)? as usize;
    let body = bytes::slice(input, HEAD, len.checked_sub(4).ok_or(CleanError::Damaged)?)?;
    let mut look = look(body, found)?;
    if input.len() > HEAD + body.len() {
        found.note(Removed::Hidden);
    }
    if !look.picture {
        return Err(CleanError::Damaged);
    }
    // Only a picture with the extended header may say which way up it is.
    let exif = look.canvas.as_mut().zip(look.orientation).map(|(canvas, orientation)| {
        canvas[0] |= EXIF;
        orientation.as_tiff()
    });
    write(out, b"RIFF", 4 + look.len + exif.map_or(0, |tiff| 8 + tiff.len()))?;
    out.write_all(b"WEBP")?;
    chunks(body, |chunk| match chunk.name {
        b"VP8X" => Chunk { name: chunk.name, content: &look.canvas.unwrap_or_default() }.write(out),
        b"ANMF" => write_frame(chunk, out),
        b"ANIM" => chunk.write(out),
        _ if chunk.is_picture() => chunk.write(out),
        _ => Ok(()),
    })?;
    match exif {
        Some(tiff) => Chunk { name: b"EXIF", content: &tiff }.write(out),
        None => Ok(()),
    }
}

fn write_frame(frame: &Chunk<'_>, out: &mut dyn Write) -> Result<()> {
    write(out, frame.name, frame_len(frame, &mut Found::default())?)?;
    let (head, body) = frame.content.split_at_checked(FRAME_HEAD).ok_or(CleanError::Damaged)?;
    out.write_all(head)?;
    chunks(body, |chunk| if chunk.is_picture() { chunk.write(out) } else { Ok(()) })
}
