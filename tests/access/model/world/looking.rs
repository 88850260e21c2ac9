//! How the town is held against the model: with the database of today, with every copy of it, and at the pages.

use std::collections::BTreeSet;

use ::domain::ItemId;

use super::{Holder, Seat, World, paper};
use crate::{
    access::model::sets::{Login, Opens, State},
    helpers::people::Officer,
};

impl World {
    /// With the database, at the pages, and with the database again: who looked at a signal may have given it other keys.
    pub fn must_be_as_the_model_says(&mut self) -> Result<(), String> {
        self.wrong.take().map_or(Ok(()), Err)?;
        self.raw_is_as_the_model_says()?;
        self.pages_are_as_the_model_says(false)?;
        self.model.are_opened();
        self.raw_is_as_the_model_says()
    }

    /// The same at the end: at the pages everybody tries everything.
    pub fn must_be_so_for_everybody(&mut self) -> Result<(), String> {
        self.pages_are_as_the_model_says(true)?;
        self.raw_is_as_the_model_says()
    }

    /// The same in the middle of a step.
    pub(super) fn must_hold(&mut self) {
        self.wrong = self.must_be_as_the_model_says().err();
    }

    /// Who ever had something of a signal looks at it, or everybody at every one: in the session that he has; where he has none,
    /// he logs in. Who cannot tries it once. Of those who got it before and should still get it, one who decides is enough.
    pub fn pages_are_as_the_model_says(&mut self, everybody: bool) -> Result<(), String> {
        let all = 0..self.faces.len();
        let decider: Vec<_> = all.clone().map(|at| self.model.deciders(at).into_iter().next()).collect();
        for (login, person) in self.model.people.clone() {
            let (key, may) = (person.key(), person.can_log_in());
            let opens = |at: &usize| (0..=key).any(|key| self.model.opens(&login, key, *at) != Opens::Nothing);
            let had: Vec<_> = all.clone().filter(opens).map(|at| (login.clone(), at)).collect();
            self.had.extend(had);
            let before = self.sessions.remove(&login).filter(|seat| seat.key == key);
            let tries = before.as_ref().is_none_or(|seat| seat.cookies.is_some() != may);
            let goes_on = |pair: &(Login, usize)| {
                let decides = decider[pair.1].as_ref() == Some(&login);
                !tries && !decides && self.got.contains(pair) && self.model.reads(&login, pair.1)
            };
            let looks = |at: &usize| {
                let pair = (login.clone(), *at);
                everybody || self.had.contains(&pair) && !goes_on(&pair)
            };
            let his: Vec<_> = all.clone().filter(looks).collect();
            let mut officer = Officer::at(&self.town.desk);
            if let Some(cookies) = before.and_then(|seat| seat.cookies) {
                officer = self.seated(&cookies);
                self.sees_all(&login, may, &mut officer, &his)?;
            }
            if tries && !his.is_empty() {
                let status = officer.logs_in(&login, &self.passwords[&login]).status;
                if (status == 200) != may {
                    return Err(self.story(&format!("{login} logs in with {status}")));
                }
                self.sees_all(&login, may, &mut officer, &his)?;
            }
            if !tries || !his.is_empty() {
                let cookies = may.then_some(officer.browser.cookies);
                self.sessions.insert(login.clone(), Seat { key, cookies });
            }
            self.got.retain(|(who, at)| *who != login || !his.contains(at));
            let got = his.into_iter().filter(|at| self.model.reads(&login, *at)).map(|at| (login.clone(), at));
            let got: Vec<_> = got.collect();
            self.got.extend(got);
        }
        Ok(())
    }

    fn sees_all(&self, login: &str, is_in: bool, officer: &mut Officer, these: &[usize]) -> Result<(), String> {
        these.iter().try_for_each(|at| self.sees(login, is_in, officer, *at))
    }

