//! Who writes the database can delete a signal, and then its readers are told; he cannot have it destroyed in their name.

use ::domain::RouteName;
use desk::destruction::{MANNER, Verdict, reached};
use entity::{consent, destroyed};
use sea_orm::{ActiveModelTrait, Database, EntityTrait, IntoActiveModel};
use seal::{
    Signed, Signer, VERSION,
    destruction::{self, Destruction},
    grant::Basis,
    role,
};
use unseal::demo;

use super::{Closed, TWELVE_MONTHS};
use crate::{
    helpers::town::Town,
    tampering::{
        change,
        forger::own_key,
        former::{membership_of, puppet},
        insert,
        people::account,
    },
};

impl Closed {
    /// What a member would sign of it.
    fn statement(&self) -> Destruction {
        let kenmerk = self.kenmerk.parse().expect("a kenmerk");
        let whole = self.town.runtime.block_on(self.town.store.signal_by_kenmerk(&kenmerk)).expect("read");
        let whole = whole.expect("a signal");
        let day = |text: &str| text.parse().expect("a day");
        Destruction {
            v: VERSION,
            signal: whole.signal.id,
            kenmerk,
            route: RouteName::Aov,
            closed_on: day("2026-11-23"),
            from: day("2027-11-23"),
            ground: "omdat het kan".into(),
            list: "lijst 1".into(),
            manner: MANNER.into(),
            reached: reached(&whole),
            by: demo::person("aov").verify_key(),
        }
    }

    /// Somebody puts a statement into the database.
    pub fn plants(&self, statement: String) {
        let signal_id = self.statement().signal;
        self.town.runtime.block_on(async {
            let db = Database::connect(&self.town.url).await.expect("a connection");
            consent::Entity::delete_many().exec(&db).await.expect("emptied");
            consent::Model { signal_id, statement }.into_active_model().insert(&db).await.expect("planted");
        });
    }
}

fn signed(statement: &Destruction, route: RouteName, by: &str, second: Option<&str>) -> String {
    let signed = destruction::sign(statement, &demo::route(route), &demo::person(by)).expect("signed");
    match second {
        Some(second) => signed.countersigned(&demo::person(second)).expect("signed again").text().to_owned(),
        None => signed.text().to_owned(),
    }
}

#[test]
fn what_two_members_of_the_route_did_not_sign_destroys_nothing() {
    let scene = Closed::on(Town::new());
    scene.town.later(TWELVE_MONTHS);
    let said = scene.statement();
    let aov = RouteName::Aov;
    // So it would count.
    scene.plants(signed(&said, aov, "aov", Some("aov2")));
    assert_eq!(scene.verdict(), Verdict::Due);
    let other = Destruction { signal: ::domain::SignalId::random(&mut rand::rng()), ..said.clone() };
    let renamed = Destruction { kenmerk: "2026-K7Q3MX".parse().expect("a kenmerk"), ..said.clone() };
    let elsewhere = Destruction { route: RouteName::Burgemeester, ..said.clone() };
    let early = Destruction { from: "2030-01-01".parse().expect("a day"), ..said.clone() };
    let whole = signed(&said, aov, "aov", Some("aov2"));
    for (what, text) in [
        ("one member twice", signed(&said, aov, "aov", Some("aov"))),
        ("somebody of another route", signed(&said, aov, "aov", Some("burgemeester"))),
        ("nobody of the route", signed(&said, aov, "burgemeester", Some("beheer"))),
        ("the key of another route", signed(&said, RouteName::Burgemeester, "aov", Some("aov2"))),
        ("another signal", signed(&other, aov, "aov", Some("aov2"))),
        ("another kenmerk", signed(&renamed, aov, "aov", Some("aov2"))),
        ("another route", signed(&elsewhere, RouteName::Burgemeester, "burgemeester", Some("burgemeester"))),
        ("another day", whole.replace("2027-11-23", "2026-11-24")),
        ("three lines too many", format!("{whole}{whole}")),
        ("nothing", String::new()),
    ] {
        scene.plants(text);
        assert_eq!(scene.verdict(), Verdict::NotBelieved, "{what}");
        assert!(!scene.runs(false)[0].destroyed, "{what}");
    }
    scene.plants(signed(&early, aov, "aov", Some("aov2")));
    assert_eq!(scene.verdict(), Verdict::From("2030-01-01".parse().expect("a day")));
    let (_, page) = scene.page("aov");
    page.must_be(200);
    scene.plants(signed(&said, aov, "aov", Some("burgemeester")));
    let (_, page) = scene.page("aov");
    page.must_say("niet door leden van deze route is ondertekend").must_say("Onderteken mijn instemming");
}

