//! Steps with people and with the key of their route.

use ::domain::{RouteName, words::Word};
use ::seal::Pair;

use super::{ADMINISTRATOR, GUESTS, World, chosen};
use crate::{
    access::model::{
        paper,
        sets::{FIRST, Login, Person, State},
    },
    account::{CHOSEN, invited, lost, renewed},
    helpers::{
        browser::{Browser, Form, Page},
        town::{Place, routes_with},
    },
    rotation::{halves, newest},
};

const KEY: &str = "/beheer/sleutel/aov";

impl World {
    /// A member vouches for somebody by the six words that he reads aloud, and where there is another, he confirms it.
    /// Returns who gives back what was his. Nobody, where the other's account is stopped: one member alone is not enough.
    fn is_vouched_for(&mut self, login: &str, second: usize) -> Option<Login> {
        let others: Vec<_> = self.model.at_work().into_iter().filter(|other| other != FIRST).collect();
        let second = chosen(&others, second);
        (second.is_some() || self.model.in_force().len() == 1).then_some(())?;
        let words = lost::six_words(&mut self.officer(login));
        let mut first = self.officer(FIRST);
        let account = self.town.account(login);
        let form = first.browser.open("/beheer").must_be(200).form_with("/beheer/toelaten", "account", &account);
        let page = first.browser.submit(&form.fill("woorden", &words));
        let Some(second) = second else {
            page.must_be(200).must_say("toegelaten");
            return Some(FIRST.to_owned());
        };
        page.must_be(200).must_say("Een tweede lid moet dit nog bevestigen");
        // By one member alone he is not in.
        self.must_hold();
        let mut other = self.officer(&second);
        let form = other.browser.open("/beheer").must_be(200).form("/beheer/bevestigen").fill("woorden", &words);
        other.browser.submit(&form).must_be(200).must_say("toegelaten");
        Some(second)
    }

    pub(super) fn joins(&mut self, second: usize) -> Option<()> {
        (self.model.at_work().len() > 1 || self.model.in_force().len() == 1).then_some(())?;
        let login = self.is_hired();
        self.is_vouched_for(&login, second)?;
        self.model.is_let_in(&login);
        Some(())
    }

    /// Somebody new for the route takes his invitation: he has a key, and nobody let him in.
    fn is_hired(&mut self) -> Login {
        let login = format!("nieuw{}", self.count);
        let path = invited(&self.town, &login, "Medewerker openbare orde", Some(RouteName::Aov));
        let mut browser = Browser::at(&self.town.desk);
        let form = browser.open(&path).must_be(200).form("/uitnodiging");
        let form = form.fill("wachtwoord", CHOSEN).fill("wachtwoord2", CHOSEN);
        browser.submit(&form).must_be(200).must_say("Uitloggen");
        self.model.meets(&login);
        self.has(&login, CHOSEN);
        login
    }

    /// Members who have the route's key, and guests who are nobody's member, as far as they can work. The first member always
    /// stays.
    fn people(&self, but_the_first: bool) -> Vec<Login> {
        let members = self.model.at_work().into_iter().filter(|login| !but_the_first || login != FIRST);
        let works = |login: &&str| {
            let person = &self.model.people[*login];
            person.state == State::Works && person.can_log_in()
        };
        let guests = GUESTS.iter().copied().filter(works).filter(|login| !but_the_first || *login != "integriteit");
        members.chain(guests.map(str::to_owned)).collect()
    }

    pub(super) fn forgets(&mut self, who: usize) -> Option<()> {
        let login = chosen(&self.people(true), who).filter(|login| self.model.can_do_without(login))?;
        lost::comes_back(&self.town, &login);
        self.model.forgets(&login);
        self.has(&login, CHOSEN);
        Some(())
    }

    /// Who lost his password and waits, and who left the route and comes back. Of these nothing may be left that he had.
    fn outside(&self) -> Vec<Login> {
        let waits = |login: &&Login| {
            let is_member = self.model.is_in(RouteName::Aov, login);
            let has_nothing = self.model.signals.iter().all(|signal| !signal.meant.contains_key(*login));
            let comes_back = login.as_str() == "aov2" || login.starts_with("nieuw");
            let person = &self.model.people[*login];
            match person.state {
                _ if person.stopped => false,
                State::Waits => is_member || !comes_back || has_nothing,
                State::Works => comes_back && !is_member && has_nothing,
                State::Ended => false,
            }
        };
        self.model.people.keys().filter(waits).cloned().collect()
    }

