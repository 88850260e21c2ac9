//! Letters of the two fonts: which there are, how wide each is, and what stands for one that there is not.

use skrifa::{
    FontRef, MetadataProvider,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
    raw::TableProvider,
};
use unicode_normalization::UnicodeNormalization;

use crate::PdfError;

pub const REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
pub const BOLD: &[u8] = include_bytes!("fonts/NotoSans-Bold.ttf");

/// Stands for a letter that the fonts do not have: Latin, Greek and Cyrillic are there.
pub const UNKNOWN: char = '\u{fffd}';

/// One font, to measure with.
pub struct Letters {
    charmap: skrifa::charmap::Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units: f32,
}

/// A letter as it is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Letter {
    pub glyph: u32,
    /// In parts of the font's size.
    pub width: f32,
}

impl Letters {
    pub fn of(font: &'static [u8]) -> Result<Self, PdfError> {
        let font = FontRef::new(font).map_err(|_| PdfError::Font)?;
        let units = f32::from(font.head().map_err(|_| PdfError::Font)?.units_per_em());
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        Ok(Self { charmap: font.charmap(), metrics, units })
    }

    /// The letter of a character; of one that is not there, nothing.
    pub fn letter(&self, of: char) -> Option<Letter> {
        let glyph = self.charmap.map(of)?;
        let width = self.metrics.advance_width(glyph)? / self.units;
        Some(Letter { glyph: glyph.to_u32(), width })
    }

    /// How wide a text is, in parts of the font's size.
    pub fn width(&self, text: &str) -> f32 {
        text.chars().filter_map(|c| self.letter(c)).map(|letter| letter.width).sum()
    }

    /// A line as it can be drawn: composed, without what nobody sees, and with [`UNKNOWN`] for what is not there.
    pub fn known(&self, line: &str) -> String {
        let known = |c: char| match c {
            '\t' | '\u{a0}' | '\u{202f}' => Some(' '),
            _ if c.is_control() || is_invisible(c) => None,
            _ => Some(if self.letter(c).is_some() { c } else { UNKNOWN }),
        };
        line.nfc().filter_map(known).collect()
    }
}

/// What joins, parts or turns letters without being one: each letter of ours stands alone.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}
