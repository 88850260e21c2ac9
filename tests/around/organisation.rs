//! What an organisation configures about itself, and what is refused of it.

use std::{fs, path::Path};

use templates::STYLESHEET;
use web::{House, house_style};

use crate::helpers::{
    browser::selector,
    installation::Installation,
    program::{run, text},
    raw,
    town::{Town, house},
};

/// The configuration's section, with what a municipality adds.
fn configured(folder: &Path, more: &str) -> Result<House, String> {
    #[derive(serde::Deserialize)]
    struct Section {
        organisation: web::Organisation,
    }
    let file = folder.join("test.toml");
    fs::write(&file, more).expect("written");
    let section: Section = web::settings::load(Some(&file)).map_err(|error| error.to_string())?;
    section.organisation.house(Some(&file)).map_err(|error| error.to_string())
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and what follows";

#[test]
fn a_municipality_says_who_it_is_in_its_own_colours_and_words() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("logo.png"), PNG).expect("written");
    let house = configured(
        folder.path(),
        r##"
        [organisation]
        name = "Gemeente Eigen"
        accent = "#6A1B1B"
        accent_dark = "#f0b0b0"
        logo = "logo.png"
        leave_to = "https://www.nu.example/weer"
        [organisation.privacy]
        contact = "fg@eigen.example"
        statement = "https://www.eigen.example/privacy"
        retention = { nl = "Wij bewaren een signaal een jaar.", en = "We keep a report for a year." }
        [organisation.accessibility]
        contact = "0123-45 67 89"
        status = { nl = "B: voldoet gedeeltelijk" }
        [organisation.wegwijzer.vertrouwenspersoon]
        phone = "0123-45 67 00"
        [organisation.wegwijzer.acm]
        hidden = true
        [organisation.wegwijzer.raadsman]
        question = "talk"
        name.nl = "De raadsman"
        for.nl = "Een luisterend oor."
        "##,
    )
    .expect("a good configuration");
    let town = Town::of(house);
    let ask = |path: &str| raw::ask(&town.portal, "GET", path, &[], b"");
    for base in [&town.portal, &town.desk] {
        let style = raw::ask(base, "GET", "/stijl.css", &[], b"").body;
        assert!(style.starts_with(STYLESHEET) && style.ends_with("{ --accent: #6a1b1b; --accent-dark: #f0b0b0; }\n"));
        let logo = raw::ask(base, "GET", "/logo", &[], b"");
        assert_eq!((logo.status, logo.header("content-type")), (200, Some("image/png")));
        let page = raw::ask(base, "GET", "/inloggen", &[], b"");
        let policy = page.header("content-security-policy").expect("a policy").to_owned();
        assert!(policy.contains("; img-src 'self'; ") && policy.starts_with("default-src 'none'; "), "{policy}");
    }
    assert_eq!(ask("/").must_say("Gemeente Eigen").html().select(&selector("img[src='/logo'][alt='']")).count(), 1);
    assert_eq!(ask("/weg").header("location"), Some("https://www.nu.example/weer"));
    let privacy = ask("/privacy");
    privacy.must_say("Wij bewaren een signaal een jaar.").must_say("eigen.example");
    assert!(privacy.links().contains(&"mailto:fg@eigen.example".to_owned()));
    assert!(privacy.links().contains(&"https://www.eigen.example/privacy".to_owned()));
    ask("/en/privacy").must_say("We keep a report for a year.");
    assert!(ask("/toegankelijkheid").links().contains(&"tel:0123-456789".to_owned()));
    // What exists in Dutch alone is shown in Dutch, and said to be.
    assert_eq!(ask("/en/toegankelijkheid").texts("strong [lang=nl]"), ["B: voldoet gedeeltelijk"]);
    let signposts = ask("/wegwijzer");
    assert!(signposts.links().contains(&"tel:0123-456700".to_owned()) && !signposts.says("(ACM)"));
    let names = signposts.texts("h3");
    let place = |name: &str| names.iter().position(|one| one == name).expect("a name");
    // One's own stand after those that are shipped, below the same question.
    assert!(place("Vertrouwenspersoon van de gemeente") < place("De raadsman"));
    assert!(place("De raadsman") < place("Meld Misdaad Anoniem"));
}

