//! Where a signal stands: the desk's exact status, the reporter's coarse one, and the only steps from one to the next.

use crate::choices;
use crate::field::{self, FieldErrors, TEXT};
use crate::{RouteName, vocabulary};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The desk's status of a signal.
    Status {
        Ontvangen => "Ontvangen",
        OntvangstBevestigd => "Ontvangst bevestigd",
        InVoorscreening => "In voorscreening",
        OpLioAgenda => "Op LIO-agenda",
        InWeging => "In weging",
        Gewogen => "Gewogen",
        Verrijking => "Verrijking",
        InVooronderzoek => "In vooronderzoek",
        VooronderzoekAfgerond => "Vooronderzoek afgerond",
        InFeitenonderzoek => "In feitenonderzoek",
        RapportGereed => "Rapport gereed",
        Doorgeleid => "Doorgeleid",
        ReactieGevraagd => "Reactie gevraagd",
        ReactieOntvangen => "Reactie ontvangen",
        Afgehandeld => "Afgehandeld",
        Heropend => "Heropend",
        /// Never chosen by a person: the end of the retention term.
        Vernietigd => "Vernietigd",
    }
}

vocabulary! {
    /// What the reporter sees. Four values, so that their timing tells little.
    PublicStatus {
        Received => "Ontvangen",
        Looking => "Wij bekijken uw signaal",
        Question => "Wij hebben een vraag",
        Done => "Afgerond",
    }
}

impl Status {
    pub const fn public(self) -> PublicStatus {
        match self {
            Self::Ontvangen => PublicStatus::Received,
            Self::ReactieGevraagd => PublicStatus::Question,
            Self::Afgehandeld | Self::Vernietigd => PublicStatus::Done,
            _ => PublicStatus::Looking,
        }
    }

    /// Whether a signal that was never more than this is still at screening.
    pub const fn is_screening(self) -> bool {
        matches!(
            self,
            Self::Ontvangen
                | Self::OntvangstBevestigd
                | Self::InVoorscreening
                | Self::ReactieGevraagd
                | Self::ReactieOntvangen
        )
    }

    /// Whether others than the route's own members hear of the signal by it: who sits in the LIO or helps to enrich,
    /// whom the protocol wants informed (art. 4 to 6 lid 3 and 6, 9 to 11 lid 2, 15 to 17), and whom it is passed on to.
    pub const fn informs_others(self) -> bool {
        matches!(
            self,
            Self::OpLioAgenda
                | Self::Verrijking
                | Self::InVooronderzoek
                | Self::VooronderzoekAfgerond
                | Self::InFeitenonderzoek
                | Self::RapportGereed
                | Self::Doorgeleid
        )
    }

    /// Whether work on the signal goes on.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Afgehandeld | Self::Vernietigd)
    }
}

/// The coarse status as it is sealed to the reporter, on the desk's side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub stand: PublicStatus,
    /// Of a closed signal: until when it is kept at least, and the reporter's words open it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bewaard_tot: Option<NaiveDate>,
}

/// What was said that changes what the reporter sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The desk sent a coarse status.
    Stands(PublicStatus),
    /// The desk asked something. Who answers reporters without deciding the status asks too.
    Asked,
    /// The reporter wrote.
    Answered,
}

/// The coarse status as the reporter sees it: the last one that was sent, but a question asked since then waits for him,
/// and one that he answered is being looked at. The oldest comes first.
pub fn seen_by_reporter(said: impl IntoIterator<Item = Said>) -> PublicStatus {
    said.into_iter().fold(PublicStatus::Received, |now, said| match (now, said) {
        (_, Said::Stands(sent)) => sent,
        (PublicStatus::Received | PublicStatus::Looking, Said::Asked) => PublicStatus::Question,
        (PublicStatus::Question, Said::Answered) => PublicStatus::Looking,
        (now, _) => now,
    })
}

/// Which signals a transition is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Track {
    Both,
    /// Route `aov`: by way of the LIO.
    Ondermijning,
    /// Every other route: the order of the protocol. Signals about office holders never reach the LIO.
    Integriteit,
}

impl Track {
    pub const fn of(route: RouteName) -> Self {
        if matches!(route, RouteName::Aov) { Self::Ondermijning } else { Self::Integriteit }
    }
}

