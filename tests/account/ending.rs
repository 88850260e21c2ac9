//! An account is ended at a page: by two members of its route, or by the administrator, who lets nobody in.

use crate::helpers::{
    browser::Page,
    installation::Installation,
    people::{Officer, Tale},
    town::{PASSWORD, Town, noon},
};

fn ends(officer: &mut Officer, town: &Town, login: &str, reason: &str) -> Page {
    let form = officer.browser.open("/beheer/accounts").must_be(200).form("/beheer/accounts");
    officer.browser.submit(&form.fill("account", &town.account(login)).fill("reden", reason).tick("stap", "uit"))
}

fn lines(town: &Town) -> Vec<(String, String, String)> {
    let lines = town.runtime.block_on(town.store.log_after(0, 1000)).expect("lines");
    lines.into_iter().map(|line| (line.action.to_string(), line.object, line.outcome.to_string())).collect()
}

const LEFT: &str = "werkt hier niet meer";

#[test]
fn a_member_stops_the_account_of_a_colleague_at_once_and_it_is_ended_after_that() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let (mut aov, mut gone) = (town.officer("aov"), town.officer("aov2"));
        let kenmerk = gone.only_signal();
        gone.reads(&kenmerk).must_be(200);
        town.later(chrono::TimeDelta::minutes(11));
        let page = aov.browser.open("/beheer/accounts");
        page.must_say("aov2")
            .must_say("Lid van")
            .must_say("jurist")
            .must_say("Bekend bij")
            .must_not_say("burgemeester");
        // A reason, and the password once more.
        ends(&mut aov, &town, "aov2", "").must_be(422).must_say("Kies waarom");
        let form = aov.browser.open("/beheer/accounts").form("/beheer/accounts");
        let form = form.fill("account", &town.account("aov2")).fill("reden", LEFT);
        aov.browser.submit(&form).must_be(422).must_say("met een van de knoppen");
        let form = form.tick("stap", "stil");
        aov.browser.submit(&form).must_be(422).must_say("Typ uw wachtwoord nog een keer");
        gone.looks_at(&kenmerk).must_be(200);
        aov.browser.submit(&form.fill("wachtwoord", PASSWORD)).must_be(200).must_say("Het account staat stil");
        ends(&mut town.officer("beheer"), &town, "aov2", LEFT).must_be(200).must_say("Het account is uitgezet");
        aov.browser.open("/beheer/accounts").must_say("Uitgezet");
        // Every request of an ended session gets the login page; the old password opens nothing.
        for path in ["/", "/wachtrij", "/account", &format!("/signalen/{kenmerk}"), "/beheer"] {
            gone.browser.open(path).must_say("Inloggen").must_not_say("Uitloggen");
        }
        Officer::at(&town.desk).logs_in("aov2", PASSWORD).must_be(422);
        assert!(super::renewed::row(&town, "aov2").sealed_key.is_none());
        for what in ["account stilgezet", "account uitgezet"] {
            let line = |outcome: &str| (what.to_owned(), format!("aov2: {LEFT}"), outcome.to_owned());
            assert!(
                lines(&town).contains(&line("begonnen")) && lines(&town).contains(&line("gedaan")),
                "{:?}",
                lines(&town)
            );
        }
        // Nor does an invitation that lay about help him: only a new one does, and then a member.
        let reset = desk::invitation::reset(&town.store, noon(), "aov2");
        assert_eq!(town.runtime.block_on(reset).expect("answered"), None);
        let again = desk::invitation::readmit(&town.store, town_now(&town), "aov2");
        let path = town.runtime.block_on(again).expect("stored").expect("an invitation");
        let mut back = Officer::at(&town.desk);
        let form = back.browser.open(&path).must_be(200).form("/uitnodiging");
        back.browser.submit(&form.fill("wachtwoord", super::CHOSEN).fill("wachtwoord2", super::CHOSEN)).must_be(200);
        back.looks_at(&kenmerk).must_be(404);
        let words = super::lost::six_words(&mut back);
        let form = aov.browser.open("/beheer").form("/beheer/toelaten").fill("woorden", &words);
        aov.browser.submit(&form.fill("wachtwoord", PASSWORD)).must_be(200);
        back.reads(&kenmerk).must_be(200);
    });
}

