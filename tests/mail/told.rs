//! What the daily mail tells: that somebody works with the vault, and nothing of what goes on.

use chrono::TimeDelta;

use super::{delivers, mails, over, writes};
use crate::helpers::{
    people::Tale,
    smtp::{Mail, Smtp},
    town::{PASSWORD, Town},
};

/// A mail without its date and the head of the log.
fn bare(mail: &Mail) -> String {
    let date = mail.header("date").expect("a date");
    let text = mail.text();
    let head = text.lines().find(|line| line.len() == 64 && line.bytes().all(|b| b.is_ascii_hexdigit()));
    let head = head.expect("the head of the log").to_owned();
    let id = mail.header("message-id").expect("an id");
    let soft = mail.raw.replace("=\r\n", "");
    let mut day = String::new();
    for word in soft.split(|c: char| !c.is_ascii_digit() && c != '-') {
        if word.len() == 10 && word.matches('-').count() == 2 {
            day = word.to_owned();
        }
    }
    soft.replace(&date, "DATE").replace(&head, "HEAD").replace(&day, "DAY").replace(&id, "ID")
}

fn sent_on(town: &Town, smtp: &Smtp, of: &str) -> Vec<Mail> {
    let before = smtp.mails();
    let mailing = over(town, smtp);
    writes(town, &mailing, of);
    delivers(town, &mailing);
    let daily = smtp.mails().into_iter().filter(|mail| mail.header("subject").as_deref() == Some("Kijk in de kluis"));
    daily.filter(|mail| !before.contains(mail)).collect()
}

#[test]
fn mails_of_an_empty_and_a_busy_day_are_the_same_but_for_date_reader_and_head() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        // Nothing ever happened.
        let empty = sent_on(&town, &smtp, "2026-11-24");
        // A day with reports, messages, a term that is late, and people at work.
        let mut melder = town.melder();
        let code = melder.reports(&Tale::ordinary());
        town.melder().reports(&Tale::about(&["wethouder"], "De wethouder kreeg een reis van de aannemer."));
        town.later(TimeDelta::days(8));
        melder.opens(&code).must_be(200);
        let mut aov = crate::helpers::people::Officer::at(&town.desk);
        aov.logs_in("aov@gemeente.example", PASSWORD).must_say("te laat");
        let kenmerk = aov.only_signal();
        aov.reads(&kenmerk);
        let busy = sent_on(&town, &smtp, "2026-12-01");
        assert_eq!(empty.len(), 6, "the members, on a Tuesday");
        let readers = |mails: &[Mail]| mails.iter().map(|mail| mail.to.clone()).collect::<Vec<_>>();
        assert_eq!(readers(&empty), readers(&busy));
        for (one, other) in empty.iter().zip(&busy) {
            assert_eq!(one.raw.len(), other.raw.len(), "{}", one.to);
            assert_eq!(bare(one), bare(other));
            assert_ne!(one.raw, other.raw, "the date and the head do change");
            for mail in [one, other] {
                assert!(!mail.raw.contains(&kenmerk) && !mail.raw.contains("wethouder") && !mail.raw.contains("http"));
            }
        }
        // Between readers nothing differs but who they are.
        let unaddressed = |mail: &Mail| bare(mail).replace(&mail.to, "READER");
        assert!(busy.iter().all(|mail| unaddressed(mail) == unaddressed(&busy[0])));
    });
}

#[test]
fn a_mail_says_its_fixed_hour_and_nothing_of_the_machine() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        // It leaves in the afternoon, for the server was down in the morning.
        town.later(TimeDelta::hours(4));
        let winter = sent_on(&town, &smtp, "2026-11-25");
        let summer = sent_on(&town, &smtp, "2026-07-01");
        let of = |mails: &[Mail], name: &str| mails[0].header(name).unwrap_or_default();
        assert_eq!(of(&winter, "date"), "Wed, 25 Nov 2026 06:30:00 +0000");
        assert_eq!(of(&summer, "date"), "Wed, 01 Jul 2026 05:30:00 +0000");
        assert_eq!(of(&winter, "subject"), "Kijk in de kluis");
        assert_eq!(of(&winter, "auto-submitted"), "auto-generated");
        assert_eq!(of(&winter, "from"), "\"Gemeente Test\" <kluis@gemeente.example>");
        assert!(of(&winter, "message-id").ends_with("@gemeente.example>"));
        let text = winter[0].text();
        assert!(text.contains("Kijk vandaag in de kluis.") && text.contains("ook als er niets is"), "{text}");
        for told in ["received", "x-mailer", "user-agent", "reply-to"] {
            assert_eq!(winter[0].header(told), None);
        }
        assert!(!winter[0].raw.contains("<img") && !winter[0].raw.contains("src="));
    });
}

#[test]
fn the_head_in_a_mail_finds_a_log_that_was_written_anew() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        town.officer("aov@gemeente.example");
        let mails = sent_on(&town, &smtp, "2026-11-23");
        let text = mails[0].text();
        let kept = text.lines().find(|line| line.len() == 64).expect("a head").to_owned();
        let verified = |head: &str| {
            let head = Some(head.parse().expect("a head"));
            town.runtime.block_on(desk::journal::watch::verify(&town.store, head)).expect("read")
        };
        assert!(verified(&kept).is_ok());
        assert!(verified(&kept.to_uppercase()).is_ok(), "typed over by hand");
        let other = format!("{}{}", &kept[1..], &kept[..1]);
        let refused = verified(&other).expect_err("no line has it");
        assert!(refused.to_string().contains("no line up to"), "{refused}");
        // How many lines there are, and so how busy it was, the mail does not tell.
        assert!(!text.contains("000000"), "{text}");
    });
}

#[test]
fn members_are_mailed_daily_and_others_on_mondays() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        let sunday: Vec<_> = sent_on(&town, &smtp, "2026-11-29").into_iter().map(|mail| mail.to).collect();
        let monday: Vec<_> = sent_on(&town, &smtp, "2026-11-30").into_iter().map(|mail| mail.to).collect();
        let local = |mails: &[String]| {
            mails.iter().map(|to| to.split('@').next().unwrap_or_default().to_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(local(&sunday), "aov2 aov burgemeester griffier integriteit voorzitter");
        assert_eq!(local(&monday), "aov2 aov behandelaar beheer burgemeester griffier integriteit jurist voorzitter");
    });
}

#[test]
fn what_a_reporter_does_writes_and_sends_no_mail() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        let mailing = over(&town, &smtp);
        writes(&town, &mailing, "2026-11-23");
        delivers(&town, &mailing);
        let (rows, sent) = (mails(&town), smtp.mails().len());
        let mut melder = town.melder();
        let code = melder.reports(&Tale::ordinary());
        melder.opens(&code);
        melder.writes("Ik zag het gisteren weer.").must_be(200);
        delivers(&town, &mailing);
        writes(&town, &mailing, "2026-11-23");
        assert_eq!(mails(&town), rows);
        assert_eq!(smtp.mails().len(), sent);
    });
}
