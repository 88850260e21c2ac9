//! What every answer carries and what none does, errors too; and that the portal's source cannot know who asks.

use std::{fs, path::Path};

use crate::helpers::{
    browser::{Page, encode},
    people::Tale,
    raw,
    town::Town,
};

const FORM: &str = "application/x-www-form-urlencoded";

const REQUIRED: [(&str, &str); 7] = [
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
];

/// What would say more of the program, of the page's age, or of what it holds, than anybody needs.
const FORBIDDEN: [&str; 9] =
    ["server", "x-powered-by", "etag", "last-modified", "content-encoding", "vary", "age", "expires", "refresh"];

#[track_caller]
fn well_kept(page: &Page, what: &str) {
    for (name, value) in REQUIRED {
        let found: Vec<_> = page.headers.iter().filter(|(header, _)| header == name).map(|(_, v)| v.as_str()).collect();
        assert_eq!(found, [value], "{name} of {what} ({})", page.status);
    }
    let permissions = page.header("permissions-policy").unwrap_or_default();
    for feature in ["camera", "microphone", "geolocation"] {
        assert!(permissions.contains(&format!("{feature}=()")), "{feature} of {what}");
    }
    for name in FORBIDDEN {
        assert_eq!(page.header(name), None, "{name} of {what} ({})", page.status);
    }
    assert!(!page.headers.iter().any(|(name, _)| name.starts_with("access-control-")), "{what}");
    for (_, cookie) in page.headers.iter().filter(|(name, _)| name == "set-cookie") {
        assert!(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Strict"), "{cookie}");
        assert!(!cookie.contains("Domain="), "{cookie}");
    }
    if page.status >= 400 || page.status == 200 {
        let kind = if page.status == 200 && what.contains("/stijl.css") {
            "text/css; charset=utf-8"
        } else {
            "text/html; charset=utf-8"
        };
        assert_eq!(page.header("content-type"), Some(kind), "{what} ({})", page.status);
    }
}

/// Asks for everything a browser could unpack.
const ENCODING: (&str, &str) = ("Accept-Encoding", "gzip, br, zstd, deflate, *");

/// Asks, checks the answer, and adds its status to those seen.
struct Inspector<'a> {
    base: &'a str,
    cookie: String,
    seen: std::collections::BTreeSet<u16>,
}

impl<'a> Inspector<'a> {
    fn of(base: &'a str) -> Self {
        Self { base, cookie: String::new(), seen: std::collections::BTreeSet::new() }
    }

    fn ask(&mut self, method: &str, path: &str, kind: &str, body: &[u8]) -> Page {
        let headers = [ENCODING, ("Content-Type", kind), ("Cookie", &self.cookie), ("If-None-Match", "*")];
        let page = raw::ask(self.base, method, path, &headers, body);
        well_kept(&page, &format!("{method} {path}"));
        self.seen.insert(page.status);
        page
    }

    fn get(&mut self, path: &str) -> Page {
        let page = self.ask("GET", path, "", b"");
        // HEAD is the same answer without its body.
        let head = self.ask("HEAD", path, "", b"");
        assert_eq!((head.status, head.body.as_str()), (page.status, ""), "HEAD {path}");
        assert_eq!(head.header("content-length"), page.header("content-length"), "HEAD {path}");
        page
    }

    fn post(&mut self, path: &str, body: &str) -> Page {
        self.ask("POST", path, FORM, body.as_bytes())
    }
}

/// Everything a stranger can get from either program.
fn strangers_answers(inspector: &mut Inspector<'_>, paths: &[&str]) {
    for path in paths {
        inspector.get(path);
        inspector.ask("DELETE", path, "", b"");
    }
    for path in ["/onbekend", "/favicon.ico", "/robots.txt", "/.git/config"] {
        inspector.get(path).must_be(404);
    }
}

