//! A municipality's own texts: each in place of one of ours, refused with file, line and reason where it cannot be right.

use std::{fs, path::Path};

use letters::{ForReporter, Texts, letter::Recipient, message::MESSAGES};

use crate::helpers::installation::Installation;

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        fs::write(file, content).expect("written");
    }
    folder
}

fn refused(files: &[(&str, &[u8])]) -> String {
    let folder = folder(files);
    let error = Texts::with(folder.path()).expect_err("refused").to_string();
    assert!(error.starts_with(&folder.path().display().to_string()), "{error}");
    error
}

#[test]
fn ours_are_in_order() {
    Texts::shipped().expect("good texts");
}

#[test]
fn an_own_text_takes_the_place_of_ours_and_of_no_other() {
    let folder = folder(&[
        ("berichten/vraag.txt", "\u{feff}Beste melder,\r\n{# een opmerking #}\r\n{% if ondermijning and not beloofd_op %}\r\nVan {{ functie }}.\r\n{% else %}\r\nAnders.\r\n{% endif %}".as_bytes()),
        ("LEESMIJ.md", b"van niemand"),
    ]);
    let texts = Texts::with(folder.path()).expect("good texts");
    let of = |name: &str| MESSAGES.iter().find(|text| text.name == name).expect("a text");
    let context = ForReporter { functie: "de AOV {{ gemeente }}".into(), ondermijning: true, ..ForReporter::default() };
    // What is put in is never itself read as a text.
    assert_eq!(texts.message(of("vraag"), &context), "Beste melder,\nVan de AOV {{ gemeente }}.");
    assert_eq!(texts.message(of("vraag"), &ForReporter::default()), "Beste melder,\nAnders.");
    assert_eq!(texts.message(of("nazorg"), &context), Texts::default().message(of("nazorg"), &context));
}

#[test]
fn what_cannot_be_filled_in_is_refused_with_file_line_and_reason() {
    let message = "berichten/vraag.txt";
    let cases: [(&str, &[u8], &str); 13] = [
        ("berichten/vragen.txt", b"Tekst.", "is none of our texts. Those are: berichten/afsluiting.txt"),
        ("brieven/vraag.txt", b"Tekst.", "is none of our texts"),
        ("berichten/vraag.txt~", b"Tekst.", "is none of our texts"),
        (message, b"Een.\n{{ kenmerk }}", "line 2: this text has no place \"kenmerk\". It has: antwoord_voor"),
        (message, b"{% if melding %}x{% endif %}", "line 1: this text has no place \"melding\""),
        (message, b"Een.\n\n{{ functie", "line 3: {{ is not closed with }}"),
        (message, b"{% if ondermijning %}", "line 1: "),
        (message, b"{% endif %}", "line 1: "),
        (message, b"{{ functie.naam }}", "line 1: this text has no place \"functie.naam\""),
        (message, b"{{ functie|upper }}", "line 1: this text has no place"),
        (message, b"Een.\n{% for x in functie %}{% endfor %}", "line 2: between {% and %} stands if"),
        (message, b" \n", "line 1: is empty"),
        (message, b"Een.\nTwee \xff", "line 2: is no UTF-8"),
    ];
    for (file, content, why) in cases {
        let error = refused(&[(file, content)]);
        assert!(error.contains(why) && error.contains(file), "{file}: {error}");
    }
    assert!(refused(&[(message, &[b'a'; 20_001])]).contains("longer than 20000 bytes"));
    // What one recipient may know, another's text cannot name.
    for (name, place) in [
        ("brieven/gemeenteraad.txt", "kenmerk"),
        ("brieven/wethouders.txt", "aanleiding"),
        ("brieven/betrokkene.txt", "over"),
    ] {
        assert!(refused(&[(name, format!("{{{{ {place} }}}}").as_bytes())]).contains("has no place"), "{name}");
    }
    assert!(Texts::with(Path::new("/bestaat/niet")).is_err());
}

#[test]
fn no_recipient_has_a_place_for_what_a_reporter_said() {
    let all = letters::catalogue();
    let places: std::collections::BTreeSet<_> = all.iter().flat_map(|(_, places)| places.iter().cloned()).collect();
    // Whoever adds one thinks about who may know it.
    let known = "aangifte aanleiding antwoord_voor artikel beloofd_op bevoegdheden datum doel duur_en_kosten functie geen_onderzoek \
                 geheimhouding gemeente handelen kenmerk kijk_weer_op melden_bij onderzoeksmethoden onderzoeksvragen ondermijning \
                 op_de_hoogte over plaats_en_tijd praten_met rapport team uitkomst verwacht_op via voornemen_feitenonderzoek \
                 voornemen_vooronderzoek wijziging";
    let mut known: Vec<_> = known.split_whitespace().collect();
    known.sort_unstable();
    assert_eq!(places.iter().map(String::as_str).collect::<Vec<_>>(), known);
    for recipient in [Recipient::Office, Recipient::Council, Recipient::Subject, Recipient::Heard] {
        let fields = serde_json::to_value(recipient.empty()).expect("JSON");
        assert!(fields.get("aanleiding").is_none(), "{recipient:?}");
    }
}

#[test]
fn the_program_refuses_a_bad_text_and_says_that_a_folder_is_good() {
    let made = Installation::new();
    let file = made.dir().join("teksten/berichten/vraag.txt");
    fs::create_dir_all(file.parent().expect("a folder")).expect("made");
    fs::write(&file, "Een vraag.\n{{ naam }}").expect("written");
    made.edit("[desk]", "[desk]\ntexts = \"teksten\"");
    for command in ["check", "serve"] {
        let ran = made.command(&[command]);
        ran.must_end(1);
        for words in ["desk.texts", "vraag.txt", "line 2", "no place \"naam\""] {
            assert!(ran.stderr.contains(words), "{command}: {words}: {}", ran.stderr);
        }
    }
    fs::write(&file, "Een vraag.\n{{ functie }}").expect("written");
    let ran = made.command(&["check"]);
    assert!(ran.stdout.contains("ok    texts: teksten"), "{}", ran.stdout);
}
