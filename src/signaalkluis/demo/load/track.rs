//! The integrity track: every signal of it goes by the protocol's own steps, which bring its statuses along. And one case about
//! the burgemeester half way: the vooronderzoek began, somebody was consulted, and not everybody who must be informed was.

use desk::{actions::Action, investigation};
use domain::{
    Status,
    protocol::{Authority, Office, StepKind, decision::Outcome},
    status::Track,
};
use web::Form;

use super::{Story, broken, form};
use crate::{
    demo::samples::{Decision, Worked},
    failure::Failure,
};

/// The sample it happens to.
pub const CASE: &str = "s37";

/// What a sample decided, as the track knows it; `None`: it was only discussed (art. 2 lid 2).
fn outcome(kind: &str) -> Option<Outcome> {
    let of = |start: &str| kind.starts_with(start);
    if of("afgezien") {
        Some(Outcome::Afgezien)
    } else if of("geen concreet vermoeden") {
        Some(Outcome::GeenVermoeden)
    } else {
        (!of("bespreking")).then_some(Outcome::Onderzoek)
    }
}

impl Story<'_> {
    pub(super) fn is_integrity(&self) -> bool {
        Track::of(self.route) == Track::Integriteit
    }

    fn today(&self) -> String {
        domain::clock::dutch_date(self.now).format("%d-%m-%Y").to_string()
    }

    /// The vooronderzoek begins, unless it did.
    pub(super) async fn looks_into_it(&self) -> Result<(), Failure> {
        if self.open().await?.track().has(StepKind::Vooronderzoek) {
            return Ok(());
        }
        self.go_to(Status::InVoorscreening).await?;
        self.records(&[
            ("stap", "vooronderzoek"),
            ("start_op", &self.today()),
            ("start_vraag", "Klopt wat er is verteld, en wat is daarvan vastgelegd?"),
            ("bevestigd_vooronderzoek", "ja"),
        ])
        .await
    }

    /// Who it is about is told, and the vooronderzoek has its report, unless it had.
    pub(super) async fn finds(&self, worked: &Worked) -> Result<(), Failure> {
        if self.open().await?.track().has(StepKind::Bevindingen) {
            return Ok(());
        }
        self.looks_into_it().await?;
        let today = self.today();
        self.records(&[
            ("stap", "betrokkene"),
            ("betrokkene_ingelicht", "ja"),
            ("betrokkene_op", &today),
            ("bevestigd_betrokkene", "ja"),
        ])
        .await?;
        self.records(&[
            ("stap", "bevindingen"),
            ("bevindingen_op", &today),
            ("bevindingen_tekst", &worked.omschrijving),
            ("bevindingen_hoofdlijnen", "Het vooronderzoek is klaar. Het bevoegd gezag besluit wat er nu gebeurt."),
            ("bevestigd_bevindingen", "ja"),
        ])
        .await
    }

    /// What was decided after the weighing.
    pub(super) async fn decides(&self, decision: &Decision, worked: &Worked) -> Result<(), Failure> {
        let today = self.today();
        let Some(outcome) = outcome(&decision.kind) else {
            return self
                .records(&[
                    ("stap", "bespreking"),
                    ("bespreking_op", &today),
                    ("bespreking_aanleiding", "Het is niet duidelijk welk artikel hier geldt."),
                    ("bespreking_uitkomst", &decision.motivering),
                    ("bevestigd_bespreking", "ja"),
                ])
                .await;
        };
        let by = self.open().await?.track().office.map_or(Authority::Anders, Office::authority);
        self.records(&[
            ("stap", "besluit"),
            ("besluit", outcome.label()),
            ("besluit_door", by.label()),
            ("besluit_op", &today),
            ("besluit_motivering", &decision.motivering),
            ("besluit_proportionaliteit", &worked.proportionaliteit),
            ("besluit_aantoonbaar", "ja"),
            ("besluit_zeker", "ja"),
            ("bevestigd_besluit", "ja"),
        ])
        .await
    }

    pub(super) async fn is_looked_into(&mut self) -> Result<(), Failure> {
        let message = |kind, text| form(&[("type", kind), ("bericht", text)]);
        let thanks = "Dank u wel. Wij hebben uw melding gelezen. U hoort binnen drie maanden wat wij doen.";
        self.act(Action::Message, &message("Ontvangstbevestiging", thanks)).await?;
        self.go_to(Status::InVoorscreening).await?;
        self.later();
        let intends =
            "Wij gaan dit eerst zelf na. Dat heet een vooronderzoek. Wij zeggen tegen niemand wie het meldde.";
        self.act(Action::Message, &message("Voornemen vooronderzoek", intends)).await?;
        let today = self.today();
        let steps: [&[(&str, &str)]; 4] = [
            &[
                ("stap", "voornemen"),
                ("voornemen_op", &today),
                ("voornemen_regel", "Misschien de regel over geschenken en uitnodigingen."),
                ("bevestigd_voornemen", "ja"),
            ],
            &[
                ("stap", "vooronderzoek"),
                ("start_op", &today),
                ("start_vraag", "Klopt wat er is verteld, en is daar iets van vastgelegd?"),
                ("bevestigd_vooronderzoek", "ja"),
            ],
            &[
                ("stap", "raadpleging"),
                ("raadpleging_wie", "griffier"),
                ("raadpleging_op", &today),
                ("raadpleging_opbrengst", "De griffier zoekt de stukken bij elkaar."),
                ("bevestigd_raadpleging", "ja"),
            ],
            &[
                ("stap", "informeren"),
                ("plicht", "V1-B fractievoorzitters"),
                ("plicht", "V1-B Commissaris van de Koning"),
                ("plicht_uitkomst", "gedaan"),
                ("plicht_op", &today),
                ("plicht_door", "Voorzitter van de integriteitscommissie"),
                ("plicht_wijze", "Een gesprek, vertrouwelijk."),
            ],
        ];
        for step in steps {
            self.records(step).await?;
        }
        Ok(())
    }

    async fn records(&self, fields: &[(&str, &str)]) -> Result<(), Failure> {
        let form = Form::decode(form(fields).as_bytes());
        match investigation::perform(&self.programs.desk, &self.officer, self.kenmerk.as_str(), &form).await {
            Ok(investigation::Recorded::Done) => Ok(()),
            Ok(investigation::Recorded::Refused { errors, .. }) => Err(broken(&format!("{}: {errors}", self.kenmerk))),
            Err(answer) => Err(broken(&format!("{}: {}", self.kenmerk, answer.status()))),
        }
    }
}
