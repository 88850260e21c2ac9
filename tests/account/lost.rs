//! A forgotten password or a lost telephone: a new key, to which a colleague gives back what the old one had. And the end of
//! an account.

use ::domain::RouteName;
use ::unseal::demo;
use entity::{key_wrap, membership};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::CHOSEN;
use crate::{
    helpers::{
        browser::{Browser, Page},
        installation::Installation,
        people::{Officer, Tale},
        town::{PASSWORD, Town, noon},
    },
    tampering::{change, with_db},
};

/// A new invitation for somebody who is there, and how he takes it.
pub fn comes_back(town: &Town, login: &str) -> Officer {
    let now = ::domain::Clock::now(town.clock.as_ref());
    let reset = desk::invitation::reset(&town.store, now, login);
    let path = town.runtime.block_on(reset).expect("stored").expect("an account");
    let mut officer = Officer { browser: Browser::at(&town.desk) };
    let form = officer.browser.open(&path).must_be(200).form("/uitnodiging");
    let form = form.fill("wachtwoord", CHOSEN).fill("wachtwoord2", CHOSEN);
    officer.browser.submit(&form).must_be(200).must_say("Uitloggen");
    officer
}

pub fn six_words(officer: &mut Officer) -> String {
    officer.browser.open("/beheer").texts("[aria-labelledby=zes] .six").first().cloned().expect("six words")
}

pub fn wraps_of(town: &Town, login: &str) -> Vec<key_wrap::Model> {
    let holder = town.account(login);
    with_db(town, async |db| {
        let held = key_wrap::Entity::find().filter(key_wrap::Column::Holder.eq(holder.clone()));
        held.all(db).await.expect("wraps")
    })
}

#[test]
fn a_member_who_forgot_his_password_is_let_in_again() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let mut before = town.officer("aov2");
        let kenmerk = before.only_signal();
        before.describes(&kenmerk, "Opgewerkt met de oude sleutel.").must_be(200);
        let mut again = comes_back(&town, "aov2");
        before.browser.open("/").must_say("Inloggen");
        Officer::at(&town.desk).logs_in("aov2", PASSWORD).must_be(422);
        again.reads(&kenmerk).must_be(404);
        again.browser.open("/").must_say("klopt niet en wordt niet gebruikt").must_not_say("teruggedraaid");

        let words = six_words(&mut again);
        let page = aov.browser.open("/beheer");
        let form = page.must_say("Nieuwe sleutel").form("/beheer/toelaten");
        let own = six_words(&mut aov);
        aov.browser.submit(&form.clone().fill("woorden", &own)).must_be(422);
        again.reads(&kenmerk).must_be(404);
        aov.browser.submit(&form.fill("woorden", &words)).must_be(200).must_say("opnieuw toegelaten");
        again.reads(&kenmerk).must_be(200).must_say("Opgewerkt met de oude sleutel.");
        again.describes(&kenmerk, "Opgewerkt met de nieuwe sleutel.").must_be(200);
        let page = aov.reads(&kenmerk);
        page.must_say("Opgewerkt met de nieuwe sleutel.").must_say("aov2").must_not_say("niet meer op deze route");

        // What is wrapped to him, the old key does not open.
        let id = town.account("aov2");
        let rows = with_db(&town, async |db| membership::Entity::find().all(db).await.expect("memberships"));
        let own = rows.into_iter().find(|row| row.account_id.to_string() == id).expect("his");
        assert!(demo::person("aov2").open(&own.sealed).is_err());
        aov.browser.open("/beheer").must_not_say("Nieuwe sleutel");
    });
}

