//! Who may not, twice, too late, and where nobody can.

use ::domain::{
    RouteName,
    reveal::{Consent, Wish},
};
use chrono::TimeDelta;
use unseal::demo;

use super::{NAME, Scene, WHY};
use crate::{
    helpers::{
        people::Tale,
        town::{PASSWORD, Town},
    },
    keeping::Closed,
    tampering::with_db,
};

#[test]
fn a_request_is_made_once_decided_once_and_asked_again_after_a_refusal() {
    Town::each(|town| {
        let mut scene = Scene::on(town, NAME);
        scene.asks_melder().must_be(200);
        scene.melder_says("ja").must_be(200);
        let form = scene.form("voorleggen").fill("reden", WHY);
        for _ in 0..2 {
            scene.aov.browser.submit(&form).must_be(200).must_say("ligt bij de identiteitsbewaarder");
        }
        assert_eq!(scene.page().texts("section[aria-labelledby=verzoeken] li").len(), 1);
        // Two bewaarders, each with the page open.
        let path = format!("/namen/{}", scene.kenmerk);
        let ((mut one, first), (mut two, second)) = (scene.request("bewaarder"), scene.request("bewaarder2"));
        let fill =
            |page: &crate::helpers::browser::Page| page.must_be(200).form(&path).fill("reden", "Nee, te weinig.");
        one.browser.submit(&fill(&first).tick("stap", "weigeren")).must_be(200).must_say("Geweigerd door bewaarder");
        let late = two.browser.submit(&fill(&second).tick("stap", "toekennen"));
        late.must_be(200).must_say("Geweigerd door bewaarder").must_not_say("Toegekend");
        scene.page().must_say("geweigerd").must_say("Nee, te weinig.").must_not_say("Toon de naam");
        // Asked again; what the second bewaarder still has open is the first request's, and decides nothing.
        scene.puts_before().must_be(200).must_say("ligt bij de identiteitsbewaarder");
        two.browser.submit(&fill(&second).tick("stap", "toekennen")).must_be(200).must_say("Geweigerd door bewaarder");
        scene.decides("bewaarder2", "toekennen").must_say("Toegekend door bewaarder2");
        // Given once, opened once.
        for _ in 0..2 {
            scene.page().must_be(200).must_say("De envelop ligt nu bij bewaarder2");
        }
        let form = two.browser.open(&path).form_with(&path, "stap", "openen");
        one.browser.open(&format!("{path}?{}", form.value("verzoek"))).must_be(200).must_not_say("Open de envelop");
        for _ in 0..2 {
            two.browser.submit(&form).must_be(200).must_say("De envelop is geopend");
        }
        scene.shows().must_be(200).must_say(NAME);
        assert_eq!(scene.page().texts("section[aria-labelledby=verzoeken] li").len(), 2);
    });
}

#[test]
fn a_request_that_was_withdrawn_is_decided_by_nobody() {
    Town::each(|town| {
        let mut scene = Scene::on(town, NAME);
        scene.puts_before().must_be(200);
        let (mut keeper, page) = scene.request("bewaarder");
        let form = scene.form("intrekken");
        for _ in 0..2 {
            scene.aov.browser.submit(&form).must_be(200).must_say("Het verzoek is ingetrokken");
        }
        scene.request("bewaarder").1.must_be(404);
        let path = format!("/namen/{}", scene.kenmerk);
        let late = page.form(&path).fill("reden", "Goed.").tick("akkoord", "ja").tick("stap", "toekennen");
        keeper.browser.submit(&late).must_be(404);
        scene.page().must_say("ingetrokken").must_say("Leg het verzoek voor");
        // Withdrawn while the bewaarder says yes: it stays closed.
        scene.puts_before().must_be(200);
        let form = scene.form("intrekken");
        scene.decides("bewaarder", "toekennen").must_be(200);
        scene.aov.browser.submit(&form).must_be(200).must_say("Het verzoek is ingetrokken");
        assert!(rows(&scene.town).is_empty());
        // And so it does while he has it and did not open it.
        scene.puts_before().must_be(200);
        scene.decides("bewaarder", "toekennen").must_be(200);
        let form = scene.form("intrekken");
        let (mut keeper, page) = scene.request("bewaarder");
        let opens = page.form_with(&path, "stap", "openen");
        for _ in 0..2 {
            scene.aov.browser.submit(&form).must_be(200).must_say("Het verzoek is ingetrokken");
        }
        keeper.browser.submit(&opens).must_be(404);
        assert!(rows(&scene.town).is_empty(), "nothing is left to open");
        scene.puts_before().must_be(200).must_say("ligt bij de identiteitsbewaarder");
    });
}