#[test]
fn every_answer_of_the_portal_is_well_kept() {
    let town = Town::new();
    let mut portal = Inspector::of(&town.portal);
    strangers_answers(&mut portal, &["/", "/melden", "/ophalen", "/stijl.css"]);
    strangers_answers(&mut portal, &["/uitleg", "/wegwijzer", "/privacy", "/toegankelijkheid", "/poster", "/weg"]);
    portal.get("/logo").must_be(404);
    portal.get("/.well-known/security.txt").must_be(404);
    for path in ["/melden/over", "/melden/verhaal", "/melden/controle", "/melden/versturen"] {
        portal.ask("GET", path, "", b"").must_be(405);
        portal.ask("POST", path, "application/json", b"{}").must_be(415);
        portal.post(path, "").must_be(422);
        portal.post(path, &"a".repeat(2 * 1024 * 1024 + 1)).must_be(413);
    }
    let report = format!("over_wie=burger&soort=allebei&wat=x&nonce={}", "A".repeat(43));
    portal.post("/melden/over", &report).must_be(200);
    portal.post("/melden/verhaal", &report).must_be(200);
    let sent = portal.post("/melden/versturen", &report);
    portal.post("/melden/versturen", &report.replace("allebei", "integriteit")).must_be(409);
    town.tamper("ALTER TABLE receipt RENAME TO gone");
    portal.post("/melden/versturen", &report).must_be(503);
    town.tamper("ALTER TABLE gone RENAME TO receipt");

    let code = crate::helpers::people::code_on(&sent);
    let entered = portal.post("/ophalen", &encode(&[("ophaalcode".into(), code)]));
    let cookie = entered.must_be(303).header("set-cookie").expect("a cookie");
    portal.cookie = cookie.split(';').next().unwrap_or_default().to_owned();
    let mailbox = portal.get("/postvak");
    let form = encode(&mailbox.must_be(200).form("/postvak").fields);
    portal.post("/postvak", "").must_be(403);
    portal.post("/postvak", &form).must_be(422);
    portal.post("/postvak", &format!("{form}hallo")).must_be(303);
    portal.post("/postvak", &format!("{form}anders")).must_be(409);
    portal.post("/postvak/sluiten", "").must_be(403);
    town.tamper("ALTER TABLE signal RENAME TO gone");
    portal.get("/postvak").must_be(503);
    town.tamper("ALTER TABLE gone RENAME TO signal");
    town.tamper("UPDATE signal SET intake = 'x'");
    portal.get("/postvak").must_be(500);
    portal.post("/postvak/sluiten", &form).must_be(200);
    assert_eq!(portal.seen.into_iter().collect::<Vec<_>>(), [200, 303, 403, 404, 405, 409, 413, 415, 422, 500, 503]);
}

#[test]
fn every_answer_of_the_desk_is_well_kept() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let mut desk = Inspector::of(&town.desk);
    let signal = format!("/signalen/{kenmerk}");
    let weighing = format!("{signal}/weging");
    let paths = ["/", "/inloggen", "/wachtrij", "/beheer", &signal, &weighing, "/stijl.css", "/uitnodiging?code=x"];
    strangers_answers(&mut desk, &paths);
    desk.get("/uitnodiging?code=x").must_be(410);
    desk.post("/uitnodiging", "uitnodiging=x").must_be(410);
    desk.post("/inloggen", "gebruiker=aov&wachtwoord=x").must_be(422);
    desk.post("/inloggen", &"a".repeat(2 * 1024 * 1024 + 1)).must_be(413);
    desk.post("/uitloggen", "").must_be(303);
    desk.cookie = format!("sessie={}", aov.browser.cookies["sessie"]);
    strangers_answers(&mut desk, &paths);
    desk.get("/wachtrij?status=a&status=b").must_be(400);
    desk.get("/signalen/2026-ZZZZZZ").must_be(404);
    desk.post(&weighing, "token=x").must_be(403);
    let form = aov.prepares_weighing(&kenmerk, "Tekst");
    let token = form.value("token").to_owned();
    desk.post(&weighing, &format!("token={token}")).must_be(422);
    desk.post(&weighing, &encode(&form.fields)).must_be(303);
    desk.post(&weighing, &encode(&form.fields)).must_be(409);
    desk.ask("POST", &weighing, "application/json", b"{}").must_be(403);
    let login = desk
        .post("/inloggen", &format!("gebruiker=aov&wachtwoord={}", crate::helpers::town::PASSWORD.replace(' ', "+")));
    assert!(login.must_be(303).header("set-cookie").is_some());
    town.tamper("ALTER TABLE item RENAME TO gone");
    desk.get(&signal).must_be(503);
    town.tamper("ALTER TABLE gone RENAME TO item");
    desk.post("/uitloggen", "token=x").must_be(403);
    desk.post("/uitloggen", &format!("token={token}")).must_be(303);
    assert_eq!(desk.seen.into_iter().collect::<Vec<_>>(), [200, 303, 400, 403, 404, 405, 409, 410, 413, 422, 503]);
}

