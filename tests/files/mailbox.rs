//! Files in the conversation, in both directions.

use super::{CANARY, downloads, picture, shelf};
use crate::helpers::{browser::Page, people::Melder, town::Town};

/// A melder whose mailbox is open, and the kenmerk of his signal.
fn in_conversation(town: &Town) -> (Melder, String) {
    let mut melder = town.melder();
    let code = melder.reports(&crate::helpers::people::Tale::ordinary());
    let kenmerk = town.officer("aov").only_signal();
    melder.opens(&code).must_be(200);
    (melder, kenmerk)
}

fn writes_with(melder: &mut Melder, text: &str, file: &str, bytes: &[u8]) -> Page {
    let form = melder.browser.open("/postvak").form("/postvak").fill("bericht", text);
    melder.browser.submit(&form.attach("bijlagen", file, bytes))
}

/// Where the mailbox lets files be saved.
fn saved_from(page: &Page) -> Vec<String> {
    page.links().into_iter().filter(|link| link.starts_with("/postvak/bestanden/")).collect()
}

#[test]
fn a_reporter_sends_a_photo_later_and_the_desk_opens_it_before_and_after_its_first_look() {
    Town::each(|town| {
        let mut melder = town.melder();
        let code = melder.reports(&crate::helpers::people::Tale::ordinary());
        melder.opens(&code);
        // Nobody opened the signal yet: the file is sealed to the intake key.
        writes_with(&mut melder, "Kijk eens.", "voor.png", &picture(CANARY)).must_be(200).must_say("voor.png");
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.reads(&kenmerk).must_say("Kijk eens.");
        // Now there is a head, and the file is sealed to the source key.
        writes_with(&mut melder, "", "na.png", &picture("Nog een naam"))
            .must_be(200)
            .must_say("Ik stuur bestanden mee");
        let page = aov.reads(&kenmerk);
        let links: Vec<_> = downloads(&page).into_iter().filter(|link| !link.ends_with("naam=eigen")).collect();
        let unique: std::collections::BTreeSet<_> = links.iter().collect();
        assert_eq!(unique.len(), 2, "{links:?}");
        for link in unique {
            let file = aov.browser.fetch(link);
            assert!(file.status == 200 && file.bytes.starts_with(b"\x89PNG"));
            assert!(!file.bytes.windows(CANARY.len()).any(|w| w == CANARY.as_bytes()));
        }
        assert_eq!(shelf(&town, "kept").len(), 2);
    });
}

#[test]
fn an_answers_file_is_saved_from_the_mailbox_and_by_nobody_else() {
    let town = Town::new();
    let (mut melder, kenmerk) = in_conversation(&town);
    let mut aov = town.officer("aov");
    let action = format!("/signalen/{kenmerk}/bericht");
    let form = aov.reads(&kenmerk).form(&action).fill("type", "Vraag").fill("bericht", "Is het dit pand?");
    aov.browser.submit(&form.attach("bijlagen", "plattegrond.png", &picture("De AOV"))).must_be(200);
    let page = melder.browser.open("/postvak");
    page.must_say("Is het dit pand?").must_say("Bestand van de gemeente");
    let link = saved_from(&page).pop().expect("a file to save");
    let file = melder.browser.fetch(&link);
    file.must_be(200);
    assert!(file.bytes.starts_with(b"\x89PNG") && !file.bytes.windows(6).any(|w| w == b"De AOV"));
    // Another mailbox, and no mailbox.
    let mut other = town.melder();
    let code = other.reports(&crate::helpers::people::Tale::about(&["burger"], "Iets anders."));
    other.opens(&code);
    other.browser.fetch(&link).must_be(404);
    assert_eq!(town.melder().browser.fetch(&link).status, 303);
    // What an officer cannot have cleaned does not leave.
    let form = aov.reads(&kenmerk).form(&action).fill("type", "Vraag").fill("bericht", "En dit?");
    let refused = aov.browser.submit(&form.attach("bijlagen", "notitie.xyz", b"van mijn bureau"));
    refused.must_be(422).must_say("kunnen wij niet schoonmaken").must_say("En dit?");
}