#[test]
fn an_envelope_is_not_given_to_who_became_involved_or_cannot_open_it() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.asks_melder().must_be(200);
    scene.melder_says("ja").must_be(200);
    scene.puts_before().must_be(200);
    scene.decides("bewaarder", "toekennen").must_be(200);
    // The yes is written down while the reporter hesitates; when he says yes again, the bewaarder is somebody else.
    scene.melder_says("nee").must_be(200);
    scene.page().must_be(200).must_say("toegekend");
    scene.town.joins("aov", "bewaarder");
    scene.melder_says("ja").must_be(200);
    scene.page().must_be(200).must_say("kan of mag deze envelop niet meer openen");
    assert!(rows(&scene.town)[0].given.is_none());
    // It lies in nobody's way.
    let form = scene.form("intrekken");
    scene.aov.browser.submit(&form).must_be(200);
    scene.puts_before().must_be(200);
    scene.decides("bewaarder2", "toekennen").must_be(200);
    scene.opens("bewaarder2").must_be(200);
    scene.shows().must_be(200).must_say(NAME);
}

#[test]
fn a_bewaarder_who_reads_the_signal_or_is_involved_decides_nothing() {
    let town = Town::new();
    let mut scene = Scene::on(town, NAME);
    // One is a member of the route.
    scene.town.joins("aov", "bewaarder");
    // The other was invited and said that he is involved.
    scene.town.knows("aov", "bewaarder2", "Identiteitsbewaarder");
    scene
        .aov
        .invites(&scene.kenmerk.clone(), "bewaarder2", "behandelaar", Some("Nodig."))
        .must_be(422)
        .must_say("kan een envelop alleen openen");
    scene.aov.invites(&scene.kenmerk.clone(), "bewaarder2", "deelnemer aan het overleg", None).must_be(200);
    scene.page().must_be(200).must_say("Niemand mag deze envelop openen").must_not_say("Leg het verzoek voor");
    let mut guest = scene.town.officer("bewaarder2");
    let page = guest.looks_at(&scene.kenmerk);
    let path = format!("/signalen/{}/verklaring", scene.kenmerk);
    guest.browser.submit(&page.form(&path).fill("betrokken", "ja").tick("bevestigd", "ja"));
    scene.page().must_say("Niemand mag deze envelop openen");
    // A third can, and the first two do not hear of it.
    scene.town.runtime.block_on(async {
        let (key, account) =
            crate::helpers::town::add_account(&scene.town.store, "bewaarder3", "Identiteitsbewaarder", None).await;
        let (by, route) = (demo::person("bewaarder"), demo::route(RouteName::Bewaarder));
        let on = ::domain::clock::dutch_date(crate::helpers::town::noon());
        let grant = desk::admin::granted(on, &by, &route, RouteName::Bewaarder, &account, key.pair()).expect("a grant");
        scene.town.store.add_membership(grant, &store::Under::first(RouteName::Bewaarder)).await.expect("a member");
    });
    scene.puts_before().must_be(200);
    for login in ["bewaarder", "bewaarder2"] {
        let (mut keeper, page) = scene.request(login);
        page.must_be(404);
        keeper.browser.open("/namen").must_be(200).must_not_say(&scene.kenmerk);
        keeper.browser.open("/").must_not_say("Beslissen over een naam");
    }
    scene.decides("bewaarder3", "toekennen").must_say("Toegekend door bewaarder3");
    scene.opens("bewaarder3").must_be(200);
    scene.shows().must_be(200).must_say(NAME);
}