    pub(super) fn is_let_in_again(&mut self, who: usize, second: usize) -> Option<()> {
        let login = chosen(&self.outside(), who)?;
        if GUESTS.contains(&login.as_str()) {
            let words = lost::six_words(&mut self.officer(&login));
            let mut first = self.officer(FIRST);
            let form = first.browser.open("/beheer").form_with("/beheer/voorstellen", "naam", &login);
            first.browser.submit(&form.fill("woorden", &words)).must_be(200).must_say("opnieuw toegelaten");
            self.model.gets_back(&login, Some(FIRST));
            return Some(());
        }
        let by = self.is_vouched_for(&login, second)?;
        self.model.is_let_in(&login);
        self.model.gets_back(&login, Some(&by));
        Some(())
    }

    /// Two people with the paper let somebody in: who waits, or somebody new.
    pub(super) fn is_recovered(&mut self, who: usize) -> Option<()> {
        let Place::File(_) = &self.town.place else { return None };
        let waiting: Vec<_> = self.outside().into_iter().filter(|login| !GUESTS.contains(&login.as_str())).collect();
        let login = chosen(&waiting, who).unwrap_or_else(|| self.is_hired());
        let words = lost::six_words(&mut self.officer(&login));
        paper::recovers(&self.town, &self.configured, &login, &words);
        self.model.is_let_in(&login);
        self.model.gets_back(&login, None);
        Some(())
    }

    pub(super) fn renews(&mut self, who: usize) -> Option<()> {
        let login = chosen(&self.people(false), who)?;
        let password = format!("vijver lantaarn kompas dadel {}", self.count);
        let mut own = self.officer(&login);
        renewed::changes(&mut own, &self.passwords[&login], &password).must_be(200).must_say("nieuwe sleutel");
        self.model.renews(&login);
        self.has(&login, &password);
        // A member of the route that invites him takes the new key for his.
        let mut first = self.officer(FIRST);
        let page = first.browser.open("/beheer");
        if page.actions().iter().any(|action| action == "/beheer/vernieuwd") {
            first.browser.submit(&page.form("/beheer/vernieuwd")).must_be(200);
        }
        Some(())
    }

    /// At the page of accounts somebody stops (`stil`) or ends (`uit`) one, or lets it go on (`weer`).
    fn at_accounts(&self, by: &str, login: &str, step: &str) -> Page {
        let mut officer = self.officer(by);
        let form = officer.browser.open("/beheer/accounts").must_be(200).form("/beheer/accounts");
        let form = form.fill("account", &self.town.account(login)).fill("reden", "werkt hier niet meer");
        officer.browser.submit(&form.tick("stap", step))
    }

    fn person(&mut self, login: &str) -> &mut Person {
        self.model.people.get_mut(login).expect("somebody")
    }

    /// One member stops an account; what is sealed to it stays so.
    pub(super) fn stops(&mut self, who: usize) -> Option<()> {
        let login = chosen(&self.people(true), who).filter(|login| self.model.can_do_without(login))?;
        self.at_accounts(FIRST, &login, "stil").must_be(200).must_say("Het account staat stil");
        self.person(&login).stopped = true;
        Some(())
    }

    fn stopped(&self) -> Vec<Login> {
        self.model.people.iter().filter(|(_, person)| person.stopped).map(|(login, _)| login.clone()).collect()
    }

    pub(super) fn goes_on(&mut self, who: usize) -> Option<()> {
        let login = chosen(&self.stopped(), who)?;
        self.at_accounts(ADMINISTRATOR, &login, "weer").must_be(200).must_say("kan weer inloggen");
        self.person(&login).stopped = false;
        Some(())
    }

