//! `demo`: a complete trial. Its keys are constants that everything else refuses, and it never touches a real
//! installation.

mod load;
mod meetings;
mod people;
mod replacing;
mod samples;

use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    sync::Arc,
};

use domain::{FixedClock, RouteName, SystemClock};
use load::Loaded;
use seal::{VERSION, routes::DemoKeys};
use serde::{Deserialize, Serialize};
use unseal::{PrivateHalf, password::Cost};
use web::server::run_until_stopped;

use crate::{
    failure::Failure,
    files::{FILES, files_url, make_private_dir, sqlite_url, write_private},
    serve::Programs,
    settings::Settings,
};

/// One line above every page.
const NOTICE: &str = "Dit is een proefopstelling. Vul niets in dat echt is: iedereen kent de sleutels.";
const CONFIG: &str = "config.toml";
const RECOVERY: &str = "recovery.txt";
const CANARY: &str = "canary.key";
const INDEX: &str = "demo.json";
/// Says that a folder is a demo's, from the first moment on.
const MARKER: &str = ".signaalkluis-demo";

/// `demo.json`: what scripts need to find their way.
#[derive(Debug, Serialize, Deserialize)]
struct Index {
    version: u8,
    portal: String,
    desk: String,
    password: String,
    accounts: Vec<String>,
    config_file: String,
    recovery_identity_file: String,
    signals: Vec<Loaded>,
}

/// `signaalkluis demo`
pub async fn run(dir: &Path) -> Result<(), Failure> {
    let kept = prepare(dir)?;
    let settings = configure(dir)?;
    let signals = match kept {
        Some(index) => index.signals,
        None => fill(&settings).await?,
    };
    let (_, routes, house) = Settings::read(Some(&dir.join(CONFIG)), DemoKeys::Accept)?;
    let mut programs = Programs::open(&settings, routes, house, Arc::new(SystemClock)).await?;
    programs.portal.notice = Some(NOTICE);
    programs.desk.notice = Some(NOTICE);
    programs.desk.cost = Cost::Demo;
    programs.desk.second_factor = false;
    programs.desk.canary = settings.canary(Some(&dir.join(CONFIG)))?.map(Arc::new);
    let servers = programs.build(&settings)?;
    let address =
        |name| servers.iter().find(|server| server.name == name).map(|server| format!("http://{}", server.address));
    let index = Index {
        version: VERSION,
        portal: address("portal").unwrap_or_default(),
        desk: address("desk").unwrap_or_default(),
        password: people::PASSWORD.to_owned(),
        accounts: people::PEOPLE.iter().map(|person| person.login.to_owned()).collect(),
        config_file: CONFIG.to_owned(),
        recovery_identity_file: RECOVERY.to_owned(),
        signals,
    };
    write_private(&dir.join(INDEX), serde_json::to_string_pretty(&index)?.as_bytes())?;
    introduce(dir, &index);
    run_until_stopped(servers).await.map_err(Failure::Stopped)
}

/// Makes the folder ready. A finished demo is kept; one that was cut off is made anew; anything else is refused.
fn prepare(dir: &Path) -> Result<Option<Index>, Failure> {
    make_private_dir(dir)?;
    let marker = dir.join(MARKER);
    let is_empty = fs::read_dir(dir).map_err(Failure::file(dir))?.next().is_none();
    if !is_empty && !marker.exists() {
        let why = "holds something that is not a demo, perhaps a real installation; choose another folder with --dir";
        return Err(Failure::refused(format!("{}: {why}", dir.display())));
    }
    let index = fs::read(dir.join(INDEX)).ok().and_then(|text| serde_json::from_slice::<Index>(&text).ok());
    if let Some(index) = index.filter(|index| index.version == VERSION) {
        return Ok(Some(index));
    }
    for name in ["signaalkluis.db", "signaalkluis.db-wal", "signaalkluis.db-shm", INDEX, CONFIG, RECOVERY, CANARY] {
        let path = dir.join(name);
        if path.exists() {
            fs::remove_file(&path).map_err(Failure::file(path))?;
        }
    }
    let files = dir.join(FILES);
    if files.exists() {
        fs::remove_dir_all(&files).map_err(Failure::file(files))?;
    }
    write_private(&marker, b"")?;
    Ok(None)
}

