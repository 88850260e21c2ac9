//! Another password of one's own choice, and with it another key: nothing that he had is lost, and an old dump with the old
//! password opens nothing that is sealed from then on.

use ::seal::Signer;
use ::unseal::{demo, password};
use chrono::TimeDelta;
use entity::{key_wrap, membership, renewal};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{CHOSEN, newcomer};
use crate::{
    helpers::{
        browser::{Browser, Page},
        people::{Officer, Tale},
        phone,
        town::{PASSWORD, Town},
    },
    tampering::with_db,
};

/// Fills in the page, without sending anything yet.
fn form(officer: &mut Officer, old: &str, new: &str) -> crate::helpers::browser::Form {
    let form = officer.browser.open("/account/wachtwoord").must_be(200).form("/account/wachtwoord");
    form.fill("wachtwoord", old).fill("nieuw", new).fill("nieuw2", new)
}

/// Chooses another password, where no code is asked.
pub fn changes(officer: &mut Officer, old: &str, new: &str) -> Page {
    let form = form(officer, old, new);
    officer.browser.submit(&form)
}

pub fn row(town: &Town, login: &str) -> entity::account::Model {
    town.runtime.block_on(town.store.account_by_name(login)).expect("read").expect("an account")
}

fn renewals(town: &Town) -> Vec<renewal::Model> {
    with_db(town, async |db| renewal::Entity::find().all(db).await.expect("renewals"))
}

fn wraps_of(town: &Town, login: &str) -> Vec<key_wrap::Model> {
    let holder = town.account(login);
    with_db(town, async |db| {
        let held = key_wrap::Entity::find().filter(key_wrap::Column::Holder.eq(holder.clone()));
        held.all(db).await.expect("wraps")
    })
}

fn memberships_of(town: &Town, login: &str) -> Vec<membership::Model> {
    let id = town.account(login);
    let rows = with_db(town, async |db| membership::Entity::find().all(db).await.expect("memberships"));
    rows.into_iter().filter(|row| row.account_id.to_string() == id).collect()
}

#[test]
fn a_member_with_a_new_password_keeps_everything_and_his_colleagues_need_do_nothing() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let (mut own, mut elsewhere) = (town.officer("aov2"), town.officer("aov2"));
        let kenmerk = own.only_signal();
        own.describes(&kenmerk, "Geschreven met de oude sleutel.").must_be(200);
        let old_cookies = own.browser.cookies.clone();
        changes(&mut own, PASSWORD, CHOSEN).must_be(200).must_say("nieuw wachtwoord en een nieuwe sleutel");

        // Every other session ended, and his old cookie and old password are of no use.
        elsewhere.browser.open("/").must_say("Inloggen").must_not_say("Uitloggen");
        let mut stolen = Officer { browser: Browser::at(&town.desk) };
        stolen.browser.cookies = old_cookies;
        stolen.browser.open("/").must_say("Inloggen").must_not_say("Uitloggen");
        Officer::at(&town.desk).logs_in("aov2", PASSWORD).must_be(422);
        let mut again = Officer::at(&town.desk);
        again.logs_in("aov2", CHOSEN).must_be(200).must_say("Uitloggen").must_not_say("klopt niet");

        // He reads and writes on, and is not asked again whether he is involved.
        for officer in [&mut own, &mut again] {
            let page = officer.looks_at(&kenmerk);
            page.must_be(200).must_say("Geschreven met de oude sleutel.").must_not_say("Bent u betrokken");
            page.must_not_say("teruggedraaid").must_not_say("beschadigd");
        }
        own.describes(&kenmerk, "Geschreven met de nieuwe sleutel.").must_be(200);
        let page = aov.reads(&kenmerk);
        page.must_say("Geschreven met de nieuwe sleutel.").must_say("aov2").must_not_say("niet meer op deze route");
        aov.browser.open("/beheer").must_not_say("Nieuwe sleutel").must_not_say("Zelf een nieuw wachtwoord gekozen");
        aov.describes(&kenmerk, "En de collega schrijft verder.").must_be(200);
        own.reads(&kenmerk).must_be(200).must_say("En de collega schrijft verder.");
        // What comes now, he opens too.
        town.melder().reports(&Tale::ordinary());
        let queue = own.queue();
        assert_eq!(queue.len(), 2);
        for kenmerk in queue {
            own.reads(&kenmerk).must_be(200);
        }
        // A second time, with the key of the first.
        let second = "zeven paarden dromen van kaneel en rook";
        changes(&mut own, CHOSEN, second).must_be(200);
        own.looks_at(&kenmerk).must_be(200).must_say("En de collega schrijft verder.").must_not_say("Bent u betrokken");
        own.describes(&kenmerk, "En met de derde.").must_be(200);
        aov.reads(&kenmerk).must_say("En met de derde.");

        // The old key from an old dump opens nothing of his any more, with the whole database.
        let old = demo::person("aov2");
        for row in memberships_of(&town, "aov2") {
            assert!(old.open(&row.sealed).is_err());
        }
        let account = row(&town, "aov2");
        let sealed = account.sealed_key.expect("sealed");
        assert!(password::unlock(&sealed, PASSWORD).is_err());
        assert_ne!(password::unlock(&sealed, second).expect("opens").verify_key(), old.verify_key());
        for row in renewals(&town) {
            assert!(old.open(&row.sealed).is_err() && ::seal::bucket::is_bucket(row.sealed.len()));
        }
    });
}

