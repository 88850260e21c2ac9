//! Section `mail`: what is wrong in it is refused with its key, and nothing in a name becomes a line of a mail.

use std::fs;

use post::{File, Letter};

use crate::helpers::{
    installation::Installation,
    program::{run, text},
    smtp::Smtp,
};

#[test]
fn a_wrong_setting_is_named_with_its_key() {
    let cases = [
        ("transport = \"duif\"", "mail.transport: must be smtp, file or blackhole"),
        ("transport = \"file\"\nfrom = \"a@b.example\"", "mail.folder: must be a folder"),
        ("transport = \"file\"\nfolder = \"mail\"", "mail.from: must be the e-mail address"),
        ("transport = \"file\"\nfolder = \"mail\"\nfrom = \"geen adres\"", "mail.from: is no e-mail address"),
        ("transport = \"smtp\"\nfrom = \"a@b.example\"", "mail.host: must be the name"),
        ("daily_at = \"half acht\"", "mail.daily_at: must be a time"),
        (
            "transport = \"smtp\"\nfrom = \"a@b.example\"\nhost = \"post.example\"\nsecurity = \"none\"",
            "mail.security: must be starttls or tls: mail.host is another machine",
        ),
        (
            "transport = \"smtp\"\nfrom = \"a@b.example\"\nhost = \"localhost\"\nsecurity = \"none\"\nuser = \"u\"\npassword = \"p\"",
            "mail.security: must be starttls or tls where a password is sent",
        ),
        (
            "transport = \"smtp\"\nfrom = \"a@b.example\"\nhost = \"post.example\"\nuser = \"u\"",
            "mail.password: must be given with mail.user",
        ),
        (
            "transport = \"smtp\"\nfrom = \"a@b.example\"\nhost = \"post.example\"\nauthority = \"nergens.pem\"",
            "mail.authority: ",
        ),
        (
            "transport = \"smtp\"\nfrom = \"a@b.example\"\nhost = \"post.example\"\ncertificate = \"signaalkluis.toml\"\nkey = \"signaalkluis.toml\"",
            "mail.authority: this file, or that of mail.certificate or mail.key, holds no PEM that can be used",
        ),
        ("smtp = true", "unknown field `smtp`"),
    ];
    for (section, why) in cases {
        let made = Installation::new();
        made.append(&format!("\n[mail]\n{section}\n"));
        run(&["check", "--config", text(&made.config())]).must_refuse(&[why]);
    }
}

