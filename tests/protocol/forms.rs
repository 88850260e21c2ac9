//! The page of the track as people meet it: wrong forms, forms sent twice or late, and who may do what.

use ::domain::protocol::StepKind;

use super::{Scene, good};
use crate::helpers::{people::Tale, town::Town};

#[test]
fn a_wrong_form_comes_back_with_what_was_typed_and_says_at_the_field_what_to_do() {
    let mut scene = Scene::about_burgemeester(Town::new());
    let page = scene.takes(StepKind::Vooronderzoek, &[("start_op", "24-11-2026")]);
    page.must_be(422).must_say("Deze dag moet nog komen").must_say("Begonnen op");
    assert!(page.texts("title")[0].starts_with("Fout: "));
    assert_eq!(page.texts("#start_op-fout").len(), 1);
    let form = page.form_with(&scene.path(), "stap", "vooronderzoek");
    assert_eq!((form.value("start_op"), form.value("start_vraag")), ("24-11-2026", "Wat er is betaald."));
    scene.officer.browser.submit(&form.fill("start_op", "23-11-2026")).must_be(200);
    scene.page().must_say("Wat er is betaald.").must_say("voorzitter, 23 november 2026");
    // No step, or one that does not exist.
    let form = scene.form("raadpleging", &[]).fill("stap", "onzin");
    scene.officer.browser.submit(&form).must_be(400);
}

#[test]
fn what_is_sent_twice_stands_there_once() {
    Town::each(|town| {
        let mut scene = Scene::about_burgemeester(town);
        let fields: Vec<_> = good(StepKind::Vooronderzoek)
            .iter()
            .map(|(n, v)| (*n, if *n == "start_op" { "23-11-2026" } else { *v }))
            .collect();
        let form = scene.form("vooronderzoek", &fields);
        for _ in 0..2 {
            scene.officer.browser.submit(&form).must_be(200).must_say("Het staat in het dossier");
        }
        assert_eq!(scene.page().text().matches("Wat er is betaald.").count(), 1);
        // The same button with other words: it was done already, and nothing typed is lost.
        let page = scene.officer.browser.submit(&form.fill("start_vraag", "Iets anders."));
        page.must_be(422).must_say("Dit is al vastgelegd");
        assert_eq!(page.form_with(&scene.path(), "stap", "vooronderzoek").value("start_vraag"), "Iets anders.");
        let fields =
            [("plicht", "V1-B secretaris"), ("plicht_uitkomst", "gedaan"), ("plicht_wijze", "Een telefoongesprek.")];
        let form = scene.form("informeren", &fields);
        assert_eq!(form.value("plicht_door"), "Voorzitter van de integriteitscommissie");
        for _ in 0..2 {
            scene.officer.browser.submit(&form).must_be(200).must_say("Het staat in het dossier");
        }
        assert_eq!(scene.page().text().matches("Een telefoongesprek.").count(), 1);
        // Ticked off by now, and ticked again otherwise.
        let page = scene.officer.browser.submit(&form.clone().fill("plicht_wijze", "Een brief."));
        page.must_be(422).must_say("Kies wie er is geïnformeerd");
        // With nothing left to tick off, the page says so.
        scene.informs(&["V1-B fractievoorzitters", "V1-B wethouders", "V1-B Commissaris van de Koning"]).must_be(200);
        let not =
            [("plicht", "V1-B melder"), ("plicht_uitkomst", "n.v.t."), ("plicht_reden", "De melder weet het al.")];
        let last = scene.form("informeren", &not);
        scene.officer.browser.submit(&last).must_be(200);
        let late = scene.officer.browser.submit(&form.fill("plicht_wijze", "Een mail."));
        late.must_be(422).must_say("niets open dat u nu kunt afvinken");
    });
}

#[test]
fn an_order_that_is_sent_twice_is_one_version() {
    let mut scene = Scene::investigated(Town::new());
    let form = scene.form("opdracht", good(StepKind::Opdracht));
    for _ in 0..2 {
        scene.officer.browser.submit(&form).must_be(200).must_say("Het staat in het dossier");
    }
    let page = scene.page();
    assert!(!page.says("Versie 2"), "{}", page.text());
    // The next form begins with what stands there.
    let next = page.form_with(&scene.path(), "stap", "opdracht");
    assert_eq!(next.value("opdracht_doel"), "Vaststellen wat er is betaald.");
    assert_eq!((next.value("opdracht_commissie"), next.value("opdracht_afstand")), ("extern", "nee"));
}