#[test]
fn nobody_else_learns_of_requests_and_nobody_asks_who_may_not_read() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.puts_before().must_be(200);
    let path = format!("/namen/{}", scene.kenmerk);
    for login in ["aov", "aov2", "burgemeester", "jurist", "beheer"] {
        let mut officer = scene.town.officer(login);
        for path in ["/namen", &path] {
            officer.browser.open(path).must_be(404);
        }
    }
    // A member who did not say that he is not involved; one of the meeting; a stranger.
    scene.town.officer("aov2").browser.open(&scene.path()).must_be(403);
    scene.aov.invites(&scene.kenmerk.clone(), "jurist", "deelnemer aan het overleg", None).must_be(200);
    let mut jurist = scene.town.officer("jurist");
    jurist.reads(&scene.kenmerk).must_be(200).must_not_say("Vraag naar de naam");
    jurist.browser.open(&scene.path()).must_be(403);
    scene.town.officer("burgemeester").browser.open(&scene.path()).must_be(404);
}

#[test]
fn the_password_is_asked_again_for_asking_deciding_and_showing() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.town.later(TimeDelta::minutes(11));
    let form = scene.form("voorleggen").fill("reden", WHY).fill("zonder_vragen", "Geen tijd.");
    let page = scene.aov.browser.submit(&form);
    page.must_be(422).must_say("Typ uw wachtwoord nog een keer").must_say(WHY);
    scene.aov.browser.submit(&form.clone().fill("wachtwoord", "mis")).must_be(422).must_say("niet uw wachtwoord");
    scene.aov.browser.submit(&form.fill("wachtwoord", PASSWORD)).must_be(200).must_say("ligt bij");
    let (mut keeper, page) = scene.request("bewaarder");
    let form = page.form(&format!("/namen/{}", scene.kenmerk)).fill("reden", "Goed.").tick("akkoord", "ja");
    let form = form.tick("stap", "toekennen");
    scene.town.later(TimeDelta::minutes(11));
    keeper.browser.submit(&form).must_be(422).must_say("Typ uw wachtwoord nog een keer").must_say("Goed.");
    keeper.browser.submit(&form.fill("wachtwoord", PASSWORD)).must_be(200).must_say("Toegekend");
    scene.opens("bewaarder").must_be(200);
    scene.town.later(TimeDelta::minutes(11));
    let form = scene.form("tonen");
    scene.aov.browser.submit(&form).must_be(422).must_not_say(NAME);
    scene.aov.browser.submit(&form.fill("wachtwoord", PASSWORD)).must_be(200).must_say(NAME);
}

#[test]
fn the_request_of_a_route_that_handed_the_signal_over_dies_with_its_rows() {
    Town::each(|town| {
        let mut scene = Scene::granted(town, NAME);
        let (mut keeper, _) = scene.request("bewaarder");
        let kenmerk = scene.kenmerk.clone();
        assert_eq!(rows(&scene.town).len(), 1);
        scene.aov.hands_over(&kenmerk, "ambtelijk").must_be(200);
        assert!(rows(&scene.town).is_empty());
        keeper.browser.open(&format!("/namen/{kenmerk}")).must_be(404);
        scene.page().must_be(404);
        // The new route asks for itself.
        let mut next = scene.town.officer("integriteit");
        next.reads(&kenmerk).must_be(200);
        next.browser.open(&scene.path()).must_be(200).must_not_say("Toon de naam").must_say("Leg het verzoek voor");
    });
}

#[test]
fn whose_access_was_taken_away_is_given_no_name() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.puts_before().must_be(200);
    let mut aov2 = scene.town.officer("aov2");
    aov2.reads(&scene.kenmerk);
    aov2.takes_away(&scene.kenmerk, "(aov)").must_be(200);
    scene.request("bewaarder").1.must_be(404);
    assert!(rows(&scene.town).is_empty());
    // It lies in nobody's way: who stays can ask.
    let page = aov2.browser.open(&scene.path());
    page.must_be(200).must_say("ingetrokken of vervallen").must_say("Leg het verzoek voor").must_not_say("Let op");
}

