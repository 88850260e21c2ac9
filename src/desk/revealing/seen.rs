//! A signal with what was asked of its envelope, as it stands now.

use domain::{RevealId, reveal::Stage};
use store::StoreError;

use super::asked::{Asked, Decided, asked, decision, receiver};
use crate::{case::Case, session::Officer, state::State};

/// A signal with the rows of what was asked of its envelope.
pub struct Seen {
    pub case: Case,
    pub rows: Vec<entity::reveal::Model>,
    pub asked: Vec<Asked>,
    pub warnings: Vec<&'static str>,
}

impl Seen {
    pub(super) async fn of(state: &State, officer: &Officer, case: Case) -> Result<Self, StoreError> {
        let (rows, asked) = (state.store.reveals_of(case.intake.signal).await?, asked(&case));
        let mut seen = Self { case, rows, asked, warnings: Vec::new() };
        let waiting = seen.asked.iter().filter(|asked| asked.stage.is_open());
        let mut warnings: Vec<_> = waiting
            .filter_map(|asked| match seen.row(asked.id) {
                None => Some(
                    "Het verzoek staat niet meer in de database, terwijl het niet is ingetrokken. Trek het in en vraag \
                     het opnieuw. Meld dit bij de beheerder.",
                ),
                Some(row) => (row.decision.is_some() && seen.decided(officer, asked).is_none()).then_some(
                    "Er staat een beslissing die niet is ondertekend door een bewaarder die mag beslissen. Zij telt niet. \
                     Meld dit bij de beheerder.",
                ),
            })
            .collect();
        warnings.extend(seen.asked.iter().any(|asked| asked.is_forged).then_some(
            "In het dossier staat een beslissing die geen bewaarder heeft ondertekend. Zij telt niet. Zoek samen uit wie dit schreef.",
        ));
        let is_stuck = |asked: &Asked| receiver(&seen.case, &officer.ring, asked).is_none();
        warnings.extend(seen.on_its_way(officer).filter(|asked| is_stuck(asked)).map(
            |_| "Wie ja zei, kan of mag deze envelop niet meer openen. Trek het verzoek in en leg het opnieuw voor.",
        ));
        seen.warnings = warnings;
        Ok(seen)
    }

    pub fn row(&self, id: RevealId) -> Option<&entity::reveal::Model> {
        self.rows.iter().find(|row| row.id == id)
    }

    pub(super) fn decided(&self, officer: &Officer, asked: &Asked) -> Option<Decided> {
        decision(&self.case, &officer.ring, asked, self.row(asked.id)?.decision.as_deref()?)
    }

    /// The last request, while the bewaarder has it.
    pub fn open(&self) -> Option<&Asked> {
        self.asked.last().filter(|asked| asked.stage.is_open())
    }

    /// The last one that this officer made, granted while nothing of the envelope came back.
    pub fn on_its_way(&self, officer: &Officer) -> Option<&Asked> {
        let own = self.asked.iter().rev().find(|asked| officer.ring.is_own(&asked.by))?;
        let waits = self.row(own.id).is_some_and(|row| row.name.is_none());
        (waits && own.stage == Stage::Granted).then_some(own)
    }

    /// The last one that this officer made and whose envelope was opened, while he has the key that it was sealed to.
    pub fn granted(&self, officer: &Officer) -> Option<&Asked> {
        let own = self.case.own_author();
        let own = self.asked.iter().rev().find(|asked| self.case.is_same_reader(&asked.by, &own))?;
        let name = self.row(own.id).and_then(|row| row.name.as_deref());
        let opens = name.is_some_and(|name| officer.ring.open_sealed(name).is_some());
        (opens && matches!(own.stage, Stage::Granted | Stage::Shown)).then_some(own)
    }
}