#[test]
fn a_guest_reads_and_answers_on_and_gets_what_is_new_once_a_member_says_that_it_was_he() {
    Town::each(|town| {
        let mut melder = town.melder();
        let code = melder.reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.invites(&kenmerk, "behandelaar", "behandelaar", Some("Om te antwoorden.")).must_be(200);
        aov.invites(&kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
        let mut guest = town.officer("behandelaar");
        guest.reads(&kenmerk).must_be(200).must_say("huur contant");
        let page = guest.browser.open("/account/wachtwoord");
        page.must_say("moet daarna bij Beheer bevestigen");
        changes(&mut guest, PASSWORD, CHOSEN).must_be(200);
        // Without waiting for anybody: reads, and answers, and the reporter reads it.
        guest.looks_at(&kenmerk).must_be(200).must_say("huur contant").must_not_say("Bent u betrokken");
        guest.answers(&kenmerk, "Vraag", "Waar was dat precies?").must_be(200);
        melder.opens(&code).must_be(200).must_say("Waar was dat precies?");
        aov.reads(&kenmerk).must_say("Waar was dat precies?").must_not_say("niet meer op deze route");
        let old = demo::person("behandelaar");
        let wraps = wraps_of(&town, "behandelaar");
        assert_eq!(wraps.len(), 2);
        assert!(wraps.iter().all(|wrap| old.open(&wrap.sealed).is_err()));

        // New keys are not sealed to a key that nobody of the route took for his.
        aov.takes_away(&kenmerk, "jurist").must_be(200);
        assert!(wraps_of(&town, "behandelaar").is_empty());
        guest.looks_at(&kenmerk).must_be(404);
        let page = aov.browser.open("/beheer");
        let confirm = page.must_say("Zelf een nieuw wachtwoord gekozen").form("/beheer/vernieuwd");
        assert_eq!(confirm.value("account"), town.account("behandelaar"));
        aov.browser.submit(&confirm).must_be(200).must_say("krijgt weer alles wat nieuw is");
        aov.browser.open("/beheer").must_not_say("Zelf een nieuw wachtwoord gekozen");
        // Twice is once.
        aov.browser.submit(&confirm).must_be(200);
        guest.looks_at(&kenmerk).must_be(200).must_say("huur contant").must_not_say("Bent u betrokken");
        guest.answers(&kenmerk, "Vraag", "En wanneer?").must_be(200);
        melder.opens(&code).must_say("En wanneer?");
        let wraps = wraps_of(&town, "behandelaar");
        assert!(!wraps.is_empty() && wraps.iter().all(|wrap| old.open(&wrap.sealed).is_err()));
    });
}

#[test]
fn a_member_of_a_closed_signal_reads_on_with_a_new_password() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        town.joins("aov", "jurist");
        let (mut aov, mut own) = (town.officer("aov"), town.officer("aov2"));
        let kenmerk = aov.only_signal();
        own.reads(&kenmerk).must_be(200);
        aov.takes_away(&kenmerk, "jurist").must_be(200);
        own.looks_at(&kenmerk).must_be(200);
        changes(&mut own, PASSWORD, CHOSEN).must_be(200);
        own.looks_at(&kenmerk).must_be(200).must_say("huur contant").must_not_say("Bent u betrokken");
        own.describes(&kenmerk, "Besloten en vernieuwd.").must_be(200);
        aov.reads(&kenmerk).must_be(200).must_say("Besloten en vernieuwd.");
        town.officer("jurist").looks_at(&kenmerk).must_be(404);
    });
}