#[test]
fn the_days_mails_can_be_written_to_a_folder_and_are_not_written_twice() {
    let made = Installation::new();
    made.append("\n[mail]\ntransport = \"file\"\nfolder = \"mail\"\nfrom = \"kluis@gemeente.example\"\n");
    let config = made.config();
    let add = ["account", "add", "een@gemeente.example", "--function", "Jurist", "--config", text(&config)];
    run(&add).must_end(0).must_say("mail     to een@gemeente.example, sent by the desk");
    let daily = ["mail", "daily", "--date", "2026-11-30", "--config", text(&config)];
    // Nobody has a key yet: there is only the invitation.
    run(&daily).must_end(0).must_say("0 delivered, 0 not");
    let folder = config.parent().expect("a folder").join("mail");
    let mails = || {
        let mut names: Vec<_> = fs::read_dir(&folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
        names.sort();
        names
    };
    let [invitation] = mails().try_into().expect("one mail");
    let said = fs::read_to_string(&invitation).expect("a mail").replace("=\r\n", "");
    assert!(said.contains("/uitnodiging?code=3D") && said.contains("Subject: Uw uitnodiging voor de kluis"), "{said}");
    run(&daily).must_end(0);
    assert_eq!(mails().len(), 1);
    // Nobody is mailed where nobody said how.
    let silent = Installation::new();
    run(&["mail", "daily", "--config", text(&silent.config())]).must_refuse(&["mail.transport is blackhole"]);
    run(&["mail", "daily", "--date", "gisteren", "--config", text(&config)]).must_end(2);
}

#[test]
fn check_says_whether_mail_would_leave_and_since_when_it_does_not() {
    let Some(mut smtp) = Smtp::start("takes", "starttls") else { return };
    let made = super::killed::mailing(&smtp);
    let config = made.config();
    let (check, daily) = (["check", "--config", text(&config)], ["mail", "daily", "--config", text(&config)]);
    run(&check)
        .must_say("ok    mail: localhost answers over a protected line, and its certificate is right")
        .must_say("ok    mail: 2 in the outbox; none was delivered yet");
    run(&daily).must_end(0);
    run(&check).must_say("ok    mail: 0 in the outbox; the last left at 20");
    // It listens elsewhere now.
    smtp.behaves("takes");
    let add = ["account", "add", "drie@gemeente.example", "--function", "Jurist", "--config", text(&config)];
    run(&add).must_end(0);
    run(&daily);
    run(&check)
        .must_say("FAIL  mail: the mail server cannot be reached")
        .must_say("FAIL  mail: none leaves since 20")
        .must_say("ok    mail: 1 in the outbox; the last left at 20");
    run(&["check", "--config", text(&Installation::new().config())])
        .must_say("warn  mail: mail.transport is blackhole");
}

#[test]
fn a_file_goes_along_byte_for_byte() {
    let (from, to) = ("a@b.example".parse().expect("it"), "c@d.example".parse().expect("it"));
    let calendar = b"BEGIN:VCALENDAR\r\nSUMMARY:Overleg \xc3\xa9\xc3\xa9n\r\nEND:VCALENDAR\r\n";
    let write = |kind: &str| {
        let file = File { kind, name: "overleg.ics", content: calendar };
        let letter = Letter {
            from: &from,
            sender: "Loomark",
            to: &to,
            subject: "Overleg",
            text: &["Hallo".to_owned()],
            files: &[file],
            at: "2026-11-24T06:30:00Z".parse().expect("a moment"),
            occasion: "proef",
        };
        letter.write().map(|mail| String::from_utf8(mail).expect("ASCII"))
    };
    let mail = write("text/calendar; charset=utf-8; method=REQUEST").expect("written");
    let (head, parts) = mail.split_once("\r\n\r\n").expect("a head");
    assert!(head.contains("multipart/mixed"), "{head}");
    assert!(parts.contains("multipart/alternative") && parts.contains("text/plain") && parts.contains("text/html"));
    assert!(parts.contains("Content-Disposition: attachment; filename=\"overleg.ics\""), "{parts}");
    let (_, file) = parts.split_once("method=REQUEST").expect("its media type");
    let (_, encoded) = file.split_once("\r\n\r\n").expect("its content");
    let encoded: String = encoded.lines().take_while(|line| !line.starts_with("--")).collect();
    assert_eq!(data_encoding::BASE64.decode(encoded.as_bytes()).expect("base64"), calendar);
    assert_eq!(mail, write("text/calendar; charset=utf-8; method=REQUEST").expect("written"), "the same bytes again");
    assert!(write("een agenda").is_err());
}

#[test]
fn nothing_in_a_name_becomes_a_line_of_a_mail() {
    let (from, to) = ("a@b.example".parse().expect("it"), "c@d.example".parse().expect("it"));
    for name in
        ["Loomark\r\nBcc: dief@x.example", "Loomark\nBcc: dief@x.example", "Gemeente \"Loomark\" <x@y>", "Ã©é, 市"]
    {
        let letter = Letter {
            from: &from,
            sender: name,
            to: &to,
            subject: "Kijk\r\nBcc: dief@x.example",
            files: &[],
            text: &["Hallo".to_owned(), ".".to_owned(), "<script>".to_owned()],
            at: "2026-11-24T06:30:00Z".parse().expect("a moment"),
            occasion: "proef",
        };
        let mail = String::from_utf8(letter.write().expect("written")).expect("ASCII");
        let (head, body) = mail.split_once("\r\n\r\n").expect("a head");
        assert!(!head.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{head}");
        let (_, page) = body.split_once("text/html").expect("a page");
        assert!(!page.contains("<script>"), "{body}");
        assert_eq!(mail, String::from_utf8(letter.write().expect("written")).expect("ASCII"), "the same bytes again");
    }
    for wrong in ["", "geen adres", "a@b@c", "a b@c.example", "a@b.example\r\nRCPT TO:<x@y>", "é@c.example", "@x", "x@"]
    {
        assert!(wrong.parse::<post::Address>().is_err(), "{wrong:?}");
    }
}

#[test]
fn a_year_with_53_weeks_has_a_weekly_mail_in_each() {
    use domain::mail::Rhythm;
    let mails = |rhythm: Rhythm, from: &str, until: &str| {
        let days = super::day(from).iter_days().take_while(|day| *day <= super::day(until));
        let falls: std::collections::BTreeSet<_> =
            days.filter(|day| rhythm.falls_on(*day)).map(post::daily::occasion).collect();
        falls.len()
    };
    // The weeks of ISO 8601: 2020 and 2026 have 53 of them, 2025 has 52.
    for (from, until, weeks) in
        [("2019-12-30", "2021-01-03", 53), ("2024-12-30", "2025-12-28", 52), ("2025-12-29", "2027-01-03", 53)]
    {
        assert_eq!(mails(Rhythm::Weekly, from, until), weeks, "{from}");
        assert_eq!(mails(Rhythm::Daily, from, until), weeks * 7, "{from}");
    }
}