#[test]
fn a_name_that_was_granted_and_not_looked_at_goes_with_the_access_of_who_asked() {
    Town::each(|town| {
        let scene = Scene::granted(town, NAME);
        let mut aov2 = scene.town.officer("aov2");
        aov2.reads(&scene.kenmerk);
        assert!(rows(&scene.town)[0].name.is_some());
        aov2.takes_away(&scene.kenmerk, "(aov)").must_be(200);
        assert!(rows(&scene.town).is_empty(), "nothing is left that his key opens");
    });
}

fn rows(town: &Town) -> Vec<entity::reveal::Model> {
    town.runtime.block_on(town.store.reveals()).expect("read")
}

#[test]
fn the_end_of_a_signal_is_the_end_of_what_was_asked_of_its_envelope() {
    Town::each(|town| {
        let scene = Closed::on(town);
        let kenmerk = scene.kenmerk.parse().expect("a kenmerk");
        let whole = scene.town.runtime.block_on(scene.town.store.signal_by_kenmerk(&kenmerk)).expect("read");
        let row = entity::reveal::Model {
            id: ::domain::RevealId::random(&mut rand::rng()),
            signal_id: whole.expect("a signal").signal.id,
            request: vec![1],
            decision: Some(vec![2]),
            given: Some(vec![4]),
            opened: Some(vec![5]),
            name: Some(vec![3]),
        };
        crate::tampering::insert(&scene.town, row);
        scene.is_destroyed();
        assert_eq!(scene.count("reveal"), 0);
    });
}

#[test]
fn without_a_bewaarder_the_page_says_that_nobody_can() {
    let town = Town::with_routes(&[RouteName::Aov]);
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk);
    let page = aov.browser.open(&format!("/signalen/{kenmerk}/naam"));
    page.must_be(200).must_say("Niemand kan een envelop openen").must_not_say("Leg het verzoek voor");
    // A route with a key and no member is nobody either.
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk);
    aov.browser.open(&format!("/signalen/{kenmerk}/naam")).must_say("Niemand kan een envelop openen");
}

#[test]
fn what_a_municipality_decides_about_asking_first_changes_what_a_request_needs() {
    let asks = |consent, first| Wish::parse("Omdat.", "", consent, first);
    assert!(asks(Consent::NotAsked, true).is_err());
    assert!(asks(Consent::NotAsked, false).is_ok_and(|wish| wish.zonder_vragen.is_none()));
    for first in [true, false] {
        assert!(asks(Consent::Yes, first).is_ok(), "{first}");
        assert!(asks(Consent::No, first).is_err() && asks(Consent::Silent, first).is_err(), "{first}");
        assert!(Wish::parse(" ", "Omdat.", Consent::Yes, first).is_err());
    }
    let with = Wish::parse("Omdat.", "Geen tijd.", Consent::NotAsked, true);
    assert!(with.is_ok_and(|wish| wish.zonder_vragen.as_deref() == Some("Geen tijd.")));
}

#[test]
fn an_old_database_gets_its_table_and_every_sealed_value_has_one_of_a_few_sizes() {
    let scene = Scene::granted(Town::new(), NAME);
    let all = with_db(&scene.town, async |db| {
        use sea_orm::EntityTrait;
        entity::reveal::Entity::find().all(db).await.expect("rows")
    });
    let row = &all[0];
    for sealed in
        [Some(&row.request), row.decision.as_ref(), row.given.as_ref(), row.opened.as_ref(), row.name.as_ref()]
    {
        assert!(::seal::bucket::is_bucket(sealed.expect("there").len()));
    }
    assert_eq!(row.name.as_ref().map(Vec::len), Some(::seal::envelope::ENVELOPE));
}
