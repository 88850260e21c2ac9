//! A PostgreSQL of the tests' own: a socket in a temporary folder, gone when the last test that uses it ends.

use std::{
    fs,
    os::unix::{fs::chown, process::CommandExt},
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, Mutex, Weak, atomic::AtomicU32, atomic::Ordering},
};

use tempfile::TempDir;

pub struct Cluster {
    dir: TempDir,
    bin: PathBuf,
    /// User and group of `postgres` when we are root: it refuses to run as root.
    user: Option<(u32, u32)>,
}

static RUNNING: Mutex<Weak<Cluster>> = Mutex::new(Weak::new());
static COUNT: AtomicU32 = AtomicU32::new(0);

/// The shared cluster; `None`, said aloud, where PostgreSQL is not installed.
pub fn cluster() -> Option<Arc<Cluster>> {
    let mut running = RUNNING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(cluster) = running.upgrade() {
        return Some(cluster);
    }
    let cluster = Arc::new(Cluster::start()?);
    *running = Arc::downgrade(&cluster);
    Some(cluster)
}

fn installed() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut bins: Vec<_> = versions.flatten().map(|version| version.path().join("bin")).collect();
    bins.sort();
    bins.into_iter().rev().find(|bin| bin.join("initdb").exists())
}

impl Cluster {
    /// A cluster for one test alone, which may stop and start it.
    pub fn start() -> Option<Self> {
        let Some(bin) = installed() else {
            super::skip("PostgreSQL", "apt-get install postgresql");
            return None;
        };
        let dir = tempfile::Builder::new().prefix("signaalkluis-pg").tempdir_in("/tmp").expect("a temporary folder");
        let user = rustix::process::getuid().is_root().then(postgres_user).flatten();
        if let Some((uid, gid)) = user {
            chown(dir.path(), Some(uid), Some(gid)).expect("the folder can be given to postgres");
        }
        let cluster = Self { dir, bin, user };
        cluster
            .run("initdb", &["-D", "data", "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"]);
        cluster.go();
        Some(cluster)
    }

    /// Starts the server (again).
    pub fn go(&self) {
        let options =
            format!("-c listen_addresses='' -k {} -c fsync=off -c max_connections=300", self.path().display());
        self.run("pg_ctl", &["-D", "data", "-w", "-l", "log", "-o", &options, "start"]);
    }

    /// Stops the server as a crash would.
    pub fn crash(&self) {
        self.run("pg_ctl", &["-D", "data", "-m", "immediate", "stop"]);
    }

    fn path(&self) -> &Path {
        self.dir.path()
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let mut command = Command::new(self.bin.join(program));
        command.args(arguments).current_dir(self.path()).stdout(std::process::Stdio::null());
        if let Some((uid, gid)) = self.user {
            command.uid(uid).gid(gid);
        }
        let status = command.status().unwrap_or_else(|error| panic!("{program}: {error}"));
        assert!(status.success(), "{program} failed: {status}");
    }

    /// A new database, as an address.
    pub fn database(&self) -> String {
        let name = format!("town{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let socket = self.path().display().to_string();
        self.run("createdb", &["-h", &socket, "-U", "postgres", &name]);
        format!("postgres://postgres@localhost/{name}?host={socket}")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let mut command = Command::new(self.bin.join("pg_ctl"));
        command.args(["-D", "data", "-m", "immediate", "stop"]).current_dir(self.path());
        if let Some((uid, gid)) = self.user {
            command.uid(uid).gid(gid);
        }
        // What cannot be stopped was stopped already.
        let _ = command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).status();
    }
}

fn postgres_user() -> Option<(u32, u32)> {
    let users = fs::read_to_string("/etc/passwd").ok()?;
    let line = users.lines().find(|line| line.starts_with("postgres:"))?;
    let mut parts = line.split(':').skip(2);
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}
