//! What stands in a report's fields: long, in other scripts, unreadable, twice, or naming who might read it.

use super::{FORM, refused, stored};
use crate::helpers::{
    browser::{Form, encode, selector},
    people::{Melder, Tale, code_on},
    town::Town,
};

/// The second page, filled in with what it must have.
fn story(melder: &mut Melder) -> Form {
    let over = melder.browser.open("/melden").form("/melden/over").fill("over_wie", "burger");
    melder.browser.submit(&over).must_be(200).form("/melden/verhaal").fill("soort", "allebei").fill("wat", "Iets.")
}

#[test]
fn a_megabyte_of_text_is_an_error_at_its_field_and_the_text_is_kept() {
    let town = Town::new();
    let mut melder = town.melder();
    let long = "Een lange zin. ".repeat(70_000).trim_end().to_owned();
    let form = story(&mut melder).fill("wat", &long).fill("waar", &"x".repeat(10_001));
    let page = melder.browser.submit(&form);
    refused(&page, &["wat", "waar"]);
    page.must_say("Er passen 100.000 tekens in. Nu zijn het er 1.049.999.").must_say("Nu zijn het er 10.001.");
    let kept = page.form("/melden/verhaal");
    assert_eq!(kept.value("wat"), long);
    let shorter = kept.fill("wat", &long[..99_000]).fill("waar", &"x".repeat(10_000));
    melder.goes_on(&shorter).must_be(200).must_say("Klopt alles?");
}

#[test]
fn a_hundred_thousand_characters_pass_and_one_more_does_not() {
    let town = Town::new();
    let mut melder = town.melder();
    let most = "é".repeat(99_999) + "!";
    let over = format!("{most}!");
    let form = story(&mut melder).fill("wat", &over);
    let page = melder.browser.submit(&form);
    refused(&page, &["wat"]);
    assert_eq!(page.form("/melden/verhaal").value("wat"), over);
    let check = melder.goes_on(&page.form("/melden/verhaal").fill("wat", &most));
    code_on(melder.browser.submit(&check.must_be(200).form("/melden/versturen")).must_be(200));
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk).must_be(200).must_say(&most);
}

#[test]
fn every_text_takes_its_limit_and_not_one_more() {
    let town = Town::new();
    let mut melder = town.melder();
    let form = story(&mut melder);
    let texts = ["wie", "waar", "wanneer", "hoe_weet_u_dit", "eerder_gemeld"].map(|field| (field, 10_000));
    let limits: Vec<_> = texts.into_iter().chain([("naam", 200), ("bereikbaar", 1_000)]).collect();
    for (field, limit) in &limits {
        let over = form.clone().fill(field, &"é".repeat(limit + 1));
        let page = melder.browser.submit(&over);
        refused(&page, &[field]);
        let kept = page.form("/melden/verhaal");
        assert_eq!(kept.value(field).chars().count(), limit + 1, "{field}: what was typed is kept");
        assert_eq!((kept.value("wat"), kept.value("nonce")), ("Iets.", form.value("nonce")));
    }
    let full = limits.iter().fold(form, |form, (field, limit)| form.fill(field, &"é".repeat(*limit)));
    let full = full.fill("wat", &"é".repeat(100_000));
    let check = melder.goes_on(&full);
    code_on(melder.browser.submit(&check.must_be(200).form("/melden/versturen")).must_be(200));
}

