//! Loading the samples through the code that forms take: what a reporter sends is parsed and sealed by the portal, what
//! an officer does by the desk, on a clock that is set to the day it happened.

mod enriching;
mod track;

use std::{collections::VecDeque, sync::Arc};

use chrono::{DateTime, Days, NaiveTime, Utc};
use desk::{
    access,
    actions::{Action, Performed, perform},
    keyring::Keyring,
    opening,
    session::{Officer, Sitting},
    weighing,
};
use domain::{
    FixedClock, Kenmerk, RouteName, Status, SystemClock,
    message::{Message, MessageType},
    status::transitions_from,
    weighing::Weighing,
};
use mailbox::{Nonce, Root};
use portal::{
    answers::{Filled, Posted},
    opened, postvak,
    submit::{Outcome, submit},
};
use serde::{Deserialize, Serialize};
use unseal::demo;
use web::Form;

use super::{
    meetings::Script,
    people,
    samples::{self, Sample, Who, Worked, form},
};
use crate::{failure::Failure, serve::Programs};

/// A loaded signal, as `demo.json` has it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Loaded {
    pub id: String,
    pub kenmerk: Kenmerk,
    pub route: RouteName,
    pub pickup_code: String,
    pub has_answers: bool,
    /// Whether its reporter put a name into the envelope.
    #[serde(default)]
    pub has_name: bool,
}

/// Who sits in the meeting, beside the AOV.
const MEETING: [&str; 4] =
    ["lio-brp@demo.example", "lio-jurist@demo.example", "lio-bibob@demo.example", "lio-informatie@demo.example"];

/// Loads every sample, the oldest first.
pub async fn signals(programs: &Programs, clock: &FixedClock, script: &Script) -> Result<Vec<Loaded>, Failure> {
    let samples = samples::read()?;
    let mut loaded = Vec::with_capacity(samples.len());
    let (mut talked, mut silent) = (0, 0);
    for (sample, worked) in &samples {
        // Those with a conversation came two weeks to four months ago; the others in the last ten days.
        let days_ago = if sample.gesprek.is_empty() {
            silent += 1;
            silent * 3 % 10
        } else {
            talked += 1;
            14 + talked * 31 % 103
        };
        let days_ago = script.days_ago(&sample.id).unwrap_or(days_ago);
        let mut story = Story::begin(programs, clock, sample, days_ago).await?;
        story.tell(sample, worked).await?;
        loaded.push(Loaded {
            id: sample.id.clone(),
            kenmerk: story.kenmerk,
            route: story.route,
            pickup_code: story.code,
            has_answers: !sample.gesprek.is_empty(),
            has_name: !sample.naam.is_empty(),
        });
    }
    Ok(loaded)
}

/// One signal while it is being loaded.
pub struct Story<'a> {
    programs: &'a Programs,
    clock: &'a FixedClock,
    officer: Arc<Officer>,
    /// While its reporter is played too.
    root: Option<Root>,
    route: RouteName,
    kenmerk: Kenmerk,
    code: String,
    now: DateTime<Utc>,
    /// Days between one thing and the next.
    pace: u64,
}

pub fn broken(what: &str) -> Failure {
    Failure::refused(format!("the demo could not be filled: {what}"))
}

impl<'a> Story<'a> {
    /// The reporter sends the form.
    async fn begin(
        programs: &'a Programs,
        clock: &'a FixedClock,
        sample: &Sample,
        days_ago: u64,
    ) -> Result<Self, Failure> {
        let today = domain::Clock::now(&SystemClock).date_naive();
        let day = today.checked_sub_days(Days::new(days_ago)).unwrap_or(today);
        let now = day.and_time(NaiveTime::from_hms_opt(9, 30, 0).unwrap_or_default()).and_utc();
        clock.set(now);
        let routing = programs.portal.routes.routing();
        let body = sample.report_form(&Nonce::random(&mut rand::rng()).text(), routing);
        let posted = Posted::decode(body.as_bytes());
        let filled = Filled::parse(&posted.answers, &programs.portal.routes)
            .map_err(|errors| broken(&format!("{}: {errors}", sample.id)))?;
        let sent = submit(&programs.portal, &filled, None, &posted.nonce).await;
        let Ok(Outcome::Stored(sent)) = sent else { return Err(broken("a report was not stored")) };
        let root = Root::of(&sent.code);
        let lookup = mailbox::MailboxKey::derive(&root).lookup();
        let stored =
            programs.desk.store.signal_by_lookup(&lookup.0).await?.ok_or_else(|| broken("a signal is gone"))?;
        let steps = u64::try_from(sample.gesprek.len()).unwrap_or(0) + 2;
        Ok(Self {
            programs,
            clock,
            officer: officer(programs, filled.route).await?,
            root: Some(root),
            route: filled.route,
            kenmerk: stored.signal.kenmerk,
            code: sent.code.text(),
            now,
            pace: (days_ago / steps).clamp(1, 6),
        })
    }

