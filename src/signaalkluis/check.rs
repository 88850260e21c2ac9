//! `check`: is this installation fit to run? One line each, and status 1 if something is not.

mod canary;

use std::{collections::BTreeSet, os::unix::fs::PermissionsExt, path::Path};

use desk::{
    admin::{PaperState, state_of},
    journal::watch,
    keyring::People,
    rotation::{
        logged,
        portals::{self, Differs},
    },
    upkeep::Upkept,
};
use domain::{Clock, FileId, RouteName, SystemClock, clock, upkeep::FEWEST_MEMBERS, words::Word};
use post::{Transport, outbox::Standing, smtp::Security};
use seal::{Halves, Recipient, role, routes::DemoKeys};
use store::{DatabaseSettings, Files, Store};

use crate::{failure::Failure, settings::Settings};

/// Lines said so far.
#[derive(Default)]
struct Report {
    failed: usize,
}

impl Report {
    fn ok(&self, what: impl std::fmt::Display) {
        println!("ok    {what}");
    }

    fn warn(&self, what: impl std::fmt::Display) {
        println!("warn  {what}");
    }

    fn fail(&mut self, what: impl std::fmt::Display) {
        self.failed += 1;
        println!("FAIL  {what}");
    }
}

/// `signaalkluis check`
pub async fn run(config: Option<&Path>, from_outside: Option<&str>) -> Result<(), Failure> {
    let (settings, routes, _) = Settings::read(config, DemoKeys::Refuse)?;
    let mut report = Report::default();
    report.ok("configuration: every key known, every value in range, no key of the demo");
    if !settings.desk.texts.is_empty() {
        report.ok(format_args!("texts: {}, every file replaces one of ours and can be filled in", settings.desk.texts));
    }
    if let Some(config) = config {
        permissions(config, &mut report)?;
    }
    for (route, own) in RouteName::of_people().filter_map(|route| Some((route, routes.own_recovery(route)?))) {
        report.ok(format_args!("recovery recipient of route {route}: {own}"));
    }
    match routes.shared_recovery() {
        Some(recovery) => report.ok(format_args!("recovery recipient {recovery}")),
        None if RouteName::of_people().all(|route| routes.own_recovery(route).is_some()) => {}
        None => report.fail("routes.recovery is empty: no route key can be made; make one with age-keygen, offline"),
    }
    match settings.retention.rules() {
        Ok(rules) if rules.missing().is_empty() => {
            report.ok("retention: a term for every way in which a signal can end")
        }
        Ok(rules) => {
            let missing: Vec<_> =
                rules.missing().iter().map(|outcome| format!("retention.{}", outcome.key())).collect();
            report.fail(format_args!(
                "{}: no term; fill in what your municipality decided (config/default.toml), or such signals are kept for ever",
                missing.join(", ")
            ));
        }
        Err(bad) => report.fail(bad),
    }
    let addresses = [
        ("portal", &settings.portal.public_url, &settings.portal.listen),
        ("desk", &settings.desk.public_url, &settings.desk.listen),
    ];
    for (program, url, listen) in addresses {
        if url.starts_with("http://") {
            report.warn(format_args!("{url}: plain http, fit for a trial on this machine alone"));
            // Nobody translates one into the other there.
            if !is_same_port(url, listen) {
                report.warn(format_args!(
                    "{program}.public_url is {url}, but {program}.listen is {listen}: nobody answers at that address"
                ));
            }
        }
    }
    let canary = canary::configured(&settings, config, &routes, &mut report);
    let url = &settings.database.url;
    if let Some(file) = sqlite_file(url).filter(|file| !file.exists()) {
        // Opening would make it, and a wrong address would look like a new installation.
        report.fail(format_args!(
            "database: there is no {}; if that is the right place, `serve` makes it",
            file.display()
        ));
    } else {
        match Store::open(&DatabaseSettings { url: url.clone(), connections: 1 }).await {
            Ok(store) => {
                database(&store, &routes, &mut report).await?;
                storage(&settings, &store, &mut report).await?;
                canary::tried(&store, routes, canary, from_outside, &mut report).await?;
                mail(&settings, &store, &mut report).await?;
            }
            Err(error) => report.fail(format_args!("database: {}", web::telemetry::cause(&error))),
        }
    }
    match report.failed {
        0 => Ok(()),
        1 => Err(Failure::refused("1 check failed")),
        many => Err(Failure::refused(format!("{many} checks failed"))),
    }
}

/// Whether an address without TLS and a socket to listen on name the same port; port 0 is any that is free.
fn is_same_port(url: &str, listen: &str) -> bool {
    let port = |text: &str| text.trim_end_matches('/').rsplit_once(':').and_then(|(_, port)| port.parse::<u16>().ok());
    let listens = port(listen);
    listens == Some(0) || listens == Some(port(url).unwrap_or(80))
}

