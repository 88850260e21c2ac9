//! Who gets a letter when, row by row against the protocol, and that each row's letter says what it is for.

use std::collections::BTreeSet;

use ::domain::protocol::{
    Office, Role,
    inform::{Met, Moment, ROWS, Row},
};
use letters::{
    Texts,
    duty::{Duty, duties, duty, every},
    letter::{Head, Known, LETTERS, Recipient},
};

/// What a letter asks of who gets it.
const VERTROUWELIJK: &str = "vertrouwelijkheid te betrachten";
const DISCREET: &str = "discretie en prudentie";
const PARTLY: &str = "of een deel van het rapport geheim is";

/// Code, article in words, what is asked, and the letters of the rows side by side that have these: with a star where the row
/// names through whom.
const PROTOCOL: [(&str, &str, &str, &str); 22] = [
    ("V1-W", "artikel 4, derde lid,", VERTROUWELIJK, "wethouders gemeentesecretaris integriteitscommissie*"),
    ("V1-B", "artikel 5, derde lid,", VERTROUWELIJK, "fractievoorzitters wethouders gemeentesecretaris commissaris"),
    ("V1-R", "artikel 6, derde lid,", DISCREET, "fractievoorzitters"),
    ("V2-W", "artikel 4, vierde lid,", "", "betrokkene"),
    ("V2-B", "artikel 5, vierde lid,", "", "betrokkene"),
    ("V2-R", "artikel 6, vierde lid,", "", "betrokkene"),
    ("V4-W", "artikel 4, zesde lid,", "", "betrokkene wethouders integriteitscommissie*"),
    ("V4-B", "artikel 5, zesde lid,", "", "betrokkene fractievoorzitters griffier wethouders gemeentesecretaris"),
    ("V4-R", "artikel 6, zesde lid,", "", "betrokkene* fractievoorzitters* griffier*"),
    ("F0", "artikel 7, vijfde lid,", "", "gemeenteraad"),
    ("F1-W", "artikel 9, tweede lid,", DISCREET, "betrokkene wethouders gemeentesecretaris integriteitscommissie*"),
    (
        "F1-B",
        "artikel 10, tweede lid,",
        VERTROUWELIJK,
        "betrokkene fractievoorzitters wethouders gemeentesecretaris commissaris",
    ),
    ("F1-R", "artikel 11, tweede lid,", DISCREET, "betrokkene* burgemeester* fractievoorzitters*"),
    ("F2", "artikel 12", "", "kennisgeving"),
    ("A-WR", "artikel 14, eerste lid,", "", "wethouders wethouders"),
    ("A-B", "artikel 14, tweede lid,", "", "wethouders"),
    ("R-W", "artikel 15, eerste lid,", DISCREET, "integriteitscommissie* locoburgemeester"),
    ("R-W", "artikel 15, tweede lid,", PARTLY, "gemeenteraad college betrokkene"),
    ("R-B", "artikel 16, eerste lid,", DISCREET, "fractievoorzitters locoburgemeester commissaris"),
    ("R-B", "artikel 16, tweede lid,", PARTLY, "gemeenteraad college betrokkene"),
    ("R-R", "artikel 17, eerste lid,", DISCREET, "fractievoorzitters"),
    // The article names no copy for the raadslid himself.
    ("R-R", "artikel 17, tweede lid,", "", "gemeenteraad"),
];

fn of_code(code: &str) -> impl Iterator<Item = Duty> {
    every().filter(move |duty| duty.code() == code)
}

#[test]
fn every_row_of_the_protocol_has_its_letters_its_article_and_its_wording() {
    for (code, article, asks, letters) in PROTOCOL {
        let found: Vec<_> = of_code(code)
            .filter(|duty| duty.article() == article)
            .inspect(|duty| {
                let said = duty.wording();
                assert!(said.contains(asks) && said.is_empty() == asks.is_empty(), "{code}: {said}");
                assert!(duty.via().is_empty() || duty.via().starts_with("Door tussenkomst van de "), "{code}");
            })
            .map(|duty| format!("{}{}", duty.letter.name, if duty.via().is_empty() { "" } else { "*" }))
            .collect();
        assert_eq!(found.join(" "), letters, "{code} {article}");
    }
    let told: usize = PROTOCOL.iter().map(|(.., letters)| letters.split_whitespace().count()).sum();
    assert_eq!(every().count(), told, "no letter that the table above does not know");
}

