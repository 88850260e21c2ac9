//! One whole submission beside the sum of its parts: its seals, and one durable commit. `cargo bench -p tests`.
//!
//! Criterion gives each its own figure; the last line gives the ratio of whole to parts from one run, pair by pair.

use attachments::{Attachments, Storage};
use std::{hint::black_box, sync::Arc, time::Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use domain::{Answers, FixedClock, ItemId, Kenmerk, KeyName, Kind, PublicStatus, Report, RouteName, Side, SignalId};
use mailbox::{MailboxKey, Nonce, Root, code};
use portal::{Pools, State, answers::Filled, submit::submit};
use seal::{
    Digest, Place, Routes, Signed, VERSION, intake, item,
    routes::{DemoKeys, RouteKeySettings, RoutesSettings},
};
use store::{items::NewItem, submissions::Submission};
use unseal::demo;

/// Pairs for the ratio.
const PAIRS: usize = 200;

fn routes() -> Routes {
    let halves = demo::route(RouteName::Aov).halves();
    let key = RouteKeySettings {
        encrypt: Some(halves.encrypt.to_string()),
        verify: Some(halves.verify.to_string()),
        recovery: None,
    };
    let settings = RoutesSettings {
        recovery: String::new(),
        subjects: domain::Routing::default(),
        keys: [("aov".to_owned(), key)].into(),
    };
    Routes::check(&settings, DemoKeys::Accept).expect("routes")
}

/// A report of ordinary length.
fn report() -> Report {
    let story = "Bij het restaurant aan het plein wordt de huur contant betaald. ".repeat(20);
    let answers: Answers =
        [("over_wie", "ondernemer/bedrijf"), ("soort", "ondermijning"), ("wat", story.as_str())].into_iter().collect();
    Report::parse(&answers).expect("a report")
}

/// Everything a submission seals and signs, with fresh keys, as rows ready to be stored.
fn seals(report: &Report) -> Submission {
    let mut chance = rand::rng();
    let nonce = Nonce::random(&mut chance);
    let hour = mailbox::HourSecret::random(&mut chance);
    let code = code::pickup_code(&hour, &nonce, &Digest::of(b"answers"));
    let mailbox = MailboxKey::derive(&Root::of(&code));
    let (id, item) = (SignalId::random(&mut chance), ItemId::random(&mut chance));
    let (intake, wrap) = intake::make(&demo::route(RouteName::Aov).halves().encrypt).expect("sealed");
    let place = Place { signal: id, epoch: 0, item, kind: Kind::Report, side: Side::Reporter, number: 1 };
    let envelop = seal::envelope::seal(id, &domain::Contact::default(), None).expect("sealed");
    let told = domain::Enclosed { report: report.clone(), envelop, bestanden: Vec::new(), ingevoerd: None };
    let sealed = item::seal_item(place, None, 0, &told, &mailbox, &[intake.any()]).expect("sealed");
    let day = chrono::NaiveDate::default();
    let kenmerk = Kenmerk::random(2026, &mut chance);
    let statement = intake::Intake {
        v: VERSION,
        signal: id,
        kenmerk: kenmerk.clone(),
        route: RouteName::Aov,
        received_on: day,
        intake,
        mailbox: mailbox.halves(),
        report: sealed.digest(),
    };
    let statement = Signed::sign(&statement, &[&mailbox]).expect("signed").text().to_owned();
    Submission {
        files: Vec::new(),
        signal: entity::signal::Model {
            id,
            kenmerk,
            route: RouteName::Aov,
            received_on: day,
            standing: PublicStatus::Received,
            term: None,
            due: None,
            lookup: mailbox.lookup().0.to_vec(),
            intake: statement,
        },
        report: NewItem { place, added_on: day, sealed },
        wrap: entity::key_wrap::Model {
            signal_id: id,
            epoch: 0,
            key: KeyName::Intake,
            holder: "aov".into(),
            sealed: wrap.into_bytes(),
        },
        receipt: entity::receipt::Model { tag: id.0.as_bytes().to_vec(), sealed: vec![0; 80], received_on: day },
    }
}

fn submission(criterion: &mut Criterion) {
    let dir = tempfile::tempdir_in(".").expect("a folder on a real disk");
    let url = format!("sqlite://{}", dir.path().join("bench.db").display());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let state = runtime.block_on(async {
        let pools = Pools::open(&url).await.expect("a database");
        pools.reports.migrate().await.expect("tables");
        let now = "2026-11-23T11:00:00Z".parse().expect("a moment");
        let house = web::House::shipped("Bench").expect("a house");
        let origin = web::settings::Origin::parse("", "http://127.0.0.1").expect("an address");
        let url = format!("file://{}", dir.path().join("files").display());
        let storage = Storage { url, files_per_report: 10, file_mib: 50, report_mib: 100, total_gib: 3 };
        let attachments = Arc::new(Attachments::open(&storage).expect("a folder"));
        State::new(house, routes(), pools, attachments, Arc::new(FixedClock::at(now)), origin)
    });
    let report = report();
    let filled = Filled { report: report.clone(), contact: domain::Contact::default(), route: RouteName::Aov };
    let whole = || {
        let nonce = Nonce::random(&mut rand::rng());
        black_box(runtime.block_on(submit(&state, &filled, None, &nonce))).map(drop).expect("stored");
    };
    let commit = |rows| runtime.block_on(state.pools.reports.submit(rows)).expect("stored");
    criterion.bench_function("one whole submission", |bench| bench.iter(whole));
    criterion.bench_function("its seals", |bench| bench.iter(|| black_box(seals(&report))));
    criterion.bench_function("one durable commit", |bench| {
        bench.iter_batched(|| seals(&report), commit, criterion::BatchSize::PerIteration);
    });
    let mut ratios: Vec<f64> = (0..PAIRS)
        .map(|_| {
            let begin = Instant::now();
            whole();
            let whole = begin.elapsed();
            let begin = Instant::now();
            commit(seals(&report));
            whole.as_secs_f64() / begin.elapsed().as_secs_f64()
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    let at = |part: usize| ratios[PAIRS * part / 100];
    println!(
        "whole / (seals + commit): median {:.2}, from {:.2} to {:.2} (10% to 90%); aim at most 1.5",
        at(50),
        at(10),
        at(90)
    );
}

criterion_group!(benches, submission);
criterion_main!(benches);