#[test]
fn whatever_is_missing_is_named_and_whatever_is_there_stays() {
    let town = Town::new();
    let mut melder = town.melder();
    let given = [
        ("soort", "allebei"),
        ("wat", "Iets."),
        ("wie", "De aannemer"),
        ("beinvloeding", "geweld"),
        ("hoeveel_weten_dit", "veel mensen"),
        ("eerst_overleggen", "ja"),
        ("niet_lezen", "aov"),
        ("naam", "Roos Test"),
    ];
    let empty = melder.browser.open("/melden").form("/melden/over").fill("over_wie", "burger");
    let empty = melder.browser.submit(&empty).must_be(200).form("/melden/verhaal");
    for without in 0..1_u16 << given.len() {
        let is_there = |at: usize| without & (1 << at) == 0;
        let there: Vec<_> = given.iter().enumerate().filter(|(at, _)| is_there(*at)).map(|(_, pair)| *pair).collect();
        let form = there.iter().fold(empty.clone(), |form, (field, value)| form.fill(field, value));
        let page = melder.goes_on(&form);
        let missing: Vec<_> = [(0, "soort"), (1, "wat")].iter().filter(|(at, _)| !is_there(*at)).map(|m| m.1).collect();
        let action = if missing.is_empty() {
            page.must_be(200).must_say("Klopt alles?");
            "/melden/versturen"
        } else {
            refused(&page, &missing);
            "/melden/verhaal"
        };
        let kept = page.form(action);
        for (field, value) in there {
            assert_eq!(kept.value(field), value, "{without:b}");
        }
    }
    assert_eq!(stored(&town), 0);
}

#[test]
fn wrong_values_are_an_error_where_they_are_chosen() {
    let town = Town::new();
    let mut melder = town.melder();
    let form = story(&mut melder);
    for (field, value) in [("niet_lezen", "bewaarder"), ("niet_lezen", "de buren"), ("beinvloeding", "liefde")] {
        refused(&melder.browser.submit(&form.clone().fill(field, value)), &[field]);
    }
    for field in ["verschijningsvorm", "schending", "kwetsbaar_proces"] {
        let page = melder.browser.submit(&form.clone().fill(field, "iets"));
        refused(&page, &[field]);
        let mended = melder.browser.submit(&page.form("/melden/verhaal").fill(field, ""));
        assert_eq!(mended.must_be(200).form("/melden/verhaal").value("wat"), "Iets.");
        // Something else is wrong too: first the story, then the words.
        let both = form.clone().fill(field, "iets").fill("wat", "");
        refused(&melder.browser.submit(&both), &["wat"]);
    }
    let over = melder.browser.open("/melden").form("/melden/over").fill("over_wie", "raadslid");
    let form = melder.browser.submit(&over).form("/melden/verhaal").fill("soort", "allebei").fill("wat", "Iets.");
    let twice = form.tick("in_seniorenconvent", "ja").tick("in_seniorenconvent", "nee");
    refused(&melder.browser.submit(&twice), &["in_seniorenconvent"]);
    assert_eq!(stored(&town), 0);
}

#[test]
fn every_script_arrives_as_it_was_written() {
    let town = Town::new();
    let mut melder = town.melder();
    let lines = [
        "شاهدت الرشوة في البلدية",
        "👩🏽‍⚖️🚨 straat 1️⃣",
        "\u{202b}ימין לשמאל\u{202c} und zurück, n\u{303}, ﷽",
        "汉字 \u{200d} 𝕬 <script>alert('x')</script> & &amp; \" ' %00 +",
    ];
    let check = melder.prepares(&Tale::about(&["burger"], &format!("\n{}", lines.join("\r\n"))));
    for line in lines {
        check.must_be(200).must_say(line);
    }
    let code = code_on(&melder.browser.submit(&check.form("/melden/versturen")));
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    for line in lines {
        let page = aov.reads(&kenmerk);
        page.must_say(line);
        assert!(page.html().select(&selector("script")).next().is_none());
        aov.answers(&kenmerk, "Vraag", line).must_be(200).must_say(line);
        let mut melder = town.melder();
        melder.opens(&code).must_be(200).must_say(line);
        melder.writes(&format!("antwoord: {line}")).must_be(200);
        aov.reads(&kenmerk).must_say(&format!("antwoord: {line}"));
    }
    aov.describes(&kenmerk, lines[0]).must_be(200);
    aov.browser.open("/wachtrij").must_say(lines[0]);
}

