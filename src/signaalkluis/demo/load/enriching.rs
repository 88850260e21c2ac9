//! Questions to functions: put by the route's first member, answered by who was asked where the sample says so.

use std::sync::Arc;

use desk::{enriching, session::Officer};
use web::Form;

use super::{Failure, Story, broken, form, person};
use crate::demo::samples::Asked;

impl Story<'_> {
    pub(super) async fn enrich(&self, asked: &Asked) -> Result<(), Failure> {
        let account = self.programs.desk.store.account_by_name(&asked.aan).await?;
        let account = account.ok_or_else(|| broken("an account is gone"))?.id.to_string();
        let mut fields = vec![
            ("stap", "vragen"),
            ("collega", account.as_str()),
            ("vraag", asked.vraag.as_str()),
            ("doel", asked.doel.as_str()),
            ("grondslag", asked.grondslag.as_str()),
            ("bevestigd", "ja"),
        ];
        fields.extend(asked.bronnen.iter().map(|source| ("bronnen", source.as_str())));
        self.write(&self.officer, None, &form(&fields)).await?;
        let Some(outcome) = &asked.antwoord else { return Ok(()) };
        let guest = person(self.programs, &asked.aan).await?;
        self.declare(&guest).await?;
        let number = self.open().await?.enrichment().questions.last().map(|question| question.number);
        self.write(&guest, number, &form(&[("stap", "beantwoorden"), ("uitkomst", outcome)])).await
    }

    async fn write(&self, officer: &Arc<Officer>, number: Option<u32>, body: &str) -> Result<(), Failure> {
        let form = Form::decode(body.as_bytes());
        match enriching::perform(&self.programs.desk, officer, self.kenmerk.as_str(), number, &form).await {
            Ok(enriching::Performed::Done(_)) => Ok(()),
            Ok(enriching::Performed::Refused { errors, .. }) => Err(broken(&format!("{}: {errors}", self.kenmerk))),
            Err(answer) => Err(broken(&format!("{}: {}", self.kenmerk, answer.status()))),
        }
    }
}
