//! Two people with the paper key let somebody in, by the commands that they would use: on a copy, and then on the server.

use std::{
    fs::{self, File},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use ::domain::RouteName;
use ::seal::{Halves, role};
use ::unseal::{PrivateHalf, demo};

use crate::helpers::{
    program::{BINARY, command, finish, run, text},
    town::Town,
};

/// `configured`: the key of the AOV's route as the configurations name it.
pub fn recovers(town: &Town, configured: &Halves<role::Route>, login: &str, words: &str) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let beside = |name: &str| folder.path().join(name);
    let copy = beside("kopie.db");
    town.tamper(&format!("VACUUM INTO '{}'", copy.display()));
    let [on_copy, on_server] = [format!("sqlite://{}", copy.display()), town.url.clone()]
        .map(|url| private(&beside(&format!("{}.toml", url.len())), &configuration(&url, configured)));
    let paper = private(&beside("papier.txt"), &demo::recovery().to_keyfile());
    let typed = private(&beside("getypt.txt"), &format!("{words}\nA. Bakker\nC. Dirksen\n"));
    let out = beside("lid.json");
    let arguments = ["keys", "recover", "--route", "aov", "--account", login, "--identity", text(&paper)];
    let arguments = [&arguments[..], &["--out", text(&out), "--config", text(&on_copy)]].concat();
    let mut recover = command(BINARY, &arguments);
    recover.stdin(File::open(&typed).expect("a keyboard"));
    finish(recover).must_end(0);
    run(&["keys", "import", text(&out), "--config", text(&on_server)])
        .must_end(0)
        .must_say("is a member of route aov now");
}

fn private(path: &Path, content: &str) -> PathBuf {
    fs::write(path, content).expect("written");
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("a mode");
    path.to_owned()
}

fn configuration(url: &str, aov: &Halves<role::Route>) -> String {
    let recovery = demo::recovery().recipient().to_string();
    let key = |route: &RouteName| {
        let halves = if *route == RouteName::Aov { aov.clone() } else { demo::route(*route).halves() };
        format!("[routes.keys.{route}]\nencrypt = \"{}\"\nverify = \"{}\"\n", halves.encrypt, halves.verify)
    };
    let keys: String = RouteName::ALL.iter().map(key).collect();
    format!("[database]\nurl = \"{url}\"\n[routes]\nrecovery = \"{recovery}\"\n{keys}")
}
