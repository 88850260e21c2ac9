//! Acts become questions: who may do what at which stage, as a table, and the reading that believes no act of anybody else.

use super::{Enrichment, Outcome, Posed};
use crate::{Dated, vocabulary};

vocabulary! {
    /// Where a question stands.
    Stage {
        WachtOpToets => "wacht op de toets van de bronnen",
        NietGoedgekeurd => "niet goedgekeurd",
        WachtOpAntwoord => "wacht op antwoord",
        Hit => "hit",
        GeenHit => "geen hit",
        NietTeZoeken => "kan niet gezocht worden",
        WachtOpDetails => "hit, details gevraagd",
        Toegelicht => "hit, met details",
        Ingetrokken => "ingetrokken",
    }
}

impl Stage {
    /// Whether somebody's answer is waited for.
    pub const fn waits(self) -> bool {
        matches!(self, Self::WachtOpToets | Self::WachtOpAntwoord | Self::WachtOpDetails)
    }
}

vocabulary! {
    /// What is done to a question, as the form's `stap` names it.
    Act {
        Toetsen => "toetsen",
        Beantwoorden => "beantwoorden",
        DetailsVragen => "details vragen",
        Toelichten => "toelichten",
        Intrekken => "intrekken",
    }
}

/// Who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// A member of the route.
    Member,
    /// The person the question was put to.
    Asked,
    /// The person who must approve the sources.
    Approver,
}

/// One thing that can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub act: Act,
    pub who: Who,
    pub at: Stage,
    pub source: &'static str,
}

const fn step(act: Act, who: Who, at: Stage, source: &'static str) -> Step {
    Step { act, who, at, source }
}

const MODEL: &str = "CCV, Modelprotocol ondermijning, stap 3";
const OURS: &str = "eigen keuze";

/// Everything that can be done with a question once it is put. What is not here cannot be done.
pub const STEPS: &[Step] = {
    use Act::{Beantwoorden, DetailsVragen, Intrekken, Toelichten, Toetsen};
    use Stage::{Hit, WachtOpAntwoord, WachtOpDetails, WachtOpToets};
    use Who::{Approver, Asked, Member};
    &[
        step(Toetsen, Approver, WachtOpToets, MODEL),
        step(Beantwoorden, Asked, WachtOpAntwoord, MODEL),
        step(DetailsVragen, Member, Hit, MODEL),
        step(Toelichten, Asked, WachtOpDetails, MODEL),
        step(Intrekken, Member, WachtOpToets, OURS),
        step(Intrekken, Member, WachtOpAntwoord, OURS),
    ]
};

/// Who wrote an act.
#[derive(Debug, Clone, Copy)]
pub struct By<'a> {
    /// The verifying key (`verify1...`) that signed it.
    pub key: &'a str,
    /// Whether he was a member of the route that had the signal then.
    pub decides: bool,
}

/// A question with everything that became of it.
#[derive(Clone)]
pub struct Question {
    /// Its number in the case file.
    pub number: u32,
    /// The verifying key of who put it.
    pub asker: String,
    pub posed: Dated<Posed>,
    /// The sources that may be looked into (none: not approved), and what was said about it.
    pub tested: Option<Dated<(Vec<String>, String)>>,
    pub answer: Option<Dated<(Outcome, String)>>,
    pub wanted: Option<Dated<String>>,
    pub details: Option<Dated<String>>,
    pub withdrawn: Option<Dated<String>>,
}

impl Question {
    pub fn stage(&self) -> Stage {
        if self.withdrawn.is_some() {
            return Stage::Ingetrokken;
        }
        let waits_for_test = self.posed.inhoud.toets.is_some();
        match (&self.details, &self.wanted, &self.answer, &self.tested) {
            (Some(_), ..) => Stage::Toegelicht,
            (_, Some(_), ..) => Stage::WachtOpDetails,
            (_, _, Some(answer), _) => match answer.inhoud.0 {
                Outcome::Hit => Stage::Hit,
                Outcome::GeenHit => Stage::GeenHit,
                Outcome::NietTeZoeken => Stage::NietTeZoeken,
            },
            (_, _, _, Some(tested)) if tested.inhoud.0.is_empty() => Stage::NietGoedgekeurd,
            (_, _, _, None) if waits_for_test => Stage::WachtOpToets,
            _ => Stage::WachtOpAntwoord,
        }
    }

    /// The sources that may be looked into: those that were approved, or those that were asked for where nobody approves.
    pub fn sources(&self) -> &[String] {
        self.tested.as_ref().map_or(&self.posed.inhoud.bronnen, |tested| &tested.inhoud.0)
    }

    /// What somebody is to this question.
    fn is(&self, who: Who, by: &By) -> bool {
        match who {
            Who::Member => by.decides,
            Who::Asked => self.posed.inhoud.aan.sleutel == by.key,
            Who::Approver => self.posed.inhoud.toets.as_ref().is_some_and(|toets| toets.sleutel == by.key),
        }
    }

    /// Whether it is his to do, at whatever stage.
    pub fn is_his(&self, act: Act, by: &By) -> bool {
        STEPS.iter().any(|step| step.act == act && self.is(step.who, by))
    }

