//! What people are told at once, and what they see at the desk of mail that does not work.

use chrono::TimeDelta;
use post::{Server, Transport};

use super::{by, delivers, mails, over, writes};
use crate::{
    account::{CHOSEN, invited, lost::six_words},
    helpers::{
        browser::Browser,
        people::Officer,
        smtp::Smtp,
        town::{PASSWORD, Town},
    },
};

#[test]
fn somebody_is_told_of_a_login_in_a_browser_that_was_not_known() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        let mailing = over(&town, &smtp);
        let mut aov = town.officer("aov@gemeente.example");
        delivers(&town, &mailing);
        let told = smtp.mails();
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].to, "aov@gemeente.example");
        assert_eq!(told[0].header("subject").as_deref(), Some("Er is op uw naam ingelogd"));
        // To the hour, and not to the minute.
        assert_eq!(told[0].header("date").as_deref(), Some("Mon, 23 Nov 2026 11:00:00 +0000"));
        // The same browser again is no news; another one is.
        town.later(TimeDelta::minutes(20));
        aov.logs_in("aov@gemeente.example", PASSWORD).must_be(200);
        delivers(&town, &mailing);
        assert_eq!(smtp.mails().len(), 1);
        town.officer("aov@gemeente.example");
        delivers(&town, &mailing);
        assert_eq!(smtp.mails().len(), 2);
        // Who does not get in is nobody.
        let mut thief = Officer::at(&town.desk);
        thief.logs_in("aov@gemeente.example", "een ander lang wachtwoord").must_be(422);
        delivers(&town, &mailing);
        assert_eq!(smtp.mails().len(), 2);
    });
}

#[test]
fn who_becomes_a_member_is_told_once_he_is_one() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        let mailing = over(&town, &smtp);
        let path = invited(&town, "nieuw@gemeente.example", "Jurist", Some(::domain::RouteName::Aov));
        let mut new = Officer { browser: Browser::at(&town.desk) };
        let form = new.browser.open(&path).must_be(200).form("/uitnodiging");
        new.browser.submit(&form.fill("wachtwoord", CHOSEN).fill("wachtwoord2", CHOSEN)).must_be(200);
        let words = six_words(&mut new);
        let told = || {
            delivers(&town, &mailing);
            let mut mails = smtp.mails();
            mails.retain(|mail| mail.header("subject").as_deref() == Some("U bent toegelaten"));
            mails
        };
        let (mut aov, mut aov2) = (town.officer("aov@gemeente.example"), town.officer("aov2@gemeente.example"));
        let form = aov.browser.open("/beheer").form("/beheer/toelaten");
        aov.browser.submit(&form.fill("woorden", &words)).must_say("Een tweede lid moet dit nog bevestigen");
        assert!(told().is_empty(), "asked is not let in");
        let form = aov2.browser.open("/beheer").form("/beheer/bevestigen").fill("woorden", &words);
        aov2.browser.submit(&form).must_be(200);
        let mails = told();
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to, "nieuw@gemeente.example");
        assert!(!mails[0].raw.contains("AOV") && !mails[0].raw.contains("aov@"), "not of which route, nor by whom");
        // Pressed twice, told once.
        aov2.browser.submit(&form);
        assert_eq!(told().len(), 1);
    });
}

#[test]
fn whose_account_is_stopped_is_told_once_and_not_by_whom() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        let mailing = over(&town, &smtp);
        let told = || {
            delivers(&town, &mailing);
            let mut mails = smtp.mails();
            mails.retain(|mail| mail.header("subject").as_deref() == Some("Uw account staat stil"));
            mails
        };
        let mut aov = town.officer("aov@gemeente.example");
        let form = aov.browser.open("/beheer/accounts").must_be(200).form("/beheer/accounts");
        let form = form.fill("account", &town.account("aov2@gemeente.example")).fill("reden", "werkt hier niet meer");
        aov.browser.submit(&form.clone().tick("stap", "uit")).must_be(409);
        assert!(told().is_empty());
        // Pressed twice, told once.
        for _ in 0..2 {
            aov.browser.submit(&form.clone().tick("stap", "stil")).must_be(200).must_say("staat stil");
        }
        let mails = told();
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to, "aov2@gemeente.example");
        let text = mails[0].text();
        assert!(text.contains("Vraag geen nieuwe uitnodiging") && text.contains("Bel meteen een collega"), "{text}");
        assert!(!mails[0].raw.contains("aov@") && !mails[0].raw.contains("werkt hier"), "not by whom, nor why");
        // And at the door, in the same words as everybody.
        let mut aov2 = Officer::at(&town.desk);
        let said = aov2.logs_in("aov2@gemeente.example", PASSWORD);
        said.must_be(422).must_say("Vraag een collega of uw account stilstaat");
        aov2.logs_in("niemand", PASSWORD).must_be(422).must_say("Vraag een collega of uw account stilstaat");
    });
}

#[test]
fn the_first_page_says_since_when_mail_does_not_work() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        let mut aov = town.officer("aov@gemeente.example");
        aov.browser.open("/").must_not_say("Mail lukt niet");
        let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("it").port();
        let down = by(&town, Transport::Smtp(Box::new(Server { port: nobody, ..smtp.server() })));
        writes(&town, &down, "2026-11-23");
        delivers(&town, &down);
        let page = aov.browser.open("/");
        page.must_say("Mail lukt niet sinds 23 november 2026, 12:00: de mailserver is niet te bereiken.");
        // Who administers reads it wherever he is, once.
        let mut beheer = town.officer("beheer@gemeente.example");
        for path in ["/", "/account", "/beheer/accounts"] {
            let page = beheer.browser.open(path);
            assert_eq!(page.must_be(200).text().matches("Mail lukt niet sinds").count(), 1, "{path}: {}", page.text());
        }
        aov.browser.open("/account").must_not_say("Mail lukt niet");
        town.later(TimeDelta::minutes(6));
        delivers(&town, &over(&town, &smtp));
        aov.browser.open("/").must_not_say("Mail lukt niet");
    });
}

#[test]
fn who_has_no_address_is_told_so_and_stops_nobody() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        town.tamper("UPDATE account SET name = 'griffier' WHERE name = 'griffier@gemeente.example'");
        let mailing = over(&town, &smtp);
        writes(&town, &mailing, "2026-11-24");
        delivers(&town, &mailing);
        assert_eq!(mails(&town).len(), 5);
        town.officer("griffier").browser.open("/").must_say("U krijgt geen mail: uw inlognaam is geen mailadres.");
    });
}
