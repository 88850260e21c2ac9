//! What follows from a case file: which steps were taken, what is next and why something cannot be done yet, and which duties
//! are open (in `duties`). Nothing of this is stored.

mod duties;

use super::inform::{Discharge, Moment, Row};
use super::order::{self, Need};
use super::preliminary::Told;
use super::{Office, Step, StepKind, decision::Outcome, step::Phase};
use crate::message::MessageType;
use crate::{RouteName, Status, Subject};
use chrono::NaiveDate;

/// Something that stands in a case file, in its order.
#[derive(Clone)]
pub enum Event {
    Step(Step),
    Discharge(Discharge),
    Status(Status),
    /// A version of the weighing.
    Weighed,
}

/// What is known of the reporter's mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mailbox {
    /// Not sealed to who looks: whether the reporter was told is not his to see.
    Closed,
    /// Nobody reads what is sent: no mailbox, or thrown away.
    None,
    /// What the desk sent, with its days.
    Open(Vec<(MessageType, NaiveDate)>),
}

/// A case file as far as it went since it was last reopened: what was before is done with.
pub struct Track {
    pub office: Option<Office>,
    pub over: Vec<Subject>,
    status: Status,
    events: Vec<(NaiveDate, Event)>,
    mailbox: Mailbox,
    /// The day of the reopening; messages of before say nothing of this round.
    since: NaiveDate,
}

/// How a duty stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    Open,
    /// On which day, by whom and how, as far as that was written.
    Done {
        on: NaiveDate,
        how: String,
    },
    Deviated(String),
    NotApplicable(String),
    /// In the conversation, which is not sealed to who looks.
    Hidden,
}

/// A duty that arose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    pub row: &'static Row,
    /// The day on which it arose.
    pub since: NaiveDate,
    pub state: State,
}

/// What is to be done now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The form that is open; `None` where it is done elsewhere, or nothing is left.
    pub step: Option<StepKind>,
    pub what: &'static str,
}

impl Track {
    /// Reads events, oldest first. Of whom the signal is about, the reader says what he may know; what the
    /// intention or the start of the vooronderzoek says comes before it.
    pub fn of(route: RouteName, over: &[Subject], events: Vec<(NaiveDate, Event)>, mailbox: Mailbox) -> Self {
        let reopened = |(_, event): &(NaiveDate, Event)| matches!(event, Event::Status(Status::Heropend));
        let status = events.iter().rev().find_map(|(_, event)| match event {
            Event::Status(status) => Some(*status),
            _ => None,
        });
        let from = events.iter().rposition(reopened);
        let since = from.map_or(NaiveDate::MIN, |at| events[at].0);
        let events: Vec<_> = events.into_iter().skip(from.unwrap_or(0)).collect();
        let said = events.iter().find_map(|(_, event)| match event {
            Event::Step(Step::Voornemen(intention)) => Some(intention.ambtsdrager),
            Event::Step(Step::Vooronderzoek(start)) => Some(start.ambtsdrager),
            _ => None,
        });
        let office = said.unwrap_or_else(|| Office::of(route, over));
        let mut over = over.to_vec();
        over.extend(office.map(Office::subject).filter(|subject| !over.contains(subject)));
        Self { office, over, status: status.unwrap_or(Status::Ontvangen), events, mailbox, since }
    }

    /// Steps of this round with the day they were written, oldest first.
    pub fn steps(&self) -> impl DoubleEndedIterator<Item = (NaiveDate, &Step)> {
        self.events.iter().filter_map(|(on, event)| match event {
            Event::Step(step) => Some((*on, step)),
            _ => None,
        })
    }

    pub fn has(&self, kind: StepKind) -> bool {
        self.steps().any(|(_, step)| step.kind() == kind)
    }

    fn discharges(&self) -> impl DoubleEndedIterator<Item = (NaiveDate, &Discharge)> {
        self.events.iter().filter_map(|(on, event)| match event {
            Event::Discharge(said) => Some((*on, said)),
            _ => None,
        })
    }

    /// Whether exactly this was written before: a button pressed twice.
    pub fn holds(&self, step: &Step) -> bool {
        match step {
            // The same order in other words is a new version; the same in the same words is not.
            Step::Opdracht(order) => self.assignment().is_some_and(|last| last.is_same(order)),
            _ => self.steps().any(|(_, known)| known == step),
        }
    }

    pub fn holds_discharge(&self, said: &Discharge) -> bool {
        self.discharges().any(|(_, known)| known == said)
    }

