//! Chromium with nobody at its screen, spoken to in the DevTools protocol over a pipe of its own: no port, no library,
//! and it ends when the pipe closes, whatever becomes of the tests. What is looked at on a page is not decided here.

use std::{
    cell::{Ref, RefCell},
    collections::HashMap,
    env, fs,
    io::{BufRead, BufReader, Write},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::Duration,
};

use rustix::process::{Pid, Signal, kill_process_group};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Longest that Chromium may take to answer, on a machine that does much else: a bound, not a measure.
const PATIENCE: Duration = Duration::from_secs(120);

/// No sandbox: it refuses to start as root with one, and reads pages of our own only. The rest keeps it from talking to
/// anybody, and from slowing down what nobody looks at.
const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
    "--no-first-run",
    "--remote-debugging-pipe",
];

/// Where what Chromium says goes: who asked for an answer, and whose tab an event belongs to.
#[derive(Default)]
struct Inbox {
    answers: Mutex<HashMap<u64, Sender<Value>>>,
    events: Mutex<HashMap<String, Sender<Value>>>,
}

pub struct Chromium {
    child: Child,
    commands: Mutex<ChildStdin>,
    inbox: Arc<Inbox>,
    count: AtomicU64,
    /// Its profile, and what it wrote on stderr.
    home: TempDir,
}

/// A tab with cookies of its own.
pub struct Tab {
    chromium: Arc<Chromium>,
    context: String,
    session: String,
    events: Receiver<Value>,
    /// Every event so far.
    seen: RefCell<Vec<Value>>,
    /// The page that is shown, as Chromium numbers them.
    loader: RefCell<String>,
}

static RUNNING: Mutex<Weak<Chromium>> = Mutex::new(Weak::new());

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The shared Chromium, which ends with the last test that uses it; `None`, said aloud, where there is none.
pub fn chromium() -> Option<Arc<Chromium>> {
    let mut running = lock(&RUNNING);
    if let Some(chromium) = running.upgrade() {
        return Some(chromium);
    }
    let Some(binary) = installed() else {
        super::skip("Chromium", "apt-get install chromium");
        return None;
    };
    let chromium = Arc::new(Chromium::start(&binary));
    *running = Arc::downgrade(&chromium);
    Some(chromium)
}

fn installed() -> Option<PathBuf> {
    let folders: Vec<_> = env::split_paths(&env::var_os("PATH")?).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.exists())
}

impl Chromium {
    fn start(binary: &PathBuf) -> Self {
        let home = tempfile::Builder::new().prefix("signaalkluis-chromium").tempdir().expect("a temporary folder");
        let log = fs::File::create(home.path().join("stderr")).expect("a file");
        // Chromium reads commands from descriptor 3 and answers on 4.
        let mut command = Command::new("sh");
        command.args(["-c", "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null", "sh"]).arg(binary).args(FLAGS);
        command.arg(format!("--user-data-dir={}", home.path().display())).env("HOME", home.path());
        command.env("TMPDIR", home.path()).process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(log);
        let mut child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let commands = Mutex::new(child.stdin.take().expect("stdin"));
        let inbox = Arc::new(Inbox::default());
        let (answers, sorted) = (child.stdout.take().expect("stdout"), Arc::clone(&inbox));
        thread::spawn(move || sorted.sort(BufReader::new(answers)));
        Self { child, commands, inbox, count: AtomicU64::new(1), home }
    }

    fn call(&self, session: Option<&str>, method: &str, parameters: &Value) -> Value {
        let id = self.count.fetch_add(1, Ordering::Relaxed);
        let mut message = json!({ "id": id, "method": method, "params": parameters });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let (sender, receiver) = channel();
        lock(&self.inbox.answers).insert(id, sender);
        let written = lock(&self.commands).write_all(format!("{message}\0").as_bytes());
        let answer = written.ok().and_then(|()| receiver.recv_timeout(PATIENCE).ok());
        let mut answer = answer.unwrap_or_else(|| {
            let said = fs::read_to_string(self.home.path().join("stderr")).unwrap_or_default();
            // It misses the desktop's bus, and says so at length.
            let said: Vec<_> = said.lines().filter(|line| !line.contains("dbus")).collect();
            panic!("Chromium did not answer {method}; it said:\n{}", said.join("\n"))
        });
        assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
        answer["result"].take()
    }

