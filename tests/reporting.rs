//! The reporter's way through the form: who reads it and who may not, danger, pressure, a name in an envelope, and what
//! the desk sees of it.

use domain::{AccountId, RouteName};
use seal::role;
use store::Reach;
use unseal::{OpeningKey, demo};
use uuid::Uuid;

use crate::helpers::{
    browser::Page,
    people::{Tale, code_on},
    town::Town,
};

fn stored(town: &Town) -> usize {
    let reach = Reach { routes: RouteName::ALL.to_vec(), account: AccountId(Uuid::nil()) };
    town.runtime.block_on(town.store.marks(&reach)).expect("marks").len()
}

fn about_a_wethouder() -> Tale {
    Tale::about(&["wethouder"], "Zij besliste over grond van haar broer.")
}

/// What stands on a page as an error, in its summary.
fn errors(page: &Page) -> Vec<String> {
    page.texts("section.summary li a")
}

#[test]
fn who_reads_it_and_who_may_hear_of_it_stands_on_the_story_and_on_the_check_page() {
    let town = Town::new();
    for (over, reader, told) in [
        // Every duty of the protocol's table: art. 4.3, 4.6, 9.2, 15 and 7.5; 5.3, 5.6, 10.2 and 16; 6.3, 6.6, 11.2 and 17.
        (
            "wethouder",
            "de burgemeester",
            "de wethouder zelf, het college, de gemeentesecretaris, de \
             integriteitscommissie en de gemeenteraad",
        ),
        (
            "burgemeester",
            "de integriteitscommissie",
            "de burgemeester zelf, de wethouders, de fractievoorzitters, de gemeentesecretaris, de griffier, de \
             gemeenteraad en de commissaris van de Koning",
        ),
        (
            "raadslid",
            "de integriteitscommissie",
            "het raadslid zelf, de fractievoorzitters, de burgemeester, de griffier en de gemeenteraad",
        ),
        ("burger", "(AOV)", "Een paar collega’s van een vast overleg"),
        ("griffier", "een meldpunt buiten de gemeente", "de persoon over wie het gaat er later van horen"),
    ] {
        let mut melder = town.melder();
        let tale = Tale { over_wie: Box::leak(Box::new([over])), ..Tale::ordinary() };
        let story = melder.begins(&tale);
        story.must_say("Andere collega’s lezen het alleen als dat nodig is");
        for page in [story, melder.prepares(&tale)] {
            page.must_be(200).must_say("Dit wordt gelezen door").must_say(reader).must_say(told);
            page.must_say("niet wie het meldde");
        }
    }
}

#[test]
fn a_reader_who_may_not_read_it_makes_way_for_another_and_the_page_says_who() {
    let town = Town::new();
    let mut melder = town.melder();
    let check = melder.prepares(&about_a_wethouder().with("niet_lezen", "burgemeester"));
    check.must_be(200).must_say("Uw signaal gaat nu naar een meldpunt buiten de gemeente");
    check.must_say("Wie het van u niet mag lezen, kan er later ook van horen");
    // Going back and forth, the page knows that this reader was shown.
    let back = check.form("/melden/versturen").press("/melden/verhaal", "terug", "ja");
    let story = melder.browser.submit(&back);
    assert_eq!(story.must_be(200).form("/melden/verhaal").value("niet_lezen"), "burgemeester");
    let check = melder.goes_on(&story.form("/melden/verhaal").tick("niet_lezen", "extern"));
    check.must_be(200).must_say("Uw signaal gaat nu naar de integriteitscommissie");
    code_on(melder.browser.submit(&check.form("/melden/versturen")).must_be(200));
    assert!(town.officer("burgemeester").queue().is_empty());
    let mut chair = town.officer("voorzitter");
    let kenmerk = chair.only_signal();
    chair.reads(&kenmerk).must_say("Mag het niet lezen").must_say("Over een wethouder (burgemeester)");
}

#[test]
fn a_raadslid_who_may_sit_in_the_seniorenconvent_is_not_read_about_there() {
    let town = Town::new();
    let tale = Tale::about(&["raadslid"], "Hij liet zich betalen voor zijn stem.");
    let mut melder = town.melder();
    melder.begins(&tale).must_say("Zit dit raadslid in het seniorenconvent?");
    assert!(!melder.begins(&Tale::ordinary()).says("seniorenconvent?"), "asked only where it matters");
    for (answer, reader) in [("nee", "voorzitter"), ("ja", "extern"), ("weet ik niet", "extern")] {
        let before = stored(&town);
        let check = melder.prepares(&tale.clone().with("in_seniorenconvent", answer));
        check.must_be(200).must_say("Zit dit raadslid in het seniorenconvent?");
        assert_eq!(check.says("Uw signaal gaat nu naar"), reader == "extern", "{answer}");
        code_on(melder.browser.submit(&check.form("/melden/versturen")).must_be(200));
        assert_eq!(stored(&town), before + 1);
    }
    assert_eq!(town.officer("voorzitter").queue().len(), 1);
}

