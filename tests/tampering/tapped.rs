//! Full power over a running server: what passes through it is seen as the program sees it. Exactly that opens, with the whole
//! database beside it, and nothing of those who do not come by.

use std::{collections::BTreeSet, fs, path::Path, time::Duration};

use ::domain::{ItemId, RouteName, Side, SignalId};
use ::seal::role;
use ::unseal::{FullKey, SessionSecret};
use sea_orm::EntityTrait;

use super::{
    one,
    powers::{Anyones, Copied, anyones},
    stolen::guesses,
    thief::dump,
    with_db,
};
use crate::helpers::{
    installation::{Installation, PASSWORD as FIRST, accepts_in, founds, invitation},
    people::{Melder, Officer, Tale},
    program::Program,
    tap::Tap,
    town::{PASSWORD, Town},
};

const ALL: &[Side] = &[Side::Reporter, Side::Desk, Side::Case];
const BEFORE: &str = "Dit lag er al.";
const AFTER: &str = "Dit komt binnen terwijl iemand meekijkt.";

/// The personal key behind a cookie that went by, with the copy's sessions.
fn behind(copy: &Copied, cookie: &str) -> Option<FullKey<role::Person>> {
    let secret = SessionSecret::parse(cookie)?;
    let row = copy.sessions.iter().find(|row| row.lookup == secret.lookup())?;
    secret.open(row.account_id, row.made_at.timestamp(), &row.sealed)
}

/// Every key that the words of a text could be.
fn guessed(text: &str) -> Vec<Anyones> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || "+/=_-".contains(c)));
    let (mut keys, mut seeds) = (Vec::new(), BTreeSet::new());
    for word in words.filter(|word| word.len() >= 32) {
        keys.extend(word.starts_with("AGE-SECRET-KEY-1").then(|| anyones(word)));
        let decoded = [
            data_encoding::BASE64URL_NOPAD.decode(word.as_bytes()),
            data_encoding::BASE64.decode(word.as_bytes()),
            data_encoding::HEXLOWER.decode(word.as_bytes()),
        ];
        for bytes in decoded.into_iter().flatten() {
            seeds.extend(bytes.first_chunk::<32>().into_iter().chain(bytes.last_chunk::<32>()).copied());
        }
    }
    keys.extend(seeds.iter().map(from_seed));
    keys
}

fn from_seed(seed: &[u8; 32]) -> Anyones {
    let prefix = bech32::Hrp::parse_unchecked("age-secret-key-");
    anyones(&bech32::encode_upper::<bech32::Bech32>(prefix, seed).expect("bech32"))
}

/// The ten words on a page that went by.
fn shown_words(text: &str) -> String {
    let from = text.find("id=\"ophaalcode\"").expect("the page with the words");
    let output = text[from..].split("</output>").next().unwrap_or_default();
    let words = output.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words);
    words.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