#[test]
fn who_guesses_the_old_password_in_an_open_session_waits_as_at_the_door() {
    Town::each(|town| {
        let mut own = town.officer("aov2");
        // Not even just after logging in is it left out.
        for _ in 0..5 {
            changes(&mut own, "een verkeerd wachtwoord dat niet past", CHOSEN)
                .must_be(422)
                .must_say("niet uw wachtwoord");
        }
        changes(&mut own, PASSWORD, CHOSEN).must_be(422).must_say("te vaak verkeerd");
        own.browser.open("/").must_say("5 keer tevergeefs");
        town.later(TimeDelta::seconds(6));
        changes(&mut own, PASSWORD, CHOSEN).must_be(200).must_say("nieuwe sleutel");
    });
}

#[test]
fn a_password_that_is_weak_the_same_or_typed_differently_is_not_taken() {
    let town = Town::new();
    let mut own = town.officer("aov2");
    let before = row(&town, "aov2");
    changes(&mut own, PASSWORD, "kort").must_be(422).must_say("minstens 14 tekens");
    changes(&mut own, PASSWORD, "wachtwoord1234").must_be(422).must_say("te makkelijk te raden");
    changes(&mut own, PASSWORD, PASSWORD).must_be(422).must_say("Dit is uw oude wachtwoord");
    let form = form(&mut own, PASSWORD, CHOSEN);
    let page = own.browser.submit(&form.clone().fill("nieuw2", "iets heel anders dan dat"));
    page.must_be(422).must_say("niet gelijk");
    assert!(!page.body.contains(CHOSEN) && !page.body.contains(PASSWORD), "a password never comes back");
    own.browser.submit(&form.fill("wachtwoord", "")).must_be(422).must_say("Typ het wachtwoord dat u nu heeft");
    assert_eq!(row(&town, "aov2"), before);
    assert!(renewals(&town).is_empty());
}

#[test]
fn of_two_windows_at_once_one_is_first() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let mut own = town.officer("aov2");
        let kenmerk = own.only_signal();
        own.reads(&kenmerk).must_be(200);
        let other = "zeven paarden dromen van kaneel en rook";
        let forms = [CHOSEN, other].map(|new| form(&mut own, PASSWORD, new));
        let cookies = own.browser.cookies.clone();
        let answers: Vec<Page> = std::thread::scope(|scope| {
            let sent: Vec<_> = forms
                .iter()
                .map(|form| {
                    let mut browser = Browser::at(&town.desk);
                    browser.cookies = cookies.clone();
                    scope.spawn(move || browser.submit(form))
                })
                .collect();
            sent.into_iter().map(|one| one.join().expect("an answer")).collect()
        });
        let done = answers.iter().filter(|page| page.says("nieuw wachtwoord en een nieuwe sleutel")).count();
        assert_eq!(done, 1, "{:?}", answers.iter().map(|page| page.status).collect::<Vec<_>>());
        assert_eq!(renewals(&town).len(), 1);
        let opens = |new: &&str| {
            let mut officer = Officer::at(&town.desk);
            officer.logs_in("aov2", new).status == 200 && officer.looks_at(&kenmerk).says("huur contant")
        };
        assert_eq!([CHOSEN, other].iter().filter(|new| opens(new)).count(), 1);
    });
}

