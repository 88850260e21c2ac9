//! What may identify somebody in a reporter's text: the sample signals, and texts that chance writes.

mod numbers;
mod words;

use ::domain::field::STORY;
use ::domain::traces::TraceKind;
use ::domain::traces::find;
use proptest::prelude::*;
use serde_json::Value;

const FREE_TEXT: [&str; 6] = ["wat", "wie", "waar", "wanneer", "hoe_weet_u_dit", "eerder_gemeld"];

/// The traces in a text, as what a reporter sees marked.
fn marks(text: &str) -> Vec<(TraceKind, &str)> {
    find(text).into_iter().map(|trace| (trace.kind, &text[trace.range])).collect()
}

/// Each text is marked as written here, and nowhere else.
#[track_caller]
fn marked(kind: TraceKind, texts: &[&str]) {
    for text in texts {
        let expected: Vec<_> =
            text.split('‹').skip(1).filter_map(|part| part.split('›').next()).map(|part| (kind, part)).collect();
        assert!(!expected.is_empty(), "{text}");
        let typed = text.replace(['‹', '›'], "");
        assert_eq!(marks(&typed), expected, "{text}");
    }
}

#[track_caller]
fn unmarked(texts: &[&str]) {
    for text in texts {
        assert_eq!(marks(text), [], "{text}");
    }
}

fn samples() -> Vec<Value> {
    serde_json::from_str(include_str!("../config/demo/signalen.json")).expect("the sample signals")
}

/// What is found in each free text of a sample.
fn marks_in(sample: &Value) -> Vec<(TraceKind, &str)> {
    FREE_TEXT.iter().filter_map(|field| sample[field].as_str()).flat_map(marks).collect()
}

#[test]
fn every_mark_that_a_program_can_find_is_found_in_the_sample_signals() {
    let mut marks = 0;
    for sample in &samples() {
        let found = marks_in(sample);
        for mark in sample["herkenbaar"].as_array().expect("a list") {
            let text = mark["tekst"].as_str().expect("text");
            let Ok(kind) = mark["soort"].as_str().expect("a kind").parse::<TraceKind>() else { continue };
            assert!(found.iter().any(|(k, t)| *k == kind && t.contains(text)), "{} {kind}: {text}", sample["id"]);
            marks += 1;
        }
    }
    assert_eq!(marks, 20, "marks of the kinds that a program can find");
}

#[test]
fn at_most_one_in_ten_unmarked_signals_raises_a_false_alarm() {
    let samples = samples();
    let unmarked: Vec<_> =
        samples.iter().filter(|sample| sample["herkenbaar"].as_array().is_some_and(Vec::is_empty)).collect();
    let alarms: Vec<_> = unmarked.iter().flat_map(|sample| marks_in(sample)).collect();
    assert_eq!(unmarked.len(), 15);
    assert!(alarms.len() * 10 <= unmarked.len(), "{alarms:?}");
}

#[test]
fn in_the_marked_signals_nothing_else_is_marked() {
    for sample in &samples() {
        let meant: Vec<_> = sample["herkenbaar"].as_array().into_iter().flatten().collect();
        for (kind, text) in marks_in(sample) {
            let known = |mark: &&Value| {
                mark["soort"] == kind.label() && mark["tekst"].as_str().is_some_and(|meant| text.contains(meant))
            };
            assert!(meant.iter().any(known), "{} {kind}: {text}", sample["id"]);
        }
    }
}

#[test]
fn what_is_found_never_reaches_a_log() {
    let traces = find("Bel mij: 06-12345678");
    assert_eq!(format!("{traces:?}"), "[Trace(..)]");
}

#[test]
fn long_texts_made_to_be_slow_come_back() {
    for piece in [
        "0",
        "06 ",
        "0 ",
        "+1",
        "NL13",
        "NL13 TEST 0123 ",
        "@",
        "a@",
        "a.",
        "(at)",
        "[at] ",
        "ik ben de enige ",
        "de enige ",
        "ik als enige",
        "Groeten,\n",
        "groet\n\n",
        "Beste Jan en ",
        "\nBeste J.",
        "ik heet ",
        "Van der ",
        "12-",
        "AB-12-",
        "1234 AB 1",
        "1234AB\n",
        "personeelsnummer van ",
        "\u{200b}",
        "e\u{301}",
        "ĳ",
        "😀",
        "(",
        "\r",
        "\r\n",
        ">",
        "99.",
    ] {
        let text: String = piece.chars().cycle().take(STORY / 4).collect();
        in_order_and_apart(&text);
    }
}

#[track_caller]
fn in_order_and_apart(text: &str) {
    let mut end = 0;
    for trace in find(text) {
        assert!(trace.range.start >= end && !trace.range.is_empty(), "{:?} after {end}", trace.range);
        assert!(text.get(trace.range.clone()).is_some(), "{:?} cuts a character", trace.range);
        end = trace.range.end;
    }
}