    fn sees(&self, login: &str, is_in: bool, officer: &mut Officer, at: usize) -> Result<(), String> {
        let status = officer.browser.fetch(&format!("/signalen/{}", self.faces[at].kenmerk)).status;
        let expected = if !is_in {
            // To the page where one logs in.
            303
        } else if self.model.reads(login, at) {
            200
        } else {
            404
        };
        if status == expected {
            return Ok(());
        }
        let signal = &self.model.signals[at];
        Err(self.story(&format!("{login} gets {status} for signal {at}, not {expected}: {signal:?}")))
    }

    /// Where neither the database nor the model changed since, nothing is tried again.
    pub fn raw_is_as_the_model_says(&mut self) -> Result<(), String> {
        self.takes_in();
        let now = (self.pile.today.clone(), self.model.clone());
        if self.held.as_ref() == Some(&now) {
            return Ok(());
        }
        self.held = Some(now);
        self.today_is_as_the_model_says()?;
        self.copies_are_as_the_model_says()
    }

    /// Everybody tries each key that he ever had on the database of today. The one that he has now, his password opens.
    pub fn today_is_as_the_model_says(&mut self) -> Result<(), String> {
        let accounts = self.town.runtime.block_on(self.town.store.accounts()).expect("accounts");
        for (login, keys) in self.identities.clone() {
            let person = self.model.people[&login].clone();
            let row = accounts.iter().find(|account| account.name == login).expect("an account");
            if row.sealed_key.is_none() != (person.state == State::Ended) {
                return Err(self.story(&format!("{login} has a key, or none")));
            }
            if row.sealed_key.as_ref() != self.sealed_keys.get(&login)
                && let Some(sealed) = &row.sealed_key
            {
                if self.own_key(&login).to_public() != keys[person.key()].to_public() {
                    return Err(self.story(&format!("{login} has another key than the model thinks")));
                }
                self.sealed_keys.insert(login.clone(), sealed.clone());
            }
            for (number, key) in keys.iter().enumerate() {
                let signals = 0..self.faces.len();
                let expected = signals.flat_map(|at| self.items(at, self.model.opens(&login, number, at))).collect();
                let opened = self.pile.opened_today(std::slice::from_ref(key));
                self.same(&format!("{login} today with key {number} of {}", keys.len()), &opened, &expected)?;
            }
        }
        let opened = self.pile.opened_today(&[paper()]);
        let all = (0..self.faces.len()).flat_map(|at| self.items(at, Opens::Everything)).collect();
        self.same("the paper key today", &opened, &all)
    }

    /// Everybody tries all his keys on all copies that there ever were; so does who has the paper key.
    pub fn copies_are_as_the_model_says(&mut self) -> Result<(), String> {
        for (login, keys) in self.identities.clone() {
            let own = self.may.get(&Holder::Person(login.clone())).into_iter();
            let held = self.model.people[&login].held.iter();
            let held = held.filter_map(|generation| self.may.get(&Holder::Route(*generation)));
            let expected = own.chain(held).flatten().copied().collect();
            let opened = self.pile.opened(&keys);
            self.same(&format!("{login} with every copy"), &opened, &expected)?;
        }
        let (opened, all) = (self.pile.opened(&[paper()]), self.pile.of.keys().copied().collect());
        self.same("the paper key with every copy", &opened, &all)
    }

    fn same(&self, who: &str, opened: &BTreeSet<ItemId>, expected: &BTreeSet<ItemId>) -> Result<(), String> {
        if opened == expected {
            return Ok(());
        }
        let named = |id: &ItemId| {
            let (signal, side) = self.pile.of[id];
            let at = self.faces.iter().position(|face| face.id == signal);
            format!("signal {at:?} {side}")
        };
        let more: Vec<_> = opened.difference(expected).map(named).collect();
        let less: Vec<_> = expected.difference(opened).map(named).collect();
        Err(self.story(&format!("{who} opens too much: {more:?}; opens not: {less:?}")))
    }

    /// What happened until it was wrong.
    fn story(&self, wrong: &str) -> String {
        let steps: String = self.done.iter().map(|step| format!("    Step::{step:?},\n")).collect();
        format!("{wrong}\nafter:\n{steps}the model:\n{:#?}", self.model)
    }
}
