//! Vectors: committed files that pin the format. What was sealed and signed then must open and verify now, and what is
//! derived must come out the same. `tests/vectors/README.md` says what each file is.

use super::{Outcome, TEN_WORDS, World, chance, code, day, item_id, kenmerk, refused, signal};
use ::domain::{AccountId, Kind, RouteName, Side, words::Word};
use ::mailbox::{
    Cookie, HourSecret, MailboxKey, Nonce, Root, Typed,
    code::pickup_code,
    receipt::{Receipt, Tag},
};
use ::seal::{
    Digest, Item, Place, Signed, Signer, VERSION,
    bucket::ITEM_FLOOR,
    grant::{self, Basis, Grant, Introduction},
    head::{Head, Heads, Reached, ReachedSides},
    intake::{self, Intake},
    item, role,
    sealed::without_padding,
};
use ::unseal::{FullKey, OpeningKey, PrivateHalf, SessionSecret, demo};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use uuid::Uuid;

/// Base64 with padding, as signature lines have it.
pub fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letters = |chunk: &[u8]| {
        let bits = (0..3).fold(0_usize, |bits, at| bits << 8 | usize::from(chunk.get(at).copied().unwrap_or(0)));
        let letter = move |at: usize| char::from(LETTERS[bits >> (18 - 6 * at) & 63]);
        (0..4).map(|at| if at <= chunk.len() { letter(at) } else { '=' }).collect::<String>()
    };
    bytes.chunks(3).map(letters).collect()
}

/// Bech32 (BIP 173), written out here so that the vectors do not lean on the code they check.
pub fn bech32(prefix: &str, bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let checksum = |values: &[u8]| {
        values.iter().fold(1_u32, |sum, value| {
            let top = sum >> 25;
            let next = (sum & 0x1ff_ffff) << 5 ^ u32::from(*value);
            let generator = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
            generator.iter().enumerate().fold(next, |next, (at, g)| if top >> at & 1 == 1 { next ^ g } else { next })
        })
    };
    let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1);
    let mut data: Vec<u8> =
        (0..(bytes.len() * 8).div_ceil(5)).map(|at| (0..5).fold(0, |v, i| v << 1 | bit(at * 5 + i))).collect();
    let high = prefix.bytes().map(|b| b >> 5);
    let mut all: Vec<u8> = high.chain([0]).chain(prefix.bytes().map(|b| b & 31)).chain(data.iter().copied()).collect();
    all.extend([0; 6]);
    let sum = checksum(&all) ^ 1;
    data.extend((0..6).map(|at| (sum >> (5 * (5 - at)) & 31) as u8));
    format!("{prefix}1{}", data.iter().map(|v| char::from(LETTERS[usize::from(*v)])).collect::<String>())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"))
}

fn text(name: &str) -> Outcome<String> {
    Ok(fs::read_to_string(folder().join(name))?)
}

fn bytes(name: &str) -> Outcome<Vec<u8>> {
    Ok(fs::read(folder().join(name))?)
}

/// The bytes 1 to 32, as a form carries them.
fn nonce() -> Nonce {
    Nonce::parse("AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA").unwrap_or_else(|| panic!("no nonce"))
}

/// The bytes 101 to 132, as a cookie carries them.
fn session() -> SessionSecret {
    SessionSecret::parse("ZWZnaGlqa2xtbm9wcXJzdHV2d3h5ent8fX5_gIGCg4Q").unwrap_or_else(|| panic!("no session"))
}

/// What is derived from fixed secrets: everything here must come out the same for ever.
fn derived() -> Value {
    let mailbox = MailboxKey::derive(&Root::of(&code()));
    let (hour, nonce, session) = (HourSecret([7; 32]), nonce(), session());
    let answers =
        Digest::of(b"{\"over_wie\":[\"weet ik niet\"],\"soort\":\"weet ik niet\",\"wat\":\"Er gebeurt iets.\"}");
    let words = |words: Vec<Word>| words.into_iter().map(Word::text).collect::<Vec<_>>().join(" ");
    let person = demo::person("aov@demo.example").halves();
    let route = demo::route(RouteName::Aov).halves();
    json!({
        "ophaalcode": {
            "places_in_the_list": TEN_WORDS,
            "words": code().text(),
            "lookup": hex(&mailbox.lookup().0),
            "encrypt": mailbox.halves().encrypt.to_string(),
            "verify": mailbox.halves().verify.to_string(),
        },
        "words_of_a_form": {
            "hour_secret": hex(&hour.0),
            "nonce": nonce.text(),
            "answers": answers.to_string(),
            "words": pickup_code(&hour, &nonce, &answers).text(),
            "receipt_tag": hex(&Tag::of(&nonce).0),
        },
        "session": { "cookie": session.text(), "lookup": hex(&session.lookup()), "form_token": session.form_token() },
        "fingerprints": {
            "route": { "encrypt": route.encrypt, "verify": route.verify, "words": words(route.fingerprint()) },
            "personal": { "encrypt": person.encrypt, "verify": person.verify, "words": words(person.fingerprint()) },
        },
    })
}

