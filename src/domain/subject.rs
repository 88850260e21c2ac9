//! Who a signal is about, which route follows from it, and which office holders a text names besides. What a reporter
//! wishes of his readers is in [`crate::readers`].

use crate::field::fold;
use crate::{RouteName, vocabulary};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

vocabulary! {
    /// Who or what a signal is about: the first question, as the route follows from it.
    Subject {
        Burgemeester => "burgemeester",
        Wethouder => "wethouder",
        Raadslid => "raadslid",
        Gemeentesecretaris => "gemeentesecretaris",
        Griffier => "griffier",
        Leidinggevende => "leidinggevende",
        Ambtenaar => "ambtenaar",
        IngehuurdeKracht => "ingehuurde kracht",
        Burger => "burger",
        Ondernemer => "ondernemer/bedrijf",
        Locatie => "locatie/pand",
        WeetIkNiet => "weet ik niet",
    }
}

/// Which route takes the signals about whom. As configuration: a table from subject to route that changes single
/// subjects; what it does not name keeps the default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<Subject, RouteName>", into = "BTreeMap<Subject, RouteName>")]
pub struct Routing(BTreeMap<Subject, RouteName>);

/// A table that would seal signals to someone who may not read them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RoutingError {
    #[error("signals about {subject} cannot go to route {route}: it takes no signals")]
    TakesNone { subject: Subject, route: RouteName },
    /// Rule R1: who the signal is about never reads it.
    #[error("signals about {subject} cannot go to route {route}: who a signal is about never reads it")]
    Himself { subject: Subject, route: RouteName },
    /// Rules R1 and R2: the AOV works for the burgemeester and the wethouders; the protocol (art. 4, 5) gives these
    /// signals to the burgemeester and the integriteitscommissie.
    #[error("signals about {subject} cannot go to route {route}: its team works for the {subject}")]
    WorksForHim { subject: Subject, route: RouteName },
}

/// Articles 4 to 6 for wethouder, burgemeester and raadslid. The protocol knows no other subjects: a choice.
const fn default_route(subject: Subject) -> RouteName {
    match subject {
        Subject::Wethouder => RouteName::Burgemeester,
        Subject::Burgemeester | Subject::Raadslid => RouteName::Integriteitscommissie,
        Subject::Gemeentesecretaris | Subject::Griffier => RouteName::Extern,
        Subject::Leidinggevende | Subject::Ambtenaar | Subject::IngehuurdeKracht => RouteName::Ambtelijk,
        Subject::Burger | Subject::Ondernemer | Subject::Locatie | Subject::WeetIkNiet => RouteName::Aov,
    }
}

impl Default for Routing {
    fn default() -> Self {
        Self(Subject::ALL.iter().map(|subject| (*subject, default_route(*subject))).collect())
    }
}

impl TryFrom<BTreeMap<Subject, RouteName>> for Routing {
    type Error = RoutingError;

    fn try_from(changes: BTreeMap<Subject, RouteName>) -> Result<Self, RoutingError> {
        let mut routing = Self::default();
        for (subject, route) in changes {
            match (subject, route) {
                _ if !route.takes_signals() => return Err(RoutingError::TakesNone { subject, route }),
                (Subject::Burgemeester, RouteName::Burgemeester) => {
                    return Err(RoutingError::Himself { subject, route });
                }
                (Subject::Burgemeester | Subject::Wethouder, RouteName::Aov) => {
                    return Err(RoutingError::WorksForHim { subject, route });
                }
                _ => routing.0.insert(subject, route),
            };
        }
        Ok(routing)
    }
}

impl From<Routing> for BTreeMap<Subject, RouteName> {
    fn from(routing: Routing) -> Self {
        routing.0
    }
}

impl Routing {
    /// The route of one subject.
    pub fn route(&self, subject: Subject) -> RouteName {
        self.0.get(&subject).copied().unwrap_or(default_route(subject))
    }

    /// The route of a signal about all these: the strictest one. `None` without subjects.
    pub fn route_for(&self, subjects: &[Subject]) -> Option<RouteName> {
        subjects.iter().map(|subject| self.route(*subject)).max_by_key(|route| route.strictness())
    }

    /// Every route that some subject leads to.
    pub fn routes(&self) -> BTreeSet<RouteName> {
        self.0.values().copied().collect()
    }

    /// Which office holders a text names that the reporter did not tick (`over`) and whose signals go elsewhere than
    /// to `chosen`: the check page asks whether the signal is about them too.
    pub fn named_elsewhere(&self, text: &str, over: &[Subject], chosen: RouteName) -> Vec<Subject> {
        let elsewhere = |subject: &Subject| !over.contains(subject) && self.route(*subject) != chosen;
        named(text).into_iter().filter(elsewhere).collect()
    }
}

/// Burgemeester, wethouder, raadslid, griffier and gemeentesecretaris as far as a text names them, in whole words.
fn named(text: &str) -> BTreeSet<Subject> {
    let folded = fold(text);
    let mut named = BTreeSet::new();
    let mut before = "";
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        named.extend(office(before, word));
        before = word;
    }
    named
}

/// The office that a word names, given the word before it; both folded. Dutch with its plurals and a common
/// misspelling, and the English and German that neighbours and hired staff write.
fn office(before: &str, word: &str) -> Option<Subject> {
    match (before, word) {
        // A locoburgemeester is a wethouder.
        ("loco", "burgemeester" | "burgemeesters" | "burgermeester") | ("deputy", "mayor" | "mayors") => {
            Some(Subject::Wethouder)
        }
        ("gemeente", "secretaris" | "secretarissen") => Some(Subject::Gemeentesecretaris),
        (_, "burgemeester" | "burgemeesters" | "burgermeester" | "burgermeesters" | "mayor" | "mayors") => {
            Some(Subject::Burgemeester)
        }
        (_, "burgermeister" | "burgermeisters" | "burgermeisterin" | "buergermeister" | "buergermeisterin") => {
            Some(Subject::Burgemeester)
        }
        (_, "wethouder" | "wethouders" | "locoburgemeester" | "locoburgemeesters" | "locoburgermeester") => {
            Some(Subject::Wethouder)
        }
        (_, "alderman" | "aldermen" | "alderwoman" | "alderwomen") => Some(Subject::Wethouder),
        (_, "raadslid" | "raadsleden" | "gemeenteraadslid" | "gemeenteraadsleden") => Some(Subject::Raadslid),
        (_, "fractievoorzitter" | "fractievoorzitters") => Some(Subject::Raadslid),
        (_, "councillor" | "councillors" | "councilor" | "councilors") => Some(Subject::Raadslid),
        (_, "griffier" | "griffiers" | "raadsgriffier" | "raadsgriffiers") => Some(Subject::Griffier),
        (_, "gemeentesecretaris" | "gemeentesecretarissen") => Some(Subject::Gemeentesecretaris),
        _ => None,
    }
}
