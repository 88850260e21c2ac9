//! A town: portal and desk in this process, on a database and a clock of the test's own. Its keys are the demo's.

use attachments::{Attachments, Storage};
use std::{collections::BTreeMap, sync::Arc, thread::JoinHandle};

use actix_web::{dev::ServerHandle, web::Data};
use chrono::{DateTime, TimeDelta, Utc};
use desk::{DeskSettings, mail::Mailing};
use domain::{
    AccountId, Clock, FixedClock, RouteName,
    retention::{Outcome, Rule, Rules},
};
use portal::{Pools, PortalSettings};
use post::{Outbox, Transport};
use seal::{
    Routes,
    routes::{DemoKeys, RouteKeySettings, RoutesSettings},
};
use store::{DatabaseSettings, Store, Under};
use tempfile::TempDir;
use unseal::{demo, password};
use web::{House, settings::Origin};

use super::{
    people::{Melder, Officer},
    postgres::{self, Cluster},
};

/// Where a town keeps its rows; gone with the town.
pub enum Place {
    File(TempDir),
    Cluster(#[expect(dead_code, reason = "held so that the server runs as long as the town")] Arc<Cluster>),
}

/// How a town is configured.
struct Plan {
    house: House,
    series: domain::meeting::Series,
    /// Whether a code is asked beside the password.
    second_factor: bool,
    terms: Rules,
    /// Whether people are mailed.
    mails: bool,
}

impl Default for Plan {
    fn default() -> Self {
        Self { house: house(), series: series(), second_factor: false, terms: retention(), mails: false }
    }
}

pub struct Town {
    pub portal: String,
    pub desk: String,
    pub url: String,
    pub store: Store,
    pub clock: Arc<FixedClock>,
    pub runtime: tokio::runtime::Runtime,
    pub place: Place,
    /// Where sealed files stand.
    pub files: tempfile::TempDir,
    pub attachments: Arc<Attachments>,
    /// The desk's hands for passwords: of known browsers, and of everybody else.
    pub lanes: [web::Lane; 2],
    handles: Vec<ServerHandle>,
    thread: Option<JoinHandle<()>>,
}

/// Everybody who works in a test's town: login, function, route.
pub const PEOPLE: &[(&str, &str, Option<RouteName>)] = &[
    ("aov", "Adviseur Openbare Orde en Veiligheid", Some(RouteName::Aov)),
    ("aov2", "Vervanger", Some(RouteName::Aov)),
    ("burgemeester", "Burgemeester", Some(RouteName::Burgemeester)),
    ("voorzitter", "Voorzitter van de integriteitscommissie", Some(RouteName::Integriteitscommissie)),
    ("griffier", "Griffier", Some(RouteName::Integriteitscommissie)),
    ("integriteit", "Integriteitsfunctionaris", Some(RouteName::Ambtelijk)),
    ("beheer", "Beheerder", None),
    ("jurist", "Jurist openbare orde en veiligheid", None),
    ("behandelaar", "Behandelaar", None),
];

/// Who is known to the members of the route aov, and may be invited to its signals.
const KNOWN: [&str; 2] = ["jurist", "behandelaar"];

/// Everybody's password.
pub const PASSWORD: &str = "een lange zin voor de test";

/// The storage in a folder, as a municipality would have it.
pub fn storage(folder: &std::path::Path) -> Storage {
    let url = format!("file://{}", folder.display());
    Storage { url, files_per_report: 10, file_mib: 50, report_mib: 100, total_gib: 3 }
}

/// Noon on an ordinary day.
pub fn noon() -> DateTime<Utc> {
    "2026-11-23T11:00:00Z".parse().expect("a moment")
}

impl Town {
    /// A town on SQLite.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite://{}", dir.path().join("town.db").display());
        Self::on(url, Place::File(dir))
    }

    /// The same story on every database there is.
    pub fn each(story: impl Fn(Town)) {
        story(Self::new());
        if let Some(cluster) = postgres::cluster() {
            story(Self::on(cluster.database(), Place::Cluster(cluster)));
        }
    }

    /// The same where a code is asked beside the password, as everywhere but in the demo. Nobody of those who work there has
    /// one: people come by an invitation.
    pub fn each_with_codes(story: impl Fn(Town)) {
        let plan = || Plan { second_factor: true, ..Plan::default() };
        story(Self::planned(plan()));
        if let Some(cluster) = postgres::cluster() {
            story(Self::build(cluster.database(), Place::Cluster(cluster), RouteName::ALL, plan()));
        }
    }

