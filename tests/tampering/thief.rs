//! A thief of the database (A2): every row of it and the raw file, after a day on which a lot was said. What he finds
//! is routes, dates, coarse statuses, kinds and sides; no word, no time of day, no order. That nothing in it opens
//! anything is shown in `stolen`.

use std::collections::BTreeMap;

use ::seal::bucket;
use chrono::TimeDelta;
use data_encoding::HEXUPPER;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::{Scene, with_db};
use crate::{
    helpers::{
        people::Tale,
        town::{PASSWORD, Place, Town, house, origin},
    },
    rights,
};

/// One value of one row.
pub struct Cell {
    pub table: String,
    pub column: String,
    pub value: Value,
}

pub enum Value {
    Text(String),
    Number(i64),
    Bytes(Vec<u8>),
}

impl Cell {
    pub fn place(&self) -> String {
        format!("{}.{}", self.table, self.column)
    }

    pub fn bytes(&self) -> Vec<u8> {
        match &self.value {
            Value::Text(text) => text.clone().into_bytes(),
            Value::Number(number) => number.to_string().into_bytes(),
            Value::Bytes(bytes) => bytes.clone(),
        }
    }
}

/// Every value of every column of every table of a SQLite town.
pub fn dump(town: &Town) -> Vec<Cell> {
    let ask = |sql: String| Statement::from_string(DbBackend::Sqlite, sql);
    with_db(town, async |db| {
        let mut cells = Vec::new();
        let columns = "SELECT m.name AS t, p.name AS c FROM sqlite_master m JOIN pragma_table_info(m.name) p \
                       WHERE m.type = 'table'";
        for row in db.query_all_raw(ask(columns.to_owned())).await.expect("columns") {
            let (table, column): (String, String) =
                (row.try_get("", "t").expect("t"), row.try_get("", "c").expect("c"));
            let values = format!(
                "SELECT typeof(\"{column}\") AS k, CASE typeof(\"{column}\") WHEN 'blob' THEN hex(\"{column}\") \
                 ELSE CAST(\"{column}\" AS TEXT) END AS v FROM \"{table}\" WHERE \"{column}\" IS NOT NULL"
            );
            for row in db.query_all_raw(ask(values)).await.expect("values") {
                let (kind, text): (String, String) =
                    (row.try_get("", "k").expect("k"), row.try_get("", "v").expect("v"));
                let value = match kind.as_str() {
                    "blob" => Value::Bytes(HEXUPPER.decode(text.as_bytes()).expect("hex")),
                    "integer" => Value::Number(text.parse().expect("a number")),
                    _ => Value::Text(text),
                };
                cells.push(Cell { table: table.clone(), column: column.clone(), value });
            }
        }
        cells
    })
}

/// The database's files as they lie on the disk: the file itself, its log and its index.
fn files(town: &Town) -> Vec<(String, Vec<u8>)> {
    let Place::File(dir) = &town.place else { panic!("this town has no file") };
    let all = std::fs::read_dir(dir.path()).expect("a folder").map(|entry| entry.expect("a file").path());
    all.map(|path| (path.display().to_string(), std::fs::read(&path).expect("bytes"))).collect()
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    !what.is_empty() && bytes.windows(what.len()).any(|window| window == what)
}

/// A day of work, at an odd time of day, with words that stand nowhere else.
pub(super) fn a_day() -> (Scene, Vec<String>) {
    let town = Town::new();
    town.later(TimeDelta::minutes(106) + TimeDelta::seconds(17));
    let mut scene = Scene::in_town(town);
    let kenmerk = scene.kenmerk.clone();
    scene.aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
    scene.aov.describes(&kenmerk, "Kanariegeel omschreven.").must_be(200);
    scene.aov.answers(&kenmerk, "Vraag", "Kanariegele vraag?").must_be(200);
    scene.mailbox().must_say("Kanariegele vraag?");
    scene.melder.writes("Kanariegeel antwoord.").must_be(200);
    scene.aov.sets_status(&kenmerk, "In weging", "Kanariegele reden.").must_be(200);
    scene.aov.weighs(&kenmerk, "Kanariegeel gewogen.").must_be(200);
    scene.aov.answers(&kenmerk, "Terugkoppeling", "Kanariegele terugkoppeling.").must_be(200);
    // What a member says of a colleague, once a year.
    let page = scene.aov.browser.open(rights::PATH);
    let remark = format!("opmerking-aov-{}", scene.town.account("aov2"));
    let form = rights::answered(&scene.town, &page, "aov", &["aov2"]).fill(&remark, "Kanariegele opmerking.");
    scene.aov.browser.submit(&form).must_be(200).must_say("Kanariegele opmerking.");
    let mut secrets: Vec<String> =
        [super::REPORT, super::THANKS, super::ADDITION, "anarie", "contant", "vrijdag", PASSWORD]
            .map(str::to_owned)
            .to_vec();
    let words: Vec<&str> = scene.code.split(' ').collect();
    secrets.extend(words.windows(2).flat_map(|two| [two.join(" "), two.join("-"), two.concat()]));
    let cookies = scene.aov.browser.cookies.values().chain(scene.melder.browser.cookies.values());
    // All but the counter that an officer's browser keeps of his notebook.
    secrets.extend(cookies.filter(|cookie| cookie.len() > 20).cloned());
    secrets.push(scene.desk().form("/uitloggen").value("token").to_owned());
    (scene, secrets)
}

