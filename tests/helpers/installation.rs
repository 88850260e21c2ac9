//! A real installation, made the way its operators make it: `init`, an invitation, a route key, its lines in the file.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use super::{
    browser::{Browser, Page, selector},
    people::Officer,
    phone,
    program::{Program, Ran, run, text},
};

/// The first member's password.
pub const PASSWORD: &str = "lantaarn druipt zeven paarse kazen";

pub struct Installation {
    folder: TempDir,
    pub recovery: age::x25519::Identity,
    /// What `init` printed.
    pub made: Ran,
}

/// How long this municipality keeps what is closed.
const TERMS: &str = "
[retention.screened]
months = 12
ground = \"geen vervolg\"
selection_list = \"1\"
[retention.no_follow_up]
months = 12
ground = \"geen vervolg\"
selection_list = \"2\"
[retention.forwarded]
months = 60
ground = \"doorgeleid\"
selection_list = \"3\"
[retention.investigated]
months = 84
ground = \"onderzocht\"
selection_list = \"4\"
";

impl Installation {
    /// `init` with a recovery key of its own; both programs listen wherever there is room.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let recovery = age::x25519::Identity::generate();
        let dir = folder.path().join("kluis");
        let made = run(&["init", "--dir", text(&dir), "--recovery", &recovery.to_public().to_string()]);
        made.must_end(0);
        let made = Self { folder, recovery, made };
        made.edit("listen = \"127.0.0.1:8080\"", "listen = \"127.0.0.1:0\"");
        made.edit("listen = \"127.0.0.1:8081\"", "listen = \"127.0.0.1:0\"");
        made.append(TERMS);
        made
    }

    /// The same, up to the point where reporters can report: the first member made the key of route `aov`.
    pub fn founded() -> Self {
        let made = Self::new();
        let program = made.serve();
        accepts(&program.desk, &made.invitation(), PASSWORD).must_be(200);
        let mut first = Officer::at(&program.desk);
        first.logs_in("aov", PASSWORD).must_be(200);
        let (lines, _) = founds(&mut first, "aov");
        made.append(&lines);
        drop(program);
        made
    }

    pub fn dir(&self) -> PathBuf {
        self.folder.path().join("kluis")
    }

    /// A place beside the installation.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn config(&self) -> PathBuf {
        self.dir().join("signaalkluis.toml")
    }

    pub fn serve(&self) -> Program {
        Program::serve(&self.config())
    }

    /// The path of the invitation that `init` printed.
    pub fn invitation(&self) -> String {
        invitation(&self.made)
    }

    /// Runs one of the operator's commands on this installation.
    pub fn command(&self, arguments: &[&str]) -> Ran {
        run(&[arguments, &["--config", text(&self.config())]].concat())
    }

    /// Changes a line of the configuration.
    #[track_caller]
    pub fn edit(&self, from: &str, to: &str) {
        let config = fs::read_to_string(self.config()).expect("a configuration");
        assert!(config.contains(from), "{from:?} is not in:\n{config}");
        fs::write(self.config(), config.replacen(from, to, 1)).expect("written");
    }

    /// Adds lines at the end of the configuration.
    pub fn append(&self, lines: &str) {
        let config = fs::read_to_string(self.config()).expect("a configuration");
        fs::write(self.config(), format!("{config}\n{lines}")).expect("written");
    }

    /// A copy of the configuration with one thing changed, to try.
    pub fn variant(&self, name: &str, change: impl Fn(String) -> String) -> PathBuf {
        let config = fs::read_to_string(self.config()).expect("a configuration");
        let path = self.beside(name);
        write_private(&path, &change(config));
        path
    }
}

fn write_private(path: &Path, content: &str) {
    use std::os::unix::fs::PermissionsExt;
    fs::write(path, content).expect("written");
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("a mode");
}

/// The path of an invitation in what a command printed.
pub fn invitation(ran: &Ran) -> String {
    let line = ran.stdout.lines().find(|line| line.starts_with("invite")).expect("an invitation");
    let link = line.split_whitespace().nth(1).expect("a link");
    link[link.find("/uitnodiging").expect("a path")..].to_owned()
}

/// Somebody opens an invitation, chooses a password and links the app on his telephone. He is in.
pub fn accepts(desk: &str, invitation: &str, password: &str) -> Page {
    accepts_in(&mut Browser::at(desk), invitation, password)
}

/// The same in a browser of one's own.
pub fn accepts_in(browser: &mut Browser, invitation: &str, password: &str) -> Page {
    let form = browser.open(invitation).must_be(200).form("/uitnodiging");
    let page = browser.submit(&form.fill("wachtwoord", password).fill("wachtwoord2", password));
    let login = phone::scans(&page);
    let code = phone::code_now(&login).expect("the app has the secret");
    browser.submit(&page.form("/uitnodiging").fill("code", &code))
}

/// The first member makes the key of a route: the lines for the configuration, and its six words.
pub fn founds(officer: &mut Officer, route: &str) -> (String, String) {
    let form = officer.browser.open("/beheer").must_be(200).form("/beheer/route");
    assert_eq!(form.value("route"), route);
    let page = officer.browser.submit(&form);
    page.must_be(200).must_say("De sleutel is gemaakt");
    lines_and_words(&page, route)
}

/// What `/beheer` shows of a route to its members.
pub fn lines_and_words(page: &Page, route: &str) -> (String, String) {
    let section = format!("section[aria-labelledby=route-{route}]");
    let html = page.html();
    let pre = html.select(&selector(&format!("{section} pre"))).next().expect("lines for the configuration");
    (pre.text().collect(), page.texts(&format!("{section} .six")).first().expect("six words").clone())
}
