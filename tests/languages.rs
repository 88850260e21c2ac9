//! The languages held against each other and against the code: the same keys, no dead ones, none missing; and a journey
//! in English in which nothing is Dutch.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use ::domain::{
    RouteName, Routing, Subject,
    attachment::Removed,
    choices::{Breach, Choice, InConvent, Influence, Knowers, Phenomenon, SignalType, VulnerableProcess},
    contact::CONTACT_FIELDS,
    message::MessageType,
    traces::TraceKind,
};
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use templates::{Text, text::choice_key};

use crate::{
    helpers::{
        browser::{Page, selector},
        people::{Melder, Tale, code_on},
        town::Town,
    },
    views,
};

/// What stands behind a key.
struct Message {
    variables: BTreeSet<String>,
    /// Its words between what is put in.
    words: Vec<String>,
}

/// Every message of a language; fails on what does not parse, and on what stands there twice or says nothing.
fn messages(text: Text) -> BTreeMap<String, Message> {
    let code = text.code();
    let resource = parser::parse(text.source()).unwrap_or_else(|(_, errors)| panic!("{code}: {errors:?}"));
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name;
                let pattern = message.value.as_ref().unwrap_or_else(|| panic!("{code}: {key} has no words"));
                let mut read = Message { variables: BTreeSet::new(), words: Vec::new() };
                walk(pattern, &mut read);
                let says = read.words.iter().any(|words| !words.trim().is_empty()) || !read.variables.is_empty();
                assert!(says, "{code}: {key} says nothing");
                assert!(messages.insert(key.to_owned(), read).is_none(), "{code}: {key} stands there twice");
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("{code}: {other:?}"),
        }
    }
    messages
}

fn walk(pattern: &Pattern<&str>, read: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => read.words.push((*value).to_owned()),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => variable(inline, read),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                variable(selector, read);
                variants.iter().for_each(|variant| walk(&variant.value, read));
            }
        }
    }
}

fn variable(expression: &InlineExpression<&str>, read: &mut Message) {
    match expression {
        InlineExpression::VariableReference { id } => drop(read.variables.insert(id.name.to_owned())),
        other => panic!("only variables are put in: {other:?}"),
    }
}

/// What is chosen from: the vocabulary's name in the texts, and its values.
fn vocabularies() -> Vec<(&'static str, Vec<String>)> {
    fn labels<T: ToString>(all: &[T]) -> Vec<String> {
        all.iter().map(T::to_string).collect()
    }
    fn sent<T: Choice>() -> Vec<String> {
        T::all().iter().map(|choice| choice.value()).collect()
    }
    let groups: BTreeSet<_> = Breach::ALL.iter().map(|breach| breach.group().to_owned()).collect();
    vec![
        ("subject", labels(Subject::ALL)),
        ("reader", labels(RouteName::ALL)),
        ("kind", labels(SignalType::ALL)),
        ("message", labels(MessageType::ALL)),
        ("answer", labels(InConvent::ALL)),
        ("phenomenon", sent::<Phenomenon>()),
        ("breach-group", groups.into_iter().collect()),
        ("breach", sent::<Breach>()),
        ("process", sent::<VulnerableProcess>()),
        ("influence", labels(Influence::ALL)),
        ("knowers", labels(Knowers::ALL)),
        ("trace", labels(TraceKind::ALL)),
        ("removed", labels(Removed::ALL)),
        ("check-also", labels(&also())),
        ("question", portal::texts::checked().chain(CONTACT_FIELDS.iter().copied()).map(str::to_owned).collect()),
        ("story", labels(&["phenomena", "processes"])),
        ("month", (1..=12).map(|month: u8| month.to_string()).collect()),
    ]
}

/// Everybody whom a text can name so that the check page asks whether it is about them too.
fn also() -> Vec<Subject> {
    let all: String = Subject::ALL.iter().map(|subject| format!("{subject}. ")).collect();
    let also = Routing::default().named_elsewhere(&all, &[], RouteName::Aov);
    assert_eq!(also.len(), 5, "{also:?}");
    also
}

fn vocabulary_keys() -> BTreeSet<String> {
    let keys =
        |(name, labels): (&str, Vec<String>)| labels.iter().map(|label| choice_key(name, label)).collect::<Vec<_>>();
    vocabularies().into_iter().flat_map(keys).collect()
}

/// A string in the code, and what stands right before it.
struct Literal {
    text: String,
    before: String,
}

/// Every string of the crates whose words are in the texts.
fn literals() -> Vec<Literal> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let mut open = ["templates", "src/portal", "src/web", "src/domain", "src/attachments"]
        .map(|folder| workspace.join(folder))
        .to_vec();
    let mut found = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.extend(strings(&fs::read_to_string(&path).expect("a file")));
        }
    }
    found
}

fn strings(source: &str) -> Vec<Literal> {
    let code: Vec<&str> = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n").replace("'\"'", "' '").replace("\\\"", "''");
    // Strings are every second part between quotes.
    let parts: Vec<&str> = code.split('"').collect();
    let pairs = parts.chunks_exact(2);
    pairs.map(|pair| Literal { before: pair[0].to_owned(), text: pair[1].to_owned() }).collect()
}

