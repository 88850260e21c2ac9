//! A route that one absence would close says so on every page of its members.

use super::{PATH, names, rows};
use crate::helpers::{people::Officer, town::Town};

const ALONE: &str = "heeft maar één lid. Valt u uit, dan leest niemand nog wat er binnenkomt. Laat een tweede lid toe.";
const NOBODY: &str = "heeft geen vervanger";

fn on_every_page(officer: &mut Officer, said: &str, link: &str) {
    for path in ["/", "/wachtrij", "/zoeken", "/overleggen", "/beheer", "/bewaren", "/account", PATH] {
        let page = officer.browser.open(path);
        let reminders = page.must_be(200).texts("section.calm").join(" ");
        assert!(reminders.contains(said), "{path}: {reminders}");
        assert!(page.links().contains(&link.to_owned()), "{path}");
    }
}

#[test]
fn a_route_with_one_member_warns_on_every_page_until_there_are_two_and_a_replacement() {
    Town::each(|town| {
        let mut alone = town.officer("burgemeester");
        on_every_page(&mut alone, &format!("Over een wethouder (burgemeester) {ALONE}"), "/beheer");
        alone.browser.open(PATH).must_say("Laat eerst een tweede lid toe").must_offer_no_form("/beheer/vervanger");
        // Who is no member of it has nothing to do with it.
        town.officer("aov").browser.open("/").must_not_say(ALONE).must_say(NOBODY);
        town.officer("jurist").browser.open("/").must_not_say(ALONE).must_not_say(NOBODY);
        town.joins("burgemeester", "beheer");
        on_every_page(&mut alone, NOBODY, PATH);
        names(&town, "burgemeester", "burgemeester", "beheer").must_be(200).must_say("De vervanger is aangewezen");
        for login in ["burgemeester", "beheer"] {
            let page = town.officer(login).browser.open("/");
            assert!(page.must_be(200).texts("section.calm").is_empty(), "{}", page.text());
        }
        // Whoever's account is disabled is no second member, and takes nothing over.
        assert!(town.runtime.block_on(town.store.disable_account("beheer")).expect("disabled"));
        on_every_page(&mut alone, ALONE, "/beheer");
        assert_eq!(rows(&town).len(), 1);
    });
}

#[test]
fn a_member_whose_key_was_lost_is_no_second_member() {
    let town = Town::new();
    names(&town, "aov", "aov", "aov2").must_be(200);
    let mut aov = town.officer("aov");
    assert!(aov.browser.open("/").texts("section.calm").is_empty());
    let reset = town.store.reset_account("aov2", false, vec![7; 32], crate::helpers::town::noon() + super::YEAR);
    assert!(town.runtime.block_on(reset).expect("reset"));
    on_every_page(&mut aov, ALONE, "/beheer");
}

#[test]
fn a_route_that_is_not_in_use_warns_of_nothing() {
    let town = Town::with_routes(&[domain::RouteName::Aov]);
    let page = town.officer("burgemeester").browser.open("/");
    assert!(page.must_be(200).texts("section.calm").is_empty(), "{}", page.text());
    town.officer("burgemeester").browser.open(PATH).must_say("U bent geen lid van een route");
}

#[test]
fn only_a_member_who_can_open_the_route_is_its_replacement() {
    let town = Town::new();
    names(&town, "aov", "aov", "jurist").must_be(422).must_say("Kies een lid dat deze route nog kan openen");
    names(&town, "aov", "aov", "burgemeester").must_be(422);
    assert!(rows(&town).is_empty());
    names(&town, "aov2", "aov", "aov2").must_be(200).must_say("aov2, aangewezen door aov2 op 23 november 2026");
    names(&town, "aov", "aov", "aov2").must_be(200);
    assert_eq!(rows(&town).len(), 1, "said twice is said once");
    names(&town, "aov", "aov", "aov").must_be(200).must_say("aov, aangewezen door aov op");
    // For a route that is not his he says nothing.
    let mut aov = town.officer("aov");
    let form = aov.browser.open(PATH).form_with("/beheer/vervanger", "route", "aov");
    let form = form.fill("wie", &town.account("griffier")).fill("route", "integriteitscommissie");
    aov.browser.submit(&form).must_be(403);
    assert_eq!(rows(&town).len(), 2);
}
