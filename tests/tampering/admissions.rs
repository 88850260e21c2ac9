//! Rows of `membership`, `admission` and `former_membership`: a member who has the database beside his key cannot confirm for
//! another, and nobody is let in by what nobody confirmed.

use ::domain::{RouteName, clock::dutch_date};
use ::seal::{
    Digest, Signed, Signer, VERSION,
    confirmation::Confirmation,
    grant::{Basis, Grant},
    role,
};
use ::unseal::{FullKey, PrivateHalf, demo};
use entity::{admission, membership};

use super::{
    Scene, delete, insert,
    people::{account, reads_nothing},
};
use crate::helpers::town::{Town, noon};

fn aov() -> FullKey<role::Route> {
    demo::route(RouteName::Aov)
}

/// A grant for somebody of the town, as this person signs it.
fn granted(town: &Town, login: &str, by: &FullKey<role::Person>, basis: Basis) -> String {
    let row = account(town, login);
    let grant = Grant {
        v: VERSION,
        route: RouteName::Aov,
        account: row.id,
        name: row.name,
        function: row.function,
        person: demo::person(login).pair(),
        by: by.verify_key(),
        on: dutch_date(noon()),
        formerly: Vec::new(),
        basis,
        rested: None,
    };
    Signed::sign(&grant, &[&aov(), by]).expect("signed").text().to_owned()
}

fn confirmed(grant: &str, by: &FullKey<role::Person>) -> String {
    let grant = Digest::of(grant.as_bytes());
    let said = Confirmation { v: VERSION, route: RouteName::Aov, grant, by: by.verify_key(), on: dutch_date(noon()) };
    Signed::sign(&said, &[&aov(), by]).expect("signed").text().to_owned()
}

/// A membership as somebody with the route's key and the database writes it.
fn row(town: &Town, login: &str, grant_text: &str, confirmation: Option<String>) -> membership::Model {
    let sealed = aov().wrap(&[demo::person(login).pair().encrypt.any()]).expect("sealed").into_bytes();
    let (route, account_id) = (RouteName::Aov, account(town, login).id);
    membership::Model { route, account_id, sealed, grant_text: grant_text.to_owned(), confirmation }
}

#[test]
fn a_confirmation_counts_for_its_own_grant_and_by_another_member_whose_own_grant_counts() {
    Town::each(|town| {
        let scene = Scene::in_town(town);
        let town = &scene.town;
        let person = demo::person;
        let grant = granted(town, "beheer", &person("aov"), Basis::Confirmed);
        let anothers = granted(town, "behandelaar", &person("aov"), Basis::Confirmed);
        let by_nobody = granted(town, "beheer", &person("jurist"), Basis::Confirmed);
        // The jurist has a grant that nobody confirmed: he stands in the database, and counts for nothing.
        let jurist = granted(town, "jurist", &person("aov"), Basis::Confirmed);
        let unconfirmed = row(town, "jurist", &jurist, None);
        insert(town, unconfirmed.clone());
        for (what, grant, second) in [
            ("no confirmation", &grant, None),
            ("by the one who vouched", &grant, Some(confirmed(&grant, &person("aov")))),
            ("of another grant", &grant, Some(confirmed(&anothers, &person("aov2")))),
            ("by the newcomer", &grant, Some(confirmed(&grant, &person("beheer")))),
            ("by nobody's key", &grant, Some(confirmed(&grant, &person("niemand")))),
            ("by one whom nobody confirmed", &grant, Some(confirmed(&grant, &person("jurist")))),
            ("vouched for by one whom nobody confirmed", &by_nobody, Some(confirmed(&by_nobody, &person("aov2")))),
            ("no statement", &grant, Some("onzin".to_owned())),
        ] {
            let made_up = row(town, "beheer", grant, second);
            insert(town, made_up.clone());
            let mut thief = town.officer("beheer");
            reads_nothing(&scene, &mut thief);
            thief.browser.open("/").must_say("Uw toegang tot de route aov klopt niet en wordt niet gebruikt");
            let page = town.officer("aov2").browser.open("/beheer");
            assert!(!page.texts("ul.people").join(" ").contains("Beheerder"), "{what}: {}", page.text());
            delete(town, made_up);
        }
        // And where a second member did confirm, it counts: for the jurist, and then for whom he confirmed.
        let by_jurist = row(town, "beheer", &grant, Some(confirmed(&grant, &person("jurist"))));
        insert(town, by_jurist);
        super::change(town, row(town, "jurist", &jurist, Some(confirmed(&jurist, &person("aov2")))));
        town.officer("beheer").reads(&scene.kenmerk).must_be(200);
        town.officer("aov").browser.open("/beheer").must_say("toegelaten door aov, bevestigd door jurist");
    });
}

#[test]
fn two_who_confirm_each_other_let_nobody_in() {
    let scene = Scene::new();
    let (town, person) = (&scene.town, demo::person);
    for (login, other) in [("beheer", "jurist"), ("jurist", "beheer")] {
        let grant = granted(town, login, &person("aov"), Basis::Confirmed);
        insert(town, row(town, login, &grant, Some(confirmed(&grant, &person(other)))));
    }
    for login in ["beheer", "jurist"] {
        let mut officer = town.officer(login);
        officer.looks_at(&scene.kenmerk).must_be(404);
    }
}

#[test]
fn what_stands_in_the_table_of_requests_and_no_member_signed_is_shown_to_nobody_and_in_nobodys_way() {
    let scene = Scene::new();
    let (town, id) = (&scene.town, account(&scene.town, "beheer").id);
    let grant = granted(town, "beheer", &demo::person("aov"), Basis::Confirmed);
    let forged = [
        "onzin".to_owned(),
        grant.replace("Beheerder", "Burgemeester"),
        granted(town, "jurist", &demo::person("aov"), Basis::Confirmed),
        // One that needs no second member waits for none.
        granted(town, "beheer", &demo::person("aov"), Basis::Alone),
    ];
    for grant_text in forged {
        let made_up = admission::Model { route: RouteName::Aov, account_id: id, grant_text };
        insert(town, made_up.clone());
        let mut member = town.officer("aov2");
        member.browser.open("/").must_not_say("wil beheer").must_not_say("wil jurist");
        member.browser.open("/beheer").must_offer_no_form("/beheer/bevestigen");
        reads_nothing(&scene, &mut town.officer("beheer"));
        delete(town, made_up);
    }
    // A request that a member signed is no key.
    insert(town, admission::Model { route: RouteName::Aov, account_id: id, grant_text: grant });
    reads_nothing(&scene, &mut town.officer("beheer"));
}
