//! Searching in 5,000 opened and worked-up signals, as an officer's browser does it: `cargo bench -p tests --bench search`.
//!
//! The first search opens every signal and fills the shelf; later ones look in memory and open the 25 that they show. Prints
//! both, what one is of the other, and the memory that a signal takes on the shelf; fails where a later search takes 300 ms.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use actix_web::web::Data;
use attachments::{Attachments, Storage};
use criterion::{Criterion, criterion_group, criterion_main};
use desk::{
    DeskSettings, State, admin,
    case::Case,
    epoch,
    keyring::Keyring,
    notebook::Notebook,
    session::{self, Officer, Sitting},
    writing::{self, Draft},
};
use domain::{
    AccountId, Answers, FixedClock, Kind, Report, RouteName, Routing, clock::dutch_date, description::Description,
    meeting::Series,
};
use mailbox::{Nonce, code};
use seal::{
    Digest, Routes,
    routes::{DemoKeys, RouteKeySettings, RoutesSettings},
};
use store::{DatabaseSettings, Store};
use unseal::{demo, password};

const SIGNALS: usize = 5_000;
const PASSWORD: &str = "een lange zin voor de meting";
/// What a later search may take.
const AIM: Duration = Duration::from_millis(300);
const AREAS: [&str; 4] = ["Kern", "Buitengebied", "Bedrijventerrein", "Stationswijk"];
const THEMES: [&str; 3] = ["witwassen", "mensenhandel", "zorgcriminaliteit"];

fn routes() -> Routes {
    let halves = demo::route(RouteName::Aov).halves();
    let key = RouteKeySettings {
        encrypt: Some(halves.encrypt.to_string()),
        verify: Some(halves.verify.to_string()),
        recovery: None,
    };
    let settings = RoutesSettings {
        recovery: String::new(),
        subjects: Routing::default(),
        keys: [("aov".to_owned(), key)].into(),
    };
    Routes::check(&settings, DemoKeys::Accept).expect("routes")
}

/// A report of ordinary length; one in fifty names the same company.
fn report(number: usize) -> Report {
    let company = if number.is_multiple_of(50) { "Jansen Bouw B.V." } else { "een bedrijf" };
    let story = format!("Signaal {number}: bij {company} aan het plein wordt de huur contant betaald. ").repeat(18);
    let answers: Answers = [
        ("over_wie", "ondernemer/bedrijf"),
        ("soort", "ondermijning"),
        ("verschijningsvorm", THEMES[number % THEMES.len()]),
        ("wat", story.as_str()),
        ("waar", "Dorpsstraat 5, 7741 AB"),
    ]
    .into_iter()
    .collect();
    Report::parse(&answers).expect("a report")
}

/// A report as rows, as the portal makes them.
fn submitted(number: usize, state: &State) -> store::submissions::Submission {
    let mut chance = rand::rng();
    let (hour, nonce) = (mailbox::HourSecret::random(&mut chance), Nonce::random(&mut chance));
    let key = state.routes.key(RouteName::Aov).expect("a route").clone();
    let mut tag = [0; 32];
    tag[..8].copy_from_slice(&u64::try_from(number).expect("a number").to_be_bytes());
    let new = submission::NewSignal {
        code: code::pickup_code(&hour, &nonce, &Digest::of(b"answers")),
        report: report(number),
        contact: domain::Contact::default(),
        files: Vec::new(),
        key_of_files: None,
        sizes: Vec::new(),
        keeper: None,
        route: RouteName::Aov,
        key,
        received_on: state.today() - chrono::Days::new(u64::try_from(number % 700).expect("days")),
        registered: None,
        tag: mailbox::receipt::Tag(tag),
        receipt: vec![0; 80],
    };
    new.seal().expect("sealed")
}

