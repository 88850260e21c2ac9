//! Who is killed while he sends leaves no mail that comes twice, and none that is lost without a word.

use std::fs;

use chrono::TimeDelta;

use super::{delivers, mails, over, states, writes};
use crate::helpers::{
    installation::Installation,
    program::{BINARY, command, run, text},
    smtp::Smtp,
    town::Town,
};

#[test]
fn a_desk_that_is_gone_between_two_steps_leaves_each_mail_to_the_next_or_to_nobody() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        let mailing = over(&town, &smtp);
        writes(&town, &mailing, "2026-11-24");
        let hold = || {
            let now = chrono::SubsecRound::trunc_subsecs(domain::Clock::now(&*town.clock), 0);
            let held = town.runtime.block_on(town.store.hold_mail(now, TimeDelta::minutes(10))).expect("read");
            held.expect("a mail that waits")
        };
        // Gone before anything was sent: somebody else takes it up once it is no longer held.
        let (_, early) = hold();
        // Gone when its bytes may have been on the line.
        let (held, late) = hold();
        assert!(town.runtime.block_on(town.store.mail_under_way(&held)).expect("written"));
        delivers(&town, &mailing);
        assert_eq!(states(&town), "bezig 1, bezorgd 4, onderweg 1", "the others do not wait for them");
        town.later(TimeDelta::minutes(11));
        delivers(&town, &mailing);
        assert_eq!(states(&town), "bezorgd 5, onzeker 1");
        let to: Vec<_> = smtp.mails().into_iter().map(|mail| mail.to).collect();
        assert_eq!(to.iter().filter(|to| **to == early.recipient).count(), 1);
        assert!(!to.contains(&late.recipient));
        // One that was only slow comes back: it is no longer his.
        assert!(!town.runtime.block_on(town.store.mail_under_way(&held)).expect("written"));
    });
}

/// An installation that mails to a server, with two people who can be mailed.
pub fn mailing(smtp: &Smtp) -> Installation {
    let made = Installation::new();
    made.append(&format!(
        "\n[mail]\ntransport = \"smtp\"\nhost = \"localhost\"\nport = {}\nauthority = \"{}\"\nfrom = \"kluis@gemeente.example\"\n",
        smtp.port,
        text(&smtp.authority()),
    ));
    for name in ["een@gemeente.example", "twee@gemeente.example"] {
        let config = made.config();
        run(&["account", "add", name, "--function", "Jurist", "--config", text(&config)]).must_end(0);
    }
    made
}

/// Somebody with the database changes it.
fn tamper(made: &Installation, sql: &str) {
    use sea_orm::{ConnectionTrait, Database};
    let url = format!("sqlite://{}", made.dir().join("signaalkluis.db").display());
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let db = Database::connect(url).await.expect("a connection");
        db.execute_unprepared(sql).await.expect("changed");
    });
}

#[test]
fn the_program_killed_while_a_mail_server_keeps_it_waiting() {
    // Before the server has the mail it is sent later, once; after that never again.
    for (hangs, arrive) in [("hangs-before", 1), ("hangs-after", 1)] {
        let Some(mut smtp) = Smtp::start(hangs, "starttls") else { return };
        let made = mailing(&smtp);
        let config = made.config();
        let before = fs::read_to_string(&config).expect("a file");
        // Both invitations wait; one of them is being sent.
        let daily = ["mail", "daily", "--config", text(&config)];
        let mut sending = command(BINARY, &daily).spawn().expect("it runs");
        smtp.is_reached();
        sending.kill().expect("it is killed");
        sending.wait().expect("its end");
        let old = smtp.port;
        smtp.behaves("takes");
        fs::write(&config, before.replace(&format!("port = {old}"), &format!("port = {}", smtp.port))).expect("a file");
        // Ten minutes later.
        tamper(&made, "UPDATE outbox SET until = '2020-01-01T00:00:00+00:00'");
        run(&daily);
        run(&daily);
        for who in ["een@gemeente.example", "twee@gemeente.example"] {
            let got = smtp.mails().iter().filter(|mail| mail.to == who).count();
            assert_eq!(got, arrive, "{hangs}: {who}");
        }
    }
}

#[test]
fn mails_that_were_put_in_the_outbox_twice_are_one() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        let mailing = over(&town, &smtp);
        for _ in 0..3 {
            writes(&town, &mailing, "2026-11-24");
        }
        assert_eq!(mails(&town).len(), 6);
        delivers(&town, &mailing);
        writes(&town, &mailing, "2026-11-24");
        delivers(&town, &mailing);
        assert_eq!(smtp.mails().len(), 6);
    });
}
