//! The house style of an organisation: two accent colours and a logo, held against what people must be able to read.

use std::path::Path;

use actix_web::{HttpResponse, web::Bytes};

use crate::{House, settings::BadValue};

/// Everything that the accent stands on or beside in light pages, as in `style.css`.
pub const LIGHT: &[&str] = &["#fff", "#f2f5f7", "#fdf0ef", "#fff6dc", "#ecf7f0"];
/// The same in dark pages; the last is what stands on the accent.
pub const DARK: &[&str] = &["#14181b", "#1d2328", "#361b19", "#2d2511", "#15291d", "#08202f"];

/// WCAG 2.2, 1.4.3: text of ordinary size.
const LEAST: f64 = 4.5;

/// Red, green and blue of `#0b5583`, 0 to 1; `#fff` is white.
fn channels(colour: &str) -> Option<[f64; 3]> {
    let colour = if colour == "#fff" { "#ffffff" } else { colour };
    let hex = colour.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let number = u32::from_str_radix(hex, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue].map(|channel| f64::from(channel) / 255.0))
}

/// Relative luminance, as WCAG defines it.
fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|c| if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// An accent that can be read on, and under, everything it meets.
fn accent(key: &str, colour: &str, surfaces: &[&str]) -> Result<String, BadValue> {
    let Some(parsed) = channels(colour) else {
        return Err(BadValue::new(key, "is no colour: a hash and six hexadecimal digits, such as #0b5583"));
    };
    for surface in surfaces {
        let found = channels(surface).map_or(0.0, |surface| contrast(parsed, surface));
        if found < LEAST {
            // Down, so that 4.49 does not read as enough.
            let found = (found * 10.0).floor() / 10.0;
            let why =
                format!("its contrast with {surface} is {found:.1}:1 and must be at least {LEAST}:1 (WCAG 1.4.3)");
            return Err(BadValue::new(key, why));
        }
    }
    Ok(colour.to_lowercase())
}

/// The stylesheet with the accents of the organisation behind it.
pub fn stylesheet(light: &str, dark: &str) -> Result<Bytes, BadValue> {
    let light = accent("organisation.accent", light, LIGHT)?;
    let dark = accent("organisation.accent_dark", dark, DARK)?;
    let rule = format!(":root {{ --accent: {light}; --accent-dark: {dark}; }}\n");
    Ok(Bytes::from([templates::STYLESHEET, &rule].concat()))
}

/// The organisation's logo, held in memory.
#[derive(Debug, Clone)]
pub struct Logo {
    content_type: &'static str,
    content: Bytes,
}

/// A page must stay light on a slow telephone.
const LARGEST: usize = 30_000;

impl Logo {
    /// Reads the file; a path that is not absolute counts from the folder of the configuration.
    pub fn read(key: &str, path: &str, folder: &Path) -> Result<Self, BadValue> {
        let path = folder.join(path);
        let bad = |why: String| BadValue::new(key, format!("{}: {why}", path.display()));
        let content = std::fs::read(&path).map_err(|error| bad(format!("cannot be read: {error}")))?;
        if content.len() > LARGEST {
            return Err(bad(format!("has {} bytes, and {LARGEST} is the most", content.len())));
        }
        let content_type = kind(&content).ok_or_else(|| bad("is neither SVG nor PNG".to_owned()))?;
        Ok(Self { content_type, content: content.into() })
    }
}

fn kind(content: &[u8]) -> Option<&'static str> {
    if content.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some("image/png");
    }
    let text = std::str::from_utf8(content).ok()?.trim_start_matches('\u{feff}').trim_start();
    (text.starts_with('<') && text.contains("<svg")).then_some("image/svg+xml")
}

/// `GET /stijl.css`
pub fn stylesheet_answer(house: &House) -> HttpResponse {
    HttpResponse::Ok().content_type("text/css; charset=utf-8").body(house.stylesheet.clone())
}

/// `GET /logo`. Browsers run nothing of an image; opened by itself it stands under our content policy.
pub fn logo_answer(house: &House) -> HttpResponse {
    match &house.logo {
        Some(logo) => HttpResponse::Ok().content_type(logo.content_type).body(logo.content.clone()),
        None => HttpResponse::NotFound().finish(),
    }
}