    /// Whether he may do it now.
    pub fn lets(&self, act: Act, by: &By) -> bool {
        let stage = self.stage();
        STEPS.iter().any(|step| step.act == act && step.at == stage && self.is(step.who, by))
    }

    /// What waits for this person alone: to approve, to answer, to explain. `None`: nothing.
    pub fn waits_for(&self, by: &By) -> Option<Act> {
        [Act::Toetsen, Act::Beantwoorden, Act::Toelichten].into_iter().find(|act| self.lets(*act, by))
    }

    /// Whether an act says what stands here already: a button that was pressed twice.
    pub fn says(&self, act: &Enrichment) -> bool {
        match act {
            Enrichment::Getoetst { bronnen, reden, .. } => {
                self.tested.as_ref().is_some_and(|t| t.inhoud.0 == *bronnen && t.inhoud.1 == *reden)
            }
            Enrichment::Beantwoord { uitkomst, reden, .. } => {
                self.answer.as_ref().is_some_and(|a| a.inhoud.0 == *uitkomst && a.inhoud.1 == *reden)
            }
            Enrichment::DetailsGevraagd { welke, .. } => self.wanted.as_ref().is_some_and(|w| w.inhoud == *welke),
            Enrichment::Toegelicht { details, .. } => self.details.as_ref().is_some_and(|d| d.inhoud == *details),
            Enrichment::Ingetrokken { reden, .. } => self.withdrawn.as_ref().is_some_and(|w| w.inhoud == *reden),
            Enrichment::Gevraagd(_) | Enrichment::GewoneAanleiding { .. } => false,
        }
    }

    /// Takes an act that [`lets`](Self::lets) allows; `false`: it is none of a question, or its sources are not these.
    fn take(&mut self, act: Dated<Enrichment>) -> bool {
        let Dated { datum, tijd, inhoud } = act;
        match inhoud {
            Enrichment::Getoetst { bronnen, reden, .. } => {
                if !bronnen.iter().all(|source| self.posed.inhoud.bronnen.contains(source)) {
                    return false;
                }
                self.tested = Some(Dated { datum, tijd, inhoud: (bronnen, reden) });
            }
            Enrichment::Beantwoord { uitkomst, reden, .. } => {
                self.answer = Some(Dated { datum, tijd, inhoud: (uitkomst, reden) });
            }
            Enrichment::DetailsGevraagd { welke, .. } => self.wanted = Some(Dated { datum, tijd, inhoud: welke }),
            Enrichment::Toegelicht { details, .. } => self.details = Some(Dated { datum, tijd, inhoud: details }),
            Enrichment::Ingetrokken { reden, .. } => self.withdrawn = Some(Dated { datum, tijd, inhoud: reden }),
            Enrichment::Gevraagd(_) | Enrichment::GewoneAanleiding { .. } => return false,
        }
        true
    }
}

/// Everything of verrijking in one case file.
#[derive(Clone, Default)]
pub struct Enriched {
    /// Oldest first.
    pub questions: Vec<Question>,
    /// The routine ground that holds, and the verifying key of who wrote it.
    pub routine: Option<(String, Dated<String>)>,
    /// Numbers in the case file of acts that were not their author's to do, or not then: they count for nothing.
    pub refused: Vec<u32>,
}

impl Enriched {
    pub fn question(&self, number: u32) -> Option<&Question> {
        self.questions.iter().find(|question| question.number == number)
    }
}

/// Reads the acts of a case file, oldest first, each with its number there and its author. Whoever was invited has the key
/// to seal one; what counts is who signed it.
pub fn read(acts: impl IntoIterator<Item = (u32, String, bool, Dated<Enrichment>)>) -> Enriched {
    let mut read = Enriched::default();
    for (number, key, decides, act) in acts {
        if !take(&mut read, number, &By { key: &key, decides }, act) {
            read.refused.push(number);
        }
    }
    read
}

fn take(read: &mut Enriched, number: u32, by: &By, act: Dated<Enrichment>) -> bool {
    if let (Some(to), Some(what)) = (act.inhoud.number(), act.inhoud.act()) {
        let question = read.questions.iter_mut().find(|question| question.number == to);
        return question.is_some_and(|question| question.lets(what, by) && question.take(act));
    }
    let Dated { datum, tijd, inhoud } = act;
    match inhoud {
        Enrichment::Gevraagd(posed) if by.decides && is_puttable(&posed, by.key) => read.questions.push(Question {
            number,
            asker: by.key.to_owned(),
            posed: Dated { datum, tijd, inhoud: *posed },
            tested: None,
            answer: None,
            wanted: None,
            details: None,
            withdrawn: None,
        }),
        Enrichment::GewoneAanleiding { tekst } if by.decides => {
            read.routine = Some((by.key.to_owned(), Dated { datum, tijd, inhoud: tekst }));
        }
        _ => return false,
    }
    true
}

/// Nobody asks himself, approves his own question, or approves what he will search himself.
fn is_puttable(posed: &Posed, asker: &str) -> bool {
    let approver = posed.toets.as_ref().map(|toets| toets.sleutel.as_str());
    let asked = posed.aan.sleutel.as_str();
    !posed.bronnen.is_empty() && asked != asker && approver.is_none_or(|key| key != asker && key != asked)
}
