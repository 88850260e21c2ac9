//! Words the portal puts beside the domain's labels.

use domain::{Subject, choices::SignalType, report::FIELDS};

/// A subject with its article, as it starts a line.
pub const fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Burgemeester => "De burgemeester",
        Subject::Wethouder => "Een wethouder",
        Subject::Raadslid => "Een raadslid",
        Subject::Gemeentesecretaris => "De gemeentesecretaris",
        Subject::Griffier => "De griffier",
        Subject::Leidinggevende => "Een leidinggevende",
        Subject::Ambtenaar => "Een ambtenaar",
        Subject::IngehuurdeKracht => "Een ingehuurde kracht",
        Subject::Burger => "Een burger",
        Subject::Ondernemer => "Een ondernemer of bedrijf",
        Subject::Locatie => "Een locatie of pand",
        Subject::WeetIkNiet => "Weet ik niet",
    }
}

/// A kind of signal as a question answers it.
pub const fn kind(kind: SignalType) -> &'static str {
    match kind {
        SignalType::Ondermijning => "Ondermijning: criminelen maken misbruik van onze gemeente",
        SignalType::Integriteit => "Integriteit: iemand van de gemeente doet iets wat niet mag",
        SignalType::Allebei => "Allebei",
        SignalType::WeetIkNiet => "Weet ik niet",
    }
}

/// The question behind a field, for the check page.
pub fn question(field: &str) -> &'static str {
    match field {
        "over_wie" => "Over wie gaat het?",
        "soort" => "Wat voor signaal is het?",
        "verschijningsvorm" => "Wat voor misdaad?",
        "schending" => "Wat voor schending?",
        "kwetsbaar_proces" => "Bij welk werk van de gemeente?",
        "wat" => "Wat is er gebeurd?",
        "wie" => "Wie zijn erbij betrokken?",
        "waar" => "Waar?",
        "wanneer" => "Wanneer?",
        "hoe_weet_u_dit" => "Hoe weet u dit?",
        "eerder_gemeld" => "Heeft u dit al ergens gemeld?",
        "direct_gevaar" => "Is iemand nu in gevaar?",
        "beinvloeding" => "Wordt u zelf onder druk gezet?",
        "hoeveel_weten_dit" => "Hoeveel mensen weten dit?",
        "eerst_overleggen" => "Eerst met u overleggen?",
        "vragen_mag" => "Mogen wij u vragen stellen?",
        _ => "",
    }
}

/// Every field that can stand on the check page, in order: all but its own question.
pub fn checked() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().copied().filter(|field| *field != "ook_over")
}