/// The one member of the route.
async fn somebody(state: &State) -> Officer {
    let key = demo::person("aov");
    let account = entity::account::Model {
        id: AccountId::random(&mut rand::rng()),
        name: "aov".into(),
        function: "Adviseur Openbare Orde en Veiligheid".into(),
        route: Some(RouteName::Aov),
        disabled: false,
        invitation: None,
        invited_until: None,
        pair: Some(serde_json::to_string(&key.pair()).expect("JSON")),
        sealed_key: Some(password::lock(&key, PASSWORD, password::Cost::Demo).expect("sealed").into_bytes()),
    };
    state.store.add_account(account.clone()).await.expect("an account");
    state.store.save_notebook(Notebook::first(account.id, &key).expect("a notebook")).await.expect("a notebook");
    let route = demo::route(RouteName::Aov);
    let on = dutch_date(domain::Clock::now(&*state.clock));
    let membership = admin::granted(on, &key, &route, RouteName::Aov, &account, key.pair()).expect("a grant");
    let row = admin::on_paper(on, &route, RouteName::Aov, &demo::recovery().recipient()).expect("sealed");
    state.store.found_route(row, membership).await.expect("a route");
    let key = Arc::new(key);
    let ring = Keyring::open(&account, Arc::clone(&key), &state.store.people().await.expect("people"), &state.routes);
    Officer {
        account,
        key,
        ring,
        token: String::new(),
        session: [0; 32],
        remembered: 0,
        sitting: Sitting::default(),
        visit: Arc::default(),
    }
}

/// One signal more: reported, opened, and worked up.
async fn add(state: &State, officer: &Officer, number: usize) {
    let rows = submitted(number, state);
    let kenmerk = rows.signal.kenmerk.clone();
    state.store.submit(rows).await.expect("stored");
    let open = async || {
        let stored = state.store.signal_by_kenmerk(&kenmerk).await.expect("read").expect("a signal");
        Case::open(stored, &officer.ring).expect("it opens")
    };
    let case = open().await;
    let head = epoch::needed_head(&case, officer).expect("keys").expect("a first head");
    state.store.add(case.intake.signal, head).await.expect("stored");
    let case = open().await;
    let area = AREAS[number % AREAS.len()];
    let answers: Answers = [
        ("omschrijving", "Mogelijk witwassen via de verhuur van een pand in het centrum."),
        ("verschijningsvorm", THEMES[number % THEMES.len()]),
        ("gebied", area),
    ]
    .into_iter()
    .collect();
    let description = Description::parse(&answers, &state.areas, None).expect("a description");
    let draft = Draft::to_file(Kind::Description, &session::dated(state, description)).expect("a draft");
    writing::write(state, &case, officer, vec![draft], None, Vec::new()).await.expect("stored");
}

/// A desk with all these signals, running.
struct Desk {
    address: String,
    cookie: String,
    token: String,
    agent: ureq::Agent,
    _dir: tempfile::TempDir,
}

