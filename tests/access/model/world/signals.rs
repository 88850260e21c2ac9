//! Steps with one signal.

use ::domain::RouteName;
use entity::signal;
use sea_orm::EntityTrait;

use super::{Face, GUESTS, World, chosen};
use crate::{
    access::model::sets::{Login, Opens, Part, State},
    helpers::people::{Melder, Officer, Tale},
    tampering::with_db,
};

impl World {
    pub(super) fn reports(&mut self, for_the_mayor: bool) -> Option<()> {
        let over: &'static [&'static str] = if for_the_mayor { &["wethouder"] } else { &["burger"] };
        let code = self.town.melder().reports(&Tale::about(over, "Er ligt geld in de keet."));
        let rows = with_db(&self.town, async |db| signal::Entity::find().all(db).await.expect("signals"));
        let row = rows.into_iter().find(|row| self.faces.iter().all(|known| known.id != row.id)).expect("a new one");
        self.faces.push(Face { id: row.id, kenmerk: row.kenmerk.to_string(), code });
        self.model.is_reported(if for_the_mayor { RouteName::Burgemeester } else { RouteName::Aov });
        Some(())
    }

    fn at(&self, number: usize) -> usize {
        number % self.faces.len()
    }

    /// One of the AOV's signals.
    fn own(&self, number: usize) -> Option<usize> {
        chosen(&self.model.own_signals(), number)
    }

    pub(super) fn notes(&mut self, signal: usize, who: usize) -> Option<()> {
        let at = self.at(signal);
        let login = chosen(&self.model.readers(at), who)?;
        let kenmerk = &self.faces[at].kenmerk;
        let mut officer = self.officer(&login);
        let page = officer.reads(kenmerk);
        let action = format!("/signalen/{kenmerk}/aantekening");
        page.actions().contains(&action).then_some(())?;
        let note = format!("Aantekening {}.", self.count);
        officer.browser.submit(&page.form(&action).fill("aantekening", &note)).must_be(200);
        Some(())
    }

    pub(super) fn reporter_writes(&mut self, signal: usize) -> Option<()> {
        let at = self.at(signal);
        let mut melder = Melder::at(&self.town.portal);
        melder.opens(&self.faces[at].code).must_be(200);
        melder.writes(&format!("Bericht {}.", self.count)).must_be(200).must_say("Uw bericht is verstuurd");
        Some(())
    }

    /// Who decides about it says that he is not involved, which is still read by everybody who has the keys.
    fn decider(&mut self, at: usize, but: Option<&str>) -> Option<Officer> {
        let login = self.model.deciders(at).into_iter().find(|login| Some(login.as_str()) != but)?;
        let mut officer = self.officer(&login);
        officer.decides_who_reads(&self.faces[at].kenmerk).must_be(200);
        self.takes_in();
        Some(officer)
    }

    pub(super) fn invites(&mut self, signal: usize, who: usize, source: bool) -> Option<()> {
        let at = self.own(signal)?;
        let (model, own) = (&self.model, &self.model.signals[at]);
        let gets = |login: &Login| {
            if model.people[login].state != State::Works || own.involved.contains(login) {
                return None;
            }
            let key = model.people[login].key();
            match (model.opens(login, key, at), own.meant.get(login)) {
                // He reads the case file, and gets the reporter's words too.
                (Opens::File, _) => source.then_some(Part::Guest { source: true }),
                // What was his is given to the key that he has now.
                (Opens::Nothing, Some(part)) if own.under.is_none() || *part != Part::Member => Some(*part),
                (Opens::Nothing, None) if model.is_in(RouteName::Aov, login) => Some(Part::Member),
                (Opens::Nothing, None) => Some(Part::Guest { source }),
                _ => None,
            }
        };
        let members = model.in_force();
        let everybody = members.iter().map(String::as_str).chain(GUESTS).map(str::to_owned);
        let may_be: Vec<_> = everybody.filter_map(|login| Some((gets(&login)?, login))).collect();
        let (part, login) = chosen(&may_be, who)?;
        let mut officer = self.decider(at, None)?;
        let (words, why) = match part {
            Part::Member => ("behandelaar", None),
            Part::Guest { source: true } => ("behandelaar", Some("Voert het gesprek.")),
            Part::Guest { source: false } => ("deelnemer aan het overleg", None),
        };
        let page = officer.invites(&self.faces[at].kenmerk, &format!("({login})"), words, why);
        page.must_be(200).must_say("kan dit signaal nu openen");
        self.model.gets_its_keys(at, &login, part);
        Some(())
    }

    pub(super) fn withdraws(&mut self, signal: usize, who: usize) -> Option<()> {
        let at = self.own(signal)?;
        let (model, own) = (&self.model, &self.model.signals[at]);
        // Who waits with another key is taken away as well.
        let has = |login: &&Login| {
            let of_route = own.under.is_some() && model.is_in(RouteName::Aov, login);
            let member = own.meant.get(*login) == Some(&Part::Member);
            model.people[*login].state != State::Ended
                && (of_route || own.meant.contains_key(*login) && (!member || model.is_in(RouteName::Aov, login)))
        };
        let login = chosen(&model.people.keys().filter(has).cloned().collect::<Vec<_>>(), who)?;
        let mut officer = self.decider(at, Some(&login))?;
        let page = officer.takes_away(&self.faces[at].kenmerk, &format!("({login})"));
        page.must_be(200).must_say("nieuwe sleutels");
        self.model.loses(at, &login);
        self.model.gets_new_keys(at);
        Some(())
    }

    pub(super) fn is_involved(&mut self, signal: usize, who: usize) -> Option<()> {
        let at = self.own(signal)?;
        let login = chosen(&self.model.readers(at), who)?;
        let other = self.model.deciders(at).into_iter().find(|other| *other != login)?;
        let is_member = self.model.deciders(at).contains(&login);
        let kenmerk = self.faces[at].kenmerk.clone();
        let mut officer = self.officer(&login);
        let page = officer.looks_at(&kenmerk);
        let action = format!("/signalen/{kenmerk}/verklaring");
        page.actions().contains(&action).then_some(())?;
        let page = officer.browser.submit(&page.form(&action).fill("betrokken", "ja"));
        page.must_be(200);
        self.model.signals[at].involved.insert(login.clone());
        if is_member {
            self.takes_in();
            let form = page.form_with(&format!("/signalen/{kenmerk}/toegang"), "stap", "ontnemen");
            let page = officer.browser.submit(&form.fill("reden_ontnemen", "Mijn zwager."));
            page.must_be(200).must_say("Uw sleutel ervan is weg");
            // He has no new key to write with: why he leaves are his own last words under the old one.
            self.takes_in();
            self.model.loses(at, &login);
        } else {
            // His keys are gone, and the signal has others once a member opens it.
            page.must_say("Uw sleutel ervan is weg");
            self.takes_in();
            self.model.loses(at, &login);
            self.officer(&other).looks_at(&kenmerk).must_be(200);
        }
        self.model.gets_new_keys(at);
        Some(())
    }

    pub(super) fn hands_over(&mut self, signal: usize) -> Option<()> {
        let at = self.own(signal)?;
        // Not to a route of which somebody is involved.
        (!self.model.signals[at].involved.contains("integriteit")).then_some(())?;
        let mut officer = self.decider(at, None)?;
        officer.hands_over(&self.faces[at].kenmerk, "ambtelijk").must_be(200).must_say("is overgedragen");
        // Why, and what the reporter is told, is written under the keys that it had: who read so far sees where it went.
        self.takes_in();
        self.model.is_handed_over(at, RouteName::Ambtelijk);
        Some(())
    }

    pub(super) fn finishes(&mut self, signal: usize) -> Option<()> {
        let at = self.own(signal).filter(|at| !self.model.signals[*at].handled)?;
        let mut officer = self.decider(at, None)?;
        let kenmerk = self.faces[at].kenmerk.clone();
        officer.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        officer.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
        officer.sets_status(&kenmerk, "Afgehandeld", "Te weinig om mee verder te gaan.").must_be(200);
        self.model.signals[at].handled = true;
        Some(())
    }
}