#[test]
fn what_is_derived_comes_out_as_it_always_did() -> Outcome {
    let committed: Value = serde_json::from_str(&text("derived.json")?)?;
    assert_eq!(derived(), committed);
    Ok(())
}

#[test]
fn a_sealed_cookie_and_a_sealed_receipt_of_then_open_now() -> Outcome {
    let sealed: Value = serde_json::from_str(&text("sealed.json")?)?;
    let field = |name: &str| sealed[name].as_str().unwrap_or_default().to_owned();
    let cookie = Cookie(field("cookie"));
    assert_eq!(cookie.hour(), Some(492_700));
    let opened = cookie.open(&HourSecret([7; 32]), 492_700 * 60 + 59);
    let Some(Typed::Code(root)) = opened else { panic!("the cookie does not open") };
    assert_eq!(MailboxKey::derive(&root).lookup(), MailboxKey::derive(&Root::of(&code())).lookup());
    assert_eq!(cookie.form_token(), field("cookie_form_token"));
    let bytes: Vec<u8> = (0..field("receipt").len())
        .step_by(2)
        .filter_map(|at| u8::from_str_radix(&field("receipt")[at..at + 2], 16).ok())
        .collect();
    let receipt = Receipt::open(&nonce(), &bytes);
    assert_eq!(receipt, Some(Receipt { answers: Digest::of(b"answers"), minute: 29_562_017 }));
    Ok(())
}

#[test]
fn key_files_are_written_as_they_always_were() -> Outcome {
    let world = World::new();
    assert_eq!(*world.route.to_keyfile(), text("route.key")?);
    assert!(FullKey::<role::Route>::from_keyfile(&text("route.key")?)?.halves() == world.route.halves());
    assert_eq!(*demo::recovery().to_keyfile(), text("recovery.key")?);
    Ok(())
}

/// The report's item: what the file holds, field by field.
fn report_item() -> Outcome<Item> {
    let world = World::new();
    let place =
        Place { signal: signal(1), epoch: 0, item: item_id(1), kind: Kind::Report, side: Side::Reporter, number: 1 };
    let body = json!({ "over_wie": ["weet ik niet"], "soort": "weet ik niet", "wat": "Een regel,\n# \"nog een\" en 🏴‍☠️ ميناء." });
    super::item_at(place, &world.mailbox, None, 0, &body)
}

#[test]
fn a_report_sealed_then_opens_and_verifies_now() -> Outcome {
    let world = World::new();
    let key: OpeningKey<role::Intake> = world.route.unwrap(&bytes("intake.key.age")?)?;
    let file = bytes("intake/melding.age")?;
    assert_eq!(file.len(), ITEM_FLOOR);
    let opened = key.open(&file)?;
    let expected = Signed::sign(&report_item()?, &[&world.mailbox])?;
    assert_eq!(expected.text(), text("melding.txt")?, "the plaintext line and its signature");
    assert_eq!(without_padding(&opened)?, text("melding.txt")?);
    let padding = &opened[text("melding.txt")?.len()..];
    assert!(padding.starts_with("# ") && padding.ends_with(" \n") && padding[1..padding.len() - 1].trim() == "");
    let Item { signal, epoch, item, kind, side, number, .. } = report_item()?;
    let place = Place { signal, epoch, item, kind, side, number };
    let item = item::verify_item(&opened, &place, Some(None), world.only(Side::Reporter))?;
    assert_eq!(item.body::<Value>()?["wat"], "Een regel,\n# \"nog een\" en 🏴‍☠️ ميناء.");
    assert_eq!(refused(world.case.open(&file)), ::seal::OpenError::NotForThisKey);
    Ok(())
}

fn intake_statement(key: ::seal::Recipient<role::Intake>, report: Digest) -> Intake {
    let mailbox = World::new().mailbox.halves();
    let (signal, kenmerk, route) = (signal(1), kenmerk(), RouteName::Aov);
    Intake { v: VERSION, signal, kenmerk, route, received_on: day(), intake: key, mailbox, report }
}

fn head_statement(intake: &Intake) -> Outcome<Head> {
    let world = World::new();
    let nothing = Reached { number: 0, item: None };
    let reporter = Reached { number: 1, item: Some(intake.report) };
    Ok(Head {
        v: VERSION,
        signal: intake.signal,
        route: intake.route,
        number: 1,
        epoch: 1,
        // Any two recipients serve: nothing is sealed to these.
        source: demo::person("bron").halves().encrypt.to_string().parse()?,
        case: demo::person("dossier").halves().encrypt.to_string().parse()?,
        mailbox: intake.mailbox.clone(),
        members: vec![world.officer.verify_key(), world.colleague.verify_key()],
        answerers: Vec::new(),
        guests: Vec::new(),
        closed: false,
        unread: false,
        by: world.officer.verify_key(),
        report: intake.report,
        reached: ReachedSides { reporter, desk: nothing, case: nothing },
        previous: None,
    })
}

