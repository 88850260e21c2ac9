//! Forms as a browser posts them (`application/x-www-form-urlencoded`), decoded strictly: actix's own extractor lets
//! invalid UTF-8 through and knows no repeated fields.

use percent_encoding::percent_decode;
use subtle::ConstantTimeEq;

/// Fields that a form has at most; what comes after is not read.
const MOST_FIELDS: usize = 400;

/// Stands where bytes were no text. No field takes a control character, so nobody's text is stored with a hole in it:
/// the error stands at the field, whatever form it is.
pub const SUBSTITUTE: &str = "\u{1a}";

/// Fields in the order in which they came; names may repeat. No `Debug`: it holds stories, codes and passwords.
#[derive(Default, Clone)]
pub struct Form {
    fields: Vec<(String, String)>,
}

impl Form {
    /// Decodes a body. Never fails: where it is no UTF-8, the value gets a [`SUBSTITUTE`].
    pub fn decode(body: &[u8]) -> Self {
        let mut form = Self::default();
        for pair in body.split(|b| *b == b'&').take(MOST_FIELDS).filter(|pair| !pair.is_empty()) {
            let mut halves = pair.splitn(2, |b| *b == b'=');
            let name = text(halves.next().unwrap_or_default());
            form.fields.push((name, text(halves.next().unwrap_or_default())));
        }
        form
    }

    /// Fields that were decoded elsewhere.
    pub const fn of(fields: Vec<(String, String)>) -> Self {
        Self { fields }
    }

    /// The first value of a field; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    pub fn into_fields(self) -> Vec<(String, String)> {
        self.fields
    }

    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }
}

fn text(encoded: &[u8]) -> String {
    let spaced: Vec<u8> = encoded.iter().map(|b| if *b == b'+' { b' ' } else { *b }).collect();
    let bytes: Vec<u8> = percent_decode(&spaced).collect();
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).replace('\u{fffd}', SUBSTITUTE),
    }
}

/// Compares a form's token with the right one, without telling by its time how far they agree.
pub fn same_token(given: &str, right: &str) -> bool {
    given.as_bytes().ct_eq(right.as_bytes()).into()
}

/// Whether a browser says that a form comes from our own pages. Browsers that say nothing pass: this guards forms that
/// have no session yet, and so no token.
pub fn from_own_site(request: &actix_web::HttpRequest) -> bool {
    let site = request.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
    matches!(site, None | Some("same-origin" | "none"))
}

/// The same, of a browser that says so. Other sites cannot make it say this.
pub fn surely_from_own_site(request: &actix_web::HttpRequest) -> bool {
    let site = request.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
    site == Some("same-origin")
}
