//! Sentences and signatures, marked and left alone: between ‹ and › stands what a reporter should see marked.

use super::{marked, marks, unmarked};
use ::domain::traces::TraceKind::*;

#[test]
fn who_says_to_be_the_only_one_is_found() {
    marked(
        IkBenDeEnige,
        &[
            "‹Ik ben de enige die daar controleert›.",
            "‹ik ben hier nog de enige met die sleutel›, verder niemand",
            "Volgens mij ‹ben ik de enige die dit ziet›.",
            "Iedereen weet dat ‹ik de enige ben met toegang›!",
            "omdat ‹ik daar de enige handhaver ben›",
            "‹De enige die dat wist was ik›.",
            "‹Ik heb als enige de code›.",
            "‹Als enige vrouw heb ik dit gezien›.",
            "‹Alleen ik weet van dit bestand›.",
            "‹Niemand weet dit behalve ik›.",
            "omdat er ‹behalve mij daar niemand komt›",
            "‹Ik ben eigenlijk wel zo'n beetje de enige op maandag›.",
            "Mijn collega en ‹ik zijn de enigen met die lijst›.",
            "‹Ik ben de enigste op de afdeling›",
            "‹I am the only tester of this team›.",
            "‹I’m the only one who saw it›.",
            "‹Ich bin die einzige Frau im Team›.",
            "weil ‹ich der Einzige bin›, der das weiß",
            "‹Ik ben in dit team de enige zonder vast contract›.",
            "‹IK BEN DE ENIGE IN TEAM 3.2 DIE DIT DOET›!",
        ],
    );
    unmarked(&[
        "Hij is de enige die dat mag.",
        "De enige die daar werkt is een inhuurkracht.",
        "Ik ben niet de enige die dit ziet.",
        "Ik ben vast niet de enige.",
        "Ben ik de enige die dit raar vindt?",
        "Ik weet niet of ik de enige ben.",
        "Ik denk niet dat ik de enige ben.",
        "Ik ben bang dat zij de enige is.",
        "Niet alleen ik weet dit.",
        "Ik zie dit als enige oplossing.",
        "De enige keer dat het misging was ik ziek.",
        "I am afraid he is the only one.",
        "I am not the only one.",
        "Ich glaube nicht, dass ich der Einzige bin.",
        "Dit is de enige manier.",
    ]);
}

#[test]
fn signatures_and_names_are_found() {
    marked(
        Ondertekening,
        &[
            "Graag actie.\n‹Met vriendelijke groet,\nJan Jansen›",
            "Dank.\n\n‹Met vriendelijke groet,\n\nJan Jansen\nTeam Vergunningen›\n\nNog iets.",
            "‹Hoogachtend,\neen medewerker die het niet meer weet›",
            "‹Groetjes, jan›",
            "Tot zover. ‹Groet, Marieke›",
            "‹gr. Jan›",
            "‹Hartelijke groet!\nMarieke›",
            "Tot dan.\r\n\r\n‹Groetjes van Jan›",
            "‹mvg\nde collega van kamer 12›",
            "‹Kind regards,\nThe only tester›",
            "‹Mit freundlichen Grüßen\nH. Müller›",
            "> ‹Met vriendelijke groet,\n> Jan Jansen›",
            "‹Alvast bedankt,\nJan Jansen›",
            "‹Beste Jan›, laat dit maar even liggen.",
            "‹Geachte heer De Vries›,",
            "‹geachte mevrouw jansen›,",
            "‹Hoi Jan en Marieke›!",
            "‹Sehr geehrte Frau Müller›,",
            "Hij schreef: \"‹Beste José›, het komt goed.\"",
            "‹Mijn naam is Jan Jansen› en ik werk daar.",
            "‹Ik heet jan›.",
            "‹My name is Anne›.",
            "‹Ik ben Jan de Vries› van het loket",
        ],
    );
    unmarked(&[
        "Beste collega's,\nDit kan niet.",
        "Geachte heer/mevrouw,",
        "Geachte leden van de raad,",
        "Beste Integriteitscommissie,",
        "Beste AOV,",
        "Beste,\nWij hebben dit al besproken.",
        "dank je wel, groet",
        "Hij deed de groeten aan iedereen.",
        "Groeten deed hij nooit",
        "Groet. Zo sloot hij af.",
        "Groeten van de wethouder, stond erop.",
        "Hallo Meldpunt,",
        "Geachte Voorzitter,",
        "Bedankt voor het lezen.",
        "Met vriendelijke groet,\n\nIk hoop dat u hier iets mee kunt.",
        "Mijn naam is bij u bekend.",
        "Met vriendelijke groet",
        "Met vriendelijke groet,\nanoniem",
        "Hoogachtend,\nMijn naam is bij u bekend.",
        "Met vriendelijke groet,\n\nVan: leidinggevende\nDat was het.",
        "De beste Jan van de klas won.",
        "Ik heet u welkom.",
        "Mijn naam is haas.",
        "Mijn naam is niet belangrijk.",
        "Ik ben Nederlander en werk hier.",
        "Ik ben BOA Domein II.",
        "Hallo 👋, daar ben ik",
        "Dear Sir or Madam,",
        "Sehr geehrte Damen und Herren,",
        "Liebe Kolleginnen und Kollegen,",
        "Dag allemaal, tot morgen.",
        "Bedankt!\nDat was mijn verhaal.",
    ]);
}

#[test]
fn the_more_specific_trace_wins() {
    let text = "Groet,\nJan Jansen\n06-12345678\njan@gemeente.example";
    assert_eq!(
        marks(text),
        [(Ondertekening, "Groet,\nJan Jansen"), (Telefoonnummer, "06-12345678"), (Mailadres, "jan@gemeente.example")]
    );
    assert_eq!(
        marks("Ik ben de enige met 06-12345678 als nummer."),
        [(IkBenDeEnige, "Ik ben de enige met"), (Telefoonnummer, "06-12345678"), (IkBenDeEnige, "als nummer")]
    );
}