/// The file of a `sqlite:` address.
pub fn sqlite_file(url: &str) -> Option<&Path> {
    let rest = url.strip_prefix("sqlite:")?;
    rest.strip_prefix("//").unwrap_or(rest).split('?').next().map(Path::new)
}

fn permissions(config: &Path, report: &mut Report) -> Result<(), Failure> {
    let mode = std::fs::metadata(config).map_err(Failure::file(config))?.permissions().mode() & 0o777;
    if mode & 0o077 == 0 {
        report.ok(format_args!("{}: readable by its owner alone", config.display()));
    } else {
        report.fail(format_args!("{0}: mode {mode:o}, others may read it; chmod 600 {0}", config.display()));
    }
    Ok(())
}

/// Holds the storage against the files that signals list.
async fn storage(settings: &Settings, store: &Store, report: &mut Report) -> Result<(), Failure> {
    let folder = settings.storage.url.trim_start_matches("file://");
    if !store.is_current().await? {
        return Ok(());
    }
    let listed: BTreeSet<FileId> = store.all_files().await?.into_iter().collect();
    if !Path::new(folder).exists() {
        // Opening would make it, and a wrong address would look like a new installation.
        match listed.len() {
            0 => report.warn(format_args!("storage: there is no {folder} yet; `serve` makes it")),
            lost => report.fail(format_args!("storage: there is no {folder}, and signals list {lost} files in it")),
        }
        return Ok(());
    }
    let files = Files::open(&settings.storage.url, u64::MAX)?;
    let kept: BTreeSet<FileId> = files.kept().await?.into_iter().collect();
    match listed.difference(&kept).count() {
        0 => report.ok(format_args!("storage: {folder} holds every file that a signal lists ({})", listed.len())),
        lost => report.fail(format_args!("storage: {lost} files that signals list are not in {folder}; restore them")),
    }
    match kept.difference(&listed).count() {
        0 => {}
        spare => report.warn(format_args!(
            "storage: {spare} sealed files belong to no signal: a crash left them, or the database is older than they are"
        )),
    }
    Ok(())
}

/// Counts who can open each route, as signed grants prove it, and looks for who takes over.
async fn members(store: &Store, routes: &seal::Routes, report: &mut Report) -> Result<(), Failure> {
    let (people, rows) = (store.people().await?, store.upkeep().await?);
    let lineages = people.lineages(routes);
    for route in routes.reachable() {
        let Some(keys) = lineages.get(route) else { continue };
        let Some(key) = keys.key() else { continue };
        let known = People::of(&people, route, key, Some(keys));
        let upkept = Upkept::read(&rows, route, keys, &known);
        match known.in_force().count() {
            few if few < FEWEST_MEMBERS => report.warn(format_args!(
                "route {route}: members who can open it: {few}; with fewer than {FEWEST_MEMBERS} one absence closes it"
            )),
            _ if upkept.replacement(&known).is_none() => {
                report.warn(format_args!(
                    "route {route}: no replacement (vervanger); a member names one at /beheer/rechten"
                ));
            }
            _ => {}
        }
        if upkept.is_damaged {
            report.warn(format_args!("route {route}: a signed review or replacement was changed or is gone"));
        }
    }
    Ok(())
}