fn town_now(town: &Town) -> chrono::DateTime<chrono::Utc> {
    ::domain::Clock::now(town.clock.as_ref())
}

#[test]
fn an_administrator_sees_names_and_ends_accounts_and_lets_nobody_in() {
    Town::each(|town| {
        let mut admin = town.officer("beheer");
        let page = admin.browser.open("/beheer/accounts");
        for login in ["aov", "burgemeester", "jurist"] {
            page.must_say(login);
        }
        page.must_not_say("Lid van").must_not_say("Bekend bij");
        page.must_offer_no_form("/beheer/toelaten");
        ends(&mut admin, &town, "jurist", LEFT).must_be(200).must_say("Het account is uitgezet");
        Officer::at(&town.desk).logs_in("jurist", PASSWORD).must_be(422);
        // The last who opens a route stays, and nobody ends himself.
        ends(&mut admin, &town, "burgemeester", LEFT).must_be(409).must_say("laatste lid").must_say("ander lid toe");
        town.officer("burgemeester").browser.open("/").must_say("Uitloggen");
        ends(&mut admin, &town, "beheer", LEFT).must_be(403);
    });
}

#[test]
fn nobody_ends_an_account_that_is_not_his_to_end() {
    let town = Town::new();
    let form = town.officer("aov").browser.open("/beheer/accounts").form("/beheer/accounts");
    for login in ["burgemeester", "jurist", "behandelaar"] {
        let mut officer = town.officer(login);
        let page = officer.browser.open("/beheer/accounts");
        page.must_be(200).must_not_say("aov2");
        let token = page.form("/uitloggen").value("token").to_owned();
        let form = form.clone().fill("token", &token).fill("account", &town.account("aov2")).fill("reden", LEFT);
        for step in ["stil", "weer", "uit"] {
            officer.browser.submit(&form.clone().fill("stap", step)).must_be(403);
        }
    }
    town.officer("aov2").browser.open("/").must_say("Uitloggen");
    // Nor one that there is not.
    let mut aov = town.officer("aov");
    let form = aov.browser.open("/beheer/accounts").form("/beheer/accounts");
    for account in ["", "niets", "00000000-0000-0000-0000-000000000000"] {
        aov.browser.submit(&form.clone().fill("account", account).fill("reden", LEFT)).must_be(422);
    }
}

#[test]
fn two_members_who_stop_each_other_at_once_leave_one() {
    Town::each(|town| {
        let people = ["aov", "aov2"];
        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let forms = people.map(|login| {
                let other = people.into_iter().find(|other| *other != login).expect("two");
                let mut officer = town.officer(login);
                let form = officer.browser.open("/beheer/accounts").form("/beheer/accounts");
                (officer, form.fill("account", &town.account(other)).fill("reden", LEFT).tick("stap", "stil"))
            });
            let sent = forms.map(|(mut officer, form)| scope.spawn(move || officer.browser.submit(&form).status));
            sent.into_iter().map(|one| one.join().expect("an answer")).collect()
        });
        let halts = town.runtime.block_on(town.store.halts()).expect("read");
        assert_eq!(halts.len(), 1, "{statuses:?}");
    });
}

#[test]
fn who_comes_back_gets_an_invitation_by_a_command_of_its_own() {
    let made = Installation::founded();
    made.command(&["account", "add", "n.naam", "--function", "Jurist"]).must_end(0);
    made.command(&["account", "reset", "n.naam", "--disabled"]).must_refuse(&["n.naam", "no such account", "disabled"]);
    made.command(&["account", "disable", "n.naam"]).must_end(0).must_say("disabled n.naam");
    made.command(&["account", "reset", "n.naam"]).must_refuse(&["n.naam", "active"]);
    made.command(&["account", "reset", "n.naam", "--disabled"]).must_end(0).must_say("/uitnodiging?code=");
    made.command(&["account", "list"]).must_end(0).must_say("n.naam\tinvited");
}