    /// A town whose configuration names these routes only.
    pub fn with_routes(reachable: &[RouteName]) -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite://{}", dir.path().join("town.db").display());
        Self::build(url, Place::File(dir), reachable, Plan::default())
    }

    /// A town of an organisation that configured something.
    pub fn of(house: House) -> Self {
        Self::planned(Plan { house, ..Plan::default() })
    }

    /// A town whose municipality did not decide how long it keeps what is closed.
    pub fn without_terms() -> Self {
        Self::planned(Plan { terms: Rules::default(), ..Plan::default() })
    }

    /// A town that calls its meeting otherwise.
    pub fn whose_meeting_is(name: &str) -> Self {
        let series = domain::meeting::Series { name: name.to_owned(), ..series() };
        Self::planned(Plan { series, ..Plan::default() })
    }

    /// A town whose people are mailed: everybody's login name is an address. Nothing leaves before a test says so.
    pub fn each_with_mail(story: impl Fn(Town)) {
        let plan = || Plan { mails: true, ..Plan::default() };
        let with_addresses = |town: Town| {
            town.tamper("UPDATE account SET name = name || '@gemeente.example'");
            story(town);
        };
        with_addresses(Self::planned(plan()));
        if let Some(cluster) = postgres::cluster() {
            with_addresses(Self::build(cluster.database(), Place::Cluster(cluster), RouteName::ALL, plan()));
        }
    }

    pub fn on(url: String, place: Place) -> Self {
        Self::build(url, place, RouteName::ALL, Plan::default())
    }

    /// A town on SQLite that was configured so.
    fn planned(plan: Plan) -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite://{}", dir.path().join("town.db").display());
        Self::build(url, Place::File(dir), RouteName::ALL, plan)
    }

    fn build(url: String, place: Place, reachable: &[RouteName], plan: Plan) -> Self {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let store = runtime.block_on(async {
            let store = Store::open(&DatabaseSettings { url: url.clone(), connections: 2 }).await.expect("a database");
            store.migrate().await.expect("tables");
            store
        });
        let clock = Arc::new(FixedClock::at(noon()));
        runtime.block_on(settle(&store));
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        let files = tempfile::Builder::new().permissions(private).tempdir().expect("a temporary folder");
        let attachments = Arc::new(Attachments::open(&storage(files.path())).expect("a storage"));
        let keys = [routes(reachable), routes(reachable)];
        let Started { portal, desk, lanes, handles, thread } = start(&url, &clock, &attachments, keys, plan);
        Self {
            portal,
            desk,
            url,
            store,
            clock,
            runtime,
            place,
            files,
            attachments,
            lanes,
            handles,
            thread: Some(thread),
        }
    }

    /// Both programs stop, and start again with these keys in their configurations.
    pub fn restarts_with(&mut self, portal: Routes, desk: Routes) {
        self.stop();
        let keys = [portal, desk];
        let started = start(&self.url, &self.clock, &self.attachments, keys, Plan::default());
        (self.portal, self.desk, self.lanes) = (started.portal, started.desk, started.lanes);
        (self.handles, self.thread) = (started.handles, Some(started.thread));
    }

    fn stop(&mut self) {
        for handle in &self.handles {
            // Told to stop; the thread's end is waited for below.
            drop(handle.stop(false));
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    pub fn melder(&self) -> Melder {
        Melder::at(&self.portal)
    }

    /// Somebody who works here, logged in.
    pub fn officer(&self, login: &str) -> Officer {
        let mut officer = Officer::at(&self.desk);
        officer.logs_in(login, PASSWORD).must_be(200);
        officer
    }

    /// What the portal does every five minutes.
    pub fn sweeps(&self) {
        let clock = Arc::clone(&self.clock) as Arc<dyn Clock>;
        self.runtime.block_on(self.attachments.sweep(&clock, &self.store)).expect("swept");
    }

    /// Time passes.
    pub fn later(&self, by: TimeDelta) {
        self.clock.set(self.clock.now() + by);
    }

    /// The id of somebody's account.
    pub fn account(&self, login: &str) -> String {
        let found = self.runtime.block_on(self.store.account_by_name(login)).expect("read");
        found.expect("an account").id.to_string()
    }

    /// Somebody becomes a member of a member's route.
    pub fn joins(&self, by: &str, login: &str) {
        let route = PEOPLE.iter().find(|(name, ..)| *name == by).and_then(|(.., route)| *route).expect("a member");
        self.runtime.block_on(async {
            let account = self.store.account_by_name(login).await.expect("read").expect("an account");
            let (key, by, pair) = (demo::route(route), demo::person(by), demo::person(login).pair());
            let on = domain::clock::dutch_date(noon());
            let membership = desk::admin::granted(on, &by, &key, route, &account, pair).expect("a grant");
            self.store.add_membership(membership, &Under::first(route)).await.expect("a member");
        });
    }

    /// A member's route gets to know a colleague, under this function.
    pub fn knows(&self, by: &str, login: &str, function: &str) {
        let route = PEOPLE.iter().find(|(name, ..)| *name == by).and_then(|(.., route)| *route).expect("a member");
        self.runtime.block_on(async {
            let account = self.store.account_by_name(login).await.expect("read").expect("an account");
            let account = entity::account::Model { function: function.to_owned(), ..account };
            let (key, by, pair) = (demo::route(route), demo::person(by), demo::person(login).pair());
            let known = desk::admin::introduced(domain::clock::dutch_date(noon()), &by, &key, route, &account, pair);
            let known = known.expect("an introduction");
            self.store.add_introduction(known, &Under::first(route)).await.expect("known");
        });
    }

    /// Somebody comes to work here, and a member's route gets to know him.
    pub fn hires(&self, by: &str, login: &str, function: &str) {
        self.runtime.block_on(add_account(&self.store, login, function, None));
        self.knows(by, login, function);
    }

    /// Somebody with the database changes it, in SQL.
    pub fn tamper(&self, sql: &str) -> u64 {
        use sea_orm::{ConnectionTrait, Database};
        self.runtime.block_on(async {
            let db = Database::connect(&self.url).await.expect("a connection");
            db.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}")).rows_affected()
        })
    }
}

