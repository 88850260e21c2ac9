//! The words of the portal's pages in every language: one Fluent file a language in `text/`, Dutch first. Views name a
//! key and what goes into it; no sentence of the portal stands in code. The desk speaks Dutch and has its own words in
//! its views, but for the pieces it shares with the portal.

use std::{borrow::Cow, fmt, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use maud::{Markup, html};
use unic_langid::LanguageIdentifier;

/// Code and Fluent source of each language.
const SOURCES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

static BUNDLES: LazyLock<Vec<FluentBundle<FluentResource>>> =
    LazyLock::new(|| SOURCES.iter().map(|(code, source)| bundle(code, source)).collect());

fn bundle(code: &str, source: &str) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks for the direction of what is put in: they would stand between a reporter's words and his clipboard.
    bundle.set_use_isolating(false);
    // What does not parse is left out here and found by a test, as a missing key.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// A language, and through it every word of a page. The default is Dutch.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Text(usize);

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({})", self.code())
    }
}

impl Text {
    pub const DUTCH: Self = Self(0);

    /// Every language there is, Dutch first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..SOURCES.len()).map(Self)
    }

    /// The language of a path: `/en/melden` is English, what has no such prefix is Dutch.
    pub fn of_path(path: &str) -> Self {
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        Self::all().skip(1).find(|text| text.code() == first).unwrap_or_default()
    }

    /// The code of the language: `nl`.
    pub fn code(self) -> &'static str {
        SOURCES[self.0].0
    }

    /// The Fluent source of the language, for the test that holds the languages against each other.
    pub fn source(self) -> &'static str {
        SOURCES[self.0].1
    }

    /// What stands before every path of this language: empty for Dutch, `/en` for English.
    pub fn prefix(self) -> String {
        if self == Self::DUTCH { String::new() } else { ["/", self.code()].concat() }
    }

    /// A path of the portal in this language.
    pub fn path(self, path: &str) -> String {
        match (self == Self::DUTCH, path) {
            (true, path) => path.to_owned(),
            (false, "/") => self.prefix(),
            (false, path) => [&self.prefix(), path].concat(),
        }
    }

    /// The words behind a key whose message is one line with nothing to put in.
    pub fn say(self, key: &str) -> &'static str {
        // A key that one language lacks is a failing test; a reader gets the Dutch words, not a hole.
        self.plain(key).or_else(|| Self::DUTCH.plain(key)).unwrap_or("…")
    }

    /// The words behind a key, with what goes into them.
    pub fn with(self, key: &str, values: &[(&str, &str)]) -> String {
        self.found(key, values).or_else(|| Self::DUTCH.found(key, values)).unwrap_or_else(|| key.to_owned())
    }

    /// As [`with`](Self::with) for a number, so that a language can tell one from many.
    pub fn count(self, key: &str, number: usize) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("number", number);
        self.format(key, &arguments).or_else(|| Self::DUTCH.format(key, &arguments)).unwrap_or_else(|| key.to_owned())
    }

    /// The words for a value of a vocabulary: `choice("over-wie", "ondernemer/bedrijf")` is behind
    /// `over-wie-ondernemer-bedrijf`.
    pub fn choice(self, vocabulary: &str, label: &str) -> &'static str {
        self.say(&choice_key(vocabulary, label))
    }

    /// As [`choice`](Self::choice) for a value that may be none of the vocabulary.
    pub fn known_choice(self, vocabulary: &str, value: &str) -> Option<&'static str> {
        let key = choice_key(vocabulary, value);
        self.plain(&key).or_else(|| Self::DUTCH.plain(&key))
    }

    /// The hint of a value of a vocabulary, behind the same key and `-hint`; `None` where the texts have none.
    pub fn choice_hint(self, vocabulary: &str, label: &str) -> Option<&'static str> {
        let key = [&choice_key(vocabulary, label), "-hint"].concat();
        self.plain(&key).or_else(|| Self::DUTCH.plain(&key))
    }

    /// Words with `**strong**` parts and `[links](/path)`, paths in this language. Never for what people typed.
    pub fn rich(self, key: &str, values: &[(&str, &str)]) -> Markup {
        self.inline(&self.with(key, values))
    }

    fn plain(self, key: &str) -> Option<&'static str> {
        let bundle: &'static FluentBundle<_> = &BUNDLES[self.0];
        let pattern = bundle.get_message(key)?.value()?;
        match bundle.format_pattern(pattern, None, &mut Vec::new()) {
            Cow::Borrowed(words) => Some(words),
            Cow::Owned(_) => None,
        }
    }

    fn found(self, key: &str, values: &[(&str, &str)]) -> Option<String> {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set(*name, *value);
        }
        self.format(key, &arguments)
    }

    fn format(self, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let bundle = &BUNDLES[self.0];
        let pattern = bundle.get_message(key)?.value()?;
        Some(bundle.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned())
    }

    fn inline(self, text: &str) -> Markup {
        html! {
            @for (index, part) in text.split("**").enumerate() {
                @if index % 2 == 1 { strong { (self.links(part)) } } @else { (self.links(part)) }
            }
        }
    }

    fn links(self, text: &str) -> Markup {
        let Some((before, link, target, after)) = first_link(text) else { return html! { (text) } };
        let href = if target.starts_with('/') { self.path(target) } else { target.to_owned() };
        // Whoever it leads to does not learn where the reader came from, on a page that was saved either.
        let rel = target.starts_with("https://").then_some("noreferrer");
        html! { (before) a href=(href) rel=[rel] { (link) } (self.links(after)) }
    }
}

/// What stands before, in, behind and after the first `[words](target)`; targets are paths, numbers to call and sites.
fn first_link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (middle, open) = (text.find("](")?, text.find('[')?);
    let end = middle + text[middle..].find(')')?;
    let (words, target) = (text.get(open + 1..middle)?, text.get(middle + 2..end)?);
    let known = ["/", "#", "tel:", "https://"].iter().any(|start| target.starts_with(start));
    known.then(|| (&text[..open], words, target, &text[end + 1..]))
}

/// The key behind a value of a vocabulary: everything but letters and digits is a hyphen.
pub fn choice_key(vocabulary: &str, label: &str) -> String {
    let slug: String = label.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = slug.split('-').filter(|part| !part.is_empty()).collect();
    [vocabulary, "-", &parts.join("-").to_lowercase()].concat()
}