#[test]
fn who_has_full_power_over_the_portal_reads_what_comes_in_and_nothing_that_lay_there() {
    let town = Town::new();
    let mut early = town.melder();
    early.reports(&Tale::about(&["burger"], BEFORE));
    let mut aov = town.officer("aov");
    let old = aov.only_signal();
    aov.answers(&old, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
    let tap = Tap::before(&town.portal);
    let mut melder = Melder::at(&tap.base);
    let code = melder.reports(&Tale::about(&["burger"], AFTER));
    // What comes in is seen, and the ten words with it: so are the answers to them from then on.
    assert!(tap.saw_field("wat", AFTER) && shown_words(&tap.text()) == code);
    let mut thief = town.melder();
    thief.opens(&code).must_be(200).must_say("Uw postvak");
    let hours = with_db(&town, async |db| entity::hour_secret::Entity::find().all(db).await.expect("rows"));
    assert!(!hours.is_empty());
    // All that he saw and all that lies there opens no item that was stored, neither the old one's nor this one's own report.
    let copy = Copied::of(&town);
    let mut keys = guessed(&tap.text());
    keys.extend(hours.iter().filter_map(|row| row.secret.first_chunk::<32>().map(from_seed)));
    keys.extend(guesses(&dump(&town)).iter().map(from_seed));
    assert!(keys.len() > 50, "{}", keys.len());
    assert!(copy.opened(keys).is_empty(), "something of the portal's opens what is stored");
    assert!(!copy.of_signals(&[one(&town, &old).id], ALL).is_empty());
    assert!(!tap.saw_field("wat", BEFORE) && !tap.text().contains(BEFORE));
}

#[test]
fn who_has_full_power_over_the_running_desk_opens_what_who_logs_in_may_open_and_nothing_of_others() {
    Town::each(|town| {
        town.melder().reports(&Tale::about(&["burger"], BEFORE));
        town.melder().reports(&Tale::about(&["wethouder"], "Een wethouder en een kavel."));
        let mut aov = town.officer("aov");
        let old = aov.only_signal();
        aov.answers(&old, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        let others = town.officer("burgemeester").only_signal();
        let (old, others) = (one(&town, &old).id, one(&town, &others).id);
        // He sees the database, and sessions that began before he came: without their cookies they are nothing.
        let tap = Tap::before(&town.desk);
        let copy = Copied::of(&town);
        assert!(copy.sessions.len() >= 2 && copy.opened(guessed(&tap.text())).is_empty());
        let mut jurist = Officer::at(&tap.base);
        jurist.logs_in("jurist", PASSWORD).must_be(200);
        let copy = Copied::of(&town);
        let cookies = tap.cookies("sessie");
        let keys: Vec<_> = cookies.iter().filter_map(|cookie| behind(&copy, cookie)).collect();
        assert!(
            !keys.is_empty() && keys.iter().all(|key| copy.with(key).is_empty()),
            "the jurist was invited to nothing"
        );
        // A member comes: his password and his cookie pass, and open all that is his, old signals too.
        let mut aov2 = Officer::at(&tap.base);
        aov2.logs_in("aov2", PASSWORD).must_be(200);
        assert!(tap.saw_field("wachtwoord", PASSWORD));
        let copy = Copied::of(&town);
        let opened: BTreeSet<ItemId> = tap
            .cookies("sessie")
            .iter()
            .filter_map(|cookie| behind(&copy, cookie))
            .flat_map(|key| copy.with(&key))
            .collect();
        assert_eq!(opened, copy.of_signals(&[old], ALL), "by the cookie: neither more nor less");
        let by_password = copy.unlock("aov2", PASSWORD).expect("the password that passed");
        assert_eq!(copy.with(&by_password), opened, "by the password: the same");
        assert!(opened.is_disjoint(&copy.of_signals(&[others], ALL)) && !copy.of_signals(&[others], ALL).is_empty());
        // A cookie from elsewhere, or from a session that was ended, opens nothing.
        let form = aov2.browser.open("/").form("/uitloggen");
        let cookie = tap.cookies("sessie").last().cloned().expect("a cookie");
        aov2.browser.submit(&form).must_be(200);
        assert!(behind(&Copied::of(&town), &cookie).is_none());
    });
}

/// A real installation with two routes, and a signal in each. Whoever handles the second has logged out.
fn two_routes() -> (Installation, String) {
    let made = Installation::founded();
    let added = made.command(&["account", "add", "functionaris", "--function", "Functionaris", "--route", "ambtelijk"]);
    added.must_end(0);
    let program = made.serve();
    let mut second = Officer::at(&program.desk);
    accepts_in(&mut second.browser, &invitation(&added), FIRST).must_be(200);
    second.logs_in("functionaris", FIRST).must_be(200);
    let (lines, _) = founds(&mut second, "ambtelijk");
    let form = second.browser.open("/").form("/uitloggen");
    second.browser.submit(&form).must_be(200);
    made.append(&lines);
    drop(program);
    let program = made.serve();
    Melder::at(&program.portal).reports(&Tale::about(&["burger"], BEFORE));
    Melder::at(&program.portal).reports(&Tale::about(&["ambtenaar"], "Een ambtenaar en een vriend."));
    drop(program);
    let url = format!("sqlite://{}", made.dir().join("signaalkluis.db").display());
    (made, url)
}

fn copied(url: &str) -> (Copied, Vec<(SignalId, RouteName)>) {
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let db = sea_orm::Database::connect(url).await.expect("a connection");
        let signals = entity::signal::Entity::find().all(&db).await.expect("signals");
        db.close().await.expect("closed");
        (Copied::at(url).await, signals.into_iter().map(|signal| (signal.id, signal.route)).collect())
    })
}