impl Literal {
    /// Whether it is the key of words: the first thing in a call that asks for them.
    fn is_asked_for(&self) -> bool {
        let calls = [".say(", ".with(", ".count(", ".rich(", "Sentence::key(", "Sentence::Key("];
        calls.iter().any(|call| self.before.trim_end().ends_with(call))
    }

    /// Whether it has the form of a key: words with hyphens between them.
    fn looks_like_a_key(&self) -> bool {
        let part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        self.text.contains('-') && self.text.split('-').all(part)
    }
}

#[test]
fn every_language_says_the_same_things_with_the_same_put_in() {
    let dutch = messages(Text::DUTCH);
    assert!(Text::all().count() > 1 && dutch.len() > 100);
    for text in Text::all() {
        let (code, theirs) = (text.code(), messages(text));
        let keys = |of: &BTreeMap<String, Message>| of.keys().cloned().collect::<BTreeSet<_>>();
        let (ours, own) = (keys(&dutch), keys(&theirs));
        assert_eq!(ours.symmetric_difference(&own).collect::<Vec<_>>(), Vec::<&String>::new(), "{code}");
        for (key, message) in &theirs {
            assert_eq!(message.variables, dutch[key].variables, "{code}: {key}");
            // Then it can be shown as it stands, without making it again for every page.
            let plain = message.words.len() == 1 && !message.words[0].contains('\n');
            assert!(plain || !message.variables.is_empty(), "{code}: {key} must be one line");
        }
    }
}

/// Whether a key can be put together of what stands in the code: `explanation-` and something, or a key and `-change`.
fn is_put_together(key: &str, literals: &[Literal]) -> bool {
    let texts = || literals.iter().map(|literal| literal.text.as_str()).filter(|text| text.len() > 1);
    let starts = |text: &str| text.ends_with('-') && key.starts_with(text);
    let ends = |text: &str| {
        let start = if text.starts_with('-') { key.strip_suffix(text) } else { None };
        start.is_some_and(|start| texts().any(|text| text == start))
    };
    texts().any(|text| starts(text) || ends(text))
}

