//! What breaks: a full disk, a database that is gone, power that fails. Nobody is shown words for a report that is not
//! stored, and what was shown stays true.

use std::{
    fs,
    path::Path,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Resource, Rlimit, prlimit};

use crate::helpers::{
    browser::{Browser, Form, Page, encode},
    installation::{Installation, PASSWORD},
    people::{Melder, Officer, Tale, code_on},
    postgres::Cluster,
    program::Program,
    raw,
    town::{Place, Town},
};

/// Almost the largest story there is: 100,000 characters of three bytes.
fn long_tale() -> Tale {
    Tale::about(&["burger"], &"€".repeat(99_999))
}

/// The largest of an installation's files.
fn largest_file(dir: &Path) -> u64 {
    let files = fs::read_dir(dir).expect("a folder").flatten();
    files.filter_map(|entry| entry.metadata().ok()).map(|data| data.len()).max().unwrap_or(0)
}

/// Lets no file of a running program grow past a size; `None`: as large as they like.
fn limit_files(program: &Program, size: Option<u64>) {
    prlimit(Some(program.pid()), Resource::Fsize, Rlimit { current: size, maximum: None }).expect("a limit");
}

/// Fills in a report up to its last button.
fn prepare(portal: &str, tale: &Tale) -> (Melder, Form) {
    let mut melder = Melder::at(portal);
    let form = melder.prepares(tale).must_be(200).form("/melden/versturen");
    (melder, form)
}

/// The page that says that nothing was received, with the whole form still in it.
#[track_caller]
fn not_received(page: &Page, form: &Form) -> Form {
    page.must_be(503).must_say("Uw signaal is NIET ontvangen").must_say("Ga ervan uit dat wij niets hebben");
    assert!(page.texts("#ophaalcode").is_empty(), "no words");
    let again = page.form("/melden/versturen");
    let sorted = |form: &Form| {
        let mut fields: Vec<_> = form.fields.iter().filter(|(_, value)| !value.is_empty()).cloned().collect();
        fields.sort();
        fields
    };
    assert_eq!(sorted(&again), sorted(form), "the whole form, its nonce included");
    again
}

#[test]
fn a_full_disk_receives_nothing_and_loses_nothing() {
    let made = Installation::founded();
    let program = Program::serve_on_a_small_disk(&made.config());
    let mut codes = vec![Melder::at(&program.portal).reports(&Tale::ordinary())];
    limit_files(&program, Some(largest_file(&made.dir()) + 1_500_000));

    let (mut melder, form, refused) = (0..20)
        .find_map(|_| {
            let (mut melder, form) = prepare(&program.portal, &long_tale());
            let page = melder.browser.submit(&form);
            if page.status == 200 {
                codes.push(code_on(&page));
                return None;
            }
            Some((melder, form, page))
        })
        .expect("the disk is full at last");
    assert!(codes.len() > 1, "some fitted");
    let again = not_received(&refused, &form);
    // Still full: the same answer, again and again; and what was stored can still be read, or the answer is honest.
    not_received(&melder.browser.submit(&again), &form);
    let page = Melder::at(&program.portal).opens(&codes[0]);
    assert!(page.status == 200 || page.status == 503, "{}: {}", page.status, page.text());

    // There is room again, without a restart: the button on that page works.
    limit_files(&program, None);
    let sent = melder.browser.submit(&again);
    codes.push(code_on(sent.must_be(200)));
    drop(program);

    let program = made.serve();
    for code in &codes {
        Melder::at(&program.portal).opens(code).must_be(200).must_say("Uw postvak");
    }
    let mut aov = Officer::at(&program.desk);
    aov.logs_in("aov", PASSWORD).must_be(200);
    assert_eq!(aov.queue().len(), codes.len(), "one signal for each code that was shown, and no other");
    for kenmerk in aov.queue() {
        aov.reads(&kenmerk).must_be(200);
    }
}

#[test]
fn a_full_disk_says_so_in_the_mailbox_and_at_the_desk() {
    let made = Installation::founded();
    let program = Program::serve_on_a_small_disk(&made.config());
    let mut melder = Melder::at(&program.portal);
    let code = melder.reports(&Tale::ordinary());
    melder.opens(&code).must_be(200);
    let mut aov = Officer::at(&program.desk);
    aov.logs_in("aov", PASSWORD).must_be(200);
    let kenmerk = aov.only_signal();
    let form = aov.reads(&kenmerk).form(&format!("/signalen/{kenmerk}/bericht"));
    let mailbox = melder.browser.open("/postvak").form("/postvak").fill("bericht", "Nog iets.");
    limit_files(&program, Some(1));

    let page = melder.browser.submit(&mailbox);
    page.must_be(503).must_say("Uw bericht is NIET ontvangen");
    let again = page.form("/postvak");
    assert_eq!(again.value("bericht"), "Nog iets.", "the text is still there");
    let message = form.fill("type", "Vraag").fill("bericht", "Waar?");
    aov.browser.submit(&message).must_be(503).must_say("Er is niets bewaard");

    limit_files(&program, None);
    melder.browser.submit(&again).must_be(200).must_say("Uw bericht is verstuurd");
    aov.browser.submit(&message).must_be(200).must_say("Waar?");
    melder.browser.open("/postvak").must_say("Waar?");
}