#[test]
fn where_nobody_is_left_the_page_says_so_and_where_else_to_go() {
    let town = Town::with_routes(&[RouteName::Aov, RouteName::Integriteitscommissie, RouteName::Bewaarder]);
    let mut melder = town.melder();
    let none = melder.prepares(&Tale::ordinary().with("niet_lezen", "aov").with("niet_lezen", "integriteitscommissie"));
    none.must_be(422).must_say("0800-7000");
    assert!(errors(&none)[0].starts_with("Nu blijft er niemand over"), "{:?}", errors(&none));
    let form = none.form("/melden/verhaal");
    assert_eq!(form.value("wat"), Tale::ordinary().wat, "nothing is lost");
    let mended = form.fill("niet_lezen", "aov");
    let check = melder.goes_on(&mended);
    check.must_be(200).must_say("Dit wordt gelezen door de integriteitscommissie");

    let tale = Tale::about(&["raadslid"], "Hij stemde over zijn eigen grond.").with("in_seniorenconvent", "ja");
    let none = melder.prepares(&tale);
    none.must_be(422).must_say("vertrouwenspersoon");
    assert_eq!(errors(&none).len(), 1);
    // The first page, gone back to, does not hide that nobody is left.
    let over = melder.browser.submit(&none.form("/melden/verhaal").press("/melden/over", "terug", "ja"));
    let again = melder.browser.submit(&over.must_be(200).form("/melden/over"));
    again.must_be(422).must_say("Wat is er aan de hand?");
    assert_eq!(again.form("/melden/verhaal").value("wat"), tale.wat);
    assert_eq!(stored(&town), 0);
    // With one reader only there is nothing to choose, and the page says where else to go.
    let town = Town::with_routes(&[RouteName::Aov]);
    town.melder().begins(&Tale::ordinary()).must_say("kan niemand anders dit lezen");
}

#[test]
fn danger_now_shows_whom_to_call_once_and_loses_nothing() {
    let town = Town::new();
    let mut melder = town.melder();
    let story = melder.begins(&Tale::ordinary()).form("/melden/verhaal");
    let story = story.fill("soort", "allebei").fill("wat", "Hij staat nu voor de deur.").fill("direct_gevaar", "ja");
    let page = melder.browser.submit(&story);
    page.must_be(200).must_say("Niemand leest dit vandaag").must_say("Bel 112").must_say("0900-8844");
    assert!(page.links().contains(&"tel:112".to_owned()));
    let check = melder.goes_on(&page.form("/melden/verhaal"));
    check.must_be(200).must_say("Klopt alles?").must_say("voor de deur");
    // Back, and on again: not a second time.
    let back = melder.browser.submit(&check.form("/melden/versturen").press("/melden/verhaal", "terug", "ja"));
    let again = melder.goes_on(&back.must_be(200).form("/melden/verhaal"));
    again.must_be(200).must_say("Klopt alles?");
    // From the page itself one can go back as well.
    let back = melder.browser.submit(&page.form("/melden/verhaal").tick("terug", "ja"));
    assert_eq!(back.must_be(200).form("/melden/verhaal").value("wat"), "Hij staat nu voor de deur.");
    code_on(melder.browser.submit(&again.form("/melden/versturen")).must_be(200));
}

#[test]
fn who_is_put_under_pressure_reads_who_can_help() {
    let town = Town::new();
    let mut melder = town.melder();
    assert!(!melder.prepares(&Tale::ordinary()).says("vertrouwenspersoon"));
    let check = melder.prepares(&Tale::ordinary().with("beinvloeding", "bedreiging").with("beinvloeding", "omkoping"));
    check.must_say("U staat er niet alleen voor").must_say("vertrouwenspersoon").must_say("0900-8844");
    check.must_say("Iemand bedreigt mij");
    code_on(&melder.browser.submit(&check.form("/melden/versturen")));
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk).must_say("Melder onder druk gezet").must_say("bedreigingomkoping");
}