impl Drop for Town {
    fn drop(&mut self) {
        self.stop();
        let _ = self.runtime.block_on(self.store.close());
    }
}

/// Where the programs listen, how they are told to stop, and the thread that they run in.
/// Two programs that run.
struct Started {
    portal: String,
    desk: String,
    lanes: [web::Lane; 2],
    handles: Vec<ServerHandle>,
    thread: JoinHandle<()>,
}

/// Starts portal and desk, each with its own configuration of keys.
fn start(
    url: &str,
    clock: &Arc<FixedClock>,
    attachments: &Arc<Attachments>,
    [portal_keys, desk_keys]: [Routes; 2],
    Plan { house, series, second_factor, terms, mails }: Plan,
) -> Started {
    let (sender, receiver) = std::sync::mpsc::channel();
    let (address, time, stored) = (url.to_owned(), Arc::clone(clock), Arc::clone(attachments));
    let thread = std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let pools = Pools::open(&address).await.expect("pools");
            let clock: Arc<dyn Clock> = time;
            let portal_settings = PortalSettings {
                listen: "127.0.0.1:0".into(),
                monitor: String::new(),
                public_url: "http://127.0.0.1:0".into(),
            };
            let desk_settings = DeskSettings {
                listen: "127.0.0.1:0".into(),
                monitor: String::new(),
                public_url: "http://127.0.0.1:0".into(),
                idle_minutes: 15,
                session_hours: 8,
                areas: ["Kern", "Buitengebied"].map(str::to_owned).to_vec(),
                texts: String::new(),
                letters: letters::Texts::default(),
                proxies: Vec::new(),
            };
            let portal = portal::State::new(
                house.clone(),
                portal_keys,
                pools,
                Arc::clone(&stored),
                Arc::clone(&clock),
                origin(),
            );
            let store = Store::open(&DatabaseSettings { url: address, connections: 5 }).await.expect("a pool");
            let mut desk =
                desk::State::new(house, &desk_settings, series, desk_keys, store, Arc::clone(&stored), clock);
            desk.cost = password::Cost::Demo;
            desk.second_factor = second_factor;
            desk.retention = terms;
            // It sends none by itself: tests do, through an address of theirs.
            let outside = outside::Outside::new("http://localhost:8080".into(), None).expect("no roots");
            let canary = desk::canary::Canary { key: demo::route(RouteName::Kanarie), outside, hour: 1 };
            desk.canary = Some(Arc::new(canary));
            if mails {
                desk.mailing = Some(mailing(&desk.store, &desk.clock, Transport::Blackhole));
            }
            let lanes = [desk.login_lane.clone(), desk.stranger_lane.clone()];
            let servers = [
                portal::build(&portal_settings, Data::new(portal)).expect("a portal"),
                desk::build(&desk_settings, Data::new(desk)).expect("a desk"),
            ];
            let started: Vec<_> = servers.iter().map(|s| (s.address, s.handle())).collect();
            sender.send((started, lanes)).expect("the test waits");
            let [portal, desk] = servers;
            let _ = tokio::join!(portal.server, desk.server);
        });
    });
    let (started, lanes) = receiver.recv().expect("the programs start");
    let [portal, desk] = [0, 1].map(|i: usize| format!("http://{}", started[i].0));
    let handles = started.into_iter().map(|(_, handle)| handle).collect();
    Started { portal, desk, lanes, handles, thread }
}