#[test]
fn no_word_address_or_browser_stands_in_any_row_or_in_the_raw_file() {
    let (scene, mut secrets) = a_day();
    secrets.extend(["localhost", "ureq", "Mozilla", "User-Agent", "user-agent"].map(str::to_owned));
    let cells = dump(&scene.town);
    assert!(cells.len() > 150, "the dump is not whole: {}", cells.len());
    for secret in &secrets {
        for cell in &cells {
            assert!(!holds(&cell.bytes(), secret.as_bytes()), "{secret:?} stands in {}", cell.place());
        }
        for (name, bytes) in files(&scene.town) {
            assert!(!holds(&bytes, secret.as_bytes()), "{secret:?} stands in {name}");
        }
    }
    // Where staff worked from stands in their log, and nowhere else.
    let tells = |cell: &&Cell| holds(&cell.bytes(), ADDRESS.as_bytes());
    assert!(cells.iter().filter(tells).all(|cell| cell.place() == "log.origin"));
    assert!(cells.iter().any(|cell| tells(&cell)));
    // The search finds what is there: the kenmerk is in the clear, in a row and on the disk.
    let kenmerk = scene.kenmerk.as_bytes();
    assert!(cells.iter().any(|cell| holds(&cell.bytes(), kenmerk)));
    assert!(files(&scene.town).iter().any(|(_, bytes)| holds(bytes, kenmerk)));
}

/// From where everybody comes in a test, reporter and officer.
const ADDRESS: &str = "127.0.0.1";

#[test]
fn where_a_reporter_came_from_stands_nowhere() {
    let town = Town::new();
    let mut melder = town.melder();
    let code = melder.reports(&Tale::ordinary());
    melder.opens(&code).must_be(200);
    melder.writes("Nog iets.").must_be(200);
    town.melder().opens("aambeeld ".repeat(10).trim()).must_be(404);
    assert!(dump(&town).iter().all(|cell| !holds(&cell.bytes(), ADDRESS.as_bytes())));
    for (name, bytes) in files(&town) {
        assert!(!holds(&bytes, ADDRESS.as_bytes()), "{name}");
    }
}

/// Columns with a time of day: what staff did, never a reporter.
const STAFF_TIMES: [&str; 10] = [
    "log.at",
    "session.made_at",
    "session.used_at",
    "session.proved_at",
    "login.wait_until",
    "login.failed_at",
    "outbox.until",
    "outbox.written_at",
    "account.invited_until",
    // When the desk may send itself the next canary: nobody's act.
    "canary.next_at",
];

#[test]
fn nothing_a_melder_did_has_a_time_of_day() {
    let (scene, _) = a_day();
    let now = ::domain::Clock::now(scene.town.clock.as_ref());
    let clock = |text: &str| {
        let digits = |two: &[u8]| two.iter().all(u8::is_ascii_digit);
        text.as_bytes().windows(5).any(|at| digits(&at[..2]) && at[2] == b':' && digits(&at[3..]))
    };
    for cell in dump(&scene.town).iter().filter(|cell| !STAFF_TIMES.contains(&cell.place().as_str())) {
        // The migration's own bookkeeping is the operator's act.
        if cell.table == "seaql_migrations" {
            continue;
        }
        match &cell.value {
            Value::Text(text) => assert!(!clock(text), "a time of day in {}: {text}", cell.place()),
            Value::Number(number) => {
                let at = [now.timestamp(), now.timestamp_millis(), now.timestamp() / 60];
                let near = at.iter().any(|at| (number - at).abs() < at / 1000);
                assert!(!near, "a moment in {}: {number}", cell.place());
            }
            Value::Bytes(bytes) => {
                let stamps = [now.timestamp(), now.timestamp() / 60].map(i64::to_be_bytes);
                assert!(!stamps.iter().any(|stamp| holds(bytes, &stamp[4..])), "a moment in {}", cell.place());
            }
        }
    }
}

/// Which hours have a secret, hour after hour, in a town where somebody reports in the second one or nobody does.
fn hours(somebody_reports: bool) -> Vec<Vec<String>> {
    let town = Town::new();
    let pools = town.runtime.block_on(portal::Pools::open(&town.url)).expect("pools");
    let routes = crate::helpers::town::routes(::domain::RouteName::ALL);
    let files = std::sync::Arc::clone(&town.attachments);
    let state = portal::State::new(house(), routes, pools, files, std::sync::Arc::clone(&town.clock) as _, origin());
    let mut seen = Vec::new();
    for hour in 0..4 {
        town.runtime.block_on(state.forget()).expect("the hourly job");
        if hour == 1 && somebody_reports {
            // Late in the hour: the job is long past.
            town.later(TimeDelta::minutes(50));
            town.melder().reports(&Tale::ordinary());
            town.later(TimeDelta::minutes(-50));
        }
        let rows = dump(&town);
        let of = rows.iter().filter(|cell| cell.place() == "hour_secret.hour");
        seen.push(of.map(|cell| String::from_utf8_lossy(&cell.bytes()).into_owned()).collect());
        town.later(TimeDelta::hours(1));
    }
    town.runtime.block_on(state.pools.reports.close()).expect("closed");
    town.runtime.block_on(state.pools.pickups.close()).expect("closed");
    seen
}

