//! Which kind a file is, by what it holds; never by its name.

use crate::{media, office};

/// A kind of file that can be cleaned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Jpeg,
    Png,
    WebP,
    Heic,
    Pdf,
    Docx,
    Xlsx,
    Pptx,
    Odt,
    Ods,
    Mp4,
    Mov,
    Mp3,
    M4a,
}

/// Brands of a file of ISO 14496-12 that is a still picture in HEVC.
const HEIC: [&[u8]; 6] = [b"heic", b"heix", b"heim", b"heis", b"mif1", b"hevc"];
const MP4: [&[u8]; 16] = [
    b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso8", b"mp41", b"mp42", b"avc1", b"M4V ", b"M4VH",
    b"3gp4", b"3gp5", b"3gp6", b"MSNV",
];

impl Kind {
    pub const ALL: [Self; 14] = [
        Self::Jpeg,
        Self::Png,
        Self::WebP,
        Self::Heic,
        Self::Pdf,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::Odt,
        Self::Ods,
        Self::Mp4,
        Self::Mov,
        Self::Mp3,
        Self::M4a,
    ];

    /// The kind of a whole file. That it is one does not say that it is sound.
    pub fn recognise(file: &[u8]) -> Option<Self> {
        match file {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [b'P', b'K', 3, 4, ..] => office::recognise(file),
            [_, _, _, _, b'f', b't', b'y', b'p', rest @ ..] => Self::by_brand(rest.get(..4)?),
            // QuickTime had no brands at first.
            [_, _, _, _, b'm', b'o', b'o', b'v', ..] | [_, _, _, _, b'w', b'i', b'd', b'e', ..] => Some(Self::Mov),
            [0, _, _, _, b'm', b'd', b'a', b't', ..] => Some(Self::Mov),
            _ => media::mp3::is_one(file).then_some(Self::Mp3),
        }
    }

    /// Whether a file that begins like this may be one of these kinds: what cannot be need not be read into memory.
    pub fn may_begin(head: &[u8]) -> bool {
        match head {
            // Which of them, its end tells.
            [b'P', b'K', 3, 4, ..] => true,
            // Behind a tag, or at the first frame.
            [b'I', b'D', b'3', ..] | [0xff, 0xe0..=0xff, ..] => true,
            _ => Self::recognise(head).is_some(),
        }
    }

    fn by_brand(brand: &[u8]) -> Option<Self> {
        match brand {
            b"qt  " => Some(Self::Mov),
            b"M4A " | b"M4B " => Some(Self::M4a),
            brand if HEIC.contains(&brand) => Some(Self::Heic),
            brand if MP4.contains(&brand) => Some(Self::Mp4),
            _ => None,
        }
    }

    /// The extension such a file is given, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Heic => "heic",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::Odt => "odt",
            Self::Ods => "ods",
            Self::Mp4 => "mp4",
            Self::Mov => "mov",
            Self::Mp3 => "mp3",
            Self::M4a => "m4a",
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Heic => "image/heic",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Mp4 => "video/mp4",
            Self::Mov => "video/quicktime",
            Self::Mp3 => "audio/mpeg",
            Self::M4a => "audio/mp4",
        }
    }
}
