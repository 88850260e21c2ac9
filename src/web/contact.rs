//! Words and ways to reach somebody, as an organisation configures them: parsed once, at start, so that pages may show
//! them as they are. What is wrong is refused with its key.

use std::collections::BTreeMap;

use templates::{Text, components::Worded};
use url::Url;

use crate::settings::BadValue;

/// A sentence of the organisation by language: Dutch, and any other language of the portal.
pub type WordsSettings = BTreeMap<String, String>;

/// A sentence of the organisation, in Dutch at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Vec<(Text, String)>);

impl Words {
    /// `None` where nothing is configured.
    pub fn parse(key: &str, settings: &WordsSettings) -> Result<Option<Self>, BadValue> {
        let mut words = Vec::new();
        for (code, sentence) in settings.iter().filter(|(_, sentence)| !sentence.is_empty()) {
            let key = format!("{key}.{code}");
            let Some(text) = Text::all().find(|text| text.code() == code) else {
                let known: Vec<_> = Text::all().map(Text::code).collect();
                return Err(BadValue::new(key, format!("is no language of the portal; it has {}", known.join(", "))));
            };
            words.push((text, line(&key, sentence)?));
        }
        match words.iter().any(|(text, _)| *text == Text::DUTCH) {
            true => Ok(Some(Self(words))),
            false if words.is_empty() => Ok(None),
            false => Err(BadValue::new(format!("{key}.nl"), "is missing: every text stands in Dutch at least")),
        }
    }

    /// As [`parse`](Self::parse), where something must be said.
    pub fn required(key: &str, settings: &WordsSettings) -> Result<Self, BadValue> {
        Self::parse(key, settings)?.ok_or_else(|| BadValue::new(format!("{key}.nl"), "is missing"))
    }

    /// In the language of a page; in Dutch, and marked so, where it does not exist.
    pub fn worded(&self, text: Text) -> Worded<'_> {
        let own = self.0.iter().find(|(language, _)| *language == text);
        let any = own.or_else(|| self.0.iter().find(|(language, _)| *language == Text::DUTCH));
        let (language, words) = any.map_or((text, ""), |(language, words)| (*language, words.as_str()));
        Worded { words, lang: (language != text).then_some(language.code()) }
    }
}

/// One line of text that pages can show.
pub fn line(key: &str, text: &str) -> Result<String, BadValue> {
    let text = text.trim();
    if text.is_empty() || text.chars().any(char::is_control) {
        return Err(BadValue::new(key, "must be one line of text"));
    }
    Ok(text.to_owned())
}

/// A page of somebody else, over https.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site(Url);

impl Site {
    pub fn parse(key: &str, text: &str) -> Result<Self, BadValue> {
        let bad = |why: &str| BadValue::new(key, why);
        let url = Url::parse(text).map_err(|error| bad(&format!("is no address: {error}")))?;
        if url.scheme() != "https" {
            return Err(bad("must begin with https://"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(bad("must not hold a user's name or password"));
        }
        // A name with a dot: `https://intranet` leads nowhere from a reporter's own telephone.
        if !url.domain().is_some_and(|host| host.trim_matches('.').contains('.')) {
            return Err(bad("must name a public host, such as https://www.example.nl"));
        }
        Ok(Self(url))
    }

    /// `None` where nothing is configured.
    pub fn optional(key: &str, text: &str) -> Result<Option<Self>, BadValue> {
        (!text.is_empty()).then(|| Self::parse(key, text)).transpose()
    }

    pub fn address(&self) -> &str {
        self.0.as_str()
    }

    /// The host as people say it: without `www.`.
    pub fn name(&self) -> &str {
        let host = self.0.domain().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }
}

/// A number to call, as it is written: "088-133 10 00".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    number: String,
    link: String,
}

impl Phone {
    pub fn parse(key: &str, text: &str) -> Result<Self, BadValue> {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let known = text.char_indices().all(|(at, c)| c.is_ascii_digit() || "- ()".contains(c) || (at, c) == (0, '+'));
        if !(3..=15).contains(&digits) || !known {
            return Err(BadValue::new(key, "is no telephone number: digits, spaces and hyphens, 3 to 15 digits"));
        }
        let digits = text.chars().filter(|c| c.is_ascii_digit() || *c == '+' || *c == '-');
        Ok(Self { number: text.trim().to_owned(), link: "tel:".chars().chain(digits).collect() })
    }

    /// `None` where nothing is configured.
    pub fn optional(key: &str, text: &str) -> Result<Option<Self>, BadValue> {
        (!text.is_empty()).then(|| Self::parse(key, text)).transpose()
    }

    pub fn number(&self) -> &str {
        &self.number
    }

    /// The number as a link calls it.
    pub fn link(&self) -> &str {
        &self.link
    }
}

/// One way to reach the organisation: an e-mail address, a number or a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// `mailto:` and the address.
    Mail(String),
    Phone(Phone),
    Site(Site),
}

impl Contact {
    /// `None` where nothing is configured.
    pub fn optional(key: &str, text: &str) -> Result<Option<Self>, BadValue> {
        if text.is_empty() {
            return Ok(None);
        }
        if text.contains("://") {
            return Site::parse(key, text).map(|site| Some(Self::Site(site)));
        }
        let Some((user, host)) = text.split_once('@') else {
            let phone = Phone::parse(key, text).map_err(|bad| {
                BadValue::new(bad.key, "must be an e-mail address, a telephone number or an address with https://")
            })?;
            return Ok(Some(Self::Phone(phone)));
        };
        let plain = |part: &str| part.chars().all(|c| c.is_ascii_alphanumeric() || ".-_+".contains(c));
        if user.is_empty() || !plain(user) || !plain(host) || !host.trim_matches('.').contains('.') {
            return Err(BadValue::new(key, "is no e-mail address"));
        }
        Ok(Some(Self::Mail(["mailto:", text].concat())))
    }

    /// Where a link to it leads.
    pub fn link(&self) -> &str {
        match self {
            Self::Mail(link) => link,
            Self::Phone(phone) => phone.link(),
            Self::Site(site) => site.address(),
        }
    }

    /// What such a link says.
    pub fn name(&self) -> &str {
        match self {
            Self::Mail(link) => link.trim_start_matches("mailto:"),
            Self::Phone(phone) => phone.number(),
            Self::Site(site) => site.name(),
        }
    }
}