#[test]
fn everyday_words_are_chosen_and_exact_terms_arrive() {
    let town = Town::new();
    let mut melder = town.melder();
    let tale = Tale::ordinary()
        .with("verschijningsvorm", "witwassen")
        .with("schending", "omkoping (corruptie)")
        .with("schending", "weet ik niet")
        .with("kwetsbaar_proces", "subsidies ('frauderen')");
    let story = melder.begins(&tale);
    let form = story.form("/melden/verhaal").fill("wat", "Dit had ik al.");
    let words = melder.browser.submit(&form.press("/melden/woorden", "soort", "allebei"));
    for (page, field) in [(&words, "verschijningsvorm"), (&words, "schending"), (&words, "kwetsbaar_proces")]
        .into_iter()
        .chain([(&story, "beinvloeding"), (&story, "hoeveel_weten_dit")])
    {
        let labels = page.texts(&format!("input[name={field}] + label"));
        assert!(labels.len() > 5 && labels.iter().all(|label| !label.contains('…')), "{field}: {labels:?}");
    }
    let back = melder.browser.submit(&words.form("/melden/verhaal").tick("schending", "pesten, treiteren"));
    back.must_be(200).must_say("Pesten");
    let form = back.form("/melden/verhaal");
    assert_eq!((form.value("wat"), form.value("schending")), ("Dit had ik al.", "pesten, treiteren"));
    // Of a signal about crime alone, the words about breaches are not asked.
    let form = form.fill("soort", "ondermijning").fill("schending", "").press("/melden/woorden", "soort", "");
    assert!(melder.browser.submit(&form).texts("input[name=schending]").is_empty());

    let check = melder.prepares(&tale);
    check.must_say("Geld of hulp aannemen voor een gunst").must_say("Zwart geld");
    let story = melder.browser.submit(&check.form("/melden/versturen").press("/melden/verhaal", "terug", "ja"));
    let check = melder.goes_on(&story.must_be(200).form("/melden/verhaal"));
    code_on(&melder.browser.submit(&check.form("/melden/versturen")));
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk).must_say("Witwassen").must_say("omkoping (corruptie)").must_say("subsidies ('frauderen')");
}

#[test]
fn how_many_know_it_keeps_words_of_ones_own() {
    let town = Town::new();
    let mut melder = town.melder();
    let check = melder.prepares(&Tale::ordinary().with("hoeveel_weten_dit", "alleen mijn zus en ik"));
    check.must_be(200).must_say("alleen mijn zus en ik");
    let story = melder.browser.submit(&check.form("/melden/versturen").press("/melden/verhaal", "terug", "ja"));
    let form = story.must_be(200).form("/melden/verhaal");
    assert_eq!(form.value("hoeveel_weten_dit"), "alleen mijn zus en ik");
    let check = melder.goes_on(&form.fill("hoeveel_weten_dit", "2 of 3 mensen"));
    check.must_be(200).must_say("2 of 3 mensen");
}

#[test]
fn a_name_goes_into_the_envelope_and_nowhere_else() {
    let town = Town::new();
    let mut melder = town.melder();
    let tale = Tale::ordinary().with("naam", "Roos Test").with("bereikbaar", "Na zessen, 06 - 00 00 00 00");
    let story = melder.begins(&tale);
    story.must_say("Voor het openen zijn twee mensen nodig").must_say("Liever niet? Laat het leeg.");
    let check = melder.prepares(&tale);
    check.must_be(200).must_say("In de dichte envelop").must_say("Roos Test");
    let form = check.form("/melden/versturen");
    let code = code_on(&melder.browser.submit(&form));
    assert_eq!(code_on(&melder.browser.submit(&form)), code, "the same form again");
    // Another name is another form, though the report is the same.
    for changed in [form.clone().fill("naam", "Iemand anders"), form.clone().fill("naam", "").fill("bereikbaar", "")] {
        melder.browser.submit(&changed).must_be(409).must_say("niet bewaard");
    }
    assert_eq!(stored(&town), 1);
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let read = aov.reads(&kenmerk);
    assert!(!read.body.contains("Roos Test") && !read.body.contains("Na zessen"));
    // Of a report without a name the desk says the very same.
    let words =
        "Er kan een envelop met een naam bij zitten; die is alleen samen met de identiteitsbewaarder te openen.";
    read.must_say(words);
    town.melder().reports(&Tale::ordinary());
    for kenmerk in aov.queue() {
        aov.reads(&kenmerk).must_say(words);
    }
    let mailbox = town.melder().opens(&code);
    assert!(!mailbox.must_be(200).body.contains("Roos Test"));
}