#[test]
fn who_says_that_a_readers_key_was_his_before_destroys_nothing_that_is_closed_to_him() {
    let scene = Closed::on(Town::new());
    let town = &scene.town;
    town.joins("aov", "beheer");
    town.officer("aov").takes_away(&scene.kenmerk, "(aov2)").must_be(200);
    town.later(TWELVE_MONTHS);
    let (thief, made_up, aov) = (demo::person("aov2"), own_key::<role::Person>(), demo::person("aov"));
    change(town, membership_of(&account(town, "aov2"), &thief, &[&aov], &thief, Basis::Alone));
    let pop = puppet(town, &made_up);
    insert(town, membership_of(&pop, &made_up, &[&aov], &thief, Basis::Alone));
    let said = Destruction { by: thief.verify_key(), ..scene.statement() };
    let signed_by_two = destruction::sign(&said, &demo::route(RouteName::Aov), &thief).expect("signed");
    scene.plants(signed_by_two.countersigned(&made_up).expect("signed again").text().to_owned());
    assert_eq!(scene.verdict(), Verdict::NotBelieved);
    assert!(!scene.runs(false)[0].destroyed);
    // Those who read it can.
    scene.plants(signed(&scene.statement(), RouteName::Aov, "aov", Some("beheer")));
    assert_eq!(scene.verdict(), Verdict::Due);
}

#[test]
fn what_was_signed_before_a_signal_was_held_does_not_hide_that_it_was_stolen() {
    let scene = Closed::on(Town::new());
    let said = scene.statement();
    let old = signed(&said, RouteName::Aov, "aov", Some("aov2"));
    scene.presses("aov", "vasthouden", &[("reden", "Er loopt een zaak.")]).must_be(200);
    let row = destroyed::Model {
        signal_id: said.signal,
        kenmerk: said.kenmerk.clone(),
        route: RouteName::Aov,
        destroyed_on: said.closed_on,
        statement: old,
    };
    for table in ["key_wrap", "item", "file", "head", "signal"] {
        scene.town.tamper(&format!("DELETE FROM {table}"));
    }
    scene.town.runtime.block_on(async {
        let db = Database::connect(&scene.town.url).await.expect("a connection");
        row.into_active_model().insert(&db).await.expect("planted");
    });
    scene.town.officer("aov").browser.open("/").must_say(&format!("Signaal {} is weg", scene.kenmerk));
    // And what two members did not sign is shown as just that.
    scene.town.tamper("UPDATE destroyed SET statement = 'onzin'");
    scene.town.officer("aov").browser.open("/bewaren").must_say("Niet door twee leden ondertekend");
}

#[test]
fn a_line_of_somebody_elses_does_not_hide_that_a_signal_was_stolen() {
    let scene = Closed::on(Town::new());
    let said = scene.statement();
    let kenmerk = said.kenmerk.clone();
    let row = destroyed::Model {
        signal_id: said.signal,
        kenmerk: kenmerk.clone(),
        route: RouteName::Aov,
        destroyed_on: said.closed_on,
        statement: signed(&said, RouteName::Aov, "aov", None),
    };
    for table in ["key_wrap", "item", "file", "head", "signal"] {
        scene.town.tamper(&format!("DELETE FROM {table}"));
    }
    scene.town.runtime.block_on(async {
        let db = Database::connect(&scene.town.url).await.expect("a connection");
        row.into_active_model().insert(&db).await.expect("planted");
    });
    let shout = format!("Signaal {kenmerk} is weg");
    scene.town.officer("aov").browser.open("/").must_say(&shout);
    // One member's word is not enough, and neither is anybody's beside it; two members' is.
    let whole = signed(&said, RouteName::Aov, "aov", Some("aov2"));
    for (text, hides) in [(signed(&said, RouteName::Aov, "aov", Some("beheer")), false), (whole, true)] {
        assert!(Signed::<Destruction>::parse(text.clone()).claims().is_ok());
        scene.town.tamper(&format!("UPDATE destroyed SET statement = '{text}'"));
        assert_eq!(scene.town.officer("aov").browser.open("/").says(&shout), !hides);
    }
}