#[test]
fn two_who_work_at_once_lose_nothing() {
    let mut scene = Scene::about_burgemeester(Town::new());
    scene.takes(StepKind::Vooronderzoek, &[]).must_be(200);
    let fields =
        [("raadpleging_wie", "griffier"), ("raadpleging_op", "23-11-2026"), ("raadpleging_opbrengst", "Van de een.")];
    let first = scene.form("raadpleging", &fields);
    let mut other = scene.town.officer("voorzitter");
    let path = scene.path();
    let second = other.browser.open(&path).form_with(&path, "stap", "raadpleging");
    let second = second.fill("raadpleging_wie", "externe adviseur").fill("raadpleging_opbrengst", "Van de ander.");
    scene.officer.browser.submit(&first).must_be(200);
    other.browser.submit(&second).must_be(200);
    scene.page().must_say("Van de een.").must_say("Van de ander.");
}

#[test]
fn each_step_waits_for_what_comes_before_it_and_says_so() {
    let mut scene = Scene::about_burgemeester(Town::new());
    let page = scene.page();
    page.must_say("Start eerst het vooronderzoek.").must_say("Maak eerst de onderzoekopdracht.");
    let steps = page.html();
    let offered: Vec<_> = steps
        .select(&crate::helpers::browser::selector("input[name=stap]"))
        .filter_map(|input| input.attr("value"))
        .collect();
    assert_eq!(offered, ["voornemen", "vooronderzoek", "aangifte", "communicatie", "geheimhouding", "bespreking"]);
    // Not offered, and refused all the same.
    let form = scene.form("bespreking", &[]);
    let mut fields: Vec<_> = good(StepKind::Rapport).iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    fields.extend(form.fields.iter().filter(|(name, _)| name == "token" || name == "aan").cloned());
    fields.push(("stap".into(), "rapport".into()));
    let path = scene.path();
    scene.officer.browser.post(&path, &fields).must_be(422).must_say("Maak eerst de onderzoekopdracht.");
    assert!(!scene.page().says("De declaraties waren onrechtmatig."));
}

#[test]
fn screening_comes_first() {
    let town = Town::new();
    town.melder().reports(&Tale::about(&["raadslid"], "Het raadslid stemde over zijn eigen grond."));
    let mut officer = town.officer("voorzitter");
    let kenmerk = officer.only_signal();
    officer.reads(&kenmerk).must_say("Onderzoek en informeren");
    let page = officer.browser.open(&format!("/signalen/{kenmerk}/onderzoek"));
    page.must_be(200).must_say("Artikel 6, 11 en 17").must_say("zet het signaal op ‘In voorscreening’");
}

#[test]
fn others_hear_of_it_knowingly_while_the_reporter_was_not_asked() {
    let mut scene = Scene::begin(Town::new(), &["wethouder"], "burgemeester", true);
    let page = scene.takes(StepKind::Vooronderzoek, &[]);
    page.must_be(422).must_say("Overleg eerst met de melder");
    let form = page.form_with(&scene.path(), "stap", "vooronderzoek").tick("bevestigd_vooronderzoek", "ja");
    scene.officer.browser.submit(&form).must_be(200);
    // Not told: nobody hears of it. Told: he does.
    let told = scene.takes(StepKind::Betrokkene, &[]);
    told.must_be(422).must_say("Overleg eerst met de melder");
    let not = [
        ("betrokkene_ingelicht", "nee"),
        ("betrokkene_ernstig", "ja"),
        ("betrokkene_gevaar", "ja"),
        ("betrokkene_reden", "Bewijs kan verdwijnen."),
    ];
    scene.takes(StepKind::Betrokkene, &not).must_be(200);
    scene.page().must_say("Bewijs kan verdwijnen.");
    // The outcome is told to many; what is only written down asks nothing.
    scene.takes(StepKind::Bevindingen, &[]).must_be(422).must_say("Overleg eerst met de melder");
    scene.takes(StepKind::Bevindingen, &[("bevestigd_bevindingen", "ja")]).must_be(200);
    scene.takes(StepKind::Geheimhouding, &[]).must_be(200);
}