#[test]
fn the_hours_that_have_a_secret_are_the_same_whether_or_not_somebody_came() {
    assert_eq!(hours(true), hours(false));
}

#[test]
fn every_sealed_value_has_one_of_a_few_sizes() {
    let (scene, _) = a_day();
    let sealed = [
        "item.sealed",
        "key_wrap.sealed",
        "membership.sealed",
        "route_key.recovery",
        "succession.sealed",
        "succession.recovery",
        "account.sealed_key",
        "notebook.sealed",
        // Answers of a review: as long as a short message, whatever they say.
        "upkeep.sealed",
        "renewal.sealed",
        "reveal.request",
        "reveal.decision",
        "reveal.given",
        "reveal.opened",
        "reveal.name",
        // Who outside the line hears of it: as long as a short message, whoever it is, and where it is nobody.
        "escalation.sealed",
    ];
    let mut others: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for cell in dump(&scene.town) {
        let Value::Bytes(bytes) = &cell.value else { continue };
        if sealed.contains(&cell.place().as_str()) {
            assert!(bucket::is_bucket(bytes.len()), "{} of {}", bytes.len(), cell.place());
            // A request carries an envelope, and a name is as large as one.
            assert!(
                matches!(&*cell.table, "item" | "reveal") || bytes.len() <= 4096,
                "{} of {}",
                bytes.len(),
                cell.place()
            );
        } else {
            others.entry(cell.place()).or_default().push(bytes.len());
        }
    }
    // What is no file is always as long as every other of its kind.
    for (place, sizes) in others {
        assert!(sizes.iter().all(|size| *size == sizes[0]), "{place}: {sizes:?}");
        assert!(
            ["id", "signal_id", "account_id", "lookup", "tag", "sealed", "secret", "who", "proof"]
                .iter()
                .any(|c| place.ends_with(c)),
            "{place}"
        );
    }
}

#[test]
fn a_short_and_a_long_message_are_stored_alike() {
    let mut scene = Scene::new();
    let kenmerk = scene.kenmerk.clone();
    scene.aov.answers(&kenmerk, "Antwoord", "Ja.").must_be(200);
    scene.aov.answers(&kenmerk, "Antwoord", &"Dat zoeken wij uit. ".repeat(100)).must_be(200);
    for item in super::items_of(&scene.town, scene.signal().id) {
        // In every report lies an envelope, mostly empty: it is larger than a message, and as large as other reports.
        let floor = if item.kind == ::domain::Kind::Report { 4 * bucket::ITEM_FLOOR } else { bucket::ITEM_FLOOR };
        assert_eq!(item.sealed.len(), floor, "{}", item.kind);
    }
}

#[test]
fn neither_ids_nor_rows_tell_what_came_first() {
    let town = Town::new();
    let mut arrived = Vec::new();
    for n in 0..10 {
        town.melder().reports(&Tale::about(&["burger"], &format!("Signaal nummer {n} van vandaag.")));
        let rows = dump(&town);
        let kenmerken = rows.iter().filter(|cell| cell.place() == "signal.kenmerk").map(|cell| cell.bytes());
        let new = kenmerken.into_iter().find(|kenmerk| !arrived.contains(kenmerk)).expect("a new one");
        arrived.push(new);
    }
    let rows = dump(&town);
    let of = |place: &str| rows.iter().filter(|cell| cell.place() == place).map(Cell::bytes).collect::<Vec<_>>();
    let kenmerken = of("signal.kenmerk");
    let reversed: Vec<_> = arrived.iter().rev().cloned().collect();
    assert!(kenmerken != arrived && kenmerken != reversed, "rows lie in the order in which they came");
    let mut sorted = arrived.clone();
    sorted.sort();
    assert!(sorted != arrived && sorted != reversed, "kenmerken count");
    // As stored, every id is 128 bits of chance: no version, no clock, no counter in front.
    for place in ["signal.id", "item.id"] {
        let ids = of(place);
        let starts: std::collections::BTreeSet<_> = ids.iter().map(|id| id[..4].to_vec()).collect();
        assert_eq!(starts.len(), ids.len(), "{place}: ids that begin alike");
        assert!(ids.iter().any(|id| id.len() == 16 && id[6] >> 4 != 7 && id[6] >> 4 != 1), "{place}");
    }
    // SQLite's hidden counter of arrivals is not there.
    for table in ["signal", "item", "head", "key_wrap", "receipt", "hour_secret"] {
        let asked = Statement::from_string(DbBackend::Sqlite, format!("SELECT rowid FROM {table}"));
        let counted = with_db(&town, async |db| db.query_all_raw(asked).await.is_ok());
        assert!(!counted, "{table} counts its rows");
    }
}