#[test]
fn what_is_no_http_at_all_gets_nothing_but_a_status() {
    let town = Town::new();
    for base in [&town.portal, &town.desk] {
        let long = format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(500_000));
        for request in ["onzin\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nHost\r\n\r\n", &long] {
            let page = raw::bytes(base, request.as_bytes());
            assert!((400..=505).contains(&page.status), "{}", page.status);
            assert_eq!((page.header("server"), page.body.as_str()), (None, ""));
        }
    }
}

#[test]
fn the_portal_sets_no_cookie_before_a_code_is_entered() {
    let town = Town::new();
    let mut melder = town.melder();
    melder.reports(&Tale::ordinary());
    for path in ["/", "/uitleg", "/wegwijzer", "/privacy", "/poster", "/ophalen", "/melden", "/postvak", "/onbekend"] {
        let page = melder.browser.fetch(path);
        assert_eq!(page.header("set-cookie"), None, "{path}");
    }
    assert!(melder.browser.cookies.is_empty());
}

#[test]
fn a_page_of_the_portal_weighs_less_than_thirty_kilobytes_with_its_stylesheet() {
    let town = Town::new();
    let mut melder = town.melder();
    let style = melder.browser.fetch("/stijl.css").body.len();
    let mut pages = Vec::new();
    for path in ["/", "/uitleg", "/melden", "/ophalen", "/onbekend"] {
        pages.push((path, melder.browser.open(path)));
    }
    let check = melder.prepares(&Tale::about(&["burger"], "De burgemeester, de wethouder en een raadslid."));
    let form = check.form("/melden/versturen");
    let story = melder.browser.submit(&form.clone().press("/melden/verhaal", "terug", "ja"));
    let refused = melder.browser.submit(&story.form("/melden/verhaal").fill("wat", "").fill("soort", "x"));
    let sent = melder.browser.submit(&form.tick("ook_over", "nee"));
    let code = crate::helpers::people::code_on(&sent);
    let words = melder.browser.submit(&story.form("/melden/verhaal").press("/melden/woorden", "x", ""));
    let danger = melder.browser.submit(&story.form("/melden/verhaal").fill("direct_gevaar", "ja"));
    pages.extend([("woorden", words), ("gevaar", danger)]);
    pages.extend([("controle", check), ("verhaal", story), ("fout", refused), ("verstuurd", sent)]);
    pages.push(("postvak", melder.opens(&code)));
    for (name, page) in &pages {
        let size = page.body.len() + style;
        assert!(size < 30_000, "{name}: {size} bytes");
    }
}

#[test]
fn the_portals_source_names_nothing_that_tells_who_asks() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let mut files = 0;
    let mut folders = ["src/portal", "src/web"].map(|folder| root.join(folder)).to_vec();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).expect("a file").to_lowercase();
            files += 1;
            for name in [
                "peer_addr",
                "realip",
                "remote_addr",
                "connection_info",
                "conn_data",
                "x-forwarded",
                "x_forwarded",
                "\"forwarded",
                "header::forwarded",
                "user-agent",
                "user_agent",
                "x-real-ip",
                "logger",
            ] {
                assert!(!text.contains(name), "{} names {name}", path.display());
            }
        }
    }
    assert!(files > 15, "{files} files were looked at");
}