fn of_route(signals: &[(SignalId, RouteName)], route: RouteName) -> Vec<SignalId> {
    signals.iter().filter(|(_, of)| *of == route).map(|(id, _)| *id).collect()
}

#[test]
fn one_process_for_both_gives_who_rules_it_what_comes_in_and_what_who_logs_in_may_open() {
    let (made, url) = two_routes();
    let program: Program = made.serve();
    let (portal, desk) = (Tap::before(&program.portal), Tap::before(&program.desk));
    Melder::at(&portal.base).reports(&Tale::about(&["ambtenaar"], AFTER));
    assert!(portal.saw_field("wat", AFTER), "what comes in is seen, for whatever route");
    // Before anybody logs in, nothing that is stored opens: not even what just came in.
    let (copy, _) = copied(&url);
    let mut seen = guessed(&portal.text());
    seen.extend(guessed(&desk.text()));
    assert!(copy.opened(seen).is_empty());
    let mut aov = Officer::at(&desk.base);
    aov.logs_in("aov", FIRST).must_be(200);
    let (copy, signals) = copied(&url);
    let keys: Vec<_> = desk.cookies("sessie").iter().filter_map(|cookie| behind(&copy, cookie)).collect();
    let opened: BTreeSet<ItemId> = keys.iter().flat_map(|key| copy.with(key)).collect();
    assert_eq!(opened, copy.of_signals(&of_route(&signals, RouteName::Aov), ALL));
    assert_eq!(of_route(&signals, RouteName::Ambtelijk).len(), 2, "of who did not log in, nothing opened");
    assert!(!opened.is_empty());
}

#[test]
fn an_administrator_of_a_stopped_server_opens_nothing_with_its_files_its_configuration_and_its_logs() {
    let (made, url) = two_routes();
    let program = made.serve();
    let mut aov = Officer::at(&program.desk);
    aov.logs_in("aov", FIRST).must_be(200);
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk).must_be(200).must_say(BEFORE);
    let (_, log) = program.stop(Duration::from_secs(20));
    let commands = [&["check"][..], &["account", "list"], &["audit", "export"]].map(|words| made.command(words).stdout);
    let mut texts = vec![log, made.made.stdout.clone()];
    texts.extend(commands);
    // Every file of the installation, the raw database and its logs among them.
    let mut files = 0;
    for bytes in everything(&made.dir()) {
        files += 1;
        texts.push(String::from_utf8_lossy(&bytes).into_owned());
    }
    assert!(files >= 2, "{files}");
    let (copy, signals) = copied(&url);
    assert!(!copy.sessions.is_empty() && signals.len() == 2, "somebody's session is still there");
    for text in &texts {
        assert!(!text.contains("AGE-SECRET-KEY-1") && !text.contains(BEFORE) && !text.contains(FIRST));
    }
    let keys = guessed(&texts.join("\n"));
    assert!(keys.len() > 100, "{}", keys.len());
    // No cookie lies there: a session's row opens with none of it.
    let words = texts.iter().flat_map(|text| text.split(|c: char| !(c.is_ascii_alphanumeric() || "_-".contains(c))));
    assert!(words.filter(|word| word.len() == 43).all(|word| behind(&copy, word).is_none()));
    // Trying thousands of keys on every row takes long: one or two of each kind stand for all.
    assert!(copy.sample().opened(keys).is_empty(), "something that lies on the server opens what is stored");
}

/// The bytes of every file below a folder.
fn everything(folder: &Path) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(everything(&path));
        } else {
            found.push(fs::read(&path).expect("bytes"));
        }
    }
    found
}