#[test]
fn without_a_logo_there_is_none_and_no_image_is_allowed() {
    let town = Town::new();
    for base in [&town.portal, &town.desk] {
        let answer = raw::ask(base, "GET", "/logo", &[], b"");
        assert!(!answer.must_be(404).header("content-security-policy").expect("a policy").contains("img-src"));
    }
    assert!(!raw::ask(&town.portal, "GET", "/", &[], b"").body.contains("<img"));
}

#[test]
fn what_an_organisation_cannot_mean_is_refused_with_its_key_and_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("groot.png"), [PNG, &[0; 30_000]].concat()).expect("written");
    fs::write(folder.path().join("tekst.svg"), "geen plaatje").expect("written");
    let file = folder.path().join("test.toml").display().to_string();
    let cases = [
        ("organisation]\nnaam = 'x'", &["unknown field", "naam"][..]),
        ("organisation]\nname = ''", &["organisation.name: must be one line"]),
        ("organisation]\naccent = 'blauw'", &["organisation.accent: is no colour"]),
        ("organisation]\naccent = '#8accf2'", &["organisation.accent: its contrast with #fff is 1.7:1"]),
        ("organisation]\naccent_dark = '#0b5583'", &["organisation.accent_dark: its contrast with #14181b is 2."]),
        ("organisation]\nlogo = 'weg.png'", &["organisation.logo: ", "weg.png: cannot be read"]),
        ("organisation]\nlogo = 'groot.png'", &["organisation.logo: ", "30000 is the most"]),
        ("organisation]\nlogo = 'tekst.svg'", &["organisation.logo: ", "neither SVG nor PNG"]),
        ("organisation]\nleave_to = ''", &["organisation.leave_to: is no address"]),
        ("organisation]\nleave_to = 'http://weer.example'", &["organisation.leave_to: must begin with https://"]),
        ("organisation]\nleave_to = 'https://intranet/'", &["organisation.leave_to: must name a public host"]),
        ("organisation]\nleave_to = 'https://10.0.0.1/'", &["organisation.leave_to: must name a public host"]),
        ("organisation]\nleave_to = 'https://a:b@weer.example'", &["organisation.leave_to: must not hold"]),
        ("organisation.privacy]\ncontact = 'fg@'", &["organisation.privacy.contact: is no e-mail address"]),
        ("organisation.privacy]\ncontact = 'de balie'", &["organisation.privacy.contact: must be an e-mail address"]),
        ("organisation.privacy]\nretention = 'een jaar'", &["organisation.privacy.retention", "invalid type"]),
        ("organisation.privacy]\nretention.en = 'A year.'", &["organisation.privacy.retention.nl: is missing"]),
        ("organisation.privacy]\nretention.xx = 'x'", &["organisation.privacy.retention.xx: is no language"]),
        ("organisation.security]\ndays = 365", &["organisation.security.days: must be 1 to 364"]),
        ("organisation.security]\ndays = 0", &["organisation.security.days: must be 1 to 364"]),
        ("organisation.security]\ncontact = '0123456789'", &["organisation.security.contact: must be an e-mail"]),
        ("organisation.wegwijzer.ap]\nphone = 'bel maar'", &["organisation.wegwijzer.ap.phone: is no telephone"]),
        ("organisation.wegwijzer.ap]\nphone = '1'", &["organisation.wegwijzer.ap.phone: is no telephone"]),
        ("organisation.wegwijzer.ap]\nwebsite = 'ap'", &["organisation.wegwijzer.ap.website: is no address"]),
        ("organisation.wegwijzer.ap]\nanonymous = 'soms'", &["organisation.wegwijzer.ap.anonymous", "soms"]),
        ("organisation.wegwijzer.ap]\nquestion = 'wat'", &["organisation.wegwijzer.ap.question", "wat"]),
        ("organisation.wegwijzer.ap]\nname.nl = ['x']", &["organisation.wegwijzer.ap.name.nl", "invalid type"]),
        ("organisation.wegwijzer.nieuw]\nquestion = 'talk'", &["missing", "name"]),
        ("organisation.wegwijzer.ap]\ntelefoon = '112'", &["unknown field", "telefoon"]),
        ("organisation.wegwijzer.ap]\nname.nl = ''", &["organisation.wegwijzer.ap.name.nl: is missing"]),
        ("organisation.wegwijzer.ap]\nname.nl = \"a\\nb\"", &["organisation.wegwijzer.ap.name.nl: must be one line"]),
    ];
    for (lines, expected) in cases {
        let said = configured(folder.path(), &format!("[{lines}\n")).expect_err(lines);
        for part in expected.iter().copied().chain([file.as_str()]) {
            assert!(said.contains(part), "{lines}: {part:?} is not in {said}");
        }
    }
}