#[test]
fn nul_bytes_and_invalid_text_are_an_error_at_their_field() {
    let town = Town::new();
    let mut melder = town.melder();
    let form = story(&mut melder).fill("wie", "Iemand anders");
    for bad in ["%00", "a%00b", "%ff", "%c3", "%ed%a0%80", "%07", "\u{0}"] {
        for field in ["wat", "waar"] {
            let others: Vec<_> = form
                .fields
                .iter()
                .filter(|(name, _)| name != field && (field == "wat" || name != "waar"))
                .cloned()
                .collect();
            let body = format!("{}&{field}=regel%0A{bad}", encode(&others));
            for path in ["/melden/verhaal", "/melden/controle", "/melden/versturen"] {
                let page = melder.browser.send(path, FORM, body.as_bytes());
                refused(&page, &[field]);
                let kept = page.form("/melden/verhaal");
                assert!(kept.value(field).starts_with("regel\n"), "{:?}", kept.value(field));
                assert_eq!(kept.value("wie"), "Iemand anders");
            }
        }
    }
    for path in ["/melden/over", "/melden/verhaal", "/melden/versturen"] {
        for bad in ["burger%00", "%ff", "burger%ff"] {
            melder.browser.send(path, FORM, format!("over_wie={bad}&soort=allebei&wat=x").as_bytes()).must_be(422);
        }
    }
    assert_eq!(stored(&town), 0);
}

#[test]
fn a_field_given_twice_is_never_shown_otherwise_than_it_is_sent() {
    let town = Town::new();
    let mut melder = town.melder();
    let form = story(&mut melder);
    refused(&melder.browser.submit(&form.clone().tick("soort", "integriteit")), &["soort"]);
    refused(&melder.browser.submit(&form.clone().tick("vragen_mag", "ja").tick("vragen_mag", "nee")), &["vragen_mag"]);
    melder.browser.submit(&form.clone().tick("soort", "allebei")).must_be(200);
    melder.browser.submit(&form.clone().tick("over_wie", "burger").tick("over_wie", "ambtenaar")).must_be(200);
    let twice = form.tick("wat", "Dit staat er nog eens.");
    let page = melder.goes_on(&twice);
    if page.status == 200 {
        let shown = page.says("nog eens");
        melder.browser.submit(&page.form("/melden/versturen")).must_be(200);
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        assert_eq!(aov.reads(&kenmerk).says("nog eens"), shown, "the check page shows what will be read");
    } else {
        refused(&page, &["wat"]);
    }
}

#[test]
fn going_back_and_forth_keeps_every_answer() {
    let town = Town::new();
    let mut melder = town.melder();
    let typed = [
        ("soort", "integriteit"),
        ("wat", "\nEen regel \"tussen\" <haken>\n\n  en een inspringende."),
        ("wie", "De aannemer"),
        ("waar", "Aan de kade"),
        ("wanneer", "Sinds mei"),
        ("hoe_weet_u_dit", "Zelf gezien"),
        ("eerder_gemeld", "Nee"),
        ("direct_gevaar", "nee"),
        ("vragen_mag", "ja"),
        ("beinvloeding", "verleiding"),
        ("hoeveel_weten_dit", "een klein groepje"),
        ("eerst_overleggen", "ja"),
        ("niet_lezen", "ambtelijk"),
        ("naam", "Roos Test"),
        ("bereikbaar", "\nNa zessen,\n  thuis"),
    ];
    let over =
        melder.browser.open("/melden").form("/melden/over").tick("over_wie", "burger").tick("over_wie", "ambtenaar");
    let nonce = over.value("nonce").to_owned();
    let mut form = melder.browser.submit(&over).form("/melden/verhaal");
    for (field, value) in typed {
        form = form.fill(field, value);
    }
    // What another page asks travels along.
    form = form.tick("verschijningsvorm", "witwassen");
    for _ in 0..2 {
        let page = melder.browser.submit(&form.clone().press("/melden/over", "terug", "ja"));
        let over = page.must_be(200).form("/melden/over");
        let chosen: Vec<_> =
            over.fields.iter().filter(|(name, _)| name == "over_wie").map(|(_, v)| v.as_str()).collect();
        assert_eq!(chosen, ["ambtenaar", "burger"]);
        let page = melder.browser.submit(&over);
        let check = melder.goes_on(&page.must_be(200).form("/melden/verhaal"));
        let back = check.must_be(200).form("/melden/versturen").press("/melden/verhaal", "terug", "ja");
        form = melder.browser.submit(&back).must_be(200).form("/melden/verhaal");
        for (field, value) in typed {
            assert_eq!(form.value(field), value);
        }
        assert_eq!((form.value("verschijningsvorm"), form.value("nonce")), ("witwassen", nonce.as_str()));
        assert_eq!(form.value("terug"), "", "a way back is taken once");
    }
    let check = melder.goes_on(&form);
    let over = melder.browser.submit(&check.form("/melden/versturen").press("/melden/over", "terug", "ja"));
    assert_eq!(over.must_be(200).form("/melden/over").value("wie"), "De aannemer");
    assert_eq!(stored(&town), 0, "nothing is stored before the last button");
}

