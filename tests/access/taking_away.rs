//! Taking access away, stepping back, and handing over, as people see it.

use super::{REPORT, Scene, WORKED_UP};
use crate::helpers::{people::Tale, town::Town};

#[test]
fn whose_access_is_taken_away_opens_nothing_more_and_everybody_else_reads_on() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.aov.invites(&scene.kenmerk, "behandelaar", "behandelaar", Some("Voert het gesprek.")).must_be(200);
        scene.aov.invites(&scene.kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
        let (mut behandelaar, mut jurist) = (scene.town.officer("behandelaar"), scene.town.officer("jurist"));
        behandelaar.answers(&scene.kenmerk, "Vraag", "Welke kleur?").must_be(200);
        scene.aov.takes_away(&scene.kenmerk, "behandelaar").must_be(200).must_say("nieuwe sleutels");
        behandelaar.looks_at(&scene.kenmerk).must_be(404);
        assert!(behandelaar.queue().is_empty());
        // He is not told that something is wrong: a member decided it.
        assert!(!behandelaar.browser.open("/").says("Meld dit bij de beheerder"));
        scene.melder_writes("Rood.");
        jurist.reads(&scene.kenmerk).must_be(200).must_say(WORKED_UP);
        let page = scene.aov.looks_at(&scene.kenmerk);
        page.must_be(200).must_say(REPORT).must_say("Welke kleur?").must_say("Rood.").must_say(WORKED_UP);
        assert!(!page.says("Let op"), "{}", page.text());
        scene.town.officer("aov2").reads(&scene.kenmerk).must_be(200).must_say("Rood.");
        scene.melder.opens(&scene.code).must_say("Welke kleur?").must_say("Rood.");
        // Invited again, he reads what came meanwhile.
        scene.aov.invites(&scene.kenmerk, "behandelaar", "behandelaar", Some("Toch nodig.")).must_be(200);
        behandelaar.looks_at(&scene.kenmerk).must_be(200).must_say("Rood.");
    });
}

#[test]
fn a_member_who_is_involved_is_left_out_and_not_told_what_came_of_it() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let mut aov2 = scene.town.officer("aov2");
        aov2.looks_at(&scene.kenmerk).must_be(200);
        scene.aov.takes_away(&scene.kenmerk, "aov2").must_be(200).must_say("Buiten dit signaal").must_say("aov2");
        aov2.looks_at(&scene.kenmerk).must_be(404);
        assert!(aov2.queue().is_empty());
        let queue = aov2.browser.open("/wachtrij");
        assert!(!queue.says(&scene.kenmerk) && !queue.says("1 signaal"), "{}", queue.text());
        assert!(!aov2.browser.open("/").says("Meld dit bij de beheerder"));
        scene.melder_writes("Er is meer.");
        scene.aov.looks_at(&scene.kenmerk).must_be(200).must_say(REPORT).must_say("Er is meer.");
        scene.aov.answers(&scene.kenmerk, "Antwoord", "Wij lezen het.").must_be(200);
        scene.melder.opens(&scene.code).must_say("Wij lezen het.");
        // The last one cannot be left out.
        scene.aov.takes_away(&scene.kenmerk, "(aov)").must_be(422).must_say("Draag het over aan een andere route");
        // Other signals of the route are his as before.
        scene.town.melder().reports(&Tale::ordinary());
        assert_eq!(aov2.queue().len(), 1);
    });
}

#[test]
fn a_member_who_says_that_he_is_involved_leaves_himself_out() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let mut aov2 = scene.town.officer("aov2");
        let form = aov2.looks_at(&scene.kenmerk).form(&format!("/signalen/{}/verklaring", scene.kenmerk));
        let page = aov2.browser.submit(&form.fill("betrokken", "ja"));
        let form = page.must_be(200).form_with(&format!("/signalen/{}/toegang", scene.kenmerk), "stap", "ontnemen");
        assert_eq!(form.value("wie"), scene.town.account("aov2"), "he is chosen already");
        let page = aov2.browser.submit(&form.fill("reden_ontnemen", "Het gaat over mijn zwager."));
        page.must_be(200).must_say("Uw sleutel ervan is weg");
        aov2.looks_at(&scene.kenmerk).must_be(404);
        scene.aov.looks_at(&scene.kenmerk).must_be(200).must_say(REPORT);
        scene
            .aov
            .decides_who_reads(&scene.kenmerk)
            .must_say("Het gaat over mijn zwager.")
            .must_say("Buiten dit signaal");
    });
}

