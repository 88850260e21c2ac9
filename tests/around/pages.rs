//! The pages themselves, in every language: they exist, lead on, weigh little, and the way out works.

use templates::Text;
use web::contact::Contact;

use crate::helpers::{
    browser::{Page, selector},
    people::Tale,
    raw,
    town::{Town, house},
};

/// Pages of this kind, and words that each must say in Dutch and in English.
const PAGES: [(&str, &str, &str); 5] = [
    ("/uitleg", "Hoe dit u beschermt, en wat het niet kan", "How this protects you, and what it cannot do"),
    ("/wegwijzer", "Waar kunt u nog meer terecht?", "Where else can you go?"),
    ("/privacy", "wordt nog vastgesteld door Gemeente Test", "still to be decided by Gemeente Test"),
    ("/toegankelijkheid", "Dit meldpunt heeft nog geen status", "This report point has no status yet"),
    ("/poster", "Scan met uw eigen telefoon", "Scan with your own phone"),
];

#[test]
fn every_page_around_the_report_exists_in_every_language_and_leads_on() {
    let town = Town::new();
    for (path, dutch, english) in PAGES {
        for (text, words) in Text::all().zip([dutch, english]) {
            let own = text.path(path);
            let page = raw::ask(&town.portal, "GET", &own, &[], b"");
            page.must_be(200).must_say(words);
            let head = raw::ask(&town.portal, "HEAD", &own, &[], b"");
            assert_eq!((head.status, head.body.as_str()), (200, ""), "{own}");
            raw::ask(&town.portal, "POST", &own, &[], b"").must_be(405);
            assert_eq!(page.html().select(&selector(&format!("html[lang={}]", text.code()))).count(), 1, "{own}");
            assert!(!page.body.contains('…'), "{own} lacks words");
            let links = page.links();
            for (other, ..) in PAGES {
                assert!(links.contains(&text.path(other)), "{own} does not lead to {other}");
            }
            for other in Text::all() {
                assert!(links.contains(&other.path(if other == text { "/" } else { path })), "{own}: {}", other.code());
            }
            // The way out is the second thing that the keyboard reaches, after the link to the content and 112.
            assert_eq!(links[..3], ["#inhoud".to_owned(), "tel:112".to_owned(), text.path("/weg")], "{own}");
            for link in links.iter().filter(|link| link.starts_with('/')) {
                assert!(raw::ask(&town.portal, "GET", link, &[], b"").status < 400, "{own} leads to {link}");
            }
        }
    }
}

#[test]
fn every_page_with_the_stylesheet_weighs_less_than_thirty_kilobytes() {
    let town = Town::new();
    let ask = |path: &str| raw::ask(&town.portal, "GET", path, &[], b"").body.len();
    for (path, text) in PAGES.iter().flat_map(|(path, ..)| Text::all().map(move |text| (path, text))) {
        let size = ask(&text.path(path)) + ask("/stijl.css");
        assert!(size < 30_000, "{}: {size} bytes", text.path(path));
    }
}

#[test]
fn leaving_fast_closes_the_mailbox_on_this_browser() {
    let town = Town::new();
    let mut melder = town.melder();
    let sent = melder.reports(&Tale::ordinary());
    melder.opens(&sent).must_be(200);
    assert!(melder.browser.cookies.contains_key("postvak"));
    let open = melder.browser.fetch("/postvak");
    assert!(open.links().contains(&"/weg".to_owned()));
    let leave = open.html();
    let leave = leave.select(&selector("a[href='/weg']")).next().expect("the way out");
    assert_eq!(leave.attr("rel"), Some("noreferrer"));
    let gone = melder.browser.fetch("/weg");
    gone.must_be(303);
    assert_eq!(gone.header("location"), Some("https://www.buienradar.nl/"));
    assert_eq!(gone.header("clear-site-data"), Some("\"cache\", \"storage\""));
    assert_eq!(gone.header("referrer-policy"), Some("no-referrer"));
    let expired: Vec<_> = gone.headers.iter().filter(|(name, _)| name == "set-cookie").map(|(_, c)| c).collect();
    assert!(expired.iter().any(|c| c.starts_with("postvak=;") && c.contains("Path=/;")), "{expired:?}");
    assert!(expired.iter().all(|cookie| cookie.contains("Max-Age=0")));
    assert!(melder.browser.cookies.is_empty());
    assert_eq!(melder.browser.fetch("/postvak").header("location"), Some("/ophalen"));
    let english = melder.browser.fetch("/en/weg");
    assert_eq!((english.status, english.header("location")), (303, Some("https://www.buienradar.nl/")));
}

