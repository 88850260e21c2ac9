//! The auditor: who becomes one, what he sees, and that he sees no content.

use crate::{
    helpers::{people::Tale, town::Town},
    journal::{left, lines},
};

const REPORT: &str = "Kanarie: de koffer stond in de keet.";

#[test]
fn an_auditor_sees_the_log_and_its_counts_and_no_content() {
    Town::each(|town| {
        town.melder().reports(&Tale::about(&["ondernemer/bedrijf"], REPORT));
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.describes(&kenmerk, "Kanarie twee.").must_be(200);
        town.knows("aov", "beheer", "Functionaris gegevensbescherming");
        let mut auditor = town.officer("beheer");
        let page = auditor.browser.open("/");
        assert!(page.links().contains(&"/logboek".to_owned()));
        let page = auditor.browser.open("/logboek");
        page.must_be(200).must_say("omschrijving geschreven").must_say(&kenmerk).must_say("127.0.0.1");
        page.must_say("Aantallen per maand").must_say("november 2026").must_say("Ondermijning (AOV)");
        page.must_not_say("Kanarie").must_not_say("begonnen");
        auditor.looks_at(&kenmerk).must_be(404);
        assert!(auditor.queue().is_empty());
        // What he asks for.
        for (field, value, there, gone) in [
            ("wie", "beheer", "logboek bekeken", "omschrijving geschreven"),
            ("kenmerk", &kenmerk.to_lowercase(), "omschrijving geschreven", "logboek bekeken"),
            ("handeling", "ingelogd", "ingelogd", "signaal gelezen"),
            ("tot", "22-11-2026", "Geen regel past bij dit filter", "omschrijving geschreven"),
        ] {
            let address = format!("/logboek?{field}={value}");
            let found = auditor.browser.open(&address).must_be(200).texts("main");
            let table = auditor.browser.open(&address).texts("main > table.queue td[data-label=Handeling]").join(" ");
            let all = [&table, found[0].as_str()].concat();
            assert!(all.contains(there) && !table.contains(gone), "{address}: {all}");
        }
        let page = auditor.browser.open("/logboek?van=gisteren");
        page.must_be(422).must_say("Schrijf de dag als 31-12-2026");
        auditor.browser.open("/logboek?wie=%00").must_be(422);
        auditor.browser.open("/logboek?pagina=99999999999999999999").must_be(200);
        let form = auditor.browser.open(&format!("/logboek?kenmerk={kenmerk}")).form("/logboek.csv");
        let csv = auditor.browser.submit(&form);
        csv.must_be(200);
        assert_eq!(csv.saved_as(), "logboek.csv");
        let of_signal = lines(&town).iter().filter(|line| line.object == kenmerk).count();
        assert_eq!(csv.body.lines().count(), of_signal + 1);
        assert!(csv.body.contains("\"begonnen\"") && !csv.body.contains("Kanarie"), "{}", csv.body);
        // He is in it as anybody is.
        let form = auditor.browser.open("/logboek").form("/logboek.csv");
        let (_, left) = left(&town, || auditor.browser.submit(&form).must_be(200).status);
        assert_eq!(left, ["beheer: logboek uitgevoerd [] gedaan"]);
    });
}

#[test]
fn nobody_is_an_auditor_but_whom_members_know_as_one_and_who_is_no_member() {
    let town = Town::new();
    let refused = |login: &str| {
        let mut officer = town.officer(login);
        officer.browser.open("/logboek").must_be(403).must_say("Het logboek is voor de auditor");
        let token = officer.browser.open("/").form("/uitloggen").value("token").to_owned();
        let export = officer.browser.post("/logboek.csv", &[("token".to_owned(), token)]);
        export.must_be(403).must_say("Het logboek is voor de auditor");
        assert!(!officer.browser.open("/").links().contains(&"/logboek".to_owned()), "{login}");
    };
    refused("aov");
    refused("jurist");
    refused("beheer");
    // Who makes accounts writes any function, and gets no further.
    town.tamper("UPDATE account SET function = 'Auditor' WHERE name = 'beheer'");
    refused("beheer");
    // A member who is known to another route as an auditor works on signals himself.
    town.knows("voorzitter", "aov", "Auditor");
    refused("aov");
    town.knows("voorzitter", "beheer", "auditor");
    town.officer("beheer").browser.open("/logboek").must_be(200);
}

#[test]
fn a_long_log_is_turned_page_by_page_and_what_began_and_ended_is_one_line() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    for _ in 0..60 {
        aov.looks_at(&kenmerk).must_be(200);
    }
    aov.reads(&kenmerk);
    town.knows("aov", "beheer", "FG");
    let mut auditor = town.officer("beheer");
    let address = format!("/logboek?kenmerk={kenmerk}");
    let page = auditor.browser.open(&address);
    page.must_say("64 regels").must_say("Pagina 1 van 2");
    assert_eq!(page.texts("main > table.queue tbody tr").len(), 50);
    let next = page.links().into_iter().find(|link| link.ends_with("pagina=2")).expect("the next page");
    assert_eq!(auditor.browser.open(&next).must_be(200).texts("main > table.queue tbody tr").len(), 14);
    assert_eq!(lines(&town).iter().filter(|line| line.object == kenmerk).count(), 65, "one line said that it began");
}