#[test]
fn who_was_invited_and_is_involved_steps_back_and_gets_no_new_key() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.aov.invites(&scene.kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
        let mut jurist = scene.town.officer("jurist");
        let form = jurist.looks_at(&scene.kenmerk).form(&format!("/signalen/{}/verklaring", scene.kenmerk));
        jurist.browser.submit(&form.fill("betrokken", "ja")).must_be(200).must_say("Uw sleutel ervan is weg");
        jurist.looks_at(&scene.kenmerk).must_be(404);
        // Nobody tells him to raise an alarm about what he did himself.
        assert!(!jurist.browser.open("/").says("Meld dit bij de beheerder"));
        let page = scene.aov.decides_who_reads(&scene.kenmerk);
        page.must_say("Verklaarde zelf betrokken te zijn.");
        let readers = page.texts("section[aria-labelledby=lezers]").join(" ");
        assert!(!readers.contains("jurist"), "{readers}");
        // Nor can he be invited again.
        let form = scene.aov.access_form(&scene.kenmerk, "uitnodigen").fill("collega", &scene.town.account("jurist"));
        let form = form.fill("als", "behandelaar").fill("reden", "Toch.").tick("bevestigd", "ja");
        scene.aov.browser.submit(&form).must_be(422).must_say("Deze collega zegt zelf betrokken te zijn");
    });
}

#[test]
fn a_signal_that_belongs_elsewhere_is_handed_over_and_its_reporter_hears_who_reads_it_now() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.aov.invites(&scene.kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
        scene.aov.hands_over(&scene.kenmerk, "ambtelijk").must_be(200).must_say("Het signaal is overgedragen");
        scene.aov.looks_at(&scene.kenmerk).must_be(404);
        scene.town.officer("jurist").looks_at(&scene.kenmerk).must_be(404);
        assert!(scene.aov.queue().is_empty() && !scene.aov.browser.open("/").says("Meld dit bij de beheerder"));
        scene.melder.opens(&scene.code).must_be(200).must_say("Waar u terechtkunt").must_say("overgedragen");
        scene.melder.writes("Ik wist niet bij wie ik moest zijn.").must_be(200);
        let mut integriteit = scene.town.officer("integriteit");
        assert_eq!(integriteit.queue(), [scene.kenmerk.clone()]);
        integriteit.browser.open("/").must_say(&scene.kenmerk).must_say("Nieuw voor u");
        let page = integriteit.reads(&scene.kenmerk);
        page.must_be(200)
            .must_say(REPORT)
            .must_say("Ik wist niet bij wie")
            .must_say(WORKED_UP)
            .must_say("Ambtelijke integriteit");
        assert!(!page.says("Let op"), "{}", page.text());
        integriteit
            .decides_who_reads(&scene.kenmerk)
            .must_say("Overgedragen aan")
            .must_say("Dit gaat niet over ondermijning.");
        integriteit.answers(&scene.kenmerk, "Antwoord", "Bij ons bent u goed.").must_be(200);
        scene.melder.opens(&scene.code).must_be(200).must_say("Bij ons bent u goed.");
    });
}

#[test]
fn a_signal_goes_to_no_route_that_its_reporter_excluded_or_that_reads_about_itself() {
    let town = Town::new();
    let tale = Tale::about(&["burger"], "Hij dreigt ambtenaren aan het loket.");
    town.melder().reports(&tale);
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let page = aov.decides_who_reads(&kenmerk);
    let routes: Vec<_> = page.texts("#overdragen ~ form .option").into_iter().collect();
    assert!(!routes.is_empty() && !routes.iter().any(|route| route.contains("Identiteitsbewaarder")), "{routes:?}");
    let form = aov.access_form(&kenmerk, "overdragen").fill("naar", "bewaarder").fill("reden_overdragen", "x");
    aov.browser.submit(&form.tick("bevestigd_overdragen", "ja")).must_be(422).must_say("Kies aan welke route");
    let form = aov.access_form(&kenmerk, "overdragen").fill("naar", "ambtelijk").fill("bericht", "");
    let page = aov.browser.submit(&form);
    page.must_be(422).must_say("Schrijf waarom").must_say("Schrijf uw bericht");
}