/// What no sample page says of a message: a key that is put together is alive where its words are read.
fn unsaid(message: &Message, samples: &[String]) -> bool {
    let bare = |words: &String| {
        let parts = words.split("**").flat_map(|part| part.split(['[', ']']));
        parts
            .map(str::trim)
            .filter(|part| !part.starts_with('(') && !part.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let parts: Vec<String> = message.words.iter().flat_map(bare).collect();
    !samples.iter().any(|sample| parts.iter().all(|part| sample.contains(part.as_str())))
}

#[test]
fn no_key_is_missing_and_none_is_dead() {
    let dutch = messages(Text::DUTCH);
    let keys: BTreeSet<String> = dutch.keys().cloned().collect();
    let families: BTreeSet<&str> = keys.iter().filter_map(|key| Some(key.split_once('-')?.0)).collect();
    let literals = literals();
    let family = |literal: &Literal| literal.text.split_once('-').is_some_and(|(first, _)| families.contains(first));
    let named = literals.iter().filter(|l| l.is_asked_for() || l.looks_like_a_key() && family(l));
    // A vocabulary's name has the form of a key, and is one only now and then.
    let names: BTreeSet<&str> = vocabularies().iter().map(|(name, _)| *name).collect();
    let named = named.filter(|l| l.is_asked_for() || keys.contains(&l.text) || !names.contains(l.text.as_str()));
    let named: BTreeSet<&str> = named.map(|literal| literal.text.as_str()).collect();
    assert!(named.len() > 50, "the look itself works: {named:?}");
    let missing: Vec<_> = named.iter().filter(|key| !keys.contains(**key)).collect();
    assert!(missing.is_empty(), "no words for {missing:?}");

    let chosen = vocabulary_keys();
    let missing: Vec<_> = chosen.iter().filter(|key| !keys.contains(*key)).collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
    let is_hint = |key: &str| key.strip_suffix("-hint").is_some_and(|chooses| chosen.contains(chooses));
    let dead: Vec<_> = keys.iter().filter(|key| !named.contains(key.as_str()) && !chosen.contains(*key)).collect();
    let samples: Vec<String> = views::pages().iter().map(views::Page::text).collect();
    let said = |key: &str| is_put_together(key, &literals) && !unsaid(&dutch[key], &samples);
    let dead: Vec<_> = dead.into_iter().filter(|key| !is_hint(key) && !said(key)).collect();
    assert!(dead.is_empty(), "nobody says {dead:?}");
}

#[test]
fn what_is_put_in_has_the_name_that_the_words_have() {
    for views::Page { name, html, .. } in views::pages() {
        assert!(!html.contains("{$"), "{name}: {}", html.split("{$").nth(1).unwrap_or_default());
        // What a page shows where a key has no words.
        assert!(!html.contains('…'), "{name}: {}", html.split('…').next().unwrap_or_default());
    }
}

/// Words that only Dutch pages say: what an English page must not.
fn only_dutch() -> BTreeSet<String> {
    let english = Text::all().find(|text| text.code() == "en").expect("English");
    let others: String = messages(english).values().flat_map(|message| message.words.clone()).collect();
    let bare = |words: &String| {
        // As a reader sees them: without the marks for strong and for links.
        let parts = words.split("**").flat_map(|part| part.split(['[', ']']));
        parts.map(|part| part.trim_matches([' ', '.', ',', ':', '(', ')']).to_owned()).collect::<Vec<_>>()
    };
    let dutch = messages(Text::DUTCH);
    let parts = dutch.values().flat_map(|message| &message.words).flat_map(bare);
    parts
        .filter(|part| part.chars().count() > 12 && !part.starts_with('/') && !others.contains(part.as_str()))
        .collect()
}

/// Everything on a page that is not as it should be for somebody who reads English.
fn not_english(path: &str, page: &Page, dutch: &BTreeSet<String>) -> Vec<String> {
    let html = page.html();
    let mut wrong = Vec::new();
    if html.select(&selector("html[lang=en]")).next().is_none() {
        wrong.push(format!("{path}: another language"));
    }
    let link = selector("a[href]:not([hreflang]), form[action], button[formaction]");
    for element in html.select(&link) {
        let to = ["href", "action", "formaction"].into_iter().find_map(|name| element.attr(name)).unwrap_or_default();
        if to.starts_with('/') && to != "/en" && !to.starts_with("/en/") && !to.starts_with("/en?") {
            wrong.push(format!("{path}: leads to {to}"));
        }
    }
    let shown = page.text();
    wrong.extend(dutch.iter().filter(|part| shown.contains(part.as_str())).map(|part| format!("{path}: {part}")));
    wrong
}

/// Fails unless every page that somebody who reads English has seen was English, and led to English pages.
#[track_caller]
fn all_was_english(mut melder: Melder) {
    let dutch = only_dutch();
    assert!(dutch.len() > 100, "the look itself works");
    let seen = melder.browser.seen.take().expect("pages");
    let pages = seen.iter().filter(|(_, page)| !(300..400).contains(&page.status));
    let wrong: BTreeSet<_> = pages.flat_map(|(path, page)| not_english(path, page, &dutch)).collect();
    assert!(!seen.is_empty() && wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_report_in_english_is_english_to_the_words() {
    let town = Town::new();
    let mut melder = town.melder().who_reads("/en");
    for path in ["/en", "/en/uitleg", "/en/melden"] {
        melder.browser.open(path).must_be(200);
    }
    let tale = Tale::about(&["ondernemer/bedrijf"], "They pay the rent in cash.");
    let check = melder.prepares(&tale);
    let form = check.must_be(200).form("/en/melden/versturen");
    let code = code_on(melder.browser.submit(&form).must_be(200).must_say("We have received your report"));
    melder.browser.submit(&form.fill("wat", "They pay it in gold.")).must_be(409);
    melder.opens(&code).must_be(200);
    all_was_english(melder);
}

#[test]
fn a_mailbox_in_english_is_english_to_the_end() {
    let town = Town::new();
    let code = town.melder().reports(&Tale::ordinary());
    let mut melder = town.melder().who_reads("/en");
    melder.browser.open("/en/postvak").must_be(200).must_say("Your pickup code");
    melder.opens("one two three").must_be(422);
    melder.opens(&"xqzwv ".repeat(10)).must_be(422);
    let mut turned: Vec<_> = code.split(' ').collect();
    turned.rotate_left(1);
    melder.opens(&turned.join(" ")).must_be(404);
    melder.opens(&code).must_be(200).must_say("Your report has arrived safely").must_say("30 November 2026");
    melder.writes("").must_be(422);
    melder.writes("It is the one with the red awning.").must_be(200).must_say("Your message was sent");

    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.answers(&kenmerk, "Ontvangstbevestiging", "Thank you.").must_be(200);
    melder.browser.open("/en/postvak").must_say("From the municipality: We received your report");
    melder.asks_how_it_stands().must_be(200).must_say("From you: Is there any news?");
    aov.reads(&kenmerk).must_say("De melder vraagt hoe het met het signaal staat.");
    aov.answers(&kenmerk, "Vraag", "Which street?").must_be(200);
    melder.browser.open("/en/postvak").must_say("We have a question");
    let close = melder.browser.open("/en/postvak").form("/en/postvak/sluiten");
    melder.browser.submit(&close).must_say("Your mailbox is closed");
    melder.opens(&code).must_be(200);
    let form = melder.wants_to_throw_the_mailbox_away();
    melder.browser.submit(&form.clone().fill("token", "x")).must_be(403).must_say("This page is no longer valid");
    melder.browser.submit(&form).must_be(200).must_say("Your mailbox has been thrown away");
    melder.browser.open("/en/bestaat-niet").must_be(404).must_say("This page does not exist");
    melder.browser.post("/en/melden", &[]).must_be(405);
    town.tamper("DROP TABLE hour_secret");
    let form = melder.browser.open("/en/ophalen").form("/en/ophalen");
    melder.browser.submit(&form).must_be(503).must_say("The report point does not work right now");
    all_was_english(melder);
}
