//! What an operator's own monitoring asks of both programs, and what it can never learn there.

use std::fs;

use super::recovery::sql;
use crate::helpers::{
    browser::{Browser, Page},
    installation::Installation,
    people::{Melder, Tale},
    program::{BINARY, Program, command, run, text},
};

const PROGRAMS: [&str; 2] = ["portal-monitor", "desk-monitor"];

fn serve(made: &Installation) -> Program {
    let mut serve = command(BINARY, &["serve", "--config", text(&made.config())]);
    for program in ["PORTAL", "DESK"] {
        serve.env(format!("SIGNAALKLUIS__{program}__MONITOR"), "127.0.0.1:0");
    }
    Program::start(serve)
}

fn asks(program: &Program, monitor: &str, path: &str) -> Page {
    let address = program.address(monitor).unwrap_or_else(|| panic!("{monitor} does not listen: {}", program.said));
    assert!(address.starts_with("http://127.0.0.1:"), "{address}");
    Browser::at(&address).fetch(path)
}

/// The value of a metric.
fn value(page: &Page, name: &str) -> i64 {
    let start = format!("signaalkluis_{name} ");
    let said = page.body.lines().find_map(|line| line.strip_prefix(&start));
    said.and_then(|said| said.parse().ok()).unwrap_or_else(|| panic!("no {name}: {}", page.body))
}

#[test]
fn whoever_watches_a_machine_hears_that_both_work_and_nothing_of_who_reports() {
    let made = Installation::founded();
    let program = serve(&made);
    for monitor in PROGRAMS {
        let health = asks(&program, monitor, "/healthz");
        assert_eq!((health.status, health.body.as_str()), (200, "database_up yes\nstorage_up yes\nkeys_up yes\n"));
        let metrics = asks(&program, monitor, "/metrics");
        assert_eq!(metrics.status, 200);
        let kind = metrics.headers.iter().find(|(name, _)| name == "content-type").map(|(_, value)| value.as_str());
        assert_eq!(kind, Some("application/openmetrics-text; version=1.0.0; charset=utf-8"));
        assert!(metrics.body.ends_with("# EOF\n"), "{}", metrics.body);
        assert_eq!(value(&metrics, "database_up"), 1);
        // Nothing else is there.
        assert_eq!(asks(&program, monitor, "/").status, 404);
        assert_eq!(asks(&program, monitor, "/beheer").status, 404);
    }
    // It is not where reporters and officers come.
    for public in [&program.portal, &program.desk] {
        for path in ["/healthz", "/metrics"] {
            assert_ne!(Browser::at(public).fetch(path).status, 200, "{public}{path}");
        }
    }
    let said = || PROGRAMS.map(|monitor| asks(&program, monitor, "/metrics").body);
    let before = said();
    let mut melder = Melder::at(&program.portal);
    let code = melder.reports(&Tale::ordinary());
    melder.opens(&code).must_be(200);
    assert_eq!(said(), before, "no number moves when somebody reports or reads");
}

#[test]
fn what_is_broken_is_said_until_it_is_mended() {
    let made = Installation::founded();
    let program = serve(&made);
    let files = made.dir().join("files");
    let aside = made.beside("elders");
    fs::rename(&files, &aside).expect("the folder moves");
    for monitor in PROGRAMS {
        let health = asks(&program, monitor, "/healthz");
        assert_eq!(health.status, 503);
        assert!(
            health.body.contains("storage_up no\n") && health.body.contains("database_up yes\n"),
            "{}",
            health.body
        );
        assert_eq!(value(&asks(&program, monitor, "/metrics"), "storage_up"), 0);
    }
    fs::rename(&aside, &files).expect("the folder comes back");
    for monitor in PROGRAMS {
        assert_eq!(asks(&program, monitor, "/healthz").status, 200);
    }
}

#[test]
fn a_portal_with_another_key_is_seen_and_does_not_stop_the_desk() {
    let made = Installation::founded();
    let program = serve(&made);
    let right = || value(&asks(&program, "desk-monitor", "/metrics"), "portal_keys_agree");
    assert_eq!(right(), 1);
    sql(
        &made.dir().join("signaalkluis.db"),
        "UPDATE announced SET encrypt = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj'",
    );
    assert_eq!(right(), 0);
    assert_eq!(asks(&program, "desk-monitor", "/healthz").status, 200);
}

#[test]
fn mail_that_does_not_leave_is_seen_by_who_watches() {
    let made = Installation::founded();
    let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("it").port();
    made.append(&format!(
        "\n[mail]\ntransport = \"smtp\"\nhost = \"localhost\"\nport = {port}\nfrom = \"kluis@gemeente.example\"\n"
    ));
    let config = made.config();
    run(&["account", "add", "een@gemeente.example", "--function", "Jurist", "--config", text(&config)]).must_end(0);
    let program = serve(&made);
    let metrics = || asks(&program, "desk-monitor", "/metrics");
    let end = std::time::Instant::now() + std::time::Duration::from_secs(30);
    while value(&metrics(), "mail_leaves") == 1 {
        assert!(std::time::Instant::now() < end, "nobody noticed: {}", metrics().body);
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    assert_eq!(value(&metrics(), "mail_daily_timestamp_seconds"), 0);
    // Nobody is kept from his work by it.
    assert_eq!(asks(&program, "desk-monitor", "/healthz").status, 200);
}

#[test]
fn a_monitor_that_nobody_wants_is_nowhere() {
    let made = Installation::new();
    let program = made.serve();
    for monitor in PROGRAMS {
        assert!(program.address(monitor).is_none(), "{}", program.said);
    }
}