/// The envelope of the only report in a town, taken out of the database with the keys of its route.
fn envelope_in(town: &Town) -> Vec<u8> {
    use sea_orm::{Database, EntityTrait};
    let (items, wraps) = town.runtime.block_on(async {
        let db = Database::connect(&town.url).await.expect("a connection");
        let items = entity::item::Entity::find().all(&db).await.expect("items");
        (items, entity::key_wrap::Entity::find().all(&db).await.expect("keys"))
    });
    let (report, wrap) = (&items[0], wraps.iter().find(|wrap| wrap.epoch == 0).expect("a key"));
    let key: OpeningKey<role::Intake> = demo::route(RouteName::Aov).unwrap(&wrap.sealed).expect("the route opens it");
    let text = key.open(&report.sealed).expect("and the report");
    let item: seal::Item = serde_json::from_str(text.lines().next().expect("a line")).expect("an item");
    let told: domain::Enclosed = serde_json::from_str(item.body.get()).expect("a report");
    assert!(!text.contains("Roos"), "no name stands in what a handler opens");
    data_encoding::BASE64.decode(told.envelop.as_bytes()).expect("an envelope")
}

#[test]
fn every_report_carries_an_envelope_and_only_the_bewaarder_opens_it() {
    for (naam, routes) in [("Roos Test", RouteName::ALL), ("", RouteName::ALL), ("", &[RouteName::Aov][..])] {
        let town = Town::with_routes(routes);
        town.melder().reports(&Tale::ordinary().with("naam", naam));
        let envelope = envelope_in(&town);
        assert_eq!(envelope.len(), seal::envelope::ENVELOPE);
        let opened = demo::route(RouteName::Bewaarder).open(&envelope);
        match opened {
            Ok(text) => assert_eq!(text.contains("Roos Test"), !naam.is_empty()),
            Err(_) => assert_eq!(routes.len(), 1, "without a bewaarder nobody opens it"),
        }
        assert!(demo::route(RouteName::Aov).open(&envelope).is_err());
    }
}

#[test]
fn without_a_bewaarder_no_name_is_asked_and_none_is_lost_in_silence() {
    let town = Town::with_routes(&[RouteName::Aov]);
    let mut melder = town.melder();
    let story = melder.begins(&Tale::ordinary());
    assert!(story.texts("#naam, #bereikbaar").is_empty() && !story.says("envelop"));
    let page = melder.prepares(&Tale::ordinary().with("naam", "Roos Test"));
    page.must_be(422);
    assert!(errors(&page)[0].contains("nog geen identiteitsbewaarder"), "{:?}", errors(&page));
    let check = melder.goes_on(&page.form("/melden/verhaal").fill("naam", ""));
    code_on(melder.browser.submit(&check.must_be(200).form("/melden/versturen")).must_be(200));
}

#[test]
fn what_may_identify_somebody_is_marked_and_left_to_the_reporter() {
    let town = Town::new();
    let mut melder = town.melder();
    let story =
        "Bel mij op 06-12345678.\nIk ben de enige die dit weet.\n<b>Mijn</b> rekening is NL91 ABNA 0417 1643 00.";
    let check = melder.prepares(&Tale::about(&["burger"], story).with("wie", "Meneer met BSN 111222333."));
    check.must_be(200).must_say("Staat hier iets in dat u herkenbaar maakt?").must_say("dit hebben wij niet nodig");
    let marked = check.texts(".rows mark");
    for words in ["06-12345678", "NL91 ABNA 0417 1643 00", "111222333"] {
        assert!(marked.iter().any(|mark| mark.contains(words)), "{words} in {marked:?}");
        assert!(check.texts("section li mark").iter().any(|mark| mark.contains(words)), "{words} in the list");
    }
    assert!(marked.iter().any(|mark| mark.contains("de enige")), "{marked:?}");
    assert_eq!(check.texts(".rows dd")[2], story.replace('\n', ""), "the text is whole");
    // Left as it is, it is sent as it is; and no mark was kept.
    code_on(&melder.browser.submit(&check.form("/melden/versturen")));
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let read = aov.reads(&kenmerk);
    read.must_say("06-12345678");
    assert!(read.texts("mark").is_empty());
    town.melder().prepares(&Tale::ordinary()).must_say("Wij herkenden in uw tekst geen nummers");
}

