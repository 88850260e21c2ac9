//! `export`: one signal as plain .age files. Whoever has the recovery identity opens them with `age -d`, step by step,
//! and needs nothing of this program.

use std::path::{Path, PathBuf};

use domain::{FileId, Kenmerk, KeyName, RouteName, Side, journal::Action};
use seal::{Lineage, Place, Routes, head::Heads, intake::Intake, routes::DemoKeys};
use store::{Files, RECOVERY_HOLDER, Shelf, Store, signals::StoredSignal};

use crate::{
    audit,
    failure::Failure,
    files::{make_private_dir, write_private},
    settings::{Settings, for_operator},
};

#[derive(clap::Args)]
pub struct Arguments {
    /// The signal's reference, such as 2026-K7Q3MX
    kenmerk: Kenmerk,
    /// A new or empty folder
    #[arg(long)]
    out: PathBuf,
    /// The configuration file
    #[arg(long)]
    config: Option<PathBuf>,
}

/// `signaalkluis export`
pub async fn run(arguments: &Arguments) -> Result<(), Failure> {
    let settings = for_operator(arguments.config.as_deref())?;
    let store = settings.store().await?;
    audit::kept(&store, Action::SignalExported, arguments.kenmerk.as_str(), write(arguments, &settings, &store)).await
}

async fn write(arguments: &Arguments, settings: &Settings, store: &Store) -> Result<(), Failure> {
    let signal = store.signal_by_kenmerk(&arguments.kenmerk).await?;
    let signal = signal.ok_or_else(|| Failure::refused(format!("{}: there is no such signal", arguments.kenmerk)))?;
    let intake = Intake::verify(&signal.signal.intake, None)
        .map_err(|_| Failure::refused("the signal's own statement does not verify: somebody changed the database"))?;
    if intake.kenmerk != arguments.kenmerk || intake.signal != signal.signal.id {
        return Err(Failure::refused("the database gives this reference to another signal: somebody changed it"));
    }
    let routes = Routes::check(&settings.routes, DemoKeys::Accept).map_err(|e| Failure::refused(e.to_string()))?;
    let successions = store.successions().await?;
    let lineages = store::succession::lineages(&routes, &successions);
    let heads = Heads::verify(&signal.heads, &intake, |route| lineages.of_route(route))
        .map_err(|_| Failure::refused("the signal's heads do not verify: somebody changed the database"))?;
    let route = heads.route(&intake);
    let route_key = store.route_key(route).await?;
    let route_key = route_key.ok_or_else(|| Failure::refused(format!("route {route} has no key")))?;
    let keys = route_keys(&heads, route, &route_key.recovery, &successions, lineages.get(route));
    let out = &arguments.out;
    make_private_dir(out)?;
    if std::fs::read_dir(out).map_err(Failure::file(out))?.next().is_some() {
        return Err(Failure::refused(format!("{}: is not empty; choose a new folder", out.display())));
    }
    for (name, sealed) in &keys {
        write_private(&out.join(name), sealed)?;
    }
    write_private(&out.join("intake.txt"), signal.signal.intake.as_bytes())?;
    for (number, head) in (1..).zip(&signal.heads) {
        write_private(&out.join(format!("head-{number}.txt")), head.as_bytes())?;
    }
    let attached = store.files(signal.signal.id).await?;
    let stored = Files::open(&settings.storage.url, u64::MAX)?;
    let written = write_keys(out, &signal, route)? + write_items(out, &signal)?;
    let written = written + write_files(out, &stored, &attached).await?;
    println!("wrote {} files to {}", written + 1 + keys.len() + signal.heads.len(), out.display());
    println!("open them with: age -d -i RECOVERY route-key.age > route.key");
    println!("                age -d -i route.key NAME.key.age > NAME.key");
    println!("                age -d -i NAME.key NAME/ITEM.age");
    println!(
        "a key that says by what it opens (NAME.key-OTHER.age): age -d -i OTHER.key NAME.key-OTHER.age > NAME.key"
    );
    println!("                (herstel is the recovery identity itself)");
    if keys.len() > 1 {
        println!(
            "the route's key was replaced: where route-key.age opens nothing, take one of the route-key-NUMBER.age"
        );
    }
    if !attached.is_empty() {
        println!(
            "a file (bestand-ID.age) has zeros behind it: its item says how long it is (grootte): | head -c LENGTH"
        );
    }
    Ok(())
}

