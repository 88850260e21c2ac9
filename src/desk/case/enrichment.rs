//! Questions to functions, as the case file has them.

use domain::{
    Dated, Kind,
    enrichment::{self, Act, By, Enriched, Enrichment},
};
use seal::VerifiedItem;

use super::Case;

impl Case {
    /// Every question and what became of it; acts that were not their author's to do count for nothing.
    pub fn enrichment(&self) -> Enriched {
        enrichment::read(self.in_file(Kind::Enrichment).filter_map(|item| {
            let mut act: Dated<Enrichment> = item.body().ok()?;
            self.renew(&mut act.inhoud);
            Some((item.number, self.newest(&item.author).to_string(), self.by_member(item), act))
        }))
    }

    /// Whether a member of the route that had the signal then wrote it: whoever was invited has the key to seal as well.
    fn by_member(&self, item: &VerifiedItem) -> bool {
        self.heads.all().iter().any(|head| head.epoch == item.epoch && head.members.contains(&item.author))
    }

    /// The verifying key of the officer who opened it.
    pub fn own_key(&self) -> String {
        self.newest(&self.own_author()).to_string()
    }

    /// The name of an author whose key stands in an act.
    pub fn author_of(&self, key: &str) -> String {
        key.parse().map_or_else(|_| String::new(), |key| self.author(&key).0)
    }

    /// The questions that wait for this officer, each with what he is to do.
    pub fn asked_of_reader(&self) -> Vec<(enrichment::Question, Act)> {
        let key = self.own_key();
        let by = By { key: &key, decides: self.is_members() };
        let questions = self.enrichment().questions.into_iter();
        questions.filter_map(|question| question.waits_for(&by).map(|act| (question, act))).collect()
    }

    /// The questions that this officer put, each with the number in the case file of the last thing that somebody else did
    /// with it.
    pub fn replies_to_reader(&self) -> Vec<(u32, enrichment::Question)> {
        let (key, enriched) = (self.own_key(), self.enrichment());
        let acts: Vec<(u32, u32)> = self
            .in_file(Kind::Enrichment)
            .filter(|item| !self.is_own(&item.author) && !enriched.refused.contains(&item.number))
            .filter_map(|item| Some((item.number, item.body::<Dated<Enrichment>>().ok()?.inhoud.number()?)))
            .collect();
        let last = |question: u32| acts.iter().rev().find(|(_, of)| *of == question).map(|(number, _)| *number);
        let own = enriched.questions.into_iter().filter(|question| question.asker == key);
        own.filter_map(|question| Some((last(question.number)?, question))).collect()
    }
}
