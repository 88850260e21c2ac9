//! Two members let a newcomer in, each by the six words that he heard himself: the first asks, the second confirms. And again
//! when somebody lost his key.

use ::domain::RouteName;
use entity::{account, admission, membership};
use sea_orm::EntityTrait;

use super::{
    CHOSEN, invited,
    lost::{comes_back, six_words},
};
use crate::{
    helpers::{
        browser::{Browser, Form, Page},
        people::{Officer, Tale},
        town::Town,
    },
    tampering::{change, people::account, with_db},
};

/// Somebody new who chose a password.
fn newcomer(town: &Town, login: &str) -> Officer {
    let path = invited(town, login, "Jurist", Some(RouteName::Aov));
    let mut officer = Officer { browser: Browser::at(&town.desk) };
    let form = officer.browser.open(&path).must_be(200).form("/uitnodiging");
    let form = form.fill("wachtwoord", CHOSEN).fill("wachtwoord2", CHOSEN);
    officer.browser.submit(&form).must_be(200).must_say("Uitloggen");
    officer
}

/// A member types what he heard.
fn vouches(member: &mut Officer, words: &str) -> Page {
    let form = member.browser.open("/beheer").must_be(200).form("/beheer/toelaten");
    member.browser.submit(&form.fill("woorden", words))
}

fn form_to_confirm(member: &mut Officer) -> Form {
    member.browser.open("/beheer").must_be(200).form("/beheer/bevestigen")
}

/// The form of a request that somebody may not confirm, made from the one that turns it down.
fn forced(member: &mut Officer, words: &str) -> Form {
    let form = member.browser.open("/beheer").must_be(200).form("/beheer/afwijzen");
    Form { action: "/beheer/bevestigen".into(), ..form }.tick("woorden", words)
}

fn memberships(town: &Town, login: &str) -> Vec<membership::Model> {
    let id = account(town, login).id;
    let all = with_db(town, async |db| membership::Entity::find().all(db).await.expect("memberships"));
    all.into_iter().filter(|row| row.account_id == id).collect()
}

fn requests(town: &Town) -> usize {
    with_db(town, async |db| admission::Entity::find().all(db).await.expect("admissions")).len()
}

#[test]
fn a_second_member_hears_the_words_too_before_a_newcomer_gets_a_key() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let (mut aov, mut aov2, mut new) = (town.officer("aov"), town.officer("aov2"), newcomer(&town, "nieuw"));
        let (kenmerk, words) = (aov.only_signal(), six_words(&mut new));
        vouches(&mut aov, &words).must_be(200).must_say("Een tweede lid moet dit nog bevestigen");
        assert!(memberships(&town, "nieuw").is_empty(), "a key was wrapped before anybody confirmed");
        new.reads(&kenmerk).must_be(404);
        let first = new.browser.open("/");
        first.must_not_say("U bent toegelaten");
        new.browser
            .open("/")
            .must_say("aov heeft uw zes woorden gehoord")
            .must_say("Een tweede lid moet ze ook van u horen: aov2");
        // Who asked, confirms nothing, and asks no second time.
        let page = aov.browser.open("/beheer");
        page.must_offer_no_form("/beheer/bevestigen").must_offer_no_form("/beheer/toelaten");
        let form = forced(&mut aov, &words);
        aov.browser.submit(&form).must_be(409).must_say("U vroeg dit zelf");
        // The second is told on his first page, and types what he hears.
        let first = aov2.browser.open("/");
        first.must_say("aov wil nieuw (Jurist) toelaten tot Ondermijning (AOV), sinds 23 november 2026");
        let form = form_to_confirm(&mut aov2);
        let own = six_words(&mut aov2);
        for wrong in ["", "een twee", &own] {
            let page = aov2.browser.submit(&form.clone().fill("woorden", wrong));
            assert_eq!(page.must_be(422).form("/beheer/bevestigen").value("woorden"), wrong);
        }
        new.reads(&kenmerk).must_be(404);
        let form = form.fill("woorden", &words);
        aov2.browser.submit(&form).must_be(200).must_say("De nieuwe collega is toegelaten");
        // Pressed twice.
        aov2.browser.submit(&form).must_be(200).must_say("De nieuwe collega is toegelaten");
        new.browser.open("/").must_say("U bent toegelaten: Ondermijning (AOV).").must_say("1 signaal");
        new.reads(&kenmerk).must_be(200).must_say("huur contant");
        for member in [&mut aov, &mut new] {
            let page = member.browser.open("/beheer");
            page.must_say("toegelaten door aov, bevestigd door aov2, op 23 november 2026");
            page.must_say("maakte de sleutel, op 23 november 2026").must_say("toegelaten door aov alleen");
        }
        assert_eq!(requests(&town), 0);
        aov2.browser.open("/").must_not_say("wil nieuw");
    });
}

