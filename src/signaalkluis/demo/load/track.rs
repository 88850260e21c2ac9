//! One case about the burgemeester half way: the vooronderzoek began, somebody was consulted, and not everybody who must be
//! informed was.

use desk::{actions::Action, investigation};
use domain::Status;
use web::Form;

use super::{Story, broken, form};
use crate::failure::Failure;

/// The sample it happens to.
pub const CASE: &str = "s37";

impl Story<'_> {
    pub(super) async fn is_looked_into(&mut self) -> Result<(), Failure> {
        let message = |kind, text| form(&[("type", kind), ("bericht", text)]);
        let thanks = "Dank u wel. Wij hebben uw melding gelezen. U hoort binnen drie maanden wat wij doen.";
        self.act(Action::Message, &message("Ontvangstbevestiging", thanks)).await?;
        self.go_to(Status::InVoorscreening).await?;
        self.later();
        let intends =
            "Wij gaan dit eerst zelf na. Dat heet een vooronderzoek. Wij zeggen tegen niemand wie het meldde.";
        self.act(Action::Message, &message("Voornemen vooronderzoek", intends)).await?;
        let today = domain::clock::dutch_date(self.now).format("%d-%m-%Y").to_string();
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
