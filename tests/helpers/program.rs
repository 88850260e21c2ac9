//! The compiled program, run as an operator runs it: every wait has an end, and nothing stays running.

use std::{
    io::{BufRead, BufReader, Read},
    os::unix::process::ExitStatusExt,
    path::Path,
    process::{Child, ChildStdout, Command, ExitStatus, Stdio},
    sync::{
        PoisonError, RwLock,
        mpsc::{Receiver, channel},
    },
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process};

/// Held by whoever runs the main binary until it runs, and for writing by the test that lets cargo build: cargo puts
/// binaries in place anew, and for a moment there is none.
pub static BUILDING: RwLock<()> = RwLock::new(());

/// The main binary.
pub const BINARY: &str = env!("CARGO_BIN_EXE_signaalkluis-for-tests");

/// Longest that a command may take, on a machine that does much else: a bound, not a measure.
const PATIENCE: Duration = Duration::from_secs(120);

/// What became of a command.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// Fails unless the command ended with this status; errors are one sentence on stderr, and a panic is none.
    #[track_caller]
    pub fn must_end(&self, status: i32) -> &Self {
        assert_eq!(self.status, status, "{self:#?}");
        assert!(!self.stderr.contains("panic"), "{self:#?}");
        self
    }

    #[track_caller]
    pub fn must_say(&self, text: &str) -> &Self {
        assert!(self.stdout.contains(text), "stdout does not say {text:?}: {self:#?}");
        self
    }

    /// Refused, with status 1 and a sentence that holds all of this.
    #[track_caller]
    pub fn must_refuse(&self, texts: &[&str]) -> &Self {
        self.must_end(1);
        for text in texts {
            assert!(self.stderr.contains(text), "stderr does not say {text:?}: {self:#?}");
        }
        self
    }
}

/// A command with a clean environment: nothing of the one who runs the tests changes a setting.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("SIGNAALKLUIS__") || name == "RUST_LOG" {
            command.env_remove(name);
        }
    }
    // Several run at once here.
    for program in ["PORTAL", "DESK"] {
        command.env(format!("SIGNAALKLUIS__{program}__MONITOR"), "");
    }
    command
}

/// Runs the main binary to its end.
pub fn run(arguments: &[&str]) -> Ran {
    finish(command(BINARY, arguments))
}

/// Runs a command to its end, with more in its environment.
pub fn run_with(arguments: &[&str], environment: &[(&str, &str)]) -> Ran {
    let mut command = command(BINARY, arguments);
    command.envs(environment.iter().copied());
    finish(command)
}

/// Waits for a command; one that does not end is killed and fails the test.
pub fn finish(mut command: Command) -> Ran {
    let _in_place = BUILDING.read().unwrap_or_else(PoisonError::into_inner);
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (stdout, stderr) = (reader(child.stdout.take()), reader(child.stderr.take()));
    let status = wait(&mut child, PATIENCE).unwrap_or_else(|| panic!("{command:?} did not end within {PATIENCE:?}"));
    let text = |bytes: Receiver<Vec<u8>>| String::from_utf8_lossy(&bytes.recv().unwrap_or_default()).into_owned();
    Ran { status: status.code().unwrap_or(-1), stdout: text(stdout), stderr: text(stderr) }
}

fn reader(stream: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            let _ = stream.read_to_end(&mut bytes);
        }
        let _ = sender.send(bytes);
    });
    receiver
}

/// How a child ended, or `None` (and it is killed) if it did not in time.
fn wait(child: &mut Child, patience: Duration) -> Option<ExitStatus> {
    let end = Instant::now() + patience;
    while Instant::now() < end {
        if let Some(status) = child.try_wait().expect("a child") {
            return Some(status);
        }
        thread::sleep(Duration::from_millis(10));
    }
    let _ = child.kill();
    let _ = child.wait();
    None
}

/// Both programs in one process, running.
pub struct Program {
    child: Child,
    pub portal: String,
    pub desk: String,
    /// All that it printed before it listened.
    pub said: String,
    stderr: Receiver<Vec<u8>>,
}

impl Program {
    /// Starts `serve` with a configuration whose ports are 0.
    pub fn serve(config: &Path) -> Self {
        Self::start(command(BINARY, &["serve", "--config", text(config)]))
    }

    /// The same where a file that grows too large is an error to the program and not its end.
    pub fn serve_on_a_small_disk(config: &Path) -> Self {
        Self::start(command(
            "sh",
            &["-c", "trap '' XFSZ; exec \"$@\"", "sh", BINARY, "serve", "--config", text(config)],
        ))
    }

    /// Starts a command and waits until it says that both listen.
    pub fn start(mut command: Command) -> Self {
        let _in_place = BUILDING.read().unwrap_or_else(PoisonError::into_inner);
        let mut child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let (lines, stderr) = (lines(child.stdout.take().expect("stdout")), reader(child.stderr.take()));
        let (mut said, end) = (String::new(), Instant::now() + PATIENCE);
        loop {
            let Ok(line) = lines.recv_timeout(end.saturating_duration_since(Instant::now())) else {
                let _ = child.kill();
                let _ = child.wait();
                let stderr = stderr.recv().unwrap_or_default();
                panic!("{command:?} did not start:\n{said}\n{}", String::from_utf8_lossy(&stderr));
            };
            said += &line;
            said.push('\n');
            let address = |name: &str| {
                let start = format!("{name} listening on ");
                said.lines().find_map(|line| line.strip_prefix(&start)).map(str::to_owned)
            };
            if let (Some(portal), Some(desk)) = (address("portal"), address("desk")) {
                return Self { child, portal, desk, said, stderr };
            }
        }
    }

    /// Where one of its listeners is, as it said.
    pub fn address(&self, name: &str) -> Option<String> {
        let start = format!("{name} listening on ");
        self.said.lines().find_map(|line| line.strip_prefix(&start)).map(str::to_owned)
    }

    pub fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// Asks it to stop, and gives how it ended and what it logged. Longer than this it may not take.
    pub fn stop(mut self, patience: Duration) -> (ExitStatus, String) {
        kill_process(self.pid(), Signal::TERM).expect("a signal");
        let status = wait(&mut self.child, patience).unwrap_or_else(|| panic!("it did not stop within {patience:?}"));
        let log = self.stderr.recv_timeout(Duration::from_secs(10)).unwrap_or_default();
        (status, String::from_utf8_lossy(&log).into_owned())
    }

    /// As if the power went.
    pub fn kill(mut self) {
        kill_process(self.pid(), Signal::KILL).expect("a signal");
        let status = self.child.wait().expect("its end");
        assert_eq!(status.signal(), Some(9));
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Lines as they come; the thread ends with the program.
fn lines(stdout: ChildStdout) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            // Nobody listens once both programs do; the pipe is still read to its end, or the program would stand
            // still.
            let _ = sender.send(line);
        }
    });
    receiver
}

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path of ours is text")
}
