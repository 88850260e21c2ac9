//! What the form of an onderzoekopdracht asks, and what of the latest version stands in it to begin with.

use domain::{
    choices::Choice,
    protocol::{
        Setting,
        assignment::{self, Assignment, Committee, Method},
    },
};

use super::{Ask, Asking, CAREFUL, field, roles, yes, yes_or_no};

pub(super) fn asked(setting: &Setting) -> Vec<Asking> {
    let mut asked = vec![
        field("opdracht_aanleiding", "Aanleiding voor het onderzoek", Ask::Area(3)).hint(CAREFUL),
        field("opdracht_doel", "Doel van het onderzoek", Ask::Area(3)),
    ];
    asked.extend(assignment::OPTIONAL.map(|(name, what)| {
        let mut letters = what.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
        field(name, first + letters.as_str(), Ask::Area(2)).optional()
    }));
    let method = |method: &Method| {
        let hint = method.needs_permit().then(|| "Alleen door een externe commissie met vergunning".to_owned());
        (method.value(), method.to_string(), hint)
    };
    asked.push(
        field("opdracht_methode", "Welke methoden?", Ask::Many(Method::ALL.iter().map(method).collect())).optional(),
    );
    asked.push(field(
        "opdracht_commissie",
        "Wie onderzoekt?",
        Ask::One(vec![
            (Committee::Intern.value(), "Een interne onderzoekscommissie".into(), None),
            (Committee::Extern.value(), "Een externe onderzoekscommissie: personen buiten de organisatie".into(), None),
        ]),
    ));
    let least = assignment::minimum(setting.office);
    if !least.is_empty() {
        let hint = "Nodig bij een interne commissie: zij bestaat minimaal uit deze twee.";
        asked.push(
            field("opdracht_lid", "Leden van de interne commissie", Ask::Many(roles(least, setting)))
                .hint(hint)
                .sometimes(),
        );
    }
    asked.extend([
        field("opdracht_wie", "Welke onderzoekers, en waarom zij?", Ask::Area(2)).hint("Functies of bureaus, geen namen."),
        field("opdracht_afstand", "Is de afstand tussen onderzoekers en betrokkene groot genoeg?", yes_or_no("Ja", "Nee, dan komt er een externe commissie")),
        field("opdracht_afstand_waarom", "Waarom?", Ask::Area(2)),
        field("opdracht_vergunning", "Vergunning", yes("De onderzoekers hebben een vergunning op grond van de Wet particuliere beveiligingsorganisaties en recherchebureaus"))
            .hint("Nodig bij observatie door camera’s en bij fysiek volgen.")
            .sometimes(),
    ]);
    if setting.assignment.is_some() {
        asked.push(
            field("opdracht_reden", "Waarom verandert de opdracht?", Ask::Area(2))
                .hint("De vorige versie blijft staan."),
        );
    }
    asked
}

/// What stands in a field of the order's form to begin with: its latest version.
pub(super) fn saved(order: &Assignment, name: &str) -> Vec<String> {
    let yes_no = |yes: bool| vec![if yes { "ja" } else { "nee" }.to_owned()];
    let optional = assignment::OPTIONAL.iter().position(|(field, _)| *field == name);
    match (name, optional.and_then(|at| order.onderdelen.get(at))) {
        (_, Some(part)) => vec![part.clone()],
        ("opdracht_aanleiding", _) => vec![order.aanleiding.clone()],
        ("opdracht_doel", _) => vec![order.doel.clone()],
        ("opdracht_methode", _) => order.methoden.iter().map(|method| method.value()).collect(),
        ("opdracht_commissie", _) => vec![order.commissie.value()],
        ("opdracht_lid", _) => order.leden.iter().map(|role| role.value()).collect(),
        ("opdracht_wie", _) => vec![order.onderzoekers.clone()],
        ("opdracht_afstand", _) => yes_no(order.afstand),
        ("opdracht_afstand_waarom", _) => vec![order.afstand_toelichting.clone()],
        ("opdracht_vergunning", _) if order.vergunning => yes_no(true),
        _ => Vec::new(),
    }
}