    /// A signal that was loaded before, in the hands of an officer.
    pub fn again(
        programs: &'a Programs,
        clock: &'a FixedClock,
        officer: Arc<Officer>,
        signal: &Loaded,
    ) -> Result<Self, Failure> {
        let (kenmerk, code, now) = (signal.kenmerk.clone(), signal.pickup_code.clone(), domain::Clock::now(clock));
        Ok(Self { programs, clock, officer, root: None, route: signal.route, kenmerk, code, now, pace: 1 })
    }

    pub async fn say(&self, kind: MessageType, text: &str) -> Result<(), Failure> {
        self.act(Action::Message, &form(&[("type", kind.label()), ("bericht", text)])).await
    }

    pub async fn describe(&self, fields: &[(&str, &str)]) -> Result<(), Failure> {
        self.act(Action::Description, &form(fields)).await
    }

    /// Somebody says that he is not involved.
    pub async fn declare(&self, who: &Arc<Officer>) -> Result<(), Failure> {
        let story =
            Story { officer: Arc::clone(who), root: None, kenmerk: self.kenmerk.clone(), code: String::new(), ..*self };
        story.act(Action::Declaration, "betrokken=nee").await
    }

    pub async fn take_away(&self, login: &str, reason: &str) -> Result<(), Failure> {
        let account = person(self.programs, login).await?.account.id.to_string();
        self.change_access(&[("stap", "ontnemen"), ("wie", &account), ("reden_ontnemen", reason)]).await
    }

    /// Everything that happened after.
    async fn tell(&mut self, sample: &Sample, worked: &Worked) -> Result<(), Failure> {
        let mut weighed = false;
        for said in &sample.gesprek {
            self.later();
            if said.van == Who::Melder {
                self.reporter_writes(&said.tekst).await?;
                continue;
            }
            match said.kind {
                MessageType::VoornemenVooronderzoek => self.looks_into_it().await?,
                MessageType::UitkomstVooronderzoek => self.finds(worked).await?,
                MessageType::Terugkoppeling | MessageType::VoornemenFeitenonderzoek if !weighed => {
                    self.weigh(sample, worked).await?;
                    weighed = true;
                }
                _ => {}
            }
            let message = form(&[("type", said.kind.label()), ("bericht", &said.tekst)]);
            self.act(Action::Message, &message).await?;
            match said.kind {
                MessageType::VoornemenFeitenonderzoek => self.go_to(Status::InFeitenonderzoek).await?,
                // Rule R5: no closing without feedback, in the demo neither.
                MessageType::Afsluiting if self.open().await?.feedback_sent() => {
                    self.go_to(Status::Afgehandeld).await?
                }
                _ => {}
            }
        }
        if !weighed {
            self.weigh(sample, worked).await?;
        }
        if sample.id == track::CASE {
            self.is_looked_into().await?;
        }
        // The meeting reads what was worked up, and not the reporter's own words.
        if self.route == RouteName::Aov && !worked.omschrijving.is_empty() {
            for login in MEETING {
                self.invite(login, "deelnemer aan het overleg", "").await?;
            }
            if sample.gesprek.len() > 3 {
                let why = "Hij voert het gesprek met de melder verder.";
                self.invite("behandelaar@demo.example", "behandelaar", why).await?;
            }
            for asked in &worked.verrijking {
                self.enrich(asked).await?;
            }
        }
        Ok(())
    }

    async fn invite(&self, login: &str, part: &str, source: &str) -> Result<(), Failure> {
        let account = self.programs.desk.store.account_by_name(login).await?;
        let account = account.ok_or_else(|| broken("an account is gone"))?.id.to_string();
        let mut fields = vec![
            ("stap", "uitnodigen"),
            ("collega", account.as_str()),
            ("als", part),
            ("reden", "Deze functie is nodig om het signaal te beoordelen."),
            ("bevestigd", "ja"),
        ];
        if !source.is_empty() {
            fields.extend([("bron", "ja"), ("reden_bron", source)]);
        }
        self.change_access(&fields).await
    }

    async fn change_access(&self, fields: &[(&str, &str)]) -> Result<(), Failure> {
        let form = Form::decode(form(fields).as_bytes());
        match access::perform(&self.programs.desk, &self.officer, self.kenmerk.as_str(), &form).await {
            Ok(access::Changed::Done(_)) => Ok(()),
            Ok(access::Changed::Refused { errors, .. }) => Err(broken(&format!("{}: {errors}", self.kenmerk))),
            Err(answer) => Err(broken(&format!("{}: {}", self.kenmerk, answer.status()))),
        }
    }

    /// Some days go by, at most until now.
    fn later(&mut self) {
        let now = self.now + Days::new(self.pace) + chrono::TimeDelta::minutes(7);
        self.now = now.min(domain::Clock::now(&SystemClock));
        self.clock.set(self.now);
    }