#[test]
fn who_was_invited_reads_the_track_and_neither_writes_nor_sees_the_reporters_words() {
    let mut scene = Scene::about_burgemeester(Town::new());
    scene.town.knows("voorzitter", "jurist", "Jurist");
    scene.officer.answers(&scene.kenmerk, "Voornemen vooronderzoek", "Wij beginnen een vooronderzoek.").must_be(200);
    scene.takes(StepKind::Vooronderzoek, &[]).must_be(200);
    scene.officer.invites(&scene.kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    let mut jurist = scene.town.officer("jurist");
    jurist.reads(&scene.kenmerk).must_be(200).must_say("Onderzoek en informeren");
    let page = jurist.browser.open(&scene.path());
    page.must_be(200).must_say("Wat er is betaald.").must_say("Artikel 5").must_say("U kunt ze lezen");
    page.must_offer_no_form(&scene.path());
    assert!(!page.says("bonnen van zijn vakantie") && !page.says("Wij beginnen een vooronderzoek."), "{}", page.text());
    // Whether the reporter was told stands in the conversation, which is not his.
    page.must_say("niet te zien");
    assert!(!page.says("Let op: Onderdeel"), "nothing is damaged: {}", page.text());
    let mut fields: Vec<_> = scene.form("raadpleging", &[]).fields;
    let own = jurist.looks_at(&scene.kenmerk).form(&format!("/signalen/{}/aantekening", scene.kenmerk));
    fields.retain(|(name, _)| name != "token");
    fields.push(("token".into(), own.value("token").to_owned()));
    jurist.browser.post(&scene.path(), &fields).must_be(403).must_say("De leden van de route leggen dit vast");
}

#[test]
fn nobody_writes_a_step_before_he_said_that_he_is_not_involved() {
    let town = Town::new();
    town.melder().reports(&Tale::about(&["burgemeester"], "De burgemeester nam een geschenk aan."));
    let mut officer = town.officer("voorzitter");
    let kenmerk = officer.only_signal();
    let path = format!("/signalen/{kenmerk}/onderzoek");
    let page = officer.browser.open(&path);
    page.must_be(403).must_say("Zeg eerst dat u niet betrokken bent").must_offer_no_form(&path);
    let token = officer.looks_at(&kenmerk).form(&format!("/signalen/{kenmerk}/verklaring")).value("token").to_owned();
    let fields = [("token".to_owned(), token), ("stap".to_owned(), "bespreking".to_owned())];
    officer.browser.post(&path, &fields).must_be(403).must_say("niet betrokken");
}

#[test]
fn a_signal_of_ondermijning_has_no_track_and_one_outside_the_protocol_has_no_duties() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    assert!(!aov.reads(&kenmerk).says("Onderzoek en informeren"));
    let path = format!("/signalen/{kenmerk}/onderzoek");
    aov.browser.open(&path).must_be(200).must_say("loopt via het overleg").must_offer_no_form(&path);
    let token = aov.looks_at(&kenmerk).form(&format!("/signalen/{kenmerk}/aantekening")).value("token").to_owned();
    aov.browser.post(&path, &[("token".into(), token), ("stap".into(), "bespreking".into())]).must_be(404);

    let mut scene = Scene::begin(town, &["ambtenaar"], "integriteit", false);
    scene.page().must_say("artikel 2 lid 1").must_say("naar analogie van artikel 4 tot en met 6 lid 2");
    scene.takes(StepKind::Vooronderzoek, &[]).must_be(200).must_say("Er staat geen informatieplicht open");
    scene.takes(StepKind::Bespreking, &[]).must_be(200).must_say("Een extern bureau kijkt mee.");
    scene.page().must_say("Er hoeft nog niemand te worden geïnformeerd");
}