/// A BSN: eight digits, and the ninth that makes the elfproef come out.
fn bsn() -> impl Strategy<Value = String> {
    let check = |start: &Vec<u32>| start.iter().zip([9, 8, 7, 6, 5, 4, 3, 2]).map(|(d, w)| d * w).sum::<u32>() % 11;
    prop::collection::vec(0..10_u32, 8)
        .prop_filter_map("no last digit fits, or all are zero", move |mut digits| {
            let last = check(&digits);
            digits.push(last);
            (last < 10 && digits.iter().any(|d| *d > 0)).then(|| digits.iter().map(u32::to_string).collect::<String>())
        })
        .prop_flat_map(|plain| {
            let (a, b, c) = (&plain[..4], &plain[4..6], &plain[6..]);
            let (d, e) = (&plain[..3], &plain[3..6]);
            let written = [plain.clone(), format!("{a}.{b}.{c}"), format!("{a} {b} {c}"), format!("{d} {e} {c}")];
            prop::sample::select(written.to_vec())
        })
}

/// An IBAN with the check digits that its country and account ask for.
fn iban() -> impl Strategy<Value = String> {
    let check = |country: &str, account: &str| {
        let digits: String =
            format!("{account}{country}00").chars().filter_map(|c| c.to_digit(36)).map(|v| v.to_string()).collect();
        98 - digits.chars().filter_map(|c| c.to_digit(10)).fold(0, |rest, digit| (rest * 10 + digit) % 97)
    };
    let accounts = prop_oneof![
        ("[A-Z]{4}[0-9]{10}").prop_map(|account| ("NL", account)),
        ("[0-9]{18}").prop_map(|account| ("DE", account)),
        ("[0-9]{12}").prop_map(|account| ("BE", account)),
        ("[A-Z]{4}[0-9]{14}").prop_map(|account| ("GB", account)),
    ];
    (accounts, any::<bool>()).prop_map(move |((country, account), grouped)| {
        let plain = format!("{country}{:02}{account}", check(country, &account));
        let groups: Vec<_> = plain.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group)).collect();
        if grouped { groups.join(" ") } else { plain }
    })
}

fn phone() -> impl Strategy<Value = String> {
    prop_oneof![
        "06 ?-? ?[1-9][0-9]{7}",
        "06( [0-9]{2}){4}",
        "0524[ -][0-9]{6}",
        "\\(0524\\) ?[0-9]{6}",
        "010 ?- ?[0-9]{3} [0-9]{2} [0-9]{2}",
        "\\+31 ?(\\(0\\))? ?6 ?-?[1-9][0-9]{7}",
        "00 ?31 ?6[1-9][0-9]{7}",
        "00 ?49 5941 [1-9][0-9]{5}",
    ]
    // The sixth of June of some year may be a phone number; nobody can tell.
    .prop_filter("a date", |number| !number.starts_with("06 0") && !number.starts_with("06 1"))
}

fn mail() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9]{0,12}([._+-][a-z0-9]{1,12}){0,2}@[a-z][a-z0-9-]{0,12}[a-z](\\.[a-z]{2,8}){1,2}"
}

/// Text of any characters, with pieces that the finders look for.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "ik ben de enige ",
        "Groeten,\n",
        "Met vriendelijke groet",
        "Beste Jan,",
        "06",
        "-12345678",
        "NL13TEST0123456789",
        "9999 ZZ 14",
        "@",
        "example.org",
        "XE-417-K",
        "mijn naam is ",
        "\n",
        " ",
        "ĳ",
        "e\u{301}",
        "\u{202e}",
        "٠٦",
        "ß",
    ]);
    prop::collection::vec(prop_oneof!["\\PC{0,20}", pieces.prop_map(str::to_owned)], 0..12)
        .prop_map(|pieces| pieces.concat())
}

/// Whether a text of its own line is found as this kind, exactly.
fn is_found(kind: TraceKind, before: &str, typed: &str, after: &str) -> bool {
    marks(&format!("{before}\n{typed}\n{after}")).contains(&(kind, typed))
}

proptest! {
    #[test]
    fn traces_lie_inside_the_text_in_order_and_apart(text in text()) {
        in_order_and_apart(&text);
    }

    #[test]
    fn a_number_or_address_is_found_whatever_stands_around_it(
        before in text(), after in text(), bsn in bsn(), iban in iban(), phone in phone(), mail in mail()
    ) {
        prop_assert!(is_found(TraceKind::Bsn, &before, &bsn, &after), "{}", bsn);
        prop_assert!(is_found(TraceKind::Iban, &before, &iban, &after), "{}", iban);
        prop_assert!(is_found(TraceKind::Telefoonnummer, &before, &phone, &after), "{}", phone);
        prop_assert!(is_found(TraceKind::Mailadres, &before, &mail, &after), "{}", mail);
    }

    #[test]
    fn one_wrong_digit_makes_it_no_bsn_and_no_iban(
        bsn in bsn(), iban in iban(), at in any::<prop::sample::Index>(), by in 1..10_u32
    ) {
        for (kind, typed) in [(TraceKind::Bsn, bsn), (TraceKind::Iban, iban)] {
            let places: Vec<_> = typed.char_indices().filter(|(_, c)| c.is_ascii_digit()).collect();
            let (place, digit) = places[at.index(places.len())];
            let other = (digit.to_digit(10).unwrap_or_default() + by) % 10;
            let wrong = format!("{}{other}{}", &typed[..place], &typed[place + 1..]);
            prop_assert!(!marks(&wrong).iter().any(|(found, _)| *found == kind), "{}", wrong);
        }
    }
}