    async fn reporter_writes(&self, text: &str) -> Result<(), Failure> {
        let portal = &self.programs.portal;
        let root = self.root.as_ref().ok_or_else(|| broken("nobody plays the reporter"))?;
        let mailbox = opened::open(portal, root).await.map_err(|error| broken(&error.to_string()))?;
        let question = mailbox.standing == domain::PublicStatus::Question;
        let message =
            Message::from_reporter(text, portal.today(), question).map_err(|error| broken(&error.to_string()))?;
        postvak::send(portal, &mailbox, message).await.map_err(|error| broken(&error.to_string()))?;
        if question {
            self.step(Status::ReactieOntvangen).await?;
        }
        Ok(())
    }

    /// The AOV's description and the weighing, if the sample has them.
    async fn weigh(&self, sample: &Sample, worked: &Worked) -> Result<(), Failure> {
        if !worked.omschrijving.is_empty() {
            self.act(Action::Description, &form(&[("omschrijving", &worked.omschrijving)])).await?;
        }
        let Some(body) = sample.weighing_form(worked) else { return Ok(()) };
        if self.is_integrity() {
            self.finds(worked).await?;
        }
        self.go_to(Status::InWeging).await?;
        let form = Form::decode(body.as_bytes());
        let weighing = Weighing::parse(&|field| form.get(field));
        let weighing = weighing.map_err(|errors| broken(&format!("{}: {errors}", sample.id)))?;
        let case = self.open().await?;
        weighing::add(&self.programs.desk, &self.officer, &case, weighing).await.map_err(|e| broken(&e.to_string()))?;
        self.go_to(Status::Gewogen).await?;
        match &sample.besluit {
            Some(decision) if self.is_integrity() => self.decides(decision, worked).await,
            _ => Ok(()),
        }
    }

    /// Takes the shortest way of allowed steps to a status; stays where there is none.
    pub async fn go_to(&self, target: Status) -> Result<(), Failure> {
        for status in way(self.open().await?.status(), target, self.route) {
            self.step(status).await?;
        }
        Ok(())
    }

    async fn step(&self, status: Status) -> Result<(), Failure> {
        let reason = match status {
            Status::Afgehandeld => "Het signaal is beoordeeld en de melder heeft een terugkoppeling gekregen.",
            Status::InVoorscreening | Status::InWeging => "Ook zonder antwoord van de melder kan het werk verder.",
            _ => "",
        };
        let fields = [("status", status.label()), ("reden", reason), ("bevestigd", "ja")];
        self.act(Action::Status, &form(&fields)).await
    }

    async fn act(&self, action: Action, body: &str) -> Result<(), Failure> {
        let form = Form::decode(body.as_bytes());
        match perform(
            &self.programs.desk,
            &self.officer,
            self.kenmerk.as_str(),
            &form,
            action,
            &desk::files::Enclosures::default(),
        )
        .await
        {
            Ok(Performed::Done) => Ok(()),
            Ok(Performed::NotHis(case)) if !case.is_declared() => {
                Box::pin(self.act(Action::Declaration, "betrokken=nee")).await?;
                Box::pin(self.act(action, body)).await
            }
            Ok(Performed::NotHis(_)) => Err(broken(&format!("{}: not to be done by this officer", self.kenmerk))),
            Ok(Performed::Refused { typed, .. }) => Err(broken(&format!("{}: {}", self.kenmerk, typed.errors))),
            Err(answer) => Err(broken(&format!("{}: {}", self.kenmerk, answer.status()))),
        }
    }

    async fn open(&self) -> Result<desk::case::Case, Failure> {
        let opened = opening::open(&self.programs.desk, &self.officer, self.kenmerk.as_str()).await;
        opened.map_err(|answer| broken(&answer.status().to_string()))
    }
}

/// The first member of a route, at work.
pub async fn officer(programs: &Programs, route: RouteName) -> Result<Arc<Officer>, Failure> {
    person(programs, people::first_member(route).ok_or_else(|| broken("a route without members"))?.login).await
}

/// Somebody at work.
pub async fn person(programs: &Programs, login: &str) -> Result<Arc<Officer>, Failure> {
    let store = &programs.desk.store;
    let account = store.account_by_name(login).await?.ok_or_else(|| broken("an account is gone"))?;
    let key = Arc::new(demo::person(login));
    let ring = Keyring::open(&account, Arc::clone(&key), &store.people().await?, &programs.desk.routes);
    Ok(Arc::new(Officer {
        account,
        key,
        ring,
        token: String::new(),
        session: [0; 32],
        remembered: 0,
        sitting: Sitting::default(),
        visit: Arc::default(),
    }))
}

/// The statuses on the shortest way, without asking the reporter, closing or reopening in between.
fn way(from: Status, target: Status, route: RouteName) -> Vec<Status> {
    let mut queue = VecDeque::from([vec![from]]);
    let mut seen = vec![from];
    while let Some(path) = queue.pop_front() {
        let Some(&last) = path.last() else { continue };
        if last == target {
            return path[1..].to_vec();
        }
        for step in transitions_from(last, route) {
            let detour = matches!(step.to, Status::ReactieGevraagd | Status::Afgehandeld) && step.to != target;
            if !detour && !seen.contains(&step.to) {
                seen.push(step.to);
                queue.push_back([path.as_slice(), &[step.to]].concat());
            }
        }
    }
    Vec::new()
}