/// One allowed step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    pub from: Status,
    pub to: Status,
    pub track: Track,
    /// Whether a reason is required.
    pub reason: bool,
    /// Where the step comes from: an article of the protocol, the municipality's plan, or our own choice.
    pub source: &'static str,
}

const fn step(track: Track, from: Status, to: Status, source: &'static str) -> Transition {
    Transition { from, to, track, reason: false, source }
}

const fn with_reason(track: Track, from: Status, to: Status, source: &'static str) -> Transition {
    Transition { from, to, track, reason: true, source }
}

const PLAN: &str = "Uitvoeringsplan ondermijning, meldroute";
const OURS: &str = "eigen keuze";
const ASK: &str = "eigen keuze: in elke open status kan een vraag aan de melder nodig zijn";
const ANSWERED: &str = "eigen keuze: na de reactie gaat het werk verder";
const SILENCE: &str = "eigen keuze: een melder hoeft niet te antwoorden";

/// Every step that a person may take. What is not here cannot be done.
pub const TRANSITIONS: &[Transition] = {
    use Status::{Afgehandeld, Doorgeleid, Gewogen, Heropend, InFeitenonderzoek, InVooronderzoek, InVoorscreening};
    use Status::{InWeging, Ontvangen, OntvangstBevestigd, OpLioAgenda, RapportGereed, ReactieGevraagd};
    use Status::{ReactieOntvangen, Verrijking, VooronderzoekAfgerond};
    use Track::{Both, Integriteit, Ondermijning};
    &[
        step(Both, Ontvangen, OntvangstBevestigd, "Richtlijn (EU) 2019/1937 art. 9 lid 1 onder b"),
        step(Both, OntvangstBevestigd, InVoorscreening, OURS),
        with_reason(Both, InVoorscreening, Afgehandeld, "eigen keuze: te weinig om mee verder te gaan"),
        // By way of the LIO.
        step(Ondermijning, InVoorscreening, OpLioAgenda, PLAN),
        step(Ondermijning, InVoorscreening, InWeging, "eigen keuze: spoed wacht niet op het LIO"),
        step(Ondermijning, OpLioAgenda, InWeging, PLAN),
        step(Ondermijning, Gewogen, Verrijking, PLAN),
        step(Ondermijning, Verrijking, OpLioAgenda, "eigen keuze: wat de verrijking opleverde, wordt gewogen"),
        step(Ondermijning, Verrijking, InWeging, "eigen keuze: wat de verrijking opleverde, wordt gewogen"),
        // In the order of the protocol.
        step(Integriteit, InVoorscreening, InVooronderzoek, "art. 4, 5 en 6 lid 2"),
        step(Integriteit, InVooronderzoek, VooronderzoekAfgerond, "art. 4, 5 en 6 lid 5"),
        step(Integriteit, VooronderzoekAfgerond, InWeging, "art. 7 lid 1"),
        with_reason(Integriteit, VooronderzoekAfgerond, Afgehandeld, "art. 9 tot en met 11: geen concreet vermoeden"),
        step(Integriteit, Gewogen, InFeitenonderzoek, "art. 8 tot en met 11"),
        step(Integriteit, InFeitenonderzoek, RapportGereed, "art. 15 tot en met 17"),
        step(Integriteit, RapportGereed, Doorgeleid, "art. 14"),
        with_reason(Integriteit, RapportGereed, Afgehandeld, "art. 15 tot en met 18"),
        // Weighed, closed, opened again.
        step(Both, InWeging, Gewogen, "art. 7 lid 1"),
        step(Both, Gewogen, Doorgeleid, "Uitvoeringsplan ondermijning; art. 14"),
        with_reason(Both, Gewogen, Afgehandeld, "Uitvoeringsplan ondermijning; art. 7 lid 5"),
        with_reason(Both, Doorgeleid, Afgehandeld, OURS),
        with_reason(Both, Afgehandeld, Heropend, OURS),
        step(Both, Heropend, InVoorscreening, OURS),
        // A question to the reporter, and back to work.
        step(Both, Ontvangen, ReactieGevraagd, ASK),
        step(Both, OntvangstBevestigd, ReactieGevraagd, ASK),
        step(Both, InVoorscreening, ReactieGevraagd, ASK),
        step(Both, InWeging, ReactieGevraagd, ASK),
        step(Both, Gewogen, ReactieGevraagd, ASK),
        step(Both, Doorgeleid, ReactieGevraagd, ASK),
        step(Both, Heropend, ReactieGevraagd, ASK),
        step(Both, ReactieOntvangen, ReactieGevraagd, ASK),
        step(Ondermijning, OpLioAgenda, ReactieGevraagd, ASK),
        step(Ondermijning, Verrijking, ReactieGevraagd, ASK),
        step(Integriteit, InVooronderzoek, ReactieGevraagd, ASK),
        step(Integriteit, VooronderzoekAfgerond, ReactieGevraagd, ASK),
        step(Integriteit, InFeitenonderzoek, ReactieGevraagd, ASK),
        step(Integriteit, RapportGereed, ReactieGevraagd, ASK),
        step(Both, ReactieGevraagd, ReactieOntvangen, ANSWERED),
        step(Both, ReactieOntvangen, InVoorscreening, ANSWERED),
        step(Both, ReactieOntvangen, InWeging, ANSWERED),
        step(Ondermijning, ReactieOntvangen, OpLioAgenda, ANSWERED),
        step(Ondermijning, ReactieOntvangen, Verrijking, ANSWERED),
        step(Integriteit, ReactieOntvangen, InVooronderzoek, ANSWERED),
        step(Integriteit, ReactieOntvangen, InFeitenonderzoek, ANSWERED),
        // Who asks and hears nothing goes on too.
        with_reason(Both, ReactieGevraagd, InVoorscreening, SILENCE),
        with_reason(Both, ReactieGevraagd, InWeging, SILENCE),
        with_reason(Ondermijning, ReactieGevraagd, OpLioAgenda, SILENCE),
        with_reason(Ondermijning, ReactieGevraagd, Verrijking, SILENCE),
        with_reason(Integriteit, ReactieGevraagd, InVooronderzoek, SILENCE),
        with_reason(Integriteit, ReactieGevraagd, InFeitenonderzoek, SILENCE),
    ]
};