    /// Of a guest one member ends the account, of a member a second one after the first stopped it; where there is none, and
    /// of who is nothing to the route any more, the administrator.
    pub(super) fn ends(&mut self, who: usize) -> Option<()> {
        let waiting = self.outside().into_iter().filter(|login| self.model.people[login].state == State::Waits);
        let people: Vec<_> = self.people(true).into_iter().chain(waiting).chain(self.stopped()).collect();
        let login = chosen(&people, who).filter(|login| self.model.can_do_without(login))?;
        let is_member = self.model.is_in(RouteName::Aov, &login);
        let other = self.model.at_work().into_iter().find(|other| *other != login && other != FIRST);
        let by = match other {
            Some(other) if is_member => {
                self.at_accounts(FIRST, &login, "uit").must_be(409).must_say("tweede lid");
                self.at_accounts(FIRST, &login, "stil").must_be(200).must_say("Het account staat stil");
                self.person(&login).stopped = true;
                self.must_hold();
                other
            }
            _ if !is_member && self.model.people[&login].state == State::Works => FIRST.to_owned(),
            _ => ADMINISTRATOR.to_owned(),
        };
        self.at_accounts(&by, &login, "uit").must_be(200).must_say("Het account is uitgezet");
        let person = self.person(&login);
        (person.state, person.stopped) = (State::Ended, false);
        Some(())
    }

    /// The first member replaces the route's key; the others stay, but for who leaves and who has no key that counts.
    pub(super) fn rotates(&mut self, leaver: Option<usize>) -> Option<()> {
        self.is_configured();
        let others: Vec<_> = self.model.in_force().into_iter().filter(|login| login != FIRST).collect();
        let leaver = leaver.and_then(|number| chosen(&others, number));
        if let Some(leaver) = &leaver {
            self.model.can_do_without(leaver).then_some(())?;
        }
        let mut stay: Vec<_> = others.into_iter().filter(|login| Some(login) != leaver.as_ref()).collect();
        let mut first = self.officer(FIRST);
        let mut page = first.browser.open(KEY);
        page.must_be(200);
        // Whose words are asked, because nobody who stays stood for him, says them; what is asked depends on who stays.
        for _ in 0..4 {
            let form = page.form_with(KEY, "stap", "vervangen").untick("blijft");
            let form = stay.iter().fold(form, |form, login| form.tick("blijft", &self.town.account(login)));
            page = first.browser.submit(&self.spoken(form, leaver.as_deref()));
            if page.status != 422 {
                break;
            }
        }
        page.must_be(200).must_say("De sleutel is vervangen");
        stay.push(FIRST.to_owned());
        self.model.is_replaced(&stay);
        Some(())
    }

    /// The form with the six words of everybody whom it asks them of, but for the one who leaves.
    fn spoken(&self, form: Form, leaver: Option<&str>) -> Form {
        let logins = self.model.people.keys().filter(|login| Some(login.as_str()) != leaver);
        logins.fold(form, |form, login| {
            let field = format!("woorden-{}", self.town.account(login));
            if !form.fields.iter().any(|(name, _)| *name == field) {
                return form;
            }
            let pair = renewed::row(&self.town, login).pair.expect("a key");
            let pair: Pair = serde_json::from_str(&pair).expect("two halves");
            let words: Vec<_> = pair.halves().fingerprint().into_iter().map(Word::text).collect();
            form.fill(&field, &words.join(" "))
        })
    }

    /// One member lets signals go over to the newest key: those that he reads.
    pub(super) fn moves(&mut self, who: usize) -> Option<()> {
        let login = chosen(&self.model.at_work(), who)?;
        let mut member = self.officer(&login);
        let page: Page = member.browser.open(KEY);
        if page.must_be(200).body.contains("value=\"verder\"") {
            member.browser.submit(&page.form_with(KEY, "stap", "verder")).must_be(200);
        }
        self.model.moves(&login);
        Some(())
    }

    pub(super) fn is_configured(&mut self) -> Option<()> {
        (self.model.configured < self.model.newest).then_some(())?;
        let newest = newest(&self.town);
        let keys = || routes_with(RouteName::ALL, |route| halves(route, &newest));
        self.town.restarts_with(keys(), keys());
        self.sessions.retain(|_, seat| seat.cookies.is_none());
        self.model.configured = self.model.newest;
        self.configured = newest;
        Some(())
    }
}