#[test]
fn the_paper_key_opens_an_export_of_a_signal_that_a_member_was_left_out_of() {
    use domain::KeyName;
    use seal::role;
    use unseal::{OpeningKey, demo};
    let mut scene = Scene::new();
    scene.aov.takes_away(&scene.kenmerk, "aov2").must_be(200);
    let stored = scene.town.runtime.block_on(async {
        let kenmerk = scene.kenmerk.parse().expect("a kenmerk");
        scene.town.store.signal_by_kenmerk(&kenmerk).await.expect("read").expect("a signal")
    });
    let wrap = |key, epoch, holder: &str| {
        let found = stored.wraps.iter().find(|w| w.key == key && w.epoch == epoch && w.holder == holder);
        found.unwrap_or_else(|| panic!("no {key} of {epoch} for {holder}")).sealed.clone()
    };
    // As the export names them: bron-2.key-herstel, bron-1.key-bron-2, intake.key-bron-1.
    let newest: OpeningKey<role::Source> =
        demo::recovery().unwrap(&wrap(KeyName::Source, 2, store::RECOVERY_HOLDER)).expect("opened");
    let first: OpeningKey<role::Source> = newest.unwrap(&wrap(KeyName::Source, 1, "bron")).expect("opened");
    let intake: OpeningKey<role::Intake> = first.unwrap(&wrap(KeyName::Intake, 0, "bron")).expect("opened");
    let report = stored.items.iter().find(|row| row.place.side == domain::Side::Reporter && row.place.number == 1);
    assert!(intake.open(&report.expect("a report").sealed).expect("opened").contains(REPORT));
}

#[test]
fn a_member_who_came_later_is_let_into_a_closed_signal_by_one_who_reads_it() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.aov.takes_away(&scene.kenmerk, "aov2").must_be(200);
        scene.town.joins("aov", "beheer");
        let mut newcomer = scene.town.officer("beheer");
        newcomer.looks_at(&scene.kenmerk).must_be(404);
        scene.aov.invites(&scene.kenmerk, "beheer", "behandelaar", None).must_be(200).must_say("toegelaten als lid");
        newcomer.reads(&scene.kenmerk).must_be(200).must_say(REPORT).must_say(WORKED_UP);
        newcomer.answers(&scene.kenmerk, "Antwoord", "Ik ben nieuw.").must_be(200);
        scene.melder.opens(&scene.code).must_say("Ik ben nieuw.");
        // He carries it on when the other leaves it too.
        newcomer.takes_away(&scene.kenmerk, "(aov)").must_be(200);
        scene.aov.looks_at(&scene.kenmerk).must_be(404);
        let page = newcomer.looks_at(&scene.kenmerk);
        page.must_be(200).must_say(REPORT).must_say("Ik ben nieuw.");
        assert!(!page.says("Let op"), "{}", page.text());
    });
}

#[test]
fn who_has_not_said_that_he_is_not_involved_throws_nobody_out_but_himself() {
    let mut scene = Scene::new();
    let mut aov2 = scene.town.officer("aov2");
    aov2.looks_at(&scene.kenmerk).must_be(200);
    let path = format!("/signalen/{}/toegang", scene.kenmerk);
    let form = aov2.browser.open(&path).form_with(&path, "stap", "ontnemen").fill("reden_ontnemen", "Weg ermee.");
    let form = form.fill("wie", &scene.town.account("aov"));
    aov2.browser.submit(&form).must_be(403);
    scene.aov.looks_at(&scene.kenmerk).must_be(200).must_say(REPORT);
    let form = form.fill("wie", &scene.town.account("aov2"));
    aov2.browser.submit(&form).must_be(200).must_say("Uw sleutel ervan is weg");
}

#[test]
fn a_guest_who_becomes_a_member_neither_breaks_a_closed_signal_nor_reads_more_of_it() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.aov.invites(&scene.kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
        scene.aov.takes_away(&scene.kenmerk, "aov2").must_be(200);
        scene.town.joins("aov", "jurist");
        let mut jurist = scene.town.officer("jurist");
        let page = jurist.reads(&scene.kenmerk);
        page.must_be(200).must_say(WORKED_UP);
        assert!(!page.says(REPORT) && !page.says("Let op"), "{}", page.text());
        scene.aov.looks_at(&scene.kenmerk).must_be(200).must_say(REPORT);
        scene.melder_writes("Nog iets.");
        // Let in by one who reads it, he reads all of it.
        scene.aov.invites(&scene.kenmerk, "lid van de route", "behandelaar", None).must_be(200);
        jurist.looks_at(&scene.kenmerk).must_be(200).must_say(REPORT).must_say("Nog iets.");
    });
}

