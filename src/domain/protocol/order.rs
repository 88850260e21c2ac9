//! What comes before what in the track, and which status a step brings along.

use super::StepKind;
use crate::status::transitions_from;
use crate::vocabulary;
use crate::{RouteName, Status};

vocabulary! {
    /// What must be there before a step can be taken; its label is said where it is not.
    Need {
        Screening => "Zet het signaal eerst op ‘In voorscreening’. Dat doet u op de pagina van het signaal.",
        Unstarted => "Het vooronderzoek is al begonnen. Wie ervan moet weten, staat bij ‘Wie moet u informeren’.",
        Start => "Start eerst het vooronderzoek.",
        Told => "Leg eerst vast of de betrokkene van het vooronderzoek weet, of waarom niet.",
        Findings => "Maak eerst het rapport van het vooronderzoek.",
        Weighing => "Maak eerst de weging op de acht criteria.",
        Investigate => "Er is nog niet besloten om een onderzoek in te stellen.",
        Assignment => "Maak eerst de onderzoekopdracht.",
        Notice => "Stuur de betrokkene eerst de kennisgeving.",
        Hearing => "Leg eerst een gesprek vast.",
        /// Of every hearing: a reaction, or five working days gone by.
        Heard => "Wacht op de reactie van wie is gehoord, of tot de vijf werkdagen voorbij zijn.",
    }
}

/// One step with what it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub step: StepKind,
    pub needs: &'static [Need],
    /// Whether it is taken once a round; others can be repeated, and the last counts.
    pub once: bool,
    /// The status that it brings along, where the table of statuses has a way there without a reason.
    pub brings: Option<Status>,
    pub source: &'static str,
}

const fn row(step: StepKind, needs: &'static [Need], source: &'static str) -> Row {
    Row { step, needs, once: false, brings: None, source }
}

const fn bringing(row: Row, status: Status) -> Row {
    Row { brings: Some(status), ..row }
}

/// Every step, in the order of the work.
pub const ORDER: &[Row] = {
    use StepKind as S;
    &[
        Row { once: true, ..row(S::Voornemen, &[Need::Screening, Need::Unstarted], "art. 4 tot en met 6 lid 3") },
        Row {
            once: true,
            ..bringing(row(S::Vooronderzoek, &[Need::Screening], "art. 4 tot en met 6 lid 2"), Status::InVooronderzoek)
        },
        row(S::Raadpleging, &[Need::Start], "art. 4 tot en met 6 lid 2"),
        row(S::Betrokkene, &[Need::Start], "art. 4 tot en met 6 lid 4"),
        bringing(
            row(S::Bevindingen, &[Need::Start, Need::Told], "art. 4 tot en met 6 lid 4 en 5"),
            Status::VooronderzoekAfgerond,
        ),
        row(S::Besluit, &[Need::Start, Need::Findings], "art. 7 lid 1: na het vooronderzoek"),
        row(S::Opdracht, &[Need::Investigate], "art. 8; art. 9 tot en met 11 lid 1"),
        row(S::Kennisgeving, &[Need::Investigate, Need::Assignment], "art. 12"),
        row(S::Voortgang, &[Need::Assignment], "art. 8 lid 3"),
        row(
            S::Gehoor,
            &[Need::Assignment, Need::Notice],
            "art. 12 lid 2 onder b: de brief zegt dat er gehoord kan worden",
        ),
        row(S::Reactie, &[Need::Hearing], "art. 13 lid 4"),
        bringing(
            row(S::Rapport, &[Need::Assignment, Need::Notice, Need::Heard], "art. 13 lid 4; art. 15 tot en met 17"),
            Status::RapportGereed,
        ),
        row(S::Aangifte, &[], "art. 14: op elk moment"),
        row(S::Communicatie, &[], "art. 18"),
        row(S::Geheimhouding, &[], "eigen keuze: op elk moment"),
        row(S::Bespreking, &[], "art. 2 lid 2"),
    ]
};

/// The row of a step. Every kind has one: a test holds the table to it.
pub fn order_of(step: StepKind) -> &'static Row {
    ORDER.iter().find(|row| row.step == step).unwrap_or(&ORDER[0])
}

/// The statuses on the shortest way from one to another of which no step needs a reason, without asking the reporter or
/// closing in between; empty where there is none.
pub fn way(from: Status, to: Status, route: RouteName) -> Vec<Status> {
    let mut ways = vec![vec![from]];
    let mut seen = vec![from];
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let Some(&last) = way.last() else { continue };
            if last == to {
                return way.into_iter().skip(1).collect();
            }
            for step in transitions_from(last, route) {
                // That an answer came, nobody says but who read it.
                let detour = matches!(
                    step.to,
                    Status::ReactieGevraagd | Status::ReactieOntvangen | Status::Afgehandeld | Status::Heropend
                );
                if !step.reason && !detour && !seen.contains(&step.to) {
                    seen.push(step.to);
                    longer.push([way.as_slice(), &[step.to]].concat());
                }
            }
        }
        ways = longer;
    }
    Vec::new()
}