#[test]
fn what_cannot_be_cleaned_waits_for_a_word_in_the_mailbox_too_and_the_text_stays() {
    let town = Town::new();
    let (mut melder, kenmerk) = in_conversation(&town);
    let asked = writes_with(&mut melder, "Mijn verhaal erbij.", "kasboek.xyz", b"regels");
    asked.must_be(422).must_say("kunnen wij niet schoonmaken");
    let form = asked.form("/postvak");
    assert_eq!(form.value("bericht"), "Mijn verhaal erbij.");
    // Taken away it is gone, and nothing was sent by that.
    let gone = melder.browser.submit(&form.fill("verwijder", &asked.button("verwijder")));
    assert_eq!(gone.must_be(200).form("/postvak").value("bericht"), "Mijn verhaal erbij.");
    assert!(!town.officer("aov").reads(&kenmerk).says("Mijn verhaal erbij."));
    let asked = writes_with(&mut melder, "Mijn verhaal erbij.", "kasboek.xyz", b"regels");
    let agreed = melder.browser.submit(&asked.form("/postvak").fill("toch", &asked.button("toch")));
    agreed.must_be(200).must_say("Niet schoongemaakt");
    melder.browser.submit(&agreed.form("/postvak")).must_be(200).must_say("Mijn verhaal erbij.");
    town.officer("aov").reads(&kenmerk).must_say("Mijn verhaal erbij.").must_say("niet schoongemaakt");
}

#[test]
fn an_original_goes_along_as_evidence_from_the_mailbox_too() {
    let town = Town::new();
    let (mut melder, kenmerk) = in_conversation(&town);
    let form = melder.browser.open("/postvak").form("/postvak").fill("bericht", "Het bewijs.");
    let sent = melder.browser.submit(&form.attach("bijlagen", "bewijs.png", &picture(CANARY)).fill("origineel", "ja"));
    sent.must_be(200).must_say("Het bewijs.");
    let mut aov = town.officer("aov");
    let page = aov.reads(&kenmerk);
    let links: std::collections::BTreeSet<_> =
        downloads(&page).into_iter().filter(|link| !link.ends_with("naam=eigen")).collect();
    let files: Vec<_> = links.iter().map(|link| aov.browser.fetch(link).bytes).collect();
    assert_eq!(files.len(), 2, "cleaned and original");
    assert_eq!(files.iter().filter(|bytes| **bytes == picture(CANARY)).count(), 1);
}

#[test]
fn a_message_with_a_file_sent_twice_is_one_message() {
    let town = Town::new();
    let (mut melder, kenmerk) = in_conversation(&town);
    let form = melder.browser.open("/postvak").form("/postvak").fill("bericht", "Eén keer.");
    let form = form.attach("bijlagen", "a.png", &picture("x"));
    melder.browser.submit(&form).must_be(200);
    melder.browser.submit(&form).must_be(200);
    let page = town.officer("aov").reads(&kenmerk);
    assert_eq!(page.texts(".message").iter().filter(|text| text.contains("Eén keer.")).count(), 1);
    assert_eq!(shelf(&town, "kept").len(), 1);
}

#[test]
fn the_same_words_with_another_file_are_another_message_and_files_alone_pressed_twice_are_one() {
    let town = Town::new();
    let (mut melder, kenmerk) = in_conversation(&town);
    let alone = melder.browser.open("/postvak").form("/postvak").attach("bijlagen", "a.png", &picture("x"));
    melder.browser.submit(&alone).must_be(200);
    melder.browser.submit(&alone).must_be(200);
    // The page from before, sent from the browser's history, now with a file: not taken for the message it was.
    let form = melder.browser.open("/postvak").form("/postvak").fill("bericht", "Zie hier.");
    melder.browser.submit(&form).must_be(200);
    let later = melder.browser.submit(&form.attach("bijlagen", "b.png", &picture("y")));
    later.must_be(409).must_say("b.png");
    melder.browser.submit(&later.form("/postvak")).must_be(200);
    let page = town.officer("aov").reads(&kenmerk);
    assert_eq!(page.texts(".message").iter().filter(|text| text.contains("Zie hier.")).count(), 2);
    assert_eq!(shelf(&town, "kept").len(), 2);
}