#[test]
fn a_step_of_which_others_hear_waits_for_the_reporter_or_a_second_thought() {
    let town = Town::new();
    let mut melder = town.melder();
    let tale = Tale::ordinary().with("eerst_overleggen", "ja").with("hoeveel_weten_dit", "alleen ik");
    let code = melder.reports(&tale);
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let page = aov.reads(&kenmerk);
    page.must_say("Kan iemand de melder herkennen?").must_say("overleg eerst met de melder").must_say("alleen ik");
    let (recognition, report) = (page.body.find("id=\"herkenning\""), page.body.find("id=\"melding\""));
    assert!(recognition < report && recognition.is_some(), "above the case");
    aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
    aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
    let refused = aov.sets_status(&kenmerk, "Op LIO-agenda", "");
    refused.must_be(422).must_say("Overleg eerst met de melder");
    assert_eq!(refused.texts("#bevestigd-fout").len(), 1, "at its field");
    aov.reads(&kenmerk).must_say("Nu: In voorscreening");
    // The reporter is asked, and answers.
    aov.answers(&kenmerk, "Vraag", "Mogen wij dit met collega’s bespreken?").must_be(200);
    aov.sets_status(&kenmerk, "Op LIO-agenda", "Geen antwoord").must_be(422);
    town.melder().opens(&code);
    melder.opens(&code);
    melder.writes("Ja, dat mag.").must_be(200);
    aov.sets_status(&kenmerk, "Reactie ontvangen", "").must_be(200);
    aov.sets_status(&kenmerk, "Op LIO-agenda", "").must_be(200).must_say("Nu: Op LIO-agenda");
    // For the next such step the answer is an old one.
    aov.sets_status(&kenmerk, "In weging", "").must_be(200);
    aov.weighs(&kenmerk, "Bij dit punt").must_be(200);
    aov.sets_status(&kenmerk, "Gewogen", "").must_be(200);
    aov.sets_status(&kenmerk, "Doorgeleid", "").must_be(422);
    aov.insists_on_status(&kenmerk, "Doorgeleid").must_be(200).must_say("Nu: Doorgeleid");
}

#[test]
fn a_reporter_who_may_be_known_needs_no_second_thought_and_silence_does() {
    let town = Town::new();
    for (answers, confirmed) in [
        (vec![("eerst_overleggen", "nee"), ("hoeveel_weten_dit", "veel mensen")], false),
        (vec![("eerst_overleggen", "nee")], true),
        (vec![("eerst_overleggen", "nee"), ("hoeveel_weten_dit", "wil ik liever niet zeggen")], true),
        (vec![("hoeveel_weten_dit", "veel mensen")], true),
        (vec![], true),
    ] {
        let tale = answers.iter().fold(Tale::ordinary(), |tale, (field, value)| tale.with(field, value));
        let mut aov = town.officer("aov");
        let before = aov.queue();
        town.melder().reports(&tale);
        let kenmerk = aov.queue().into_iter().find(|kenmerk| !before.contains(kenmerk)).expect("the new one");
        aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
        let asked = aov.sets_status(&kenmerk, "Op LIO-agenda", "").status == 422;
        assert_eq!(asked, confirmed, "{answers:?}");
    }
}

#[test]
fn the_whole_journey_in_english_sends_the_same_values() {
    let town = Town::new();
    let mut melder = town.melder();
    let over = melder.browser.open("/en/melden").form("/en/melden/over").tick("over_wie", "raadslid");
    let story = melder.browser.submit(&over);
    story.must_be(200).must_say("This is read by").must_say("What is going on?").must_say("Go on");
    let form =
        story.form("/en/melden/verhaal").fill("soort", "ik twijfel, ik wil advies").fill("wat", "Strange votes.");
    let page = melder.browser.submit(&form.clone().fill("in_seniorenconvent", "ja").fill("direct_gevaar", "ja"));
    page.must_be(200).must_say("Call 112 first");
    let check = melder.goes_on(&page.form("/en/melden/verhaal"));
    check.must_be(200).must_say("Your report now goes to a report point outside the municipality");
    for dutch in ["Stap ", "Wijzigen", "wordt gelezen", "Niet ingevuld", "Nee"] {
        assert!(!check.says(dutch), "{dutch}");
    }
    code_on(melder.browser.submit(&check.form("/en/melden/versturen")).must_be(200));
    assert_eq!(melder.browser.submit(&form.fill("wat", "")).must_be(422).texts("section.summary li").len(), 1);
}