/// A year for what was closed at screening, ten for the rest.
pub fn retention() -> Rules {
    let rule = |(number, outcome): (usize, &Outcome)| {
        let months = if *outcome == Outcome::Screened { 12 } else { 120 };
        (*outcome, Rule { months, ground: outcome.label().to_lowercase(), list: format!("lijst {}", number + 1) })
    };
    Rules::new(Outcome::ALL.iter().enumerate().map(rule).collect(), 30)
}

/// How a town mails: at half past seven, by this transport.
pub fn mailing(store: &Store, clock: &Arc<dyn Clock>, transport: Transport) -> Mailing {
    let from = "kluis@gemeente.example".parse().expect("an address");
    let outbox = Outbox { store: store.clone(), transport, from, clock: Arc::clone(clock) };
    let daily_at = chrono::NaiveTime::from_hms_opt(7, 30, 0).expect("a time");
    Mailing { outbox, daily_at, sender: "Gemeente Test".into() }
}

/// The organisation as it is shipped.
pub fn house() -> House {
    House::shipped("Gemeente Test").expect("the shipped configuration is good")
}

/// The address that reporters of a town know: not where it listens in the test.
pub fn origin() -> Origin {
    Origin::parse("portal.public_url", "http://localhost:8080").expect("an address")
}

/// Meetings every six weeks, as of the week after [`noon`].
pub fn series() -> domain::meeting::Series {
    domain::meeting::Series {
        name: "LIO".into(),
        every_days: 42,
        first: chrono::NaiveDate::from_ymd_opt(2026, 12, 3),
        structural: [
            "Burgerzaken/medewerker BRP",
            "Informatiemanagement",
            "Jurist openbare orde en veiligheid",
            "Bibob-coördinator",
        ]
        .map(str::to_owned)
        .to_vec(),
    }
}

/// The routes of a town's configuration, with the demo's keys.
pub fn routes(reachable: &[RouteName]) -> Routes {
    routes_with(reachable, |route| demo::route(route).halves())
}

/// The same with keys of one's own.
pub fn routes_with(reachable: &[RouteName], halves: impl Fn(RouteName) -> seal::Halves<seal::role::Route>) -> Routes {
    let keys: BTreeMap<_, _> = reachable
        .iter()
        .map(|route| {
            let halves = halves(*route);
            let key = RouteKeySettings {
                encrypt: Some(halves.encrypt.to_string()),
                verify: Some(halves.verify.to_string()),
                recovery: None,
            };
            (route.to_string(), key)
        })
        .collect();
    let recovery = demo::recovery().recipient().to_string();
    let settings = RoutesSettings { recovery, subjects: domain::Routing::default(), keys };
    Routes::check(&settings, DemoKeys::Accept).expect("routes")
}

/// Adds everybody, and makes them members of their routes.
async fn settle(store: &Store) {
    for (login, function, route) in PEOPLE {
        let (key, account) = add_account(store, login, function, *route).await;
        let pair = key.pair();
        let on = domain::clock::dutch_date(noon());
        if KNOWN.contains(login) {
            let (by, aov) = (demo::person("aov"), demo::route(RouteName::Aov));
            let known = desk::admin::introduced(on, &by, &aov, RouteName::Aov, &account, pair);
            let known = known.expect("an introduction");
            store.add_introduction(known, &Under::first(RouteName::Aov)).await.expect("known");
            continue;
        }
        let Some(route) = *route else { continue };
        let route_key = demo::route(route);
        // The first of a route made its key, and let the others in by himself.
        let first = PEOPLE.iter().find(|(.., of)| *of == Some(route)).map(|(first, ..)| demo::person(first));
        let by = first.expect("a first member");
        let membership = desk::admin::granted(on, &by, &route_key, route, &account, pair).expect("a grant");
        let row = desk::admin::on_paper(on, &route_key, route, &demo::recovery().recipient()).expect("sealed");
        if store.found_route(row, membership.clone()).await.is_err() {
            store.add_membership(membership, &Under::first(route)).await.expect("a membership");
        }
    }
}

/// An account with its key and an empty notebook.
pub async fn add_account(
    store: &Store,
    login: &str,
    function: &str,
    route: Option<RouteName>,
) -> (unseal::FullKey<seal::role::Person>, entity::account::Model) {
    let key = demo::person(login);
    let pair = key.pair();
    let account = entity::account::Model {
        id: AccountId::random(&mut rand::rng()),
        name: login.into(),
        function: function.into(),
        route,
        disabled: false,
        invitation: None,
        invited_until: None,
        pair: Some(serde_json::to_string(&pair).expect("JSON")),
        sealed_key: Some(password::lock(&key, PASSWORD, password::Cost::Demo).expect("sealed").into_bytes()),
    };
    store.add_account(account.clone()).await.expect("an account");
    let notebook = desk::notebook::Notebook::first(account.id, &key).expect("a notebook");
    store.save_notebook(notebook).await.expect("a notebook");
    (key, account)
}