#[test]
fn a_colleague_gets_back_every_signal_that_he_had_and_no_other() {
    Town::each(|town| {
        let mut aov = town.officer("aov");
        for _ in 0..3 {
            town.melder().reports(&Tale::ordinary());
        }
        let all = aov.queue();
        for kenmerk in &all[..2] {
            aov.invites(kenmerk, "behandelaar", "behandelaar", Some("Om te antwoorden.")).must_be(200);
        }
        let mut before = town.officer("behandelaar");
        before.reads(&all[0]).must_be(200).must_say("huur contant");
        let mut again = comes_back(&town, "behandelaar");
        for kenmerk in &all {
            again.reads(kenmerk).must_be(404);
        }
        let words = six_words(&mut again);
        let page = aov.browser.open("/beheer");
        let form = page.must_say("Nieuwe sleutel").form_with("/beheer/voorstellen", "naam", "behandelaar");
        for kenmerk in &all[..2] {
            page.must_say(kenmerk);
        }
        page.must_not_say(&all[2]);
        aov.browser.submit(&form.fill("woorden", &words)).must_be(200).must_say("opnieuw toegelaten");
        for kenmerk in &all[..2] {
            again.reads(kenmerk).must_be(200).must_say("huur contant");
        }
        again.reads(&all[2]).must_be(404);
        again.answers(&all[0], "Vraag", "Waar was dat?").must_be(200);
        aov.reads(&all[0]).must_say("Waar was dat?");
        let wraps = wraps_of(&town, "behandelaar");
        assert_eq!(wraps.len(), 4, "two keys of two signals");
        assert!(wraps.iter().all(|wrap| demo::person("behandelaar").open(&wrap.sealed).is_err()));
    });
}

#[test]
fn what_an_old_key_had_goes_to_nobody_who_was_put_in_its_row() {
    let town = Town::new();
    let (mut aov, mut thief) = (town.officer("aov"), comes_back(&town, "aov2"));
    // Somebody with the database gives the member's row to a colleague of his own, who reads his own six words aloud.
    for change in ["name = 'piet'", "function = 'Beleidsmedewerker'"] {
        town.tamper(&format!("UPDATE account SET {change} WHERE name IN ('aov2', 'piet')"));
        let words = six_words(&mut thief);
        let form = aov.browser.open("/beheer").must_be(200).form("/beheer/toelaten").fill("woorden", &words);
        aov.browser.submit(&form).must_be(422).must_say("stond eerder iemand met een andere naam of functie");
    }
    town.tamper("UPDATE account SET name = 'aov2', function = 'Vervanger' WHERE name = 'piet'");
    let words = six_words(&mut thief);
    let form = aov.browser.open("/beheer").form("/beheer/toelaten").fill("woorden", &words);
    aov.browser.submit(&form).must_be(200);
}

/// Who can be invited.
fn offered(page: &Page) -> Vec<String> {
    page.texts("select[name='collega'] option")
}

#[test]
fn who_said_that_he_is_involved_stays_involved_with_a_new_key() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk);
    aov.invites(&kenmerk, "behandelaar", "behandelaar", None).must_be(200);
    let mut before = town.officer("behandelaar");
    let form = before.looks_at(&kenmerk).form(&format!("/signalen/{kenmerk}/verklaring"));
    before.browser.submit(&form.fill("betrokken", "ja")).must_be(200);
    let mut again = comes_back(&town, "behandelaar");
    let words = six_words(&mut again);
    let form = aov.browser.open("/beheer").form_with("/beheer/voorstellen", "naam", "behandelaar");
    aov.browser.submit(&form.fill("woorden", &words)).must_be(200);
    again.reads(&kenmerk).must_be(404);
    assert!(offered(&aov.decides_who_reads(&kenmerk)).iter().all(|name| !name.contains("(behandelaar)")));
    again.reads(&kenmerk).must_be(404);
}

#[test]
fn the_old_key_put_back_in_the_database_opens_nothing_new() {
    let town = Town::new();
    let old = town.runtime.block_on(town.store.account_by_name("aov2")).expect("read").expect("an account");
    let mut aov = town.officer("aov");
    let mut again = comes_back(&town, "aov2");
    let words = six_words(&mut again);
    let form = aov.browser.open("/beheer").form("/beheer/toelaten");
    aov.browser.submit(&form.fill("woorden", &words)).must_be(200);
    town.melder().reports(&Tale::ordinary());
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk).must_be(200);
    change(&town, old);
    let mut thief = Officer::at(&town.desk);
    thief.logs_in("aov2", PASSWORD).must_be(200).must_say("klopt niet en wordt niet gebruikt");
    thief.reads(&kenmerk).must_be(404);
}