    pub fn assignment(&self) -> Option<&super::assignment::Assignment> {
        self.steps().rev().find_map(|(_, step)| if let Step::Opdracht(order) = step { Some(&**order) } else { None })
    }

    pub fn hearings(&self) -> Vec<&super::hearing::Hearing> {
        self.steps()
            .filter_map(|(_, step)| if let Step::Gehoor(hearing) = step { Some(hearing) } else { None })
            .collect()
    }

    /// Whether somebody who was heard reacted, or was silent until his term was over.
    pub fn has_reacted(&self, hearing: usize) -> bool {
        self.steps().any(|(_, step)| matches!(step, Step::Reactie(reaction) if reaction.gehoor == hearing))
    }

    /// The decision that counts: the last.
    pub fn decision(&self) -> Option<&super::decision::Decision> {
        self.steps().rev().find_map(|(_, step)| if let Step::Besluit(decision) = step { Some(decision) } else { None })
    }

    fn told(&self) -> Option<(NaiveDate, &Told)> {
        let mut steps = self.steps().rev();
        steps.find_map(|(on, step)| if let Step::Betrokkene(told) = step { Some((on, told)) } else { None })
    }

    pub fn is_weighed(&self) -> bool {
        self.events.iter().any(|(_, event)| matches!(event, Event::Weighed))
    }

    pub const fn is_closed(&self) -> bool {
        !self.status.is_open()
    }

    /// What a step lacks by what it says. Article 7 lid 1: weighed first; where the vooronderzoek gave no concrete suspicion,
    /// there is nothing to weigh.
    pub fn lacks(&self, step: &Step) -> Option<Need> {
        let Step::Besluit(decision) = step else { return None };
        (decision.besluit != Outcome::GeenVermoeden && !self.is_weighed()).then_some(Need::Weighing)
    }

