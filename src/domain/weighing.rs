//! The weighing on the eight criteria of article 7 lid 1. There is no total score and none may be made: the source
//! gives no scale, no weights and no threshold.

use crate::choices;
use crate::field::{self, FieldErrors, TEXT};
use crate::{RouteName, Subject, vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// A criterion, in the exact words of article 7 lid 1.
    Criterion {
        A => "aard van het feit",
        B => "ontvankelijkheid",
        C => "ernst van de zaak",
        D => "valideerbaarheid",
        E => "positie of persoon van de bron",
        F => "positie of persoon van de ambtsdrager op wie het signaal betrekking heeft",
        G => "geloofwaardigheid/waarschijnlijkheid",
        H => "spoedeisendheid/actualiteit",
    }
}

vocabulary! {
    /// An optional level beside the text of a criterion. Ours, not the protocol's; nothing is computed with it.
    Level {
        Low => "laag",
        Middle => "midden",
        High => "hoog",
        Undeterminable => "niet te bepalen",
        /// At criterion f only: an ondermijning signal has no ambtsdrager.
        NotApplicable => "niet van toepassing",
    }
}

impl Criterion {
    pub const fn letter(self) -> char {
        match self {
            Self::A => 'a',
            Self::B => 'b',
            Self::C => 'c',
            Self::D => 'd',
            Self::E => 'e',
            Self::F => 'f',
            Self::G => 'g',
            Self::H => 'h',
        }
    }

    /// The form's fields: of the text and of the level.
    pub const fn fields(self) -> (&'static str, &'static str) {
        match self {
            Self::A => ("a_toelichting", "a_niveau"),
            Self::B => ("b_toelichting", "b_niveau"),
            Self::C => ("c_toelichting", "c_niveau"),
            Self::D => ("d_toelichting", "d_niveau"),
            Self::E => ("e_toelichting", "e_niveau"),
            Self::F => ("f_toelichting", "f_niveau"),
            Self::G => ("g_toelichting", "g_niveau"),
            Self::H => ("h_toelichting", "h_niveau"),
        }
    }

    /// What to write down, as a question to the weigher.
    pub const fn question(self) -> &'static str {
        match self {
            Self::A => "Wat is er volgens het signaal gebeurd? Schrijf op om wat voor feit het gaat.",
            Self::B => "Hoort dit signaal hier? Schrijf op wat de gemeente ermee mag en kan. Of welke plek beter past.",
            Self::C => "Hoe erg is het als dit klopt? Schrijf op wie er last van heeft, en hoeveel.",
            Self::D => "Is dit na te gaan? Schrijf op waar u dat kunt zien zonder iemand te schaden.",
            Self::E => {
                "Wat kan de bron weten, en hoe? Een anonieme melder telt nooit in het nadeel. \
                 Weet u te weinig? Kies dan ‘niet te bepalen’."
            }
            Self::F => {
                "Over welke functie gaat het, en maakt die functie verschil? Gaat het niet om een ambtsdrager? \
                 Schrijf dat op en kies ‘niet van toepassing’."
            }
            Self::G => "Hoe waarschijnlijk is dit? Schrijf op wat ervoor pleit en wat ertegen pleit.",
            Self::H => "Speelt dit nu nog, en is er haast? Schrijf op wat er misgaat als u wacht.",
        }
    }

    /// The levels that a form offers here.
    pub fn levels(self) -> impl Iterator<Item = Level> {
        Level::ALL.iter().copied().filter(move |level| *level != Level::NotApplicable || self == Self::F)
    }
}

/// What was written at one criterion.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Assessment {
    pub toelichting: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub niveau: Option<Level>,
}

/// One version of a weighing. Versions are only ever added.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Weighing {
    pub a: Assessment,
    pub b: Assessment,
    pub c: Assessment,
    pub d: Assessment,
    pub e: Assessment,
    pub f: Assessment,
    pub g: Assessment,
    pub h: Assessment,
    /// Article 7 lid 4: the extent of an investigation is proportional to gravity and provability.
    pub proportionaliteit: String,
    pub conclusie: String,
}

field::redacted!(Assessment, Weighing);

impl Weighing {
    /// Reads the fields `a_toelichting` ... `h_toelichting`, `proportionaliteit`, `conclusie` (each required, 10,000
    /// characters; rule R4) and `a_niveau` ... `h_niveau` (optional). `typed` gives a field's value, empty if absent.
    ///
    /// # Errors
    /// Every field that is empty, too long, unreadable, or holds a level that does not exist there.
    pub fn parse<'a>(typed: &dyn Fn(&str) -> &'a str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut at = |criterion| assessment(&mut errors, criterion, typed);
        let [a, b, c, d] = [Criterion::A, Criterion::B, Criterion::C, Criterion::D].map(&mut at);
        let [e, f, g, h] = [Criterion::E, Criterion::F, Criterion::G, Criterion::H].map(at);
        let mut last = |field, missing| field::required(&mut errors, field, typed(field), TEXT, missing);
        let proportionaliteit =
            last("proportionaliteit", "Schrijf op waarom uw voorstel niet verder gaat dan nodig is (artikel 7 lid 4).");
        let conclusie = last("conclusie", "Schrijf op wat uw conclusie is en waarom.");
        errors.or(Some(Self { a, b, c, d, e, f, g, h, proportionaliteit, conclusie }))
    }

    /// Everything that was written.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let criteria = Criterion::ALL.iter().map(|criterion| self.of(*criterion).toelichting.as_str());
        criteria.chain([self.proportionaliteit.as_str(), &self.conclusie])
    }

    pub const fn of(&self, criterion: Criterion) -> &Assessment {
        match criterion {
            Criterion::A => &self.a,
            Criterion::B => &self.b,
            Criterion::C => &self.c,
            Criterion::D => &self.d,
            Criterion::E => &self.e,
            Criterion::F => &self.f,
            Criterion::G => &self.g,
            Criterion::H => &self.h,
        }
    }
}

fn assessment<'a>(errors: &mut FieldErrors, criterion: Criterion, typed: &dyn Fn(&str) -> &'a str) -> Assessment {
    let (text, level) = criterion.fields();
    let missing = format!("Vul criterium {} in: {criterion}. Eén zin is genoeg.", criterion.letter());
    let toelichting = field::required(errors, text, typed(text), TEXT, missing);
    let niveau = choices::one(errors, level, &[typed(level)]);
    if niveau.is_some_and(|niveau| criterion.levels().all(|offered| offered != niveau)) {
        errors.push(level, "‘Niet van toepassing’ kan alleen bij criterium f. Kies een ander niveau of laat het leeg.");
    }
    Assessment { toelichting, niveau }
}

/// What a page adds to "artikel 7 lid 1" where the protocol itself does not apply. It covers raadslid, burgemeester and
/// wethouder only (art. 2 lid 1) and their own routes: for everybody else the criteria are used by analogy.
pub fn analogy(route: RouteName, over: &[Subject]) -> Option<&'static str> {
    let own_route = matches!(route, RouteName::Burgemeester | RouteName::Integriteitscommissie);
    let covered = |subject: &Subject| matches!(subject, Subject::Raadslid | Subject::Burgemeester | Subject::Wethouder);
    (!own_route || !over.iter().any(covered)).then_some("naar analogie van artikel 7 lid 1")
}
