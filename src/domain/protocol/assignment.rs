//! Onderzoekopdracht (art. 8), and who investigates (art. 7 lid 3, 9 to 11 lid 3 to 5). Versions are only ever added; each
//! after the first says why it differs.

use super::{Office, Role, Setting, read};
use crate::choices;
use crate::field::{self, FieldErrors, TEXT};
use crate::report::Answers;
use crate::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Ways to investigate. The protocol names the last two; the others are our words for what is usual.
    Method {
        Gesprekken => "gesprekken met betrokkene en getuigen",
        Documenten => "onderzoek van documenten",
        Digitaal => "onderzoek van digitale gegevens",
        Cameras => "observatie door camera's",
        Volgen => "fysiek volgen van personen of goederen",
        Anders => "anders, zie de tekst",
    }
}

impl Method {
    /// Only by externals with a permit under the Wet particuliere beveiligingsorganisaties en recherchebureaus (art. 7
    /// lid 3; rule R9).
    pub const fn needs_permit(self) -> bool {
        matches!(self, Self::Cameras | Self::Volgen)
    }
}

vocabulary! {
    /// Onderzoekscommissie.
    Committee {
        Intern => "intern",
        /// "personen buiten de organisatie" (art. 9 to 11 lid 5).
        Extern => "extern",
    }
}

/// Who an internal committee has at least.
pub const MINIMUM: &[(Office, [Role; 2], &str)] = &[
    (Office::Wethouder, [Role::Burgemeester, Role::Gemeentesecretaris], "art. 9 lid 3"),
    (Office::Burgemeester, [Role::VoorzitterIntegriteitscommissie, Role::Griffier], "art. 10 lid 3"),
    (Office::Raadslid, [Role::Burgemeester, Role::Griffier], "art. 11 lid 3"),
];

/// The least members of an internal committee about this office.
pub fn minimum(office: Option<Office>) -> &'static [Role] {
    MINIMUM.iter().find(|(of, ..)| Some(*of) == office).map_or(&[], |(_, roles, _)| roles)
}

/// Optional parts (art. 8 lid 2 a to g): field and what it is.
pub const OPTIONAL: [(&str, &str); 7] = [
    ("opdracht_vragen", "de onderzoeksvragen"),
    ("opdracht_methoden", "de onderzoeksmethoden"),
    ("opdracht_onderzoekers", "de bevoegdheden van de onderzoekers"),
    ("opdracht_deskundigen", "de bevoegdheden van de eventuele deskundigen of ondersteuners"),
    ("opdracht_duur", "de vermoedelijke duur van het onderzoek"),
    ("opdracht_capaciteit", "de omvang en inzet van de onderzoekscapaciteit"),
    ("opdracht_kosten", "de met het onderzoek gemoeide kosten"),
];

/// One version of the order.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    pub aanleiding: String,
    pub doel: String,
    /// In the order of [`OPTIONAL`]; empty where nothing was said.
    pub onderdelen: [String; 7],
    pub methoden: Vec<Method>,
    pub commissie: Committee,
    /// Of an internal committee: those of [`MINIMUM`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leden: Vec<Role>,
    /// Functions of who else takes part, and why this investigator.
    pub onderzoekers: String,
    /// Whether internal investigators stand far enough from the betrokkene, and why (art. 9 to 11 lid 4).
    pub afstand: bool,
    pub afstand_toelichting: String,
    pub vergunning: bool,
    /// Why this version differs from the one before; empty of the first.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reden_wijziging: String,
}

field::redacted!(Assignment);