    /// Why a step cannot be taken now; `None`: it can.
    pub fn blocked(&self, kind: StepKind, today: NaiveDate) -> Option<&'static str> {
        if self.is_closed() {
            return Some("Dit signaal is afgehandeld. Heropen het eerst.");
        }
        if self.is_without_investigation() && is_of_investigation(kind) {
            return Some("Er komt geen onderzoek: zo is besloten. Wordt dat anders? Leg dan een nieuw besluit vast.");
        }
        let row = order::order_of(kind);
        if row.once && self.has(kind) {
            return Some("Dit is al vastgelegd.");
        }
        row.needs.iter().find(|need| !self.meets(**need, today)).map(|need| need.label())
    }

    /// Whether a step does not come in this round: there is no investigation, it would come too late, or the signal is closed.
    pub fn rules_out(&self, kind: StepKind) -> bool {
        let is_late = kind == StepKind::Voornemen && self.has(StepKind::Vooronderzoek);
        let is_out = self.is_closed() || is_late || (self.is_without_investigation() && is_of_investigation(kind));
        is_out && !self.has(kind)
    }

    /// Whether it was decided that nothing is investigated.
    pub fn is_without_investigation(&self) -> bool {
        self.decision().is_some_and(|decision| decision.besluit != Outcome::Onderzoek)
    }

    fn meets(&self, need: Need, today: NaiveDate) -> bool {
        let decided = self.decision().map(|decision| decision.besluit);
        match need {
            Need::Screening => {
                !matches!(self.status, Status::Ontvangen | Status::OntvangstBevestigd | Status::Heropend)
            }
            Need::Unstarted => !self.has(StepKind::Vooronderzoek),
            Need::Start => self.has(StepKind::Vooronderzoek),
            Need::Told => self.told().is_some(),
            Need::Findings => self.has(StepKind::Bevindingen),
            Need::Weighing => self.is_weighed(),
            Need::Investigate => decided == Some(Outcome::Onderzoek),
            Need::Assignment => decided == Some(Outcome::Onderzoek) && self.assignment().is_some(),
            Need::Notice => self.has(StepKind::Kennisgeving),
            Need::Hearing => !self.hearings().is_empty(),
            Need::Heard => {
                let over = |(index, hearing): (usize, &super::hearing::Hearing)| {
                    self.has_reacted(index + 1) || today > hearing.react_until()
                };
                self.hearings().into_iter().enumerate().all(over)
            }
        }
    }

    /// What is next, and why.
    pub fn next(&self, today: NaiveDate) -> Next {
        let at = |step, what| Next { step: Some(step), what };
        let elsewhere = |what| Next { step: None, what };
        if self.is_closed() {
            return elsewhere("Dit signaal is afgehandeld. Er is niets meer te doen.");
        }
        let begun = self.has(StepKind::Vooronderzoek);
        if !self.meets(Need::Screening, today) && !begun {
            return elsewhere(
                "Bevestig de ontvangst en zet het signaal op ‘In voorscreening’. Daarna besluit u over een vooronderzoek.",
            );
        }
        // Where the protocol names nobody to tell of it, the intention changes nothing.
        if !begun && self.office.is_some() && !self.has(StepKind::Voornemen) {
            return at(
                StepKind::Voornemen,
                "Wilt u een vooronderzoek doen? Leg dan eerst het voornemen vast. Daarna ziet u wie ervan moet weten voordat \
                 het begint. Doet u geen vooronderzoek? Sluit het signaal dan met een reden af.",
            );
        }
        if !begun && self.open().iter().any(|duty| duty.row.moment == Moment::Voornemen) {
            return at(
                StepKind::Vooronderzoek,
                "Meld eerst het voornemen aan iedereen op de lijst. Start daarna het vooronderzoek.",
            );
        }
        if !begun {
            return at(
                StepKind::Vooronderzoek,
                "Start het vooronderzoek, of sluit het signaal na de voorscreening met een reden af.",
            );
        }
        if self.told().is_none() {
            return at(
                StepKind::Betrokkene,
                "Leg vast of de betrokkene van het vooronderzoek weet. U kunt intussen ook iemand raadplegen.",
            );
        }
        if !self.has(StepKind::Bevindingen) {
            return at(
                StepKind::Bevindingen,
                "Raadpleeg wie u nodig hebt, en maak dan het rapport van het vooronderzoek.",
            );
        }
        match self.decision().map(|decision| decision.besluit) {
            None if !self.is_weighed() => at(
                StepKind::Besluit,
                "Weeg het signaal op de acht criteria. Daarna besluit het bevoegd gezag. Is er geen concreet vermoeden? Dan kan dat besluit meteen.",
            ),
            None => at(StepKind::Besluit, "Leg het besluit van het bevoegd gezag vast."),
            Some(Outcome::GeenVermoeden | Outcome::Afgezien) => self.to_close(),
            Some(Outcome::Onderzoek) => self.next_of_investigation(today),
        }
    }

    fn next_of_investigation(&self, today: NaiveDate) -> Next {
        let at = |step, what| Next { step: Some(step), what };
        if self.assignment().is_none() {
            at(StepKind::Opdracht, "Maak de onderzoekopdracht.")
        } else if !self.has(StepKind::Kennisgeving) {
            at(StepKind::Kennisgeving, "Stuur de betrokkene de brief over het onderzoek.")
        } else if self.has(StepKind::Rapport) {
            self.to_close()
        } else if !self.meets(Need::Heard, today) {
            at(StepKind::Reactie, "Wie is gehoord, mag nog reageren op het verslag. Leg de reactie vast als die er is.")
        } else if self.hearings().is_empty() {
            at(
                StepKind::Gehoor,
                "Hoor de betrokkene en getuigen als dat nodig is. Leg daarna het onderzoeksrapport vast.",
            )
        } else {
            at(StepKind::Rapport, "Leg het onderzoeksrapport vast als het onderzoek klaar is.")
        }
    }

    fn to_close(&self) -> Next {
        let open = self.open();
        let what = if open.iter().any(|duty| duty.row.moment == Moment::GeenOnderzoek) {
            "Er komt geen onderzoek. Informeer de gemeenteraad: dat moet altijd (artikel 7 lid 5). Informeer ook wie verder nog \
             op de lijst staat. Stuur de melder een terugkoppeling. Daarna kunt u afsluiten."
        } else if !open.is_empty() {
            "Informeer wie nog op de lijst staat. Stuur de melder een terugkoppeling. Daarna kunt u afsluiten."
        } else if self.has_fed_back() {
            "Iedereen is geïnformeerd en de melder heeft een terugkoppeling. U kunt het signaal afsluiten."
        } else {
            "Stuur de melder een terugkoppeling en sluit het signaal af."
        };
        Next { step: None, what }
    }

    /// Whether the reporter had his feedback in this round; to whom nobody can answer, none is owed.
    fn has_fed_back(&self) -> bool {
        match &self.mailbox {
            Mailbox::Closed => false,
            Mailbox::None => true,
            Mailbox::Open(sent) => {
                sent.iter().any(|(kind, on)| *kind == MessageType::Terugkoppeling && *on >= self.since)
            }
        }
    }
}

const fn is_of_investigation(kind: StepKind) -> bool {
    matches!(kind.phase(), Phase::Feitenonderzoek | Phase::Rapport)
}