#[test]
fn messages_tick_off_what_the_reporter_is_owed_and_without_a_mailbox_nothing_is() {
    let mut scene = Scene::about_burgemeester(Town::new());
    scene.takes(StepKind::Vooronderzoek, &[]).must_be(200).must_say("Er staan 7 informatieplichten open");
    scene.officer.answers(&scene.kenmerk, "Voornemen vooronderzoek", "Wij gaan dit nagaan.").must_be(200);
    let page = scene.page();
    page.must_say("Er staan 6 informatieplichten open").must_say("bericht ‘Voornemen vooronderzoek’");
    let mut melder = scene.town.melder();
    melder.opens(&scene.code).must_be(200).must_say("Wij gaan dit nagaan.");
    // The outcome is owed once there is one, and to nobody who threw the mailbox away.
    scene.takes(StepKind::Betrokkene, &[]).must_be(200);
    scene.takes(StepKind::Bevindingen, &[]).must_be(200);
    scene.page().must_say("Uitkomst op hoofdlijnen").must_not_say("V4-B");
    let before = scene.page().text().matches("De melder heeft geen postvak").count();
    let form = melder.wants_to_throw_the_mailbox_away();
    melder.browser.submit(&form).must_be(200);
    assert_eq!((before, scene.page().text().matches("De melder heeft geen postvak").count()), (0, 2));
}

#[test]
fn a_duty_that_a_step_settles_is_not_offered_to_tick_and_can_be_left_with_a_reason() {
    Town::each(|town| {
        let mut scene = Scene::about_burgemeester(town);
        scene.takes(StepKind::Vooronderzoek, &[]).must_be(200);
        let page = scene.page();
        page.must_say("Dit is gedaan zodra u de stap ‘Rapport van het vooronderzoek’ vastlegt.");
        let offered = page.html();
        let css = "input[name=plicht][value^='V3']";
        assert_eq!(offered.select(&crate::helpers::browser::selector(css)).count(), 0);
        // Sent all the same, it is refused with the reason.
        let sent = [("plicht", "V3-B rapport in het dossier"), ("plicht_uitkomst", "gedaan"), ("plicht_wijze", "Zo.")];
        let form = scene.form("informeren", &sent);
        scene.officer.browser.submit(&form).must_be(422).must_say("zodra u de stap");
        let empty = scene.form("afwijken", &[]);
        let page = scene.officer.browser.submit(&empty);
        page.must_be(422).must_say("Kies wat er niet gebeurt.");
        assert_eq!(page.texts("#afwijking_plicht-fout").len(), 1);
        let why = [
            ("afwijking_plicht", "V3-B rapport in het dossier"),
            ("afwijking_uitkomst", "afgeweken"),
            ("afwijking_reden", "Het signaal is ingetrokken."),
        ];
        let form = scene.form("afwijken", &why);
        for _ in 0..2 {
            scene.officer.browser.submit(&form).must_be(200).must_say("Het staat in het dossier");
        }
        let page = scene.page();
        assert_eq!(page.text().matches("Het signaal is ingetrokken.").count(), 1, "{}", page.text());
    });
}

#[test]
fn a_field_that_another_answer_makes_necessary_is_not_called_optional() {
    let mut scene = Scene::investigated(Town::new());
    let page = scene.page();
    let html = page.html();
    let optional = |id: &str| {
        let css = format!("label[for='{id}'] .optional, fieldset:has(#{id}) legend .optional");
        html.select(&crate::helpers::browser::selector(&css)).count() > 0
    };
    for id in [
        "betrokkene_op",
        "betrokkene_ernstig",
        "betrokkene_gevaar",
        "betrokkene_reden",
        "besluit_proportionaliteit",
        "besluit_aantoonbaar",
        "besluit_zeker",
        "opdracht_lid",
        "opdracht_vergunning",
        "aangifte_overleg",
        "aangifte_bij",
        "aangifte_motivering",
        "plicht_op",
        "plicht_door",
        "plicht_wijze",
        "plicht_reden",
    ] {
        assert!(html.select(&crate::helpers::browser::selector(&format!("#{id}"))).count() > 0, "{id} is not there");
        assert!(!optional(id), "{id}");
    }
    assert!(optional("opdracht_vragen") && optional("opdracht_methode"), "what may stay empty says so");
}