#[test]
fn a_request_is_turned_down_by_any_member_and_can_be_made_again() {
    Town::each(|town| {
        let (mut aov, mut aov2, mut new) = (town.officer("aov"), town.officer("aov2"), newcomer(&town, "nieuw"));
        let words = six_words(&mut new);
        for by in ["aov", "aov2"] {
            vouches(&mut aov, &words).must_be(200);
            let confirming = form_to_confirm(&mut aov2).fill("woorden", &words);
            let member = if by == "aov" { &mut aov } else { &mut aov2 };
            let form = member.browser.open("/beheer").form("/beheer/afwijzen");
            member.browser.submit(&form).must_be(200).must_say("Er is niemand toegelaten");
            assert_eq!(requests(&town), 0);
            member.browser.submit(&form).must_be(409).must_say("Dit verzoek is er niet meer");
            aov2.browser.submit(&confirming).must_be(409).must_say("Dit verzoek is er niet meer");
            assert!(memberships(&town, "nieuw").is_empty());
        }
        let log = with_db(&town, async |db| entity::log::Entity::find().all(db).await.expect("the log"));
        assert!(log.iter().any(|line| line.action == "toelating afgewezen" && line.actor == "aov2"));
        // Who is no member does neither.
        let form = form_of(&mut aov, &words);
        let mut beheer = town.officer("beheer");
        let token = beheer.browser.open("/beheer").form("/uitloggen").value("token").to_owned();
        for action in ["/beheer/bevestigen", "/beheer/afwijzen"] {
            let form = Form { action: action.into(), ..form.clone() }.fill("token", &token);
            beheer.browser.submit(&form).must_be(403);
        }
        assert_eq!(requests(&town), 1);
    });
}

/// A new request's form, to be sent by whoever should not.
fn form_of(member: &mut Officer, words: &str) -> Form {
    vouches(member, words).must_be(200);
    member.browser.open("/beheer").form("/beheer/afwijzen")
}

