//! Numbers, addresses and plates, marked and left alone: between ‹ and › stands what a reporter should see marked.

use super::{marked, unmarked};
use ::domain::traces::TraceKind::*;

#[test]
fn telephone_numbers_are_found_as_people_type_them() {
    marked(
        Telefoonnummer,
        &[
            "Bel mij op ‹0612345678›.",
            "‹0612345678›,‹0687654321›",
            "‹0️⃣6️⃣12345678›",
            "mobiel:‹06-12345678›, liefst na zessen",
            "‹0 6 1 2 3 4 5 6 7 8›",
            "‹06 - 12 34 56 78› of ‹06.12.34.56.78›",
            "Whatsapp naar ‹+31612345678›!",
            "‹+31 (0)6 12345678›",
            "‹+31 6 1234 5678› (privé)",
            "‹0031 6 12345678›",
            "(‹+31-524-012345›)",
            "het nummer ‹(0524) 012345› staat op het busje",
            "‹0524 - 01 23 45› 2 keer gebeld",
            "tel.‹010-123 45 67›",
            "‹06-12345678›/‹0524-012345›",
            "Zijn Duitse nummer is ‹05941 000123›, mobiel ‹0151 12345678›",
            "‹+49 151 12 34 56 78›",
            "‹+32 470 12 34 56› is een Belgisch nummer",
            "export uit de app: ‹31612345678›",
            "intern toestel ‹4512›",
            "doorkiesnummer: ‹345›",
            "\u{202b}هاتف ‹٠٦١٢٣٤٥٦٧٨›\u{202c} من فضلك",
            "‹06\u{200b}-1234\u{2060}5678› gekopieerd",
            "‹06\u{a0}–\u{a0}12345678›",
            "‹０６１２３４５６７８›",
        ],
    );
}

#[test]
fn what_looks_like_a_telephone_number_and_is_none_is_left_alone() {
    unmarked(&[
        "Ik heb 112 gebeld, daarna 0900-8844 en 0800-7000.",
        "op 06-06-2026 10.15 uur",
        "06-06-26 10.30 uur",
        "tussen 06.30 07.30 08.30 en 09.30",
        "2026-06-12 34 56 78 90",
        "zaaknummer 0612345678",
        "dossier 0123456789, factuurnr. 0524012345",
        "vestigingsnummer 000012345678",
        "van 10:00 12 34 56 78 90 keer",
        "de omzet groeide met +10.000.000 per jaar",
        "Ik tel 120 mensen en 14 kinderen",
        "artikel 010 2025",
        "een nieuw toestel 500 euro",
    ]);
}

#[test]
fn mail_addresses_are_found_also_when_written_out() {
    marked(
        Mailadres,
        &[
            "Mail naar ‹jan.jansen@gemeente.example›.",
            "(‹J.Jansen+prive@mail.voorbeeld.example›)",
            "subsidieloket <‹subsidies@gemeente.example›>",
            "mailto:‹info@example.org›?subject=x",
            "‹jan @ gemeente.example›",
            "‹jan (at) gemeente.example›",
            "‹jan [at] gemeente (punt) example›",
            "‹j.de.vries@gemeente›, zonder punt",
            "‹андрій@пошта.укр›",
        ],
    );
    unmarked(&["3 @ 5 euro", "@gemeente op X", "Zie je @ het feest", "foo@", "het kost 2@3", "kijk (at) wat"]);
}

#[test]
fn a_bsn_passes_the_elfproef_and_other_numbers_do_not() {
    marked(
        Bsn,
        &[
            "BSN ‹999990135›",
            "bsn:‹9999.90.135›",
            "het burgerservicenummer ‹999 990 135› staat erop",
            "(‹999-990-135›)",
            "twee: ‹999990135›, ‹999990068›.",
            "BSN van die meneer: ‹99.99.90.135›",
            "sofinummer ‹99 99 90 135›",
            "BSN \u{202d}‹9999901\u{200b}35›\u{202c}",
        ],
    );
    unmarked(&[
        "zaaknummer 202604417",
        "BSN 999990136",
        "een bedrag van 999.990.135 euro",
        "€ 999.990.135",
        "zaaknummer: 999990135",
        "RSIN 999990135",
        "KvK 12345678",
        "KvK-nummer 99999013",
        "1.999.990.135",
        "000000000",
        "9999901350",
        "in 2024, 2025 en 2026",
    ]);
}