#[test]
fn a_text_that_names_the_burgemeester_asks_whether_it_is_about_him() {
    let town = Town::new();
    let mut melder = town.melder();
    let tale = Tale::about(&["burger"], "De wethouder nam geld aan. De burgemeester keek toe.");
    let check = melder.prepares(&tale);
    check.must_be(200).must_say("Gaat uw signaal ook over iemand die u noemt?").must_say("AOV");
    let form = check.form("/melden/versturen");
    let page = melder.browser.submit(&form);
    refused(&page, &["ook_over"]);
    let both = melder.browser.submit(&form.clone().tick("ook_over", "nee").tick("ook_over", "burgemeester"));
    refused(&both, &["ook_over"]);
    refused(&melder.browser.submit(&form.clone().tick("ook_over", "koning")), &["ook_over"]);
    assert_eq!(stored(&town), 0);

    let page = melder.browser.submit(&form.clone().tick("ook_over", "burgemeester"));
    page.must_be(200)
        .must_say("Klopt alles?")
        .must_say("de integriteitscommissie")
        .must_say("Er is nog niets verstuurd");
    assert_eq!(stored(&town), 0, "who reads it is shown before it is sent");
    let sent = melder.browser.submit(&page.form("/melden/versturen"));
    code_on(sent.must_be(200).must_say("de integriteitscommissie"));
    assert_eq!(town.officer("voorzitter").queue().len(), 1);
    for other in ["aov", "burgemeester", "integriteit"] {
        assert!(town.officer(other).queue().is_empty(), "{other}");
    }

    let check = melder.prepares(&tale);
    let sent = melder.browser.submit(&check.form("/melden/versturen").tick("ook_over", "nee"));
    code_on(sent.must_be(200).must_say("AOV"));
    assert_eq!(town.officer("aov").queue().len(), 1);
}

#[test]
fn changing_the_story_asks_again_about_whom_it_names() {
    let town = Town::new();
    let mut melder = town.melder();
    let check = melder.prepares(&Tale::about(&["burger"], "De burgemeester keek toe."));
    let answered = check.form("/melden/versturen").tick("ook_over", "nee");
    let page = melder.browser.submit(&answered.press("/melden/verhaal", "terug", "ja"));
    let form = page.must_be(200).form("/melden/verhaal").fill("wat", "De griffier keek toe.");
    let check = melder.goes_on(&form);
    check.must_be(200).must_say("Gaat uw signaal ook over iemand die u noemt?");
    refused(&melder.browser.submit(&check.form("/melden/versturen")), &["ook_over"]);
    assert_eq!(stored(&town), 0);
}