#[test]
fn a_signal_is_not_left_to_a_disabled_account() {
    let mut scene = Scene::new();
    assert!(scene.town.runtime.block_on(scene.town.store.disable_account("aov2")).expect("disabled"));
    scene.aov.takes_away(&scene.kenmerk, "(aov)").must_be(422).must_say("Draag het over aan een andere route");
    // The last one may hand it over without saying that he is not involved.
    scene.aov.looks_at(&scene.kenmerk).must_be(200).must_say(REPORT);
}

#[test]
fn a_signal_goes_to_no_route_with_a_member_who_was_kept_out_of_it() {
    let mut scene = Scene::new();
    scene.aov.takes_away(&scene.kenmerk, "aov2").must_be(200);
    scene.aov.hands_over(&scene.kenmerk, "ambtelijk").must_be(200);
    let mut integriteit = scene.town.officer("integriteit");
    let page = integriteit.decides_who_reads(&scene.kenmerk);
    let routes = page.texts("#overdragen ~ form .option").join(" ");
    assert!(
        routes.contains("Integriteitscommissie") && !routes.contains("Ondermijning"),
        "aov2 would read it again: {routes}"
    );
}

#[test]
fn what_was_written_on_a_head_that_is_no_longer_the_newest_is_not_kept() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let kenmerk = scene.kenmerk.parse().expect("a kenmerk");
        let store = &scene.town.store;
        let stored = scene.town.runtime.block_on(store.signal_by_kenmerk(&kenmerk)).expect("read").expect("a signal");
        let newest = u32::try_from(stored.heads.len()).expect("few");
        scene.aov.takes_away(&scene.kenmerk, "aov2").must_be(200);
        let add = |on_head| {
            let addition = store::signals::Addition { on_head: Some(on_head), ..Default::default() };
            scene.town.runtime.block_on(store.add(stored.signal.id, addition))
        };
        assert!(matches!(add(newest), Err(store::StoreError::Taken)), "sealed to keys that were replaced");
        assert!(add(newest + 1).is_ok());
    });
}

#[test]
fn new_keys_are_not_made_over_a_message_that_came_meanwhile() {
    let mut scene = Scene::new();
    let kenmerk = scene.kenmerk.parse().expect("a kenmerk");
    let read = |scene: &Scene| {
        let found = scene.town.runtime.block_on(scene.town.store.signal_by_kenmerk(&kenmerk));
        found.expect("read").expect("a signal")
    };
    let before = read(&scene);
    let tips = |stored: &store::signals::StoredSignal| {
        [domain::Side::Reporter, domain::Side::Desk, domain::Side::Case].map(|side| {
            let numbers = stored.items.iter().filter(|row| row.place.side == side).map(|row| row.place.number);
            numbers.max().unwrap_or(0)
        })
    };
    scene.melder_writes("Dit kwam ertussen.");
    let on_head = Some(u32::try_from(before.heads.len()).expect("few"));
    let add = |on_tips| {
        let addition = store::signals::Addition { on_head, on_tips: Some(on_tips), ..Default::default() };
        scene.town.runtime.block_on(scene.town.store.add(before.signal.id, addition))
    };
    assert!(matches!(add(tips(&before)), Err(store::StoreError::Taken)), "the message would be refused as stale");
    assert!(add(tips(&read(&scene))).is_ok());
}

#[test]
fn whom_the_reporter_excluded_is_not_invited_either() {
    let town = Town::new();
    let tale = Tale::about(&["ambtenaar"], "Hij neemt geld aan.").with("niet_lezen", "burgemeester");
    town.melder().reports(&tale);
    let mut integriteit = town.officer("integriteit");
    let kenmerk = integriteit.only_signal();
    town.knows("integriteit", "burgemeester", "Adviseur");
    // Nobody is offered: his name is sent all the same.
    integriteit.decides_who_reads(&kenmerk).must_say("Er is nu niemand die u kunt uitnodigen");
    let form = integriteit.access_form(&kenmerk, "ontnemen").fill("stap", "uitnodigen");
    let form = form.fill("collega", &town.account("burgemeester")).fill("als", "behandelaar");
    let form = form.fill("reden", "Hij weet veel.").tick("bevestigd", "ja");
    integriteit.browser.submit(&form).must_be(422).must_say("De melder wil niet dat deze collega");
}
