//! Adversary A3: somebody seizes the machine and reads the memory of the running program. What was sent and answered is
//! not there any more: neither a report nor its words, nor what a file holds.

use std::{
    fs::{self, File},
    io::{Read, Seek, SeekFrom, Write},
    net::TcpStream,
    thread,
    time::{Duration, Instant},
};

use crate::{
    files::picture,
    helpers::{
        self,
        installation::Installation,
        people::{Melder, Tale, code_on},
        program::Program,
    },
};

/// How often each text stands in the memory that the program can write to; `None` where this machine does not let us look.
fn found(program: &Program, texts: &[&str]) -> Option<Vec<usize>> {
    let folder = format!("/proc/{}", program.pid().as_raw_nonzero());
    let (maps, mut memory) =
        (fs::read_to_string(format!("{folder}/maps")).ok()?, File::open(format!("{folder}/mem")).ok()?);
    let mut counts = vec![0; texts.len()];
    for line in maps.lines() {
        let mut parts = line.split_whitespace();
        let (Some(range), Some(rights)) = (parts.next(), parts.next()) else { continue };
        let Some((from, to)) = range.split_once('-') else { continue };
        let address = |text| u64::from_str_radix(text, 16).expect("an address");
        let (from, to) = (address(from), address(to));
        if !rights.starts_with("rw") || memory.seek(SeekFrom::Start(from)).is_err() {
            continue;
        }
        let mut bytes = Vec::new();
        // A page that was never touched cannot be read: what came before it counts.
        let _ = Read::by_ref(&mut memory).take(to - from).read_to_end(&mut bytes);
        let held = String::from_utf8_lossy(&bytes);
        for (count, text) in counts.iter_mut().zip(texts) {
            *count += held.matches(text).count();
        }
    }
    Some(counts)
}

/// Looks until nothing is found: a connection that was closed lets go of its buffers a moment later.
#[track_caller]
fn must_forget(program: &Program, texts: &[&str]) {
    let end = Instant::now() + Duration::from_secs(60);
    loop {
        let counts = found(program, texts).expect("the memory of before");
        if counts.iter().all(|count| *count == 0) {
            return;
        }
        assert!(Instant::now() < end, "{counts:?} of {texts:?} are still in memory");
        thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn nothing_of_a_report_its_files_or_its_words_stays_in_memory_after_the_answer() {
    let made = Installation::founded();
    let program = made.serve();
    let canary = |what: &str| format!("kanarie-{what}-{:032x}", rand::random::<u128>());
    let (told, held, half) = (canary("verhaal"), canary("bestand"), canary("onderweg"));

    // The look itself works: half a form that waits for its other half is there.
    let host = program.portal.trim_start_matches("http://").to_owned();
    let mut line = TcpStream::connect(&host).expect("a connection");
    let head = format!(
        "POST /melden/verhaal HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: 90000\r\n\r\nwat="
    );
    line.write_all(head.as_bytes()).expect("sent");
    line.write_all(half.as_bytes()).expect("sent");
    let end = Instant::now() + Duration::from_secs(60);
    loop {
        let Some(counts) = found(&program, &[&half]) else {
            return helpers::skip("the memory of another process", "run the tests as root");
        };
        if counts[0] > 0 {
            break;
        }
        assert!(Instant::now() < end, "a form on its way is not in memory: the look is blind");
        thread::sleep(Duration::from_millis(50));
    }
    drop(line);

    let code = {
        let mut melder = Melder::at(&program.portal);
        let page = melder.comes_to_files(&Tale::about(&["burger"], &told));
        let form = page.must_be(200).form("/melden/bestanden");
        let file = [picture(&held), held.repeat(5000).into_bytes()];
        let form = form.attach("bijlagen", "foto.png", &file[0]).attach("bijlagen", "lijst.xyz", &file[1]);
        let asked = melder.browser.submit(&form.fill("origineel", "ja"));
        let id = asked.must_be(422).button("toch");
        let agreed = melder.browser.submit(&asked.form("/melden/bestanden").fill("toch", &id));
        let check = melder.browser.submit(&agreed.must_be(200).form("/melden/bestanden"));
        code_on(melder.browser.submit(&check.must_be(200).form("/melden/versturen")).must_be(200))
    };
    must_forget(&program, &[&told, &held, &half, &code]);
    // Coming back and writing leaves nothing either.
    let written = canary("bericht");
    {
        let mut melder = Melder::at(&program.portal);
        melder.opens(&code).must_be(200);
        let form = melder.browser.open("/postvak").form("/postvak").fill("bericht", &written);
        melder.browser.submit(&form).must_be(200).must_say(&written);
    }
    must_forget(&program, &[&told, &held, &written, &code]);
}