impl Assignment {
    /// Reads `opdracht_aanleiding` and `opdracht_doel` (required, rule R7), those of [`OPTIONAL`], `opdracht_methode`
    /// (repeatable), `opdracht_commissie`, `opdracht_lid` (repeatable), `opdracht_wie`, `opdracht_afstand`,
    /// `opdracht_afstand_waarom`, `opdracht_vergunning`; of a later version `opdracht_reden`.
    ///
    /// # Errors
    /// A required text is missing; an internal committee without its least members or too near; a method of article 7
    /// lid 3 without externals who have a permit; a change without a reason.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let mut needed = |field, missing: &'static str| field::required(e, field, answers.first(field), TEXT, missing);
        let aanleiding = needed("opdracht_aanleiding", "Schrijf de aanleiding voor het onderzoek (artikel 8 lid 1 a).");
        let doel = needed("opdracht_doel", "Schrijf het doel van het onderzoek (artikel 8 lid 1 b).");
        let onderdelen = OPTIONAL.map(|(field, _)| field::text(e, field, answers.first(field), TEXT));
        let methoden: Vec<Method> = choices::many(e, "opdracht_methode", answers.all("opdracht_methode"));
        let missing = "Kies of de onderzoekscommissie intern of extern is.";
        let commissie = choices::one_required(e, "opdracht_commissie", answers.all("opdracht_commissie"), missing);
        let leden: Vec<Role> = choices::many(e, "opdracht_lid", answers.all("opdracht_lid"));
        let missing = "Schrijf de functies van de onderzoekers, en waarom zij het doen.";
        let onderzoekers = field::required(e, "opdracht_wie", answers.first("opdracht_wie"), TEXT, missing);
        let missing = "Kies of de afstand tot de betrokkene groot genoeg is.";
        let afstand = read::yes_no(e, "opdracht_afstand", answers, missing);
        let typed = answers.first("opdracht_afstand_waarom");
        let missing = "Schrijf waarom de afstand groot genoeg is, of juist te klein.";
        let afstand_toelichting = field::required(e, "opdracht_afstand_waarom", typed, TEXT, missing);
        let vergunning = answers.first("opdracht_vergunning") == "ja";
        let reden_wijziging = if setting.assignment.is_some() {
            let missing = "Schrijf waarom de opdracht verandert. De vorige versie blijft staan.";
            field::required(e, "opdracht_reden", answers.first("opdracht_reden"), TEXT, missing)
        } else {
            String::new()
        };
        check_committee(e, setting, commissie, &leden, afstand, &methoden, vergunning);
        let leden = if commissie == Some(Committee::Intern) { leden } else { Vec::new() };
        errors.or(commissie.zip(afstand).map(|(commissie, afstand)| Self {
            aanleiding,
            doel,
            onderdelen,
            methoden,
            commissie,
            leden,
            onderzoekers,
            afstand,
            afstand_toelichting,
            vergunning,
            reden_wijziging,
        }))
    }

    /// The same order, whatever was said about the change.
    pub fn is_same(&self, other: &Self) -> bool {
        Self { reden_wijziging: String::new(), ..self.clone() }
            == Self { reden_wijziging: String::new(), ..other.clone() }
    }
}

fn check_committee(
    errors: &mut FieldErrors,
    setting: &Setting,
    committee: Option<Committee>,
    members: &[Role],
    distant: Option<bool>,
    methods: &[Method],
    permit: bool,
) {
    let least = minimum(setting.office);
    if committee == Some(Committee::Intern) {
        if least.iter().any(|role| role.is_subject(&setting.over)) {
            errors.push(
                "opdracht_commissie",
                "Iemand die in de interne commissie moet zitten, is zelf betrokken. Kies een externe commissie.",
            );
        } else if least.iter().any(|role| !members.contains(role)) {
            let names = least.iter().map(|role| role.label()).collect::<Vec<_>>().join(" en ");
            errors
                .push("opdracht_lid", format!("Een interne commissie bestaat minimaal uit {names}. Vink beiden aan."));
        }
        if distant == Some(false) {
            let far = "Is de afstand te klein, dan komt er een externe commissie (artikel 9, 10 en 11 lid 4).";
            errors.push("opdracht_commissie", far);
        }
    }
    if let Some(method) = methods.iter().find(|method| method.needs_permit()) {
        if committee == Some(Committee::Intern) {
            let external = format!("Bij ‘{method}’ kan alleen een externe commissie (artikel 7 lid 3).");
            errors.push("opdracht_commissie", external);
        }
        if !permit {
            let needed = format!(
                "Bij ‘{method}’ moeten de onderzoekers een vergunning hebben (artikel 7 lid 3). Controleer dat en vink het aan."
            );
            errors.push("opdracht_vergunning", needed);
        }
    }
}
