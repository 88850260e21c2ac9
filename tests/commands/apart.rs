//! The two programs of an earnest installation, each with a file of its own.

use std::{fs, path::Path};

use domain::RouteName;
use seal::role;
use unseal::FullKey;

use crate::helpers::program::text;

/// A file as we ship it, with one route's key and a database and a storage in a folder of the test's.
fn shipped(name: &str, folder: &Path) -> std::path::PathBuf {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../config").join(name);
    let config = fs::read_to_string(&shipped).unwrap_or_else(|error| panic!("{}: {error}", shipped.display()));
    let halves = FullKey::<role::Route>::generate(&mut rand::rng()).halves();
    let key =
        format!("[routes.keys.{}]\nencrypt = \"{}\"\nverify = \"{}\"\n", RouteName::Aov, halves.encrypt, halves.verify);
    let replaced = [
        ("127.0.0.1:8080", "127.0.0.1:0".to_owned()),
        ("127.0.0.1:8081", "127.0.0.1:0".to_owned()),
        ("postgres://signaalkluis@db.intern.example/signaalkluis", format!("sqlite://{}/one.db", text(folder))),
        ("file:///var/lib/signaalkluis/files", format!("file://{}/files", text(folder))),
    ];
    let config = replaced.iter().fold(config + &key, |config, (from, to)| config.replace(from, to));
    let file = folder.join(name);
    fs::write(&file, config).expect("a file");
    file
}

#[test]
fn each_program_takes_the_file_that_we_ship_for_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (portal, desk) = (shipped("portal.toml", folder.path()), shipped("desk.toml", folder.path()));
    let (read, routes, _) = portal::Settings::read(Some(&portal)).expect("the portal's file is right");
    assert_eq!(read.portal.listen, "127.0.0.1:0");
    assert!(routes.key(RouteName::Aov).is_some());
    let (read, ..) = desk::Settings::read(Some(&desk)).expect("the desk's file is right");
    assert_eq!(read.desk.listen, "127.0.0.1:0");
    // One file for both will do as well, and a section that nobody knows will not.
    let both = folder.path().join("both.toml");
    let one = fs::read_to_string(&portal).expect("a file");
    fs::write(&both, format!("{one}\n[desk]\nsession_hours = 4\n[retention]\nbackup_days = 9\n")).expect("a file");
    assert!(portal::Settings::read(Some(&both)).is_ok() && desk::Settings::read(Some(&both)).is_ok());
    fs::write(&both, format!("{one}\n[portaal]\nlisten = \"\"\n")).expect("a file");
    for refused in [portal::Settings::read(Some(&both)).err(), desk::Settings::read(Some(&both)).err()] {
        let refused = refused.expect("an unknown section is refused").to_string();
        assert!(refused.contains("portaal"), "{refused}");
    }
}

/// The portal as it is delivered, started with the file that we ship: the test that builds it calls this.
pub fn starts(portal: &Path) {
    use std::io::{BufRead, BufReader};
    let folder = tempfile::tempdir().expect("a temporary folder");
    let config = shipped("portal.toml", folder.path());
    let mut command = crate::helpers::program::command(text(portal), &["--config", text(&config)]);
    let mut running = command.stderr(std::process::Stdio::inherit()).spawn().expect("the portal runs");
    let lines = BufReader::new(running.stdout.take().expect("its words")).lines();
    let listening = lines.map_while(Result::ok).any(|line| line.starts_with("portal listening on http://127.0.0.1:"));
    running.kill().expect("it is still there");
    running.wait().expect("its end");
    assert!(listening, "the portal alone does not start");
}
