//! Names of companies in a text: which are found, and which are no names.

use ::domain::company::{is_mentioned, names};

#[test]
fn a_name_is_what_stands_before_a_legal_form_or_behind_stichting() {
    let rows: &[(&str, &[&str])] = &[
        ("De huur gaat naar Jansen B.V. in contanten.", &["jansen"]),
        ("De huur gaat naar Jansen Bouw BV.", &["jansen bouw"]),
        ("Jansen Bouw bv huurt de loods", &["jansen bouw"]),
        ("Café De Kroon VOF en Bakkerij Van der Berg N.V.", &["bakkerij van der berg", "cafe de kroon"]),
        ("De Kroon BV", &["kroon"]),
        ("(Jansen & Zonen B.V.)", &["jansen & zonen"]),
        ("Het is van A.B. Transport B.V., denk ik.", &["ab transport"]),
        ("Eigenaar is J. de Vries v.o.f.", &["j de vries"]),
        ("Volgens Jansen BV klopt het.", &["jansen"]),
        ("Jansen Holding B.V. en Jansen Holding", &["jansen"]),
        ("24/7 Wonen BV", &["247 wonen"]),
        ("De Stichting Het Groene Hart kreeg geld.", &["stichting groene hart"]),
        ("Stichting Zorg op Maat. Daar werkt Piet.", &["stichting zorg op maat"]),
        // Nobody typed a capital: only before a form that is nothing else.
        ("hij werkt bij bouwbedrijf jansen BV", &["bouwbedrijf jansen"]),
        ("het is van jansen vof", &["jansen"]),
    ];
    for (text, expected) in rows {
        assert_eq!(names(text).iter().map(String::as_str).collect::<Vec<_>>(), *expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_company_is_none() {
    for text in [
        "Er staan vaak bussen, b.v. op zondag.",
        "Hij neemt spullen bv. laptops mee.",
        "Zij nemen spullen bv in de nacht mee",
        "Bij wie: n.v.t.",
        "Hij heeft een BV.",
        "De BV is leeg en zijn eigen BV ook.",
        "Allemaal BV's zonder personeel",
        "Hij zit in een holding.",
        "De stichting krijgt subsidie.",
        "de stichting van Jansen",
        "Het bedrijf BV",
        "Ik woon in Zwolle. BV betekent niets.",
        "Zij zei: Jansen, BV of niet?",
        "een hele nieuwe VOF",
        "CV met foto van Jansen",
        "",
    ] {
        assert!(names(text).is_empty(), "{text}: {:?}", names(text));
    }
}

#[test]
fn a_name_of_two_words_is_recognised_without_its_legal_form() {
    for (name, text, expected) in [
        ("jansen bouw", "ik werk bij jansen bouw in het dorp", true),
        ("jansen bouw", "jansen bouwt een huis", false),
        ("jansen bouw", "vanjansen bouw", false),
        ("jansen", "jansen bouw", false),
        ("a b c", "a b c", false),
    ] {
        assert_eq!(is_mentioned(name, text), expected, "{name} in {text}");
    }
}