fn grant_statement() -> Grant {
    let world = World::new();
    Grant {
        v: VERSION,
        route: RouteName::Aov,
        account: AccountId(Uuid::from_u128(7)),
        name: "aov2@demo.example".to_owned(),
        function: "Adviseur Openbare Orde en Veiligheid".to_owned(),
        person: world.colleague.pair(),
        by: world.officer.verify_key(),
        on: day(),
        formerly: Vec::new(),
        basis: Basis::Alone,
        rested: None,
    }
}

#[test]
fn statements_signed_then_verify_now_and_are_written_the_same() -> Outcome {
    let world = World::new();
    let aov = world.route.halves().verify;
    let intake = Intake::verify(&text("intake.txt")?, Some(&world.mailbox.halves()))?.into_inner();
    let same = intake_statement(intake.intake.clone(), Digest::of(&bytes("intake/melding.age")?));
    assert_eq!(Signed::sign(&same, &[&world.mailbox])?.text(), text("intake.txt")?);
    let key: OpeningKey<role::Intake> = world.route.unwrap(&bytes("intake.key.age")?)?;
    assert!(key.recipient() == intake.intake);

    let heads = Heads::verify(&[text("head.txt")?], &intake, |_| Some(aov.clone()))?;
    assert_eq!(heads.current().map(|head| head.digest()), Some(Digest::of(text("head.txt")?.as_bytes())));
    assert_eq!(Signed::sign(&head_statement(&intake)?, &[&world.route, &world.officer])?.text(), text("head.txt")?);

    let granted = grant::verify(&text("grant.txt")?, RouteName::Aov, &aov)?;
    assert_eq!(granted.name, "aov2@demo.example");
    assert_eq!(Signed::sign(&grant_statement(), &[&world.route, &world.officer])?.text(), text("grant.txt")?);

    let known = grant::verify_introduction(&text("introduction.txt")?, RouteName::Aov, &aov)?;
    assert_eq!(known.0.name, "aov2@demo.example");
    let written = Signed::sign(&Introduction(grant_statement()), &[&world.route, &world.officer])?;
    assert_eq!(written.text(), text("introduction.txt")?);
    // Neither passes for the other, though they say the same.
    assert!(grant::verify(&text("introduction.txt")?, RouteName::Aov, &aov).is_err());
    assert!(grant::verify_introduction(&text("grant.txt")?, RouteName::Aov, &aov).is_err());
    Ok(())
}

/// Writes the files anew: only for a new version of the format, never to make the tests above pass.
/// `cargo test -p tests write_the_vectors -- --ignored`
#[test]
#[ignore = "writes the vectors that the other tests read"]
fn write_the_vectors_anew() -> Outcome {
    let world = World::new();
    let write = |name: &str, content: &[u8]| fs::write(folder().join(name), content);
    fs::create_dir_all(folder().join("intake"))?;
    let pretty = |value: &Value| serde_json::to_string_pretty(value).map(|text| text + "\n");
    write("derived.json", pretty(&derived())?.as_bytes())?;
    write("route.key", world.route.to_keyfile().as_bytes())?;
    write("recovery.key", demo::recovery().to_keyfile().as_bytes())?;
    write("route-key.age", world.route.wrap(&[demo::recovery().recipient().any()])?.bytes())?;

    let cookie =
        Cookie::seal(&Typed::Code(Root::of(&code())), 492_700, &HourSecret([7; 32]), 492_700 * 60, &mut chance(44));
    let receipt = Receipt { answers: Digest::of(b"answers"), minute: 29_562_017 };
    let receipt = receipt.seal(&nonce(), &mut chance(45));
    let sealed = json!({ "cookie": cookie.0, "cookie_form_token": cookie.form_token(), "receipt": hex(&receipt) });
    write("sealed.json", pretty(&sealed)?.as_bytes())?;

    let (key, wrapped) = intake::make(&world.route.halves().encrypt)?;
    write("intake.key.age", wrapped.bytes())?;
    let item = report_item()?;
    let place = Place { signal: item.signal, epoch: 0, item: item.item, kind: item.kind, side: item.side, number: 1 };
    let report = item::seal_item(place, None, 0, &item.body, &world.mailbox, &[key.any()])?;
    write("intake/melding.age", report.bytes())?;
    write("melding.txt", Signed::sign(&item, &[&world.mailbox])?.text().as_bytes())?;

    let intake = intake_statement(key, report.digest());
    write("intake.txt", Signed::sign(&intake, &[&world.mailbox])?.text().as_bytes())?;
    write("head.txt", Signed::sign(&head_statement(&intake)?, &[&world.route, &world.officer])?.text().as_bytes())?;
    write("grant.txt", Signed::sign(&grant_statement(), &[&world.route, &world.officer])?.text().as_bytes())?;
    let known = Signed::sign(&Introduction(grant_statement()), &[&world.route, &world.officer])?;
    write("introduction.txt", known.text().as_bytes())?;
    Ok(())
}
