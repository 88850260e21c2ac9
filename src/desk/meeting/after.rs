//! What must be done after a decision, by whom and where. A decision by itself passes nothing on and asks nobody.

use domain::{
    Status,
    meeting::decision::{Decision, NextAct},
};
use templates::desk;

use super::point::{actions, decisions};
use crate::case::Case;

/// One thing to do, in words.
pub struct ToDo {
    what: String,
    /// Where, and what its link says; nothing for who only reads along.
    link: Option<(String, &'static str)>,
}

impl ToDo {
    pub fn view(&self) -> desk::ToDo<'_> {
        let link = self.link.as_ref().map(|(href, words)| (href.as_str(), *words));
        desk::ToDo { what: &self.what, link }
    }
}

/// What the last decision of a signal asks, while nobody did it: from then on its status says so.
pub fn to_do(case: &Case) -> Vec<ToDo> {
    let Some((_, last)) = decisions(case).pop() else { return Vec::new() };
    if case.status() != Status::Gewogen {
        return Vec::new();
    }
    let mut acts: Vec<NextAct> = Vec::new();
    for act in last.inhoud.besluit.iter().map(|decided| decided.next()) {
        if !acts.contains(&act) {
            acts.push(act);
        }
    }
    acts.into_iter().map(|act| one(case, &last.inhoud, act)).collect()
}

fn one(case: &Case, decision: &Decision, act: NextAct) -> ToDo {
    let kenmerk = &case.intake.kenmerk;
    let of: Vec<_> =
        decision.besluit.iter().filter(|decided| decided.next() == act).map(|decided| decided.label()).collect();
    let of = of.join("; ");
    let at = |page: &str| format!("/signalen/{kenmerk}{page}");
    let (what, href, words) = match act {
        NextAct::Ask => (
            format!("‘{of}’: stel een vraag aan een collega. Vanaf dan staat het signaal op ‘{}’.", Status::Verrijking),
            at("/verrijking"),
            "Een vraag stellen",
        ),
        NextAct::PassOn => (
            format!(
                "‘{of}’: breng het signaal daarheen, langs uw vaste weg. Dat gebeurt buiten dit systeem. Is het gebeurd? Zet de \
                 status dan op ‘{}’.",
                Status::Doorgeleid
            ),
            at("#volgende"),
            "Naar de status",
        ),
        NextAct::Agree => return agreed(case, decision, &of),
        NextAct::HandOver => {
            (format!("‘{of}’: draag het signaal over."), at("/toegang"), "Naar een andere route overdragen")
        }
        NextAct::Close => return close(case, &of),
    };
    his(case, what, href, words)
}

/// Somebody does it: agreed first, then waited for, then the signal can be closed.
fn agreed(case: &Case, decision: &Decision, of: &str) -> ToDo {
    let (kenmerk, day) = (&case.intake.kenmerk, decision.overleg);
    let agreed = actions(case).into_iter().filter(|agreed| agreed.overleg == day);
    let done: Vec<bool> = agreed.map(|agreed| agreed.gedaan).collect();
    if done.is_empty() {
        let what = format!("‘{of}’: spreek af wie dit doet, en wanneer het klaar is.");
        his(case, what, format!("/overleggen/{day}/{kenmerk}#afspraken"), "Afspraak vastleggen")
    } else if done.contains(&false) {
        let what = format!("‘{of}’: is het gedaan? Vink de afspraak dan af.");
        his(case, what, format!("/signalen/{kenmerk}#besluiten"), "Naar de afspraken")
    } else {
        close(case, of)
    }
}

fn close(case: &Case, of: &str) -> ToDo {
    let what = format!("‘{of}’: stuur de melder een terugkoppeling. Sluit het signaal daarna af.");
    his(case, what, format!("/signalen/{}#volgende", case.intake.kenmerk), "Naar het signaal")
}

/// The members of the route do it; who sits at the table reads who does.
fn his(case: &Case, what: String, href: String, words: &'static str) -> ToDo {
    if case.is_members() {
        ToDo { what, link: Some((href, words)) }
    } else {
        ToDo { what: format!("{what} Dit doen de leden van de route."), link: None }
    }
}