#[test]
fn whose_account_is_disabled_is_out_at_once_and_left_out_of_new_keys() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.reads(&kenmerk);
        aov.invites(&kenmerk, "behandelaar", "behandelaar", Some("Om te antwoorden.")).must_be(200);
        let mut guest = town.officer("behandelaar");
        guest.reads(&kenmerk).must_be(200);
        assert!(town.runtime.block_on(town.store.disable_account("behandelaar")).expect("stored"));
        guest.browser.open("/").must_say("Inloggen");
        assert!(!wraps_of(&town, "behandelaar").is_empty(), "keys change when a member opens the signal");
        let page = aov.browser.open(&format!("/signalen/{kenmerk}/toegang"));
        page.must_be(200);
        assert!(wraps_of(&town, "behandelaar").is_empty());
        aov.describes(&kenmerk, "Onder nieuwe sleutels.").must_be(200);
        // Nor does a new invitation help who is disabled.
        let reset = desk::invitation::reset(&town.store, noon(), "behandelaar");
        assert_eq!(town.runtime.block_on(reset).expect("answered"), None);
    });
}

#[test]
fn the_last_member_of_a_route_stays() {
    let made = Installation::founded();
    for command in ["disable", "reset"] {
        made.command(&["account", command, "aov"]).must_refuse(&["aov", "last member", "let another member in first"]);
    }
    made.command(&["account", "list"]).must_end(0).must_say("aov\tactive");
    made.command(&["account", "reset", "niemand"]).must_refuse(&["niemand", "no such account"]);
    let town = Town::new();
    let sole = |login| town.runtime.block_on(town.store.sole_member_of(login)).expect("read");
    assert_eq!(sole("burgemeester"), Some(RouteName::Burgemeester));
    assert_eq!((sole("aov"), sole("beheer"), sole("jurist")), (None, None, None));
    assert!(town.runtime.block_on(town.store.disable_account("aov2")).expect("stored"));
    assert_eq!(sole("aov"), Some(RouteName::Aov));
    // Who chose a password again opens nothing before a colleague let him in: he does not count.
    let town = Town::new();
    let waiting = comes_back(&town, "aov2");
    assert_eq!(town.runtime.block_on(town.store.sole_member_of("aov")).expect("read"), Some(RouteName::Aov));
    drop(waiting);
}

#[test]
fn while_somebody_waits_for_a_new_key_nothing_is_wrapped_to_the_old_one() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        for login in ["behandelaar", "jurist"] {
            aov.invites(&kenmerk, login, "behandelaar", None);
        }
        let before = wraps_of(&town, "behandelaar").len();
        assert!(before > 0);
        let reset = desk::invitation::reset(&town.store, noon(), "behandelaar");
        town.runtime.block_on(reset).expect("stored").expect("an invitation");
        // Another guest goes: new keys for everybody who stays, and none for a key that is lost.
        aov.takes_away(&kenmerk, "jurist").must_be(200);
        assert!(wraps_of(&town, "behandelaar").is_empty());
        let page = aov.decides_who_reads(&kenmerk);
        assert!(offered(&page).iter().all(|name| !name.contains("(behandelaar)")), "{:?}", offered(&page));
    });
}

#[test]
fn who_said_that_he_is_involved_with_a_key_he_lost_is_kept_out_on_every_route() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.invites(&kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
        let mut jurist = town.officer("jurist");
        let page = jurist.looks_at(&kenmerk);
        let form = page.form(&format!("/signalen/{kenmerk}/verklaring")).fill("betrokken", "ja");
        jurist.browser.submit(&form);
        jurist.looks_at(&kenmerk).must_be(404);
        // He loses his key. His old route knows both; the next one only knows the new.
        let mut again = comes_back(&town, "jurist");
        let words = six_words(&mut again);
        let mut integriteit = town.officer("integriteit");
        for member in [&mut aov, &mut integriteit] {
            let form = member.browser.open("/beheer").form_with("/beheer/voorstellen", "naam", "jurist");
            member.browser.submit(&form.fill("woorden", &words)).must_be(200);
        }
        aov.hands_over(&kenmerk, "ambtelijk").must_be(200);
        let page = integriteit.decides_who_reads(&kenmerk);
        page.must_be(200);
        assert!(
            !page.texts("select[name=collega] option").iter().any(|who| who.contains("(jurist)")),
            "{}",
            page.text()
        );
        again.reads(&kenmerk).must_be(404);
    });
}