#[test]
fn one_who_lost_his_key_gets_all_back_when_a_second_member_confirms() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        town.melder().reports(&Tale::ordinary());
        for login in ["beheer", "integriteit"] {
            town.joins("aov", login);
        }
        let (mut aov, mut second) = (town.officer("aov"), town.officer("beheer"));
        let [one, two] = <[String; 2]>::try_from(aov.queue()).expect("two signals");
        // Of this one, members have the keys one by one.
        aov.reads(&two);
        aov.takes_away(&two, "integriteit").must_be(200);
        town.officer("aov2").describes(&one, "Met de oude sleutel.").must_be(200);
        let mut again = comes_back(&town, "aov2");
        let words = six_words(&mut again);
        aov.browser.open("/beheer").must_say("Nieuwe sleutel").must_say(&two);
        vouches(&mut aov, &words).must_be(200).must_say("Een tweede lid moet dit nog bevestigen");
        for kenmerk in [&one, &two] {
            again.reads(kenmerk).must_be(404);
        }
        second.browser.open("/beheer").must_say("Deze collega was het wachtwoord of de telefoon kwijt").must_say(&two);
        let form = form_to_confirm(&mut second).fill("woorden", &words);
        second.browser.submit(&form).must_be(200).must_say("opnieuw toegelaten");
        again.reads(&one).must_be(200).must_say("Met de oude sleutel.");
        again.reads(&two).must_be(200).must_say("huur contant");
        again.describes(&two, "Met de nieuwe sleutel.").must_be(200);
        // Whom he let in and confirmed with the key that he lost, stays: what let him in then is kept.
        let mut new = newcomer(&town, "nieuw");
        let words = six_words(&mut new);
        vouches(&mut aov, &words).must_be(200);
        let form = form_to_confirm(&mut again).fill("woorden", &words);
        again.browser.submit(&form).must_be(200);
        let mut once_more = comes_back(&town, "aov2");
        let words = six_words(&mut once_more);
        vouches(&mut new, &words).must_be(200);
        new.reads(&one).must_be(200);
        let form = form_to_confirm(&mut aov).fill("woorden", &words);
        aov.browser.submit(&form).must_be(200).must_say("opnieuw toegelaten");
        once_more.reads(&one).must_be(200);
        // Who vouched this time does not read that signal: what he says of the key before gives nothing there. A reader does.
        once_more.reads(&two).must_be(404);
        aov.invites(&two, "aov2", "behandelaar", None).must_be(200);
        once_more.reads(&two).must_be(200);
        new.reads(&one).must_be(200);
        new.browser.open("/").must_not_say("klopt niet");
    });
}

#[test]
fn two_members_on_one_call_type_the_words_once_each() {
    Town::each(|town| {
        let (mut aov, mut aov2, mut new) = (town.officer("aov"), town.officer("aov2"), newcomer(&town, "nieuw"));
        let words = six_words(&mut new);
        // Both open the page, and both have heard the words.
        let [one, two] = [&mut aov, &mut aov2].map(|member| {
            let form = member.browser.open("/beheer").form("/beheer/toelaten").fill("woorden", &words);
            move |member: &mut Officer| member.browser.submit(&form)
        });
        one(&mut aov).must_be(200).must_say("Een tweede lid moet dit nog bevestigen");
        one(&mut aov).must_be(200).must_say("Een tweede lid moet dit nog bevestigen");
        assert!(memberships(&town, "nieuw").is_empty());
        // The second heard them himself, in the same call, and typed them in a form of his own.
        two(&mut aov2).must_be(200).must_say("De nieuwe collega is toegelaten");
        assert_eq!((requests(&town), memberships(&town, "nieuw").len()), (0, 1));
        aov.browser.open("/beheer").must_say("toegelaten door aov, bevestigd door aov2, op 23 november 2026");
        // At the very same moment, too.
        let mut other = newcomer(&town, "ander");
        let words = six_words(&mut other);
        let forms = [&mut aov, &mut aov2].map(|member| {
            member.browser.open("/beheer").form_with("/beheer/toelaten", "naam", "ander").fill("woorden", &words)
        });
        let (one, two) = (&mut aov, &mut aov2);
        std::thread::scope(|scope| {
            let one = scope.spawn(|| one.browser.submit(&forms[0]).status);
            let two = scope.spawn(|| two.browser.submit(&forms[1]).status);
            assert_eq!([one.join().expect("its answer"), two.join().expect("its answer")], [200, 200]);
        });
        assert_eq!((requests(&town), memberships(&town, "ander").len()), (0, 1));
        other.browser.open("/beheer").must_say("bevestigd door aov");
    });
}

#[test]
fn who_lost_nothing_loses_nothing_by_being_let_in_once_more() {
    Town::each(|town| {
        town.joins("aov", "beheer");
        town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        for out in ["(aov2)", "(beheer)"] {
            aov.takes_away(&kenmerk, out).must_be(200);
        }
        // Who is left out asks to let the only reader in, with the words that he read aloud when he came.
        let (mut out, _new) = (town.officer("aov2"), newcomer(&town, "nieuw"));
        let (reader, words) = (account(&town, "aov"), six_words(&mut aov));
        let form = out.browser.open("/beheer").form("/beheer/toelaten").fill("account", &reader.id.to_string());
        let form = form.fill("naam", &reader.name).fill("functie", &reader.function).fill("woorden", &words);
        out.browser.submit(&form).must_be(200);
        assert_eq!(requests(&town), 0, "there is nothing to confirm");
        aov.reads(&kenmerk).must_be(200).must_say("huur contant");
        aov.browser.open("/beheer").must_say("maakte de sleutel");
    });
}