#[test]
fn the_drawing_is_told_in_words_and_in_a_table() {
    let town = Town::new();
    for path in ["/uitleg", "/en/uitleg"] {
        let page = raw::ask(&town.portal, "GET", path, &[], b"");
        let html = page.html();
        let drawing = html.select(&selector("ol.drawing")).next().expect("a drawing");
        let told = page.texts("ol.drawing li p");
        assert!(told.len() == 5 && told.iter().all(|box_| box_.len() > 30), "{told:?}");
        assert_eq!(drawing.select(&selector("svg[aria-hidden=true]")).count(), 5 + 4, "five icons, four arrows");
        let after = html.select(&selector("ol.drawing + table tbody tr")).count();
        assert_eq!(after, 7, "who sees what");
        assert_eq!(html.select(&selector("table.readers tbody tr")).count(), domain::Subject::ALL.len());
        // The policy allows no style that is not in the stylesheet, and dark pages no colour that is not theirs.
        assert!(!page.body.contains(" style=") && !drawing.html().contains('#'), "{path}");
    }
}

#[test]
fn the_signposts_say_who_is_competent_and_who_is_not() {
    let town = Town::new();
    let page = raw::ask(&town.portal, "GET", "/wegwijzer", &[], b"");
    for name in [
        "112",
        "Politie, geen spoed",
        "Meld Misdaad Anoniem",
        "Huis voor Klokkenluiders",
        "(ACM)",
        "(AFM)",
        "(ANVS)",
        "(AP)",
        "(DNB)",
        "(IGJ)",
        "(NVWA)",
        "(NZa)",
        "Nationale ombudsman",
        "Vertrouwenspersoon",
        "Bedrijfsarts",
        "Uw leidinggevende",
        "Klachtencommissie",
    ] {
        page.must_say(name);
    }
    let headings = page.texts("h2");
    assert_eq!(headings[..3], ["Is er nu gevaar?", "Wilt u praten?", "Wilt u bij iemand anders melden?"]);
    let (_, not_here) = page.body.split_once("Wie hier niet over gaat").expect("who is not competent");
    for name in ["Commissaris van de Koning", "Provincie", "Ondernemingsraad"] {
        assert!(not_here.contains(name), "{name}");
    }
    assert!(page.links().contains(&"tel:0800-7000".to_owned()));
    // A name that is the same in English is said to be Dutch, so that it is read aloud as Dutch.
    let english = raw::ask(&town.portal, "GET", "/en/wegwijzer", &[], b"");
    assert!(english.texts("h3 [lang=nl]").contains(&"Nationale ombudsman".to_owned()));
    english.must_say("Confidential adviser of the municipality");
}

/// What a telephone's camera makes of the QR code on a page.
pub fn scanned(page: &Page) -> String {
    let html = page.html();
    let code = html.select(&selector("svg.qr[role=img]")).next().expect("a QR code");
    let side: usize = code.attr("viewBox").and_then(|size| size.rsplit(' ').next()?.parse().ok()).expect("a size");
    assert_eq!(code.select(&selector("rect[fill='#fff']")).count(), 1, "white behind it in dark pages too");
    let path = code.select(&selector("path[fill='#000']")).next().and_then(|path| path.attr("d")).expect("modules");
    let mut dark = vec![false; side * side];
    for run in path.split('M').skip(1) {
        let numbers: Vec<usize> = run.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
        let [x, y, width, 1, back] = numbers[..] else { panic!("{run}") };
        assert_eq!(width, back, "{run}");
        dark[y * side + x..][..width].fill(true);
    }
    let scale = 4;
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(side * scale, side * scale, |x, y| {
        if dark[y / scale * side + x / scale] { 0 } else { 255 }
    });
    let grids = seen.detect_grids();
    assert_eq!(grids.len(), 1, "one code");
    grids[0].decode().expect("a code that can be read").1
}

#[test]
fn the_posters_code_leads_to_the_start_page() {
    let town = Town::new();
    for (path, address) in [("/poster", "http://localhost:8080/"), ("/en/poster", "http://localhost:8080/en")] {
        let page = raw::ask(&town.portal, "GET", path, &[], b"");
        assert_eq!(scanned(&page), address);
        for words in ["0800-7000", "112", "localhost:8080", "Gemeente Test"] {
            page.must_say(words);
        }
    }
}

#[test]
fn security_txt_says_whom_to_tell_and_until_when() {
    let town = Town::new();
    raw::ask(&town.portal, "GET", "/.well-known/security.txt", &[], b"").must_be(404);
    let mut house = house();
    let contact = Contact::optional("contact", "cert@voorbeeld.example").expect("good").expect("some");
    house.security = Some(web::organisation::Security { contact, days: 180 });
    let town = Town::of(house);
    let page = raw::ask(&town.portal, "GET", "/.well-known/security.txt", &[], b"");
    assert_eq!(page.must_be(200).header("content-type"), Some("text/plain; charset=utf-8"));
    let expected = "Contact: mailto:cert@voorbeeld.example\nExpires: 2027-05-22T00:00:00Z\n\
                    Preferred-Languages: nl, en\nCanonical: http://localhost:8080/.well-known/security.txt\n";
    assert_eq!(page.body, expected);
}