/// Eight hands send a form at once; how each was answered.
fn eight_hands(portal: &str, form: &Form, cookie: &str) -> Vec<Page> {
    let body = encode(&form.fields);
    thread::scope(|scope| {
        let send = || raw::post(portal, &form.action, cookie, body.as_bytes());
        let hands: Vec<_> = (0..8).map(|_| scope.spawn(send)).collect();
        hands.into_iter().map(|hand| hand.join().expect("an answer")).collect()
    })
}

#[test]
fn what_is_acknowledged_after_a_full_disk_is_stored() {
    let made = Installation::founded();
    let program = Program::serve_on_a_small_disk(&made.config());
    let mut melder = Melder::at(&program.portal);
    let mut codes = vec![melder.reports(&Tale::ordinary())];
    let mailbox = melder.opens(&codes[0]).must_be(200).form("/postvak");
    let cookie = format!("postvak={}", melder.browser.cookies["postvak"]);
    let mut aov = Officer::at(&program.desk);
    aov.logs_in("aov", PASSWORD).must_be(200);
    let kenmerk = aov.only_signal();
    let message = aov.reads(&kenmerk).form(&format!("/signalen/{kenmerk}/bericht")).fill("type", "Vraag");
    let (_, form) = prepare(&program.portal, &Tale::ordinary());
    // Every connection that the programs have learns that the disk is full.
    limit_files(&program, Some(1));
    for page in eight_hands(&program.portal, &form, "") {
        not_received(&page, &form);
    }
    let session = format!("sessie={}", aov.browser.cookies["sessie"]);
    let written = mailbox.fill("bericht", "Toen de schijf vol was.");
    let refused = eight_hands(&program.portal, &written, &cookie).into_iter();
    for page in refused.chain(eight_hands(&program.desk, &message.clone().fill("bericht", "Toen ook."), &session)) {
        page.must_be(503);
    }
    limit_files(&program, None);

    let mut said = Vec::new();
    for round in 0..4 {
        // Pressed more than once, which rolls back all but one.
        let (_, form) = prepare(&program.portal, &Tale::about(&["burger"], &format!("Ronde {round}.")));
        let answers = eight_hands(&program.portal, &form, "");
        codes.push(code_on(answers[0].must_be(200)));
        codes.push(melder.reports(&Tale::ordinary()));
        for code in &codes {
            Melder::at(&program.portal).opens(code).must_be(200);
        }
        said.push(format!("Bericht {round} van de melder."));
        melder.opens(&codes[0]).must_be(200);
        melder.writes(&said[2 * round]).must_be(200);
        said.push(format!("Vraag {round} van de gemeente."));
        aov.browser.submit(&message.clone().fill("bericht", &said[2 * round + 1])).must_be(200);
        let (reporters, desks) = (melder.browser.open("/postvak"), aov.reads(&kenmerk));
        for text in &said {
            reporters.must_say(text);
            desks.must_say(text);
        }
    }
    // Acknowledged means on disk.
    program.kill();
    let program = made.serve();
    for code in &codes {
        Melder::at(&program.portal).opens(code).must_be(200).must_say("Uw postvak");
    }
    let mailbox = Melder::at(&program.portal).opens(&codes[0]);
    for text in &said {
        mailbox.must_say(text);
    }
}