#[test]
fn a_request_falls_when_the_newcomer_or_who_asked_got_another_key() {
    Town::each(|town| {
        town.joins("aov", "beheer");
        let (mut aov, mut aov2, mut new) = (town.officer("aov"), town.officer("aov2"), newcomer(&town, "nieuw"));
        let words = six_words(&mut new);
        vouches(&mut aov, &words).must_be(200);
        let form = form_to_confirm(&mut aov2).fill("woorden", &words);
        // The newcomer chose a password once more.
        let mut changed = comes_back(&town, "nieuw");
        let words = six_words(&mut changed);
        aov2.browser.submit(&form).must_be(409).must_say("kan niet meer bevestigd worden");
        aov2.browser.open("/beheer").must_say("Wijs het af").must_offer_no_form("/beheer/bevestigen");
        let form = forced(&mut aov2, &words);
        aov2.browser.submit(&form).must_be(409);
        // Vouching anew takes its place.
        vouches(&mut aov, &words).must_be(200).must_say("Een tweede lid moet dit nog bevestigen");
        assert_eq!(requests(&town), 1);
        let form = form_to_confirm(&mut aov2).fill("woorden", &words);
        // Who asked lost his key: whoever has it may have asked.
        let row = account(&town, "aov");
        change(&town, account::Model { pair: None, sealed_key: None, ..row.clone() });
        aov2.browser.submit(&form).must_be(409).must_say("kan niet meer bevestigd worden");
        change(&town, account::Model { disabled: true, ..row.clone() });
        aov2.browser.submit(&form).must_be(409);
        change(&town, row);
        assert!(memberships(&town, "nieuw").is_empty());
        aov2.browser.submit(&form).must_be(200).must_say("toegelaten");
    });
}

#[test]
fn of_members_who_confirm_and_turn_down_at_once_one_is_done() {
    Town::each(|town| {
        town.joins("aov", "beheer");
        let mut aov = town.officer("aov");
        for round in 0..4 {
            let login = format!("nieuw{round}");
            let mut new = newcomer(&town, &login);
            let words = six_words(&mut new);
            let form = aov.browser.open("/beheer").form_with("/beheer/toelaten", "naam", &login);
            aov.browser.submit(&form.fill("woorden", &words)).must_be(200);
            let (mut one, mut two) = (town.officer("aov2"), town.officer("beheer"));
            let confirm = form_to_confirm(&mut one).fill("woorden", &words);
            let turn_down = two.browser.open("/beheer").form("/beheer/afwijzen");
            let done = std::thread::scope(|scope| {
                let one = scope.spawn(|| one.browser.submit(&confirm).status);
                let two = scope.spawn(|| two.browser.submit(&turn_down).status);
                [one.join().expect("its answer"), two.join().expect("its answer")]
            });
            let is_member = !memberships(&town, &login).is_empty();
            assert_eq!(requests(&town), 0, "{done:?}");
            assert_eq!(done, if is_member { [200, 409] } else { [409, 200] });
        }
    });
}

#[test]
fn a_member_who_is_alone_lets_somebody_in_at_once_and_everybody_sees_it() {
    let town = Town::new();
    assert!(town.runtime.block_on(town.store.disable_account("aov2")).expect("stored"));
    let (mut aov, mut new) = (town.officer("aov"), newcomer(&town, "nieuw"));
    let words = six_words(&mut new);
    vouches(&mut aov, &words).must_be(200).must_say("De nieuwe collega is toegelaten");
    new.browser.open("/beheer").must_say("toegelaten door aov alleen, op 23 november 2026");
}
