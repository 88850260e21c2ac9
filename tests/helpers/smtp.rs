//! A real mail server (aiosmtpd) on this machine, with a certificate of an authority of the tests' own.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use post::{Server, smtp::Security};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use serde_json::Value;
use tempfile::TempDir;

/// The interpreter that Debian's packages are for.
const PYTHON: &str = "/usr/bin/python3";

pub struct Smtp {
    folder: TempDir,
    running: Child,
    pub port: u16,
    security: &'static str,
}

/// A mail as the server took it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub to: String,
    pub tls: bool,
    pub user: Option<String>,
    pub raw: String,
}

impl Mail {
    /// What stands behind a header's name, unfolded.
    pub fn header(&self, name: &str) -> Option<String> {
        let head = self.raw.split("\r\n\r\n").next().unwrap_or_default().replace("\r\n ", " ");
        let start = format!("{}:", name.to_lowercase());
        let found = head.split("\r\n").find(|line| line.to_lowercase().starts_with(&start));
        found.map(|line| line[start.len()..].trim().to_owned())
    }

    /// Words of the plain part.
    pub fn text(&self) -> String {
        let soft = self.raw.replace("=\r\n", "");
        let bytes: Vec<u8> = {
            let (mut out, raw) = (Vec::new(), soft.as_bytes());
            let mut at = 0;
            while at < raw.len() {
                let hex = raw.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
                match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| raw[at] == b'=') {
                    Some(byte) => {
                        out.push(byte);
                        at += 3;
                    }
                    None => {
                        out.push(raw[at]);
                        at += 1;
                    }
                }
            }
            out
        };
        String::from_utf8(bytes).expect("UTF-8")
    }
}

impl Smtp {
    /// `None`, said aloud, where aiosmtpd is not installed. The behaviours are those of `smtp.py`.
    pub fn start(behaviour: &str, security: &'static str) -> Option<Self> {
        let has = Command::new(PYTHON).args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status();
        if !has.is_ok_and(|status| status.success()) {
            super::skip("aiosmtpd", "apt-get install python3-aiosmtpd");
            return None;
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        certify(folder.path());
        let (running, port) = run(folder.path(), behaviour, security);
        Some(Self { folder, running, port, security })
    }

    /// The same server with its mails, behaving otherwise from now on and listening elsewhere.
    pub fn behaves(&mut self, behaviour: &str) {
        let _ = self.running.kill();
        let _ = self.running.wait();
        (self.running, self.port) = run(self.folder.path(), behaviour, self.security);
    }

    /// The authority that its certificate is of.
    pub fn authority(&self) -> PathBuf {
        self.folder.path().join("authority.pem")
    }

    /// The server as the desk would be told of it.
    pub fn server(&self) -> Server {
        let security = match self.security {
            "tls" => Security::Tls,
            "starttls" => Security::StartTls,
            _ => Security::None,
        };
        Server {
            host: "localhost".into(),
            port: self.port,
            security,
            authority: fs::read(self.authority()).ok().filter(|_| security != Security::None),
            login: None,
            own: None,
            patience: Duration::from_secs(20),
        }
    }

    /// A certificate that it knows, and its key (PEM).
    pub fn client(&self) -> (Vec<u8>, Vec<u8>) {
        let read = |name: &str| fs::read(self.folder.path().join(name)).expect("a file");
        (read("client.pem"), read("client.key"))
    }

    /// Waits until the server was asked something that it will not answer.
    pub fn is_reached(&self) {
        let end = std::time::Instant::now() + Duration::from_secs(60);
        while !self.folder.path().join("reached").exists() {
            assert!(std::time::Instant::now() < end, "nobody came");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Every mail that it took, by the address it went to.
    pub fn mails(&self) -> Vec<Mail> {
        let files = fs::read_dir(self.folder.path()).expect("a folder").flatten().map(|entry| entry.path());
        let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "mail"));
        let mut mails: Vec<_> = files
            .map(|path| {
                let content = fs::read_to_string(&path).expect("a mail of ours is ASCII");
                let (head, raw) = content.split_once('\n').expect("two parts");
                let head: Value = serde_json::from_str(head).expect("JSON");
                Mail {
                    to: head["to"][0].as_str().unwrap_or_default().to_owned(),
                    tls: head["tls"].as_bool().unwrap_or_default(),
                    user: head["user"].as_str().map(str::to_owned),
                    raw: raw.to_owned(),
                }
            })
            .collect();
        mails.sort_by(|one, other| (&one.to, &one.raw).cmp(&(&other.to, &other.raw)));
        mails
    }
}

impl Drop for Smtp {
    fn drop(&mut self) {
        let _ = self.running.kill();
        let _ = self.running.wait();
    }
}

fn run(folder: &Path, behaviour: &str, security: &str) -> (Child, u16) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("helpers/smtp.py");
    let mut command = Command::new(PYTHON);
    command.arg(script).arg(folder).args([behaviour, security]).stdout(Stdio::piped());
    let mut running = command.spawn().expect("python runs");
    let mut line = String::new();
    BufReader::new(running.stdout.take().expect("its words")).read_line(&mut line).expect("a line");
    let port = line.trim().strip_prefix("port ").and_then(|port| port.parse().ok());
    (running, port.unwrap_or_else(|| panic!("the mail server did not start: {line:?}")))
}

/// An authority, and certificates of it for this machine and for who mails.
fn certify(folder: &Path) {
    let mut params = CertificateParams::new(Vec::new()).expect("parameters");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::CommonName, "Authority of the tests");
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("an authority");
    let write = |name: &str, text: String| fs::write(folder.join(name), text).expect("a file");
    write("authority.pem", authority.pem());
    for (file, name) in [("server", "localhost"), ("client", "kluis.example")] {
        let (key, names) = (KeyPair::generate().expect("a key"), vec![name.to_owned()]);
        let own =
            CertificateParams::new(names).expect("parameters").signed_by(&key, &authority).expect("a certificate");
        write(&format!("{file}.pem"), own.pem());
        write(&format!("{file}.key"), key.serialize_pem());
    }
}
