//! Who gets a letter when, row by row against the protocol, and that each row's letter says what it is for.

use std::collections::BTreeMap;

use ::domain::Subject;
use letters::{
    Texts,
    duty::{DUTIES, Moment, Wording, duties},
    letter::{Head, Known, LETTERS, LetterText},
};

/// Moment and office, the article, its wording, and who gets a letter: through whom, where not straight.
const PROTOCOL: [(&str, &str, Wording, &str); 20] = [
    (
        "V1-W",
        "artikel 4, derde lid,",
        Wording::Vertrouwelijkheid,
        "wethouders gemeentesecretaris integriteitscommissie*",
    ),
    (
        "V1-B",
        "artikel 5, derde lid,",
        Wording::Vertrouwelijkheid,
        "fractievoorzitters wethouders gemeentesecretaris commissaris",
    ),
    ("V1-R", "artikel 6, derde lid,", Wording::Discretie, "fractievoorzitters"),
    ("V2-W", "artikel 4, vierde lid,", Wording::None, "betrokkene"),
    ("V2-B", "artikel 5, vierde lid,", Wording::None, "betrokkene"),
    ("V2-R", "artikel 6, vierde lid,", Wording::None, "betrokkene"),
    ("V4-W", "artikel 4, zesde lid,", Wording::None, "betrokkene wethouders integriteitscommissie*"),
    (
        "V4-B",
        "artikel 5, zesde lid,",
        Wording::None,
        "betrokkene fractievoorzitters griffier wethouders gemeentesecretaris",
    ),
    ("V4-R", "artikel 6, zesde lid,", Wording::None, "betrokkene fractievoorzitters griffier*"),
    ("F0-W", "artikel 7, vijfde lid,", Wording::None, "gemeenteraad"),
    ("F0-B", "artikel 7, vijfde lid,", Wording::None, "gemeenteraad"),
    ("F0-R", "artikel 7, vijfde lid,", Wording::None, "gemeenteraad"),
    (
        "F1-W",
        "artikel 9, tweede lid,",
        Wording::Discretie,
        "betrokkene wethouders gemeentesecretaris integriteitscommissie*",
    ),
    (
        "F1-B",
        "artikel 10, tweede lid,",
        Wording::Vertrouwelijkheid,
        "betrokkene fractievoorzitters wethouders gemeentesecretaris commissaris",
    ),
    ("F1-R", "artikel 11, tweede lid,", Wording::Discretie, "betrokkene burgemeester fractievoorzitters*"),
    ("A-W", "artikel 14, eerste lid,", Wording::None, "wethouders"),
    ("A-R", "artikel 14, eerste lid,", Wording::None, "wethouders"),
    ("A-B", "artikel 14, tweede lid,", Wording::None, "wethouders"),
    (
        "R-W",
        "artikel 15",
        Wording::Discretie,
        "integriteitscommissie* locoburgemeester gemeenteraad college betrokkene",
    ),
    (
        "R-B",
        "artikel 16",
        Wording::Discretie,
        "fractievoorzitters locoburgemeester commissaris gemeenteraad college betrokkene",
    ),
];

#[test]
fn every_row_of_the_protocol_has_its_letters_its_article_and_its_wording() {
    let mut rows: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for duty in DUTIES {
        let mark = if duty.via.is_empty() { "" } else { "*" };
        rows.entry(duty.code).or_default().push(format!("{}{mark}", duty.letter));
        let office = match duty.about {
            Subject::Wethouder => "-W",
            Subject::Burgemeester => "-B",
            _ => "-R",
        };
        assert!(duty.code.ends_with(office), "{}", duty.code);
        assert!(duties(duty.about).any(|row| row.code == duty.code && row.letter == duty.letter));
    }
    // Article 17 is the last: a raadslid gets no copy.
    assert_eq!(rows.remove("R-R").expect("a row"), ["fractievoorzitters", "gemeenteraad"]);
    assert_eq!(rows.len(), PROTOCOL.len());
    for (code, article, wording, letters) in PROTOCOL {
        assert_eq!(rows[code].join(" "), letters, "{code}");
        for duty in DUTIES.iter().filter(|duty| duty.code == code) {
            assert_eq!((duty.article, duty.wording), (article, wording), "{code}");
        }
    }
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
    };
    for duty in DUTIES {
        let letter = LetterText::named(duty.letter).unwrap_or_else(|| panic!("no letter {}", duty.letter));
        let text = texts.letter(letter, &known(duty.about).context(letter.recipient, Some(duty)));
        let says = match duty.moment {
            Moment::VoornemenVooronderzoek => "Wij beginnen een vooronderzoek",
            Moment::OpDeHoogte => "Dat heet een vooronderzoek",
            Moment::Uitkomst => "De uitkomst in grote lijnen",
            Moment::GeenOnderzoek => "Er komt geen onderzoek",
            Moment::VoornemenFeitenonderzoek => "Er komt een feitenonderzoek",
            Moment::Aangifte => "Er is aangifte gedaan",
            Moment::Rapport => "apport",
        };
        assert!(text.contains(says) && text.contains(duty.article) && text.contains(duty.via), "{}: {text}", duty.code);
        assert!(!text.contains("De opgewerkte omschrijving."), "{}: {text}", duty.code);
        let others = [
            "Wij beginnen een vooronderzoek",
            "Er komt geen onderzoek",
            "Er is aangifte gedaan",
            "Er komt een feitenonderzoek",
        ];
        assert!(others.iter().all(|other| *other == says || !text.contains(other)), "{}: {text}", duty.code);
        assert!(!text.contains("\n\n\n") && text.ends_with("Burgemeester\nGemeente Test"), "{}: {text}", duty.code);
    }
    for letter in LETTERS.iter().filter(|letter| !letter.discharges_a_duty()) {
        let text = texts.letter(letter, &known(Subject::Wethouder).context(letter.recipient, None));
        assert!(text.contains("van het protocol") && text.ends_with("Gemeente Test"), "{}: {text}", letter.name);
    }
}