/// The steps that a person may take from a status on a route, in the order of [`TRANSITIONS`].
pub fn transitions_from(status: Status, route: RouteName) -> Vec<&'static Transition> {
    let track = Track::of(route);
    TRANSITIONS
        .iter()
        .filter(|step| step.from == status && (step.track == Track::Both || step.track == track))
        .collect()
}

/// A step taken, as it is sealed in the case file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StatusChange {
    pub status: Status,
    /// Empty where none is required and none was given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reden: String,
}

field::redacted!(StatusChange);

impl StatusChange {
    /// A step that follows from a message: the acknowledgement confirms receipt, a question asks for a reaction. Only
    /// where [`TRANSITIONS`] has the step without a reason.
    pub const fn by_message(status: Status) -> Self {
        Self { status, reden: String::new() }
    }

    /// Reads the fields `status` (a label) and `reden` (10,000 characters) of a signal that stands at `from`.
    /// `terugkoppeling_sent` says whether the reporter was sent feedback, `only_screened` whether the signal never came
    /// further than screening: only such a signal may be closed without feedback (rule R5).
    ///
    /// # Errors
    /// An unknown status, a step outside [`TRANSITIONS`], a missing reason, closing without feedback.
    pub fn parse(
        from: Status,
        route: RouteName,
        to: &str,
        reden: &str,
        terugkoppeling_sent: bool,
        only_screened: bool,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let status = choices::one_required(&mut errors, "status", &[to], "Kies de volgende status.");
        let reden = field::text(&mut errors, "reden", reden, TEXT);
        if let Some(status) = status {
            match transitions_from(from, route).into_iter().find(|step| step.to == status) {
                None => errors.push("status", format!("Deze stap kan niet vanuit ‘{from}’. Kies een andere status.")),
                Some(step) if step.reason && reden.is_empty() => {
                    errors.push("reden", "Schrijf op waarom u deze status kiest.");
                }
                Some(_) => {}
            }
            let at_screening = from == Status::InVoorscreening && only_screened;
            if status == Status::Afgehandeld && !at_screening && !terugkoppeling_sent {
                let first = "Stuur de melder eerst een terugkoppeling. Daarna kunt u het signaal afsluiten.";
                errors.push("status", first);
            }
        }
        errors.or(status.map(|status| Self { status, reden }))
    }
}
