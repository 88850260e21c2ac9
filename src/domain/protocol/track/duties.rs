//! Which duties arose, and how each stands.

use super::super::inform::{self, Met, Moment, Row, Settlement};
use super::super::{Role, Step, StepKind, criminal, decision::Outcome, preliminary::Told, step::ProgressForm};
use super::{Duty, Event, Mailbox, State, Track};
use crate::Status;
use crate::message::MessageType;
use chrono::NaiveDate;

impl Track {
    /// Every duty that arose in this round, in the order of the table.
    pub fn duties(&self) -> Vec<Duty> {
        let arose = |row: &'static Row| Some(Duty { row, since: self.arose(row.moment)?, state: self.state(row) });
        inform::rows(self.office).filter_map(arose).collect()
    }

    /// Those that are open.
    pub fn open(&self) -> Vec<Duty> {
        self.duties().into_iter().filter(|duty| duty.state == State::Open).collect()
    }

    /// Why an open duty cannot be written down now; `None`: it can.
    pub fn too_early(&self, row: &Row) -> Option<&'static str> {
        let first_readers = || self.open().iter().any(|duty| duty.row.moment == Moment::EersteLezers);
        if let Met::Step(step, _) = row.met {
            return Some(by_itself(step));
        }
        // Who it is about hears nothing before it was decided whether he may (rule R1).
        if row.to == Role::Betrokkene && self.told().is_none() {
            return Some("Leg eerst vast of de betrokkene van het vooronderzoek weet.");
        }
        (row.moment == Moment::Toezending && first_readers())
            .then_some("Dit gaat pas uit als de eerste lezers het rapport hebben.")
    }

    /// The open ones that can be written down now.
    pub fn can_be_settled(&self) -> Vec<&'static Row> {
        self.open().iter().map(|duty| duty.row).filter(|row| self.too_early(row).is_none()).collect()
    }

    /// The open ones that a step settles, and that can be left with a reason where the step will not be taken.
    pub fn can_be_left(&self) -> Vec<&'static Row> {
        self.open().iter().map(|duty| duty.row).filter(|row| matches!(row.met, Met::Step(_, false))).collect()
    }

    /// The day on which a moment came: a step that was taken, or a status that was reached without it.
    fn arose(&self, moment: Moment) -> Option<NaiveDate> {
        let is_moment = |event: &Event| match (moment, event) {
            // Before it begins; at the latest when it does.
            (Moment::Voornemen, Event::Step(Step::Voornemen(_)))
            | (Moment::Voornemen | Moment::OpDeHoogte | Moment::Rapport, Event::Step(Step::Vooronderzoek(_)))
            | (
                Moment::Voornemen | Moment::OpDeHoogte | Moment::Rapport,
                Event::Status(Status::InVooronderzoek | Status::VooronderzoekAfgerond),
            )
            | (Moment::Uitkomst, Event::Step(Step::Bevindingen(_)) | Event::Status(Status::VooronderzoekAfgerond))
            | (Moment::Feitenonderzoek, Event::Status(Status::InFeitenonderzoek))
            | (Moment::Kennisgeving | Moment::Voortgang, Event::Step(Step::Opdracht(_)))
            | (
                Moment::EersteLezers | Moment::Toezending,
                Event::Step(Step::Rapport(_)) | Event::Status(Status::RapportGereed),
            ) => true,
            (Moment::Kennisgeving, Event::Status(Status::InFeitenonderzoek)) => true,
            (Moment::GeenOnderzoek, Event::Step(Step::Besluit(decision))) => decision.besluit == Outcome::Afgezien,
            (Moment::Feitenonderzoek, Event::Step(Step::Besluit(decision))) => decision.besluit == Outcome::Onderzoek,
            (Moment::Aangifte, Event::Step(Step::Aangifte(said))) => said.aangifte == criminal::Charge::Gedaan,
            (Moment::Twijfel, Event::Step(Step::Aangifte(said))) => said.aangifte == criminal::Charge::Advies,
            _ => false,
        };
        self.events.iter().find(|(_, event)| is_moment(event)).map(|(on, _)| *on)
    }

    fn state(&self, row: &Row) -> State {
        if row.to.is_subject(&self.over) {
            return State::NotApplicable("Het signaal gaat ook over wie deze functie heeft (R1).".into());
        }
        if let Some((on, said)) = self.discharges().rev().find(|(_, said)| said.plichten.contains(&row.name())) {
            return match said.uitkomst {
                Settlement::Gedaan => {
                    let how = format!("{}, door {}", said.wijze, said.door);
                    State::Done { on: said.gedaan_op.unwrap_or(on), how }
                }
                Settlement::Afgeweken => State::Deviated(said.reden.clone()),
                Settlement::Nvt => State::NotApplicable(said.reden.clone()),
            };
        }
        match row.met {
            Met::Message(kind) => self.by_message(kind),
            Met::Step(kind, _) => self.by_step(kind),
            Met::Written | Met::Always => State::Open,
        }
    }

    fn by_message(&self, kind: MessageType) -> State {
        match &self.mailbox {
            Mailbox::Closed => State::Hidden,
            Mailbox::None => State::NotApplicable("De melder heeft geen postvak en kan geen bericht lezen.".into()),
            Mailbox::Open(sent) => {
                let sent = sent.iter().find(|(sent, on)| *sent == kind && *on >= self.since);
                sent.map_or(State::Open, |(_, on)| State::Done { on: *on, how: format!("bericht ‘{kind}’") })
            }
        }
    }

    fn by_step(&self, kind: StepKind) -> State {
        let how = || format!("stap ‘{}’", kind.title());
        match kind {
            StepKind::Betrokkene => match self.told() {
                None => State::Open,
                Some((_, Told { op: Some(on), .. })) => State::Done { on: *on, how: how() },
                Some((_, Told { reden, .. })) => State::Deviated(reden.clone()),
            },
            // "schriftelijke en mondelinge": both.
            StepKind::Voortgang => {
                let form = |wanted| {
                    self.steps().find_map(|(_, step)| match step {
                        Step::Voortgang(progress) if progress.vorm == wanted => Some(progress.op),
                        _ => None,
                    })
                };
                match form(ProgressForm::Schriftelijk).zip(form(ProgressForm::Mondeling)) {
                    Some((written, spoken)) => State::Done { on: written.max(spoken), how: how() },
                    None => State::Open,
                }
            }
            _ => {
                let on = self.steps().rev().find_map(|(_, step)| match step {
                    Step::Bevindingen(findings) if kind == StepKind::Bevindingen => Some(findings.op),
                    Step::Kennisgeving(notice) if kind == StepKind::Kennisgeving => Some(notice.verzonden_op),
                    _ => None,
                });
                on.map_or(State::Open, |on| State::Done { on, how: how() })
            }
        }
    }
}

/// How a duty that a step settles is met.
const fn by_itself(step: StepKind) -> &'static str {
    match step {
        StepKind::Bevindingen => "Dit is gedaan zodra u de stap ‘Rapport van het vooronderzoek’ vastlegt.",
        StepKind::Kennisgeving => "Dit is gedaan zodra u de stap ‘Kennisgeving aan de betrokkene’ vastlegt.",
        StepKind::Voortgang => {
            "Dit is gedaan zodra u bij ‘Voortgangsrapportage’ een mondelinge en een schriftelijke vastlegt."
        }
        _ => "Leg dit vast bij de stap ‘De betrokkene inlichten’.",
    }
}