/// The route's keys, sealed to the recovery identity: `route-key.age` the one that the signal's keys are wrapped to, as far as
/// its heads tell (the newest, where they do not); the others with their numbers.
fn route_keys<'a>(
    heads: &Heads,
    route: RouteName,
    newest: &'a [u8],
    successions: &'a [entity::succession::Model],
    lineage: Option<&Lineage>,
) -> Vec<(String, &'a [u8])> {
    let number = lineage.map_or(1, Lineage::number);
    let of_route = successions.iter().filter(|row| row.route == route);
    // Each row keeps the key before its own.
    let older =
        of_route.filter_map(|row| Some((u32::try_from(row.number).ok()?.checked_sub(1)?, row.recovery.as_slice())));
    let older: Vec<_> = older.filter(|(older, _)| *older < number).collect();
    let began = heads.began().filter(|(of, _)| *of == route).map_or(number, |(_, number)| number);
    let all = older.into_iter().chain([(number, newest)]);
    let named = |(at, sealed): (u32, &'a [u8])| {
        let name = if at == began { "route-key.age".to_owned() } else { format!("route-key-{at}.age") };
        (name, sealed)
    };
    all.map(named).collect()
}

/// `intake`, `bron-1`, `dossier-1`: a key's name, with its epoch once it has one.
fn key_name(key: KeyName, epoch: u32) -> String {
    if epoch == 0 { key.label().to_owned() } else { format!("{key}-{epoch}") }
}

/// Every wrap that the recovery identity leads to: `NAME.key.age` with the route's key; `NAME.key-herstel.age` with the
/// recovery identity itself, where members have the keys one by one; `NAME.key-bron-2.age` with the key of a newer epoch.
fn write_keys(out: &Path, signal: &StoredSignal, route: RouteName) -> Result<usize, Failure> {
    let epochs = |key: KeyName| {
        signal.wraps.iter().filter(move |wrap| wrap.key == key).map(|wrap| u32::try_from(wrap.epoch).unwrap_or(0))
    };
    let mut written = 0;
    for wrap in &signal.wraps {
        let epoch = u32::try_from(wrap.epoch).unwrap_or(0);
        let name = key_name(wrap.key, epoch);
        let opener = match wrap.holder.as_str() {
            holder if holder == route.label() => String::new(),
            RECOVERY_HOLDER => format!("-{RECOVERY_HOLDER}"),
            holder => match [KeyName::Source, KeyName::Case].into_iter().find(|key| key.label() == holder) {
                Some(key) => match epochs(key).filter(|newer| *newer > epoch).min() {
                    Some(newer) => format!("-{}", key_name(key, newer)),
                    None => continue,
                },
                // Somebody's own.
                None => continue,
            },
        };
        write_private(&out.join(format!("{name}.key{opener}.age")), &wrap.sealed)?;
        written += 1;
    }
    Ok(written)
}

fn write_items(out: &Path, signal: &StoredSignal) -> Result<usize, Failure> {
    for item in &signal.items {
        let place = item.place;
        let folder = out.join(key_name(sealed_to(&place), place.epoch));
        make_private_dir(&folder)?;
        let name = format!("{}-{}-{}.age", place.side, place.number, place.kind);
        write_private(&folder.join(name), &item.sealed)?;
    }
    Ok(signal.items.len())
}

/// The sealed files, each beside the items that its key opens.
async fn write_files(out: &Path, stored: &Files, attached: &[(FileId, u32)]) -> Result<usize, Failure> {
    for (id, epoch) in attached {
        let key = if *epoch == 0 { KeyName::Intake } else { KeyName::Source };
        let folder = out.join(key_name(key, *epoch));
        make_private_dir(&folder)?;
        let mut reader = stored.reader(Shelf::Kept, *id).await?;
        let path = folder.join(format!("bestand-{id}.age"));
        let mut file = tokio::fs::OpenOptions::new();
        let mut file = file.write(true).create_new(true).mode(0o600).open(&path).await.map_err(Failure::file(&path))?;
        tokio::io::copy(&mut reader, &mut file).await.map_err(Failure::file(&path))?;
        file.sync_all().await.map_err(Failure::file(&path))?;
    }
    Ok(attached.len())
}

/// Which of the signal's keys opens an item.
fn sealed_to(place: &Place) -> KeyName {
    match (place.side, place.epoch) {
        (_, 0) => KeyName::Intake,
        (Side::Case, _) => KeyName::Case,
        _ => KeyName::Source,
    }
}