#[test]
fn who_is_informed_by_writing_it_down_can_be_sent_a_letter() {
    let mut without = BTreeSet::new();
    for row in ROWS {
        match Duty::of(row) {
            Some(made) => {
                assert!(!matches!(row.met, Met::Message(_)), "{}: a message, and no letter", row.code);
                assert_eq!((made.row.name(), made.row.article), (row.name(), row.article));
            }
            None => {
                let written = matches!(row.met, Met::Written | Met::Always);
                assert!(!written || row.to == Role::Politie, "{} {}: no letter", row.code, row.to);
                without.insert(row.to.label());
            }
        }
    }
    assert_eq!(without, BTreeSet::from(["melder", "opdrachtgever", "politie", "rapport in het dossier"]));
}

#[test]
fn an_address_names_one_duty_of_the_signals_own_office() {
    for office in Office::ALL {
        for made in duties(*office) {
            let found = duty(*office, made.letter.name, made.code()).expect("its own");
            assert_eq!(found.row.name(), made.row.name(), "{office}: name and code stand for one duty");
            assert!(made.row.office.is_none_or(|of| of == *office), "{office}");
        }
    }
    assert!(duty(Office::Wethouder, "commissaris", "V1-B").is_none());
    assert!(duty(Office::Raadslid, "wethouders", "A-WR").is_some_and(|duty| duty.row.office == Some(Office::Raadslid)));
}

#[test]
fn every_letter_says_what_it_is_for_and_on_which_article() {
    let texts = Texts::default();
    let known = |about| Known {
        head: Head {
            gemeente: "Gemeente Test".into(),
            datum: "23 november 2026".into(),
            functie: "Burgemeester".into(),
        },
        kenmerk: "2026-K7Q3MX".into(),
        about,
        description: Some("De opgewerkte omschrijving.".into()),
        assignment: None,
    };
    for duty in every() {
        let Row { code, moment, office, .. } = *duty.row;
        let recipient = duty.letter.recipient;
        let text = texts.letter(duty.letter, &known(office.unwrap_or(Office::Raadslid)).context(recipient, Some(duty)));
        let says = match moment {
            Moment::Voornemen => "Wij beginnen een vooronderzoek",
            Moment::OpDeHoogte => "Dat heet een vooronderzoek",
            Moment::Uitkomst => "De uitkomst in grote lijnen",
            Moment::GeenOnderzoek => "Er komt geen onderzoek",
            Moment::Feitenonderzoek => "Er komt een feitenonderzoek",
            Moment::Aangifte => "Er is aangifte gedaan",
            Moment::Kennisgeving => "Wij beginnen een onderzoek naar uw handelen",
            Moment::EersteLezers | Moment::Toezending => "apport",
            Moment::Rapport | Moment::Voortgang | Moment::Twijfel => panic!("{code}: no letter"),
        };
        assert!(text.contains(says) && text.contains(&duty.article()) && text.contains(&duty.via()), "{code}: {text}");
        // What the article asks of all; whom it is about is asked nothing.
        assert!(text.contains(duty.wording()) || recipient == Recipient::Subject, "{code}: {text}");
        assert!(!text.contains("De opgewerkte omschrijving."), "{code}: {text}");
        let others = [
            "Wij beginnen een vooronderzoek",
            "Er komt geen onderzoek",
            "Er is aangifte gedaan",
            "Er komt een feitenonderzoek",
        ];
        assert!(others.iter().all(|other| *other == says || !text.contains(other)), "{code}: {text}");
        assert!(!text.contains("\n\n\n") && text.ends_with("Burgemeester\nGemeente Test"), "{code}: {text}");
    }
    for letter in LETTERS.iter().filter(|letter| !letter.discharges_a_duty()) {
        let text = texts.letter(letter, &known(Office::Wethouder).context(letter.recipient, None));
        assert!(text.contains("van het protocol") && text.ends_with("Gemeente Test"), "{}: {text}", letter.name);
    }
}