#[test]
fn an_iban_has_its_country_s_length_and_a_right_checksum() {
    marked(
        Iban,
        &[
            "op NL-rekening ‹NL13TEST0123456789› gestort",
            "‹NL13 TEST 0123 4567 89› ten name van de bv",
            "‹nl13test0123456789›",
            "‹NL13.TEST.0123.4567.89›",
            "IBAN: ‹NL13\u{a0}TEST\u{a0}0123\u{a0}4567\u{a0}89›.",
            "rekening ‹DE89 3704 0044 0532 0130 00› in Duitsland",
        ],
    );
    unmarked(&["NL14TEST0123456789", "NL13 TEST 0123 4567 88", "XX13TEST0123456789", "NL13TEST01234567891"]);
}

#[test]
fn licence_plates_are_found_by_the_fourteen_sidecodes() {
    marked(
        Kenteken,
        &[
            "een witte bus, ‹XE-417-K›.",
            "‹xe-417-k› met kleine letters",
            "(‹KE-904-N›)",
            "‹EE-12-34›, ‹12-34-EE›, ‹12-EE-34›, ‹EE-12-AE›, ‹EE-AE-12›, ‹12-EE-AE›",
            "‹12-EEE-1›, ‹1-EEE-12›, ‹E-123-EE›, ‹EEE-12-E›, ‹E-12-EEE›, ‹1-EE-123›, ‹123-EE-1›",
            "‹XE417K› zonder streepjes",
            "‹XE 417 K› met spaties",
            "kenteken ‹xe417k›",
            "Het kenteken was ‹GRF-EE 123›, dus Duits",
            "kenteken van de auto: ‹EE1234›",
        ],
    );
    unmarked(&[
        "afdeling AA-12 en kamer A4-12",
        "ISO 27001 en NEN-EN 1090",
        "tussen 12 en 14 uur, 20 tot 30 man",
        "op 1-mei-26 en 3-jan-25 en 12-okt-6",
        "ma-12-10 en 12-10-zo",
        "document 2026-AB-12 en AB-12-CD-34",
        "EU2026, COVID19, MP3, A28, N348",
        "perceel HSV00-K-1234, sectie AB-12-34",
        "artikel 12-AB-3, lid 2",
        "fatbikes van 25 km per uur",
        "zaaknummer XE-417-K",
        "kenteken gezien 3 keer",
    ]);
}

#[test]
fn a_postcode_tells_an_address_only_with_a_house_number() {
    marked(
        PostcodeEnHuisnummer,
        &[
            "een tussenwoning (‹9999 ZZ 14›)",
            "‹9999ZZ14›",
            "‹9999 ZZ, nr. 14›",
            "‹9999 ZZ huisnummer 14a›",
            "‹9999zz 14›",
            "‹9999 ZZ Loomark, nummer 14›",
            "Dorpsstraat ‹14, 9999 ZZ› Loomark",
            "Dorpsstraat ‹14\n9999ZZ› Loomark",
            "Dorpsstraat ‹14 B, 9999 ZZ› Loomark",
            "postcode ‹9999 zz 14›",
        ],
    );
    unmarked(&[
        "postcodegebied 9999 ZZ",
        "Dorpsstraat 14 in Loomark",
        "in 2026 en 14 keer",
        "Postbus 90, 7580 AB Loomark",
        "een vrachtwagen van 3500kg 2 keer",
        "de vrachtwagen van 3500 kg 2 keer",
        "week 43 van 2026, 14 stuks",
        "9999 SS 14",
    ]);
}

#[test]
fn a_staff_number_stands_beside_its_name() {
    marked(
        Personeelsnummer,
        &[
            "Personeelsnummer ‹104872› als dat helpt",
            "personeelsnr.: ‹P-104872›",
            "mijn personeelsnummer is ‹10487›",
            "het medewerkernummer van mijn collega is ‹104.872›",
            "‹104872› is mijn personeelsnummer",
            "my employee number is ‹55120›",
            "Personalnummer: ‹8841›",
            "personeelsnummer ‹999990135›",
        ],
    );
    unmarked(&[
        "personeelsnummers van 150 mensen",
        "Mijn personeelsnummer noem ik niet.",
        "in 2025 mijn personeelsnummer gewijzigd",
        "een nummer van personeel, 3 stuks",
    ]);
}