impl Desk {
    fn start() -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}", dir.path().join("bench.db").display());
        let files = format!("file://{}", dir.path().join("files").display());
        let (sender, receiver) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let store = Store::open(&DatabaseSettings { url, connections: 5 }).await.expect("a database");
                store.migrate().await.expect("tables");
                let storage = Storage { url: files, files_per_report: 10, file_mib: 50, report_mib: 100, total_gib: 3 };
                let settings = DeskSettings {
                    listen: "127.0.0.1:0".into(),
                    monitor: String::new(),
                    public_url: "http://127.0.0.1:0".into(),
                    idle_minutes: 120,
                    session_hours: 8,
                    areas: AREAS.map(str::to_owned).to_vec(),
                    texts: String::new(),
                    letters: letters::Texts::default(),
                    proxies: Vec::new(),
                };
                let now = "2026-11-23T11:00:00Z".parse().expect("a moment");
                let house = web::House::shipped("Meting").expect("a house");
                let attachments = Arc::new(Attachments::open(&storage).expect("a storage"));
                let clock = Arc::new(FixedClock::at(now));
                let series = Series { name: "LIO".into(), every_days: 42, first: None, structural: Vec::new() };
                let mut state = State::new(house, &settings, series, routes(), store, attachments, clock);
                state.cost = password::Cost::Demo;
                state.second_factor = false;
                let officer = somebody(&state).await;
                for number in 0..SIGNALS {
                    add(&state, &officer, number).await;
                }
                let server = desk::build(&settings, Data::new(state)).expect("a desk");
                sender.send(server.address).expect("somebody waits");
                let _ = server.server.await;
            });
        });
        let address = format!("http://{}", receiver.recv().expect("the desk starts"));
        let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
        let config = config.timeout_global(None).build();
        let mut desk = Self { address, cookie: String::new(), token: String::new(), agent: config.into(), _dir: dir };
        desk.logs_in();
        desk
    }

    fn logs_in(&mut self) {
        let form = format!("gebruiker=aov&wachtwoord={}", PASSWORD.replace(' ', "+"));
        let request = self.agent.post(format!("{}/inloggen", self.address));
        let answer = request.header("content-type", "application/x-www-form-urlencoded").send(form.as_bytes());
        let answer = answer.expect("an answer");
        let cookie = answer.headers().get("set-cookie").and_then(|cookie| cookie.to_str().ok()).expect("a session");
        cookie.split(';').next().unwrap_or_default().clone_into(&mut self.cookie);
        // A page without a shelf behind it.
        let page = self.agent.get(format!("{}/beheer", self.address)).header("cookie", &self.cookie).call();
        let page = page.expect("an answer").into_body().read_to_string().expect("text");
        let token = page.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        self.token = token.expect("a token").to_owned();
    }

    /// Searches, and returns how many were found and how long that took.
    fn search(&self, wanted: &str) -> (usize, Duration) {
        let body = format!("token={}&{wanted}", self.token);
        let begin = Instant::now();
        let request = self.agent.post(format!("{}/zoeken", self.address)).header("cookie", &self.cookie);
        let answer = request.header("content-type", "application/x-www-form-urlencoded").send(body.as_bytes());
        let mut answer = answer.expect("an answer");
        assert_eq!(answer.status().as_u16(), 200);
        let page = answer.body_mut().read_to_string().expect("text");
        let took = begin.elapsed();
        let found = page.split(" gevonden").next().and_then(|before| before.rsplit('>').next());
        let found = found.and_then(|before| before.split_whitespace().next()?.replace('.', "").parse().ok());
        (found.unwrap_or(0), took)
    }
}

/// Resident memory of this process in bytes, files that are mapped aside.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("a process");
    let line = status.lines().find(|line| line.starts_with("RssAnon:")).expect("a line");
    let kib: usize = line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).expect("a number");
    kib * 1024
}

const SEARCHES: [(&str, &str, usize); 5] = [
    ("free text", "zoek=jansen+bouw", SIGNALS / 50),
    ("words that all have", "zoek=huur+contant", SIGNALS),
    ("theme", "thema=mensenhandel", 1_667),
    ("area", "gebied=Kern", SIGNALS / 4),
    ("period and words", "van=2026-01-01&tot=2026-06-30&zoek=plein", 0),
];

fn search(criterion: &mut Criterion) {
    let desk = Desk::start();
    let before = memory();
    let (found, first) = desk.search("zoek=jansen+bouw");
    assert_eq!(found, SIGNALS / 50, "what was put in is found");
    let on_shelf = memory().saturating_sub(before) / SIGNALS;
    let mut slowest = Duration::ZERO;
    let mut group = criterion.benchmark_group("search in 5,000 signals");
    group.sample_size(10);
    for (name, wanted, expected) in SEARCHES {
        let (found, _) = desk.search(wanted);
        assert!(expected == 0 || found == expected, "{name}: {found}");
        group.bench_function(name, |bench| bench.iter(|| desk.search(wanted)));
        let mut times: Vec<_> = (0..10).map(|_| desk.search(wanted).1).collect();
        times.sort();
        println!("{name}: {found} found, median {:?}, slowest {:?}", times[5], times[9]);
        slowest = slowest.max(times[5]);
    }
    group.finish();
    println!(
        "first search {first:?}; later at most {slowest:?} (median); first / later {:.0}; {on_shelf} bytes a signal",
        first.as_secs_f64() / slowest.as_secs_f64()
    );
    assert!(slowest < AIM, "a search takes {slowest:?}; aim at most {AIM:?}");
}

criterion_group!(benches, search);
criterion_main!(benches);
