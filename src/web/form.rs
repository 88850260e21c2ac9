//! Forms as a browser posts them (`application/x-www-form-urlencoded`), decoded strictly: actix's own extractor lets
//! invalid UTF-8 through and knows no repeated fields.

use percent_encoding::percent_decode;
use subtle::ConstantTimeEq;

/// Fields that a form has at most; what comes after is not read.
const MOST_FIELDS: usize = 400;

/// Fields in the order in which they came; names may repeat. No `Debug`: it holds stories, codes and passwords.
#[derive(Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    unreadable: Vec<String>,
}

impl Form {
    /// Decodes a body. Never fails: what is no UTF-8 is kept with replacement characters and named in [`Form::unreadable`], so
    /// that a page can show it again and say so at the field.
    pub fn decode(body: &[u8]) -> Self {
        let mut form = Self::default();
        for pair in body.split(|b| *b == b'&').take(MOST_FIELDS).filter(|pair| !pair.is_empty()) {
            let mut halves = pair.splitn(2, |b| *b == b'=');
            let (name, _) = text(halves.next().unwrap_or_default());
            let (value, readable) = text(halves.next().unwrap_or_default());
            if !readable {
                form.unreadable.push(name.clone());
            }
            form.fields.push((name, value));
        }
        form
    }

    /// The first value of a field; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// Names of fields that held invalid UTF-8.
    pub fn unreadable(&self) -> &[String] {
        &self.unreadable
    }
}

fn text(encoded: &[u8]) -> (String, bool) {
    let spaced: Vec<u8> = encoded.iter().map(|b| if *b == b'+' { b' ' } else { *b }).collect();
    let bytes: Vec<u8> = percent_decode(&spaced).collect();
    match String::from_utf8(bytes) {
        Ok(text) => (text, true),
        Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), false),
    }
}

/// Compares a form's token with the right one, without telling by its time how far they agree.
pub fn same_token(given: &str, right: &str) -> bool {
    given.as_bytes().ct_eq(right.as_bytes()).into()
}

/// Whether a browser says that a form comes from our own pages. Browsers that say nothing pass: this guards forms that have no
/// session yet, and so no token.
pub fn from_own_site(request: &actix_web::HttpRequest) -> bool {
    let site = request.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
    matches!(site, None | Some("same-origin" | "none"))
}