/// Writes the demo's configuration and recovery identity.
fn configure(dir: &Path) -> Result<Settings, Failure> {
    let (portal, desk) = (free_address(8080)?, free_address(8081)?);
    let mut text = format!(
        "# Made by `signaalkluis demo`. Its keys are known to everybody: `serve`, the portal and the desk refuse them.\n\n\
         [organisation]\nname = \"Gemeente Loomark (proef)\"\n\n\
         [portal]\nlisten = \"{portal}\"\npublic_url = \"http://{portal}\"\nmonitor = \"\"\n\n\
         [desk]\nlisten = \"{desk}\"\npublic_url = \"http://{desk}\"\nmonitor = \"\"\nidle_minutes = 60\n\
         areas = [\"Kern\", \"Dorpen\", \"Buitengebied\", \"Bedrijventerrein\", \"Vakantieparken\"]\n\n\
         [meeting]\nfirst = \"{}\"\n\n\
         [mail]\ntransport = \"file\"\nfolder = \"mail\"\nfrom = \"kluis@demo.example\"\n\n\
         [retention.screened]\nmonths = 12\nground = \"Proef: niet in behandeling genomen\"\nselection_list = \"proef 1\"\n\
         [retention.no_follow_up]\nmonths = 12\nground = \"Proef: geen vervolg\"\nselection_list = \"proef 2\"\n\
         [retention.forwarded]\nmonths = 60\nground = \"Proef: doorgeleid\"\nselection_list = \"proef 3\"\n\
         [retention.investigated]\nmonths = 84\nground = \"Proef: onderzocht\"\nselection_list = \"proef 4\"\n\n\
         [database]\nurl = \"{}\"\n\n\
         [storage]\nurl = \"{}\"\n\n\
         [canary]\nkey = \"{CANARY}\"\n\n\
         [routes]\nrecovery = \"{}\"\n\n\
         [routes.subjects]\ngemeentesecretaris = \"integriteitscommissie\"\ngriffier = \"burgemeester\"\n",
        meetings::held_on(),
        sqlite_url(dir)?,
        files_url(dir)?,
        unseal::demo::recovery().recipient(),
    );
    for route in RouteName::ALL {
        let halves = unseal::demo::route(*route).halves();
        text += &format!("\n[routes.keys.{route}]\nencrypt = \"{}\"\nverify = \"{}\"\n", halves.encrypt, halves.verify);
    }
    let config: PathBuf = dir.join(CONFIG);
    write_private(&config, text.as_bytes())?;
    write_private(&dir.join(RECOVERY), unseal::demo::recovery().to_keyfile().as_bytes())?;
    write_private(&dir.join(CANARY), unseal::demo::route(RouteName::Kanarie).to_keyfile().as_bytes())?;
    Ok(Settings::read(Some(&config), DemoKeys::Accept)?.0)
}

/// The usual port, or any that is free where somebody else has it.
fn free_address(port: u16) -> Result<String, Failure> {
    let found = TcpListener::bind(("127.0.0.1", port)).or_else(|_| TcpListener::bind(("127.0.0.1", 0)));
    let address = found.and_then(|listener| listener.local_addr()).map_err(Failure::NoPort)?;
    Ok(address.to_string())
}

/// Fills an empty database: people with their keys, and the sample signals with all that happened to them.
async fn fill(settings: &Settings) -> Result<Vec<Loaded>, Failure> {
    println!("filling the demo with 40 signals ...");
    let routes = seal::Routes::check(&settings.routes, DemoKeys::Accept);
    let routes = routes.map_err(|error| Failure::refused(error.to_string()))?;
    let clock = Arc::new(FixedClock::at(domain::Clock::now(&SystemClock)));
    let house = settings.organisation.house(None)?;
    let mut programs = Programs::open(settings, routes, house, Arc::clone(&clock) as Arc<dyn domain::Clock>).await?;
    programs.desk.cost = Cost::Demo;
    programs.desk.second_factor = false;
    people::add(&programs.desk).await?;
    replacing::add(&programs).await?;
    let script = meetings::Script::read()?;
    let loaded = load::signals(&programs, &clock, &script).await?;
    meetings::add(&programs, &clock, &script, &loaded).await?;
    programs.portal.forget().await?;
    Ok(loaded)
}

fn introduce(dir: &Path, index: &Index) {
    println!();
    println!("portal    {}", index.portal);
    println!("desk      {}    password of every account: {}", index.desk, index.password);
    for person in people::PEOPLE {
        println!("          {:<30} {}", person.login, person.function);
    }
    println!("codes     of every sample signal in {}; for instance", dir.join(INDEX).display());
    for signal in index.signals.iter().filter(|signal| signal.has_answers).take(2) {
        println!("          {}  {} ({})", signal.kenmerk, signal.pickup_code, signal.route);
    }
    for signal in index.signals.iter().filter(|signal| signal.has_name) {
        println!("name      in the envelope of {} ({}); bewaarder@demo.example decides", signal.kenmerk, signal.route);
    }
    println!("Never for real use: everybody knows these keys.");
    println!();
}