#[test]
fn the_programs_refuse_what_the_organisation_cannot_mean() {
    let made = Installation::new();
    let colour =
        made.variant("kleur.toml", |config| config.replacen("[portal]", "accent = \"#ffffff\"\n\n[portal]", 1));
    run(&["serve", "--config", text(&colour)]).must_refuse(&[text(&colour), "organisation.accent", "4.5:1"]);
    let address = |config: String| config.replacen("http://127.0.0.1:8080", "https://meld.example/pad", 1);
    let path = made.variant("pad.toml", address);
    run(&["check", "--config", text(&path)]).must_refuse(&[text(&path), "portal.public_url", "root"]);
}

#[test]
fn colours_are_held_against_what_the_stylesheet_paints() {
    for surface in house_style::LIGHT.iter().chain(house_style::DARK) {
        assert!(STYLESHEET.contains(&format!(": {surface};")), "{surface} is no colour of the stylesheet");
    }
    let house = house();
    let shipped = std::str::from_utf8(&house.stylesheet).expect("text").rsplit_once(":root {").expect("a rule").1;
    for part in shipped.trim_end().trim_end_matches('}').split_inclusive(';').map(str::trim).filter(|p| !p.is_empty()) {
        assert!(STYLESHEET.contains(part), "{part} differs from the stylesheet's own");
    }
}

#[test]
fn a_logo_is_shown_as_an_image_and_runs_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("logo.svg"), "<?xml version=\"1.0\"?>\n<svg><script>1</script></svg>")
        .expect("written");
    let house = configured(folder.path(), "[organisation]\nlogo = 'logo.svg'\n").expect("a good configuration");
    let town = Town::of(house);
    let logo = raw::ask(&town.portal, "GET", "/logo", &[], b"");
    assert_eq!(logo.header("content-type"), Some("image/svg+xml"));
    assert!(logo.header("content-security-policy").expect("a policy").starts_with("default-src 'none'; "));
    assert_eq!(logo.header("x-content-type-options"), Some("nosniff"));
}

#[test]
fn a_page_that_does_not_exist_says_whose_site_it_is() {
    let town = Town::of(House::shipped("Gemeente Eigen").expect("a good configuration"));
    for (base, path) in [(&town.portal, "/nergens"), (&town.portal, "/en/nowhere"), (&town.desk, "/nergens")] {
        let page = raw::ask(base, "GET", path, &[], b"");
        page.must_be(404).must_say("Gemeente Eigen").must_not_say("Signaalkluis");
        assert!(page.body.contains("| Gemeente Eigen</title>"), "{}", page.body);
    }
    // Nor where a request is refused before any page is asked.
    raw::ask(&town.desk, "BREW", "/", &[], b"").must_say("Gemeente Eigen").must_not_say("Signaalkluis");
}