    /// An empty tab, as large as a phone, that counts as the one being looked at.
    pub fn tab(self: &Arc<Self>) -> Tab {
        let text = |value: &Value| value.as_str().expect("an id").to_owned();
        let context = text(&self.call(None, "Target.createBrowserContext", &json!({}))["browserContextId"]);
        let blank = json!({ "url": "about:blank", "browserContextId": context });
        let target = text(&self.call(None, "Target.createTarget", &blank)["targetId"]);
        let attach = json!({ "targetId": target, "flatten": true });
        let session = text(&self.call(None, "Target.attachToTarget", &attach)["sessionId"]);
        let (sender, events) = channel();
        lock(&self.inbox.events).insert(session.clone(), sender);
        let chromium = Arc::clone(self);
        let tab = Tab { chromium, context, session, events, seen: RefCell::default(), loader: RefCell::default() };
        for domain in ["Page", "Network", "Runtime", "Log", "Audits"] {
            tab.call(&format!("{domain}.enable"), &json!({}));
        }
        let tree = tab.call("Page.getFrameTree", &json!({}));
        tab.loader.replace(text(&tree["frameTree"]["frame"]["loaderId"]));
        tab.call("Page.setLifecycleEventsEnabled", &json!({ "enabled": true }));
        tab.call("Emulation.setFocusEmulationEnabled", &json!({ "enabled": true }));
        tab.call("Emulation.setScrollbarsHidden", &json!({ "hidden": true }));
        tab.screen(320, 640, 1);
        tab
    }
}

impl Inbox {
    /// Brings everything that comes to whom it is for, until the pipe closes; then nobody waits in vain.
    fn sort(&self, mut pipe: impl BufRead) {
        let mut message = Vec::new();
        while pipe.read_until(0, &mut message).is_ok_and(|length| length > 0) {
            message.pop();
            let value: Value = match serde_json::from_slice(&message) {
                Ok(value) => value,
                Err(error) => {
                    eprintln!("{error} in what Chromium said: {}", String::from_utf8_lossy(&message));
                    break;
                }
            };
            message.clear();
            let to = match value["id"].as_u64() {
                Some(id) => lock(&self.answers).remove(&id),
                None => value["sessionId"].as_str().and_then(|session| lock(&self.events).get(session).cloned()),
            };
            // Who asked may have failed meanwhile.
            let _ = to.map(|to| to.send(value));
        }
        lock(&self.answers).clear();
        lock(&self.events).clear();
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Its profile is thrown away: nothing needs a gentle end.
        let _ = kill_process_group(Pid::from_child(&self.child), Signal::KILL);
        let _ = self.child.wait();
    }
}

impl Tab {
    /// One command of the protocol.
    #[track_caller]
    pub fn call(&self, method: &str, parameters: &Value) -> Value {
        self.chromium.call(Some(&self.session), method, parameters)
    }

    /// The size of the window in CSS pixels, and how many of the screen's make one: 2 for a zoom of 200 %.
    pub fn screen(&self, width: u32, height: u32, scale: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", &size);
    }

    /// What a media feature of the reader's says, such as `prefers-color-scheme`; all others as they are by default.
    pub fn prefers(&self, features: &[(&str, &str)]) {
        let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.call("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    /// Opens an address as one types it.
    #[track_caller]
    pub fn open(&self, url: &str) {
        let answer = self.call("Page.navigate", &json!({ "url": url }));
        assert!(answer["errorText"].is_null(), "{url}: {}", answer["errorText"]);
        self.arrives();
    }

    /// Waits until another page than before is loaded and painted.
    #[track_caller]
    pub fn arrives(&self) {
        let mut half: Option<String> = None;
        loop {
            let event = self.event("Page.lifecycleEvent");
            let loader = event["params"]["loaderId"].as_str().unwrap_or_default();
            let step = matches!(event["params"]["name"].as_str(), Some("load" | "firstContentfulPaint"));
            if !step || *self.loader.borrow() == loader {
                continue;
            }
            if half.as_deref() == Some(loader) {
                self.loader.replace(loader.to_owned());
                return;
            }
            half = Some(loader.to_owned());
        }
    }

    /// Waits for the next event of this name.
    #[track_caller]
    pub fn event(&self, method: &str) -> Value {
        loop {
            let event = self.events.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("no {method}"));
            self.seen.borrow_mut().push(event.clone());
            if event["method"] == method {
                return event;
            }
        }
    }

    /// What a script of ours finds out about the page; neither its content policy nor scripts being off stops it.
    #[track_caller]
    pub fn ask(&self, script: &str) -> Value {
        self.evaluate(script, false)
    }

    /// The same for a script that takes its time: with scripts off its promise would never be kept.
    #[track_caller]
    pub fn ask_and_wait(&self, script: &str) -> Value {
        self.evaluate(script, true)
    }

    #[track_caller]
    fn evaluate(&self, script: &str, promised: bool) -> Value {
        let question = json!({ "expression": script, "awaitPromise": promised, "returnByValue": true });
        let mut answer = self.call("Runtime.evaluate", &question);
        assert!(answer["exceptionDetails"].is_null(), "{}", answer["exceptionDetails"]);
        answer["result"]["value"].take()
    }

    /// Every event so far.
    pub fn seen(&self) -> Ref<'_, Vec<Value>> {
        self.seen.borrow_mut().extend(self.events.try_iter());
        self.seen.borrow()
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        lock(&self.chromium.inbox.events).remove(&self.session);
        // A test that fails because Chromium is gone must not fail twice.
        if !thread::panicking() {
            let context = json!({ "browserContextId": self.context });
            self.chromium.call(None, "Target.disposeBrowserContext", &context);
        }
    }
}