/// Compares the configuration's keys with those that members made, and prints the six words to compare.
async fn database(store: &Store, routes: &seal::Routes, report: &mut Report) -> Result<(), Failure> {
    store.ping().await?;
    if !store.is_current().await? {
        report.warn("database: tables are of an older version; the programs bring them up to date when they start");
        return Ok(());
    }
    report.ok("database: answers, tables are of this version");
    match watch::verify(store, None).await? {
        Ok(head) => report.ok(format_args!("log: {} lines, each follows the one before", head.number)),
        Err(broken) => report.fail(format_args!("log: {broken}; see `audit verify`")),
    }
    let made = store.route_keys().await?;
    let lineages = store.people().await?.lineages(routes);
    for route in routes.reachable() {
        let Some(configured) = routes.key(route) else { continue };
        let words: Vec<_> = configured.fingerprint().into_iter().map(Word::text).collect();
        let line = format!("route {route}: {}", words.join(" "));
        match made.iter().find(|row| row.route == route) {
            Some(row)
                if row.encrypt == configured.encrypt.to_string() && row.verify == configured.verify.to_string() =>
            {
                report.ok(line);
                on_paper(row, lineages.halves(route).unwrap_or(configured), routes.recovery(route), report);
            }
            // The newest that members made is one that the configured key vouched for.
            Some(row) if lineages.halves(route).is_some_and(|newest| newest.encrypt.to_string() == row.encrypt) => {
                report.fail(format_args!(
                    "{line}: its members replaced this key; put the newer lines in the configuration (they see them under Beheer)"
                ));
                on_paper(row, lineages.halves(route).unwrap_or(configured), routes.recovery(route), report);
            }
            Some(_) => {
                report.fail(format_args!("{line}: the database has another key for this route; ask its members"))
            }
            None => report.fail(format_args!("{line}: no member made this key")),
        }
    }
    for route in lineages.forked() {
        report.fail(format_args!(
            "route {route}: two statements replace its key by another; one is not its members', and nothing of this route is believed \
             until the configuration has the lines of the right one, or the other is gone. Ask its members which is theirs, and find \
             out who had access to the database (docs/gemeente/incidenten.md)"
        ));
    }
    for (route, _) in lineages.iter().filter(|(_, keys)| keys.is_barred()) {
        report.fail(format_args!(
            "route {route}: the database has a statement that replaces its key and that none of its keys signed; nothing is stored \
             under the right key until that row of table succession is gone. Find out who had access to the database"
        ));
    }
    for (route, keys) in lineages.iter().filter(|(_, keys)| !keys.is_forked()) {
        if let Some(day) = logged::gone(store, route, keys).await? {
            report.fail(format_args!(
                "route {route}: the log says that its key was replaced on {day}, and the database has no statement of that; somebody \
                 took it away, or an older database was put back"
            ));
        }
    }
    members(store, routes, report).await?;
    for row in made.iter().filter(|row| routes.key(row.route).is_none()) {
        report.warn(format_args!("route {}: has a key that the configuration does not name yet", row.route));
    }
    let today = clock::dutch_date(SystemClock.now());
    let announced = store.announced(portals::heard_since(today)).await?;
    for (route, differs) in portals::differing(&announced, &lineages) {
        let what = match differs {
            Differs::Older => {
                "a running portal still seals to a key that was replaced; give it the newer lines and restart it"
            }
            Differs::Unknown => {
                "a running portal has another key than this configuration; find out why before anything is sent"
            }
            Differs::Missing => "a running portal takes nothing for it; give it the lines and restart it",
        };
        report.fail(format_args!("route {route}: {what}"));
    }
    if routes.reachable().next().is_none() {
        report.warn("no route can be reached yet: reporters can send nothing");
    }
    Ok(())
}

/// Says where a route's key on paper is not what the configuration and its members say.
fn on_paper(
    row: &entity::route_key::Model,
    newest: &Halves<role::Route>,
    recovery: Option<&Recipient<role::Recovery>>,
    report: &mut Report,
) {
    let route = row.route;
    match state_of(row, &newest.verify, recovery) {
        PaperState::Matches => {}
        PaperState::Unknown => report.warn(format_args!(
            "route {route}: nothing says to which recovery recipient its key is sealed; a member seals it anew at Beheer"
        )),
        PaperState::Other => report.warn(format_args!(
            "route {route}: its key is sealed to another recovery recipient than the configuration names; until a member seals it \
             anew at Beheer, only the old paper opens it"
        )),
        PaperState::Forged => report.fail(format_args!(
            "route {route}: somebody changed what is sealed to its recovery recipient; a member seals it anew at Beheer, and find \
             out who had access to the database"
        )),
    }
}

/// Whether mail would leave now, whether it did, and who is never mailed.
async fn mail(settings: &Settings, store: &Store, report: &mut Report) -> Result<(), Failure> {
    let post = settings.mail.check().map_err(|bad| Failure::refused(bad.to_string()))?;
    if matches!(post.transport, Transport::Blackhole) {
        report.warn("mail: mail.transport is blackhole; nobody is told to look in the vault");
        return Ok(());
    }
    match post.transport.probe().await {
        Ok(()) => match &post.transport {
            Transport::Smtp(server) if server.security == Security::None => {
                report.ok(format_args!("mail: {} on this machine answers", server.host));
            }
            Transport::Smtp(server) => {
                report.ok(format_args!(
                    "mail: {} answers over a protected line, and its certificate is right",
                    server.host
                ));
            }
            _ => report.ok(format_args!("mail: is put in {}", settings.mail.folder)),
        },
        Err(why) => report.fail(format_args!("mail: {}", why.in_english())),
    }
    if !store.is_current().await? {
        return Ok(());
    }
    let standing = Standing::of(&store.mails().await?);
    let dutch = |at| clock::dutch_time(at).format("%Y-%m-%d %H:%M").to_string();
    if let Some((since, why)) = standing.failing {
        let why = why.map_or_else(String::new, |why| format!(": {}", why.in_english()));
        report.fail(format_args!("mail: none leaves since {}{why}", dutch(since)));
    }
    let last = standing
        .delivered
        .map_or_else(|| "none was delivered yet".to_owned(), |at| format!("the last left at {}", dutch(at)));
    report.ok(format_args!("mail: {} in the outbox; {last}", standing.queued));
    for address in standing.lost {
        report.fail(format_args!("mail: the mail server does not take mail to {address}"));
    }
    for address in standing.unknown {
        report.warn(format_args!("mail: nobody knows whether the last mail to {address} arrived"));
    }
    for name in desk::mail::readers(store).await?.1 {
        report.warn(format_args!("mail: {name} is never mailed: the login name is no e-mail address"));
    }
    Ok(())
}
