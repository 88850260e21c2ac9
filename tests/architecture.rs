//! The walls of the house, held by what cargo and the linker say: the portal reaches nothing that opens, views reach
//! neither crypto nor database, the vocabulary reaches nothing.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::PoisonError,
};

use serde_json::Value;

use crate::helpers::program::{self, BINARY};

/// Crates that seal, open, sign, hash or derive.
const CRYPTO: [&str; 16] = [
    "age",
    "age-core",
    "ed25519-dalek",
    "curve25519-dalek",
    "x25519-dalek",
    "hkdf",
    "hmac",
    "sha2",
    "scrypt",
    "chacha20poly1305",
    "chacha20",
    "poly1305",
    "derive",
    "seal",
    "unseal",
    "mailbox",
];

/// Crates that reach outside the process, or wait for it.
const OUTSIDE: [&str; 11] =
    ["tokio", "mio", "socket2", "actix-web", "sea-orm", "sqlx-core", "rustix", "store", "entity", "migration", "web"];

/// Which crates each crate of the workspace is built with, and which of them it names itself. Tests and build scripts
/// apart.
struct House {
    direct: BTreeMap<String, BTreeSet<String>>,
    named: BTreeMap<String, BTreeSet<String>>,
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

fn cargo(arguments: &[&str]) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments).arg("--offline").current_dir(workspace());
    let output = command.output().expect("cargo runs");
    assert!(output.status.success(), "cargo {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The platform that this is built for and on: `x86_64-unknown-linux-gnu`.
fn host() -> String {
    let output = Command::new(env!("CARGO")).arg("-vV").output().expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.lines().find_map(|line| line.strip_prefix("host: ")).expect("cargo names its host").to_owned()
}

impl House {
    fn look() -> Self {
        // Of this platform alone: what other platforms need was never downloaded on a fresh machine.
        let metadata = cargo(&["metadata", "--format-version", "1", "--filter-platform", &host()]);
        let metadata: Value = serde_json::from_slice(&metadata).expect("JSON");
        let list = |value: &Value| value.as_array().expect("a list").clone();
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        let names: BTreeMap<_, _> =
            list(&metadata["packages"]).iter().map(|p| (text(&p["id"]), text(&p["name"]))).collect();
        let mut direct: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for node in list(&metadata["resolve"]["nodes"]) {
            let normal = |dep: &Value| list(&dep["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let deps = list(&node["deps"]).into_iter().filter(normal).map(|dep| names[&text(&dep["pkg"])].clone());
            // Two versions of one crate are one name here: stricter than need be, never laxer.
            direct.entry(names[&text(&node["id"])].clone()).or_default().extend(deps);
        }
        let mut named = BTreeMap::new();
        let members: BTreeSet<_> = list(&metadata["workspace_members"]).iter().map(text).collect();
        for package in list(&metadata["packages"]).iter().filter(|package| members.contains(&text(&package["id"]))) {
            let dependencies =
                list(&package["dependencies"]).iter().map(|dependency| text(&dependency["name"])).collect();
            named.insert(text(&package["name"]), dependencies);
        }
        Self { direct, named }
    }

    /// All that is built into a crate.
    fn reached(&self, from: &str) -> BTreeSet<String> {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(name) = open.pop() {
            for next in self.direct.get(&name).unwrap_or_else(|| panic!("no crate {name}")) {
                if seen.insert(next.clone()) {
                    open.push(next.clone());
                }
            }
        }
        seen
    }

    #[track_caller]
    fn reaches_none(&self, from: &str, forbidden: &[&str]) {
        let reached = self.reached(from);
        let found: Vec<_> = forbidden.iter().filter(|name| reached.contains(**name)).collect();
        assert!(found.is_empty(), "{from} reaches {found:?}");
    }
}

#[test]
fn the_portal_reaches_nothing_that_opens_a_stored_signal() {
    let house = House::look();
    house.reaches_none("portal", &["unseal", "desk", "signaalkluis"]);
    let named = &house.named["portal"];
    for crate_name in ["unseal", "age", "desk", "signaalkluis"] {
        assert!(!named.contains(crate_name), "portal names {crate_name}");
    }
    // The look itself can fail: the desk does reach it, and the portal does reach what seals.
    assert!(house.reached("desk").contains("unseal"));
    assert!(house.reached("portal").contains("seal") && house.reached("portal").contains("age"));
    for crate_name in ["seal", "mailbox", "store", "web", "entity", "templates", "domain", "migration", "derive"] {
        house.reaches_none(crate_name, &["unseal", "portal", "desk", "signaalkluis"]);
    }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let (mut folders, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}

/// A line that is written while a page is made tells when somebody came (anonymity.md: the log of the server's journal).
#[test]
fn no_page_of_the_portal_writes_a_line_of_a_log() {
    // What the program does by its own clock may, and the words that it keeps for that.
    let by_the_clock = ["command.rs", "state.rs"];
    let mut read = 0;
    for folder in ["src/portal", "src/attachments"] {
        for file in files_below(&workspace().join(folder)) {
            let name = file.file_name().and_then(std::ffi::OsStr::to_str).unwrap_or_default().to_owned();
            let text = fs::read_to_string(&file).unwrap_or_default();
            read += 1;
            let logs =
                ["tracing::", "eprintln!", "println!", "dbg!", "log::"].iter().find(|word| text.contains(**word));
            assert!(logs.is_none() || by_the_clock.contains(&name.as_str()), "{}: {logs:?}", file.display());
        }
    }
    assert!(read > 10, "read {read} files");
}

#[test]
fn views_reach_neither_crypto_nor_rows() {
    let house = House::look();
    house.reaches_none("templates", &CRYPTO);
    house.reaches_none("templates", &OUTSIDE);
    assert!(house.reached("templates").contains("maud"));
    assert!(house.reached("seal").contains("age"), "the names above are still names");
}

#[test]
fn what_takes_files_apart_reaches_neither_keys_nor_the_world() {
    let house = House::look();
    house.reaches_none("clean", &CRYPTO);
    house.reaches_none("clean", &OUTSIDE);
    let reached = house.reached("clean");
    let ours: Vec<_> = house.named.keys().filter(|name| reached.contains(*name)).collect();
    assert!(ours.is_empty() && reached.contains("flate2"), "clean reaches {ours:?}");
}

#[test]
fn what_is_printed_and_sent_is_the_desks_alone_and_reaches_no_key() {
    let house = House::look();
    house.reaches_none("paper", &CRYPTO);
    house.reaches_none("paper", &OUTSIDE);
    let ours: Vec<_> = house.named["letters"].iter().filter(|name| house.named.contains_key(*name)).collect();
    assert_eq!(ours, ["domain"]);
    house.reaches_none("portal", &["letters", "paper", "krilla", "minijinja", "post", "lettre"]);
    // What is mailed knows what is stored and the head of the log, and opens nothing.
    house.reaches_none("post", &["unseal", "portal", "desk", "mailbox", "signaalkluis"]);
    assert!(house.reached("desk").contains("lettre"));
    assert!(house.reached("desk").contains("krilla") && house.reached("desk").contains("minijinja"));
}

/// What a crate is built with when nobody asks more of it, as names.
fn alone(name: &str) -> BTreeSet<String> {
    let tree = cargo(&["tree", "-p", name, "--edges", "normal", "--prefix", "none"]);
    let lines = String::from_utf8(tree).expect("text");
    lines.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn the_vocabulary_reaches_neither_crypto_nor_the_world() {
    // Column types are a feature that `entity` asks for; without it there is no database either.
    let alone = alone("domain");
    assert!(alone.contains("domain") && alone.contains("chrono"), "{alone:?}");
    // rand makes its numbers with chacha20: no key is involved.
    let forbidden: Vec<_> = CRYPTO.iter().chain(&OUTSIDE).filter(|name| **name != "chacha20").collect();
    let found: Vec<_> = forbidden.iter().filter(|name| alone.contains(***name)).collect();
    assert!(found.is_empty(), "domain reaches {found:?}");
    let house = House::look();
    for name in forbidden {
        assert!(house.direct.contains_key(*name), "{name} is no crate here any more: mend the lists above");
    }
}

/// Whether a binary holds code of a crate: mangled names carry its length and name.
fn holds(binary: &Path, crate_name: &str) -> bool {
    let needle = format!("{}{crate_name}", crate_name.len());
    let content = fs::read(binary).unwrap_or_else(|error| panic!("{}: {error}", binary.display()));
    let text = String::from_utf8_lossy(&content);
    // A longer number, or a longer word, is another name.
    text.match_indices(&needle).any(|(start, _)| {
        !text[..start].ends_with(|before: char| before.is_ascii_digit())
            && !text[start + needle.len()..].starts_with(|after: char| after.is_ascii_lowercase())
    })
}

#[test]
fn the_portals_binary_holds_no_code_that_opens() {
    let main = Path::new(BINARY);
    assert!(holds(main, "unseal"), "the look itself works: the main binary opens");
    // Together with these tests, or cargo would choose other features for half the tree and build it again.
    let mut build = vec!["build", "-p", "portal", "-p", "tests", "--bin", "signaalkluis-portal", "--test", "journeys"];
    if main.parent().is_some_and(|folder| folder.ends_with("release")) {
        build.push("--release");
    }
    let in_place = program::BUILDING.write().unwrap_or_else(PoisonError::into_inner);
    cargo(&build);
    drop(in_place);
    let portal = main.with_file_name("signaalkluis-portal");
    assert!(holds(&portal, "seal") && holds(&portal, "portal"), "its symbols are there");
    assert!(!holds(&portal, "unseal"), "the portal holds code of unseal");
    crate::commands::starts(&portal);
}