#[test]
fn a_change_that_fails_halfway_changes_nothing() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let mut own = town.officer("aov2");
        let kenmerk = own.only_signal();
        own.reads(&kenmerk).must_be(200);
        let (before, keys) = (row(&town, "aov2"), memberships_of(&town, "aov2"));
        // Each is written later in the same transaction than the key itself.
        for table in ["renewal", "renewal_known", "device"] {
            let typed = form(&mut own, PASSWORD, CHOSEN);
            town.tamper(&format!("ALTER TABLE {table} RENAME TO {table}_gone"));
            let page = own.browser.submit(&typed);
            town.tamper(&format!("ALTER TABLE {table}_gone RENAME TO {table}"));
            page.must_be(503);
            assert_eq!(row(&town, "aov2"), before, "{table}");
            assert_eq!(memberships_of(&town, "aov2"), keys, "{table}");
            assert!(renewals(&town).is_empty(), "{table}");
            own.looks_at(&kenmerk).must_be(200).must_say("huur contant");
        }
        changes(&mut own, PASSWORD, CHOSEN).must_be(200);
        own.looks_at(&kenmerk).must_be(200).must_say("huur contant").must_not_say("teruggedraaid");
    });
}

#[test]
fn who_forgets_the_new_password_gets_everything_back_by_six_words_and_stays_who_he_was() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let (mut aov, mut own) = (town.officer("aov"), town.officer("aov2"));
        let kenmerk = own.only_signal();
        own.describes(&kenmerk, "Met de eerste sleutel.").must_be(200);
        changes(&mut own, PASSWORD, CHOSEN).must_be(200);
        own.describes(&kenmerk, "Met de tweede sleutel.").must_be(200);
        let mut again = super::lost::comes_back(&town, "aov2");
        again.reads(&kenmerk).must_be(404);
        let words = super::lost::six_words(&mut again);
        let form = aov.browser.open("/beheer").must_say("Nieuwe sleutel").form("/beheer/toelaten");
        aov.browser.submit(&form.fill("woorden", &words)).must_be(200).must_say("opnieuw toegelaten");
        again.reads(&kenmerk).must_be(200);
        again.describes(&kenmerk, "Met de derde sleutel.").must_be(200);
        let page = aov.reads(&kenmerk);
        page.must_say("Met de derde sleutel.").must_not_say("niet meer op deze route");
        // And changes it once more himself.
        changes(&mut again, CHOSEN, "zeven paarden dromen van kaneel en rook").must_be(200);
        again.looks_at(&kenmerk).must_be(200).must_say("Met de derde sleutel.");
        aov.browser.open("/beheer").must_not_say("Nieuwe sleutel");
    });
}

#[test]
fn who_said_that_he_is_involved_stays_so_with_a_new_password() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk);
    aov.invites(&kenmerk, "behandelaar", "behandelaar", None).must_be(200);
    let mut own = town.officer("behandelaar");
    let form = own.looks_at(&kenmerk).form(&format!("/signalen/{kenmerk}/verklaring"));
    own.browser.submit(&form.fill("betrokken", "ja")).must_be(200);
    changes(&mut own, PASSWORD, CHOSEN).must_be(200);
    let confirm = aov.browser.open("/beheer").form("/beheer/vernieuwd");
    aov.browser.submit(&confirm).must_be(200);
    own.looks_at(&kenmerk).must_be(404);
    let offered = aov.decides_who_reads(&kenmerk).texts("select[name='collega'] option");
    assert!(offered.iter().all(|name| !name.contains("(behandelaar)")), "{offered:?}");
}

#[test]
fn where_codes_are_asked_a_new_password_asks_one_and_the_app_stays() {
    Town::each_with_codes(|town| {
        let mut own = newcomer(&town, "nieuw", "Jurist", None);
        town.later(TimeDelta::minutes(5));
        let second = "zeven paarden dromen van kaneel en rook";
        let typed = form(&mut own, CHOSEN, second);
        own.browser.submit(&typed).must_be(422).must_say("Typ de zes cijfers");
        own.browser.submit(&typed.clone().fill("code", "000000")).must_be(422).must_say("Deze code klopt niet");
        let code = phone::code_now("nieuw").expect("a code");
        own.browser.submit(&typed.clone().fill("code", &code)).must_be(200).must_say("nieuwe sleutel");
        // The same code is used up.
        let again = form(&mut own, second, CHOSEN);
        own.browser.submit(&again.fill("code", &code)).must_be(422).must_say("al gebruikt");
        town.later(TimeDelta::minutes(5));
        Officer::at(&town.desk).logs_in("nieuw", second).must_be(200).must_say("Uitloggen");
    });
}