/// Tries until it works again; how long that may take is bounded.
fn until_it_works(mut attempt: impl FnMut() -> Page) -> Page {
    let end = Instant::now() + Duration::from_secs(60);
    loop {
        let page = attempt();
        if page.status != 503 || Instant::now() > end {
            return page;
        }
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_database_that_is_gone_is_said_and_comes_back_by_itself() {
    let Some(cluster) = Cluster::start() else { return };
    let cluster = Arc::new(cluster);
    let town = Town::on(cluster.database(), Place::Cluster(Arc::clone(&cluster)));
    let (mut melder, form) = prepare(&town.portal, &Tale::ordinary());
    let mut reader = town.melder();
    let code = reader.reports(&Tale::ordinary());
    let mailbox = reader.opens(&code).must_be(200).form("/postvak").fill("bericht", "Nog iets.");
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk).must_be(200);
    for _ in 0..2 {
        cluster.crash();
        let again = not_received(&melder.browser.submit(&form), &form);
        for path in ["/", "/melden", "/uitleg", "/ophalen"] {
            melder.browser.fetch(path).must_be(200);
        }
        let entered =
            raw::post(&town.portal, "/ophalen", "", format!("ophaalcode={}", code.replace(' ', "+")).as_bytes());
        entered.must_be(503).must_say("Het meldpunt werkt nu even niet");
        reader.browser.fetch("/postvak").must_be(503).must_say("Het meldpunt werkt nu even niet");
        reader.browser.submit(&mailbox).must_be(503).must_say("niets van u hebben ontvangen");
        for path in ["/", "/wachtrij", "/beheer", &format!("/signalen/{kenmerk}")] {
            aov.browser.fetch(path).must_be(503).must_say("Er is niets bewaard");
        }
        Officer::at(&town.desk).logs_in("aov", "x").must_be(503);

        cluster.go();
        let sent = until_it_works(|| melder.browser.submit(&again));
        code_on(sent.must_be(200));
        until_it_works(|| aov.reads(&kenmerk)).must_be(200).must_say("huur contant");
    }
    until_it_works(|| reader.browser.submit(&mailbox)).must_be(200).must_say("Uw bericht is verstuurd");
    assert_eq!(aov.queue().len(), 2, "one for each form, however often it was sent");
}

#[test]
fn words_that_were_shown_open_their_mailbox_after_the_power_went() {
    let made = Installation::founded();
    let mut codes: Vec<String> = Vec::new();
    for round in 0..3 {
        let program = made.serve();
        for code in &codes {
            Melder::at(&program.portal).opens(code).must_be(200).must_say("Uw postvak");
        }
        let (mut melder, form) = prepare(&program.portal, &Tale::about(&["burger"], &format!("Ronde {round}.")));
        let sent = melder.browser.submit(&form);
        // The words were shown; the power goes.
        program.kill();
        codes.push(code_on(sent.must_be(200)));
    }
    let program = made.serve();
    let mut melder = Melder::at(&program.portal);
    for code in &codes {
        melder.opens(code).must_be(200).must_say("Uw postvak");
    }
    let written = melder.writes("Na de storm.");
    program.kill();
    written.must_be(200).must_say("Uw bericht is verstuurd");
    let program = made.serve();
    Melder::at(&program.portal).opens(&codes[2]).must_be(200).must_say("Na de storm.");
    let mut aov = Officer::at(&program.desk);
    aov.logs_in("aov", PASSWORD).must_be(200);
    assert_eq!(aov.queue().len(), 3);
    made.command(&["check"]).must_end(0);
}

#[test]
fn a_program_that_is_asked_to_stop_stops_and_finishes_what_runs() {
    let made = Installation::founded();
    let program = made.serve();
    // Somebody holds a line open and says nothing, somebody else is half-way through a form.
    let idle = std::net::TcpStream::connect(program.portal.trim_start_matches("http://")).expect("a line");
    let mut slow = std::net::TcpStream::connect(program.portal.trim_start_matches("http://")).expect("a line");
    let head = "POST /melden/over HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 999\r\n\r\nx";
    std::io::Write::write_all(&mut slow, head.as_bytes()).expect("sent");
    let mut browser = Browser::at(&program.portal);
    browser.open("/").must_be(200);
    let (mut melder, form) = prepare(&program.portal, &long_tale());
    let sending = thread::spawn(move || melder.browser.try_submit(&form));
    thread::sleep(Duration::from_millis(30));
    let (status, log) = program.stop(Duration::from_secs(10));
    assert_eq!(status.code(), Some(0), "{log}");
    assert!(!log.contains("panic"), "{log}");
    drop((idle, slow));
    // Either it was answered with words, and then they open, or it was never answered.
    if let Some(page) = sending.join().expect("a thread").filter(|page| page.status == 200) {
        let program = made.serve();
        Melder::at(&program.portal).opens(&code_on(&page)).must_be(200);
    }
}

#[test]
fn a_program_that_serves_logs_nothing_of_what_people_do() {
    let made = Installation::founded();
    let program = made.serve();
    let mut melder = Melder::at(&program.portal);
    let code = melder.reports(&Tale::ordinary());
    melder.opens(&code).must_be(200);
    melder.opens("tien verkeerde woorden").must_be(422);
    melder.browser.open("/onbekend").must_be(404);
    raw::bytes(&program.portal, b"onzin\r\n\r\n");
    let (status, log) = program.stop(Duration::from_secs(10));
    assert_eq!((status.code(), log.as_str()), (Some(0), ""));
}
