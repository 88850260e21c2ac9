//! The demo's meetings: one that was held three weeks ago, with minutes, and the next, its agenda frozen. Both go through the
//! code that the pages' forms take.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use desk::{
    meeting::{one, point, records},
    session::Officer,
};
use domain::{
    FixedClock, RouteName, Status, SystemClock,
    meeting::{Meeting, MeetingKind},
    message::MessageType,
    working_days,
};
use serde::Deserialize;
use web::Form;

use super::{
    load::{Loaded, Story, broken, officer, person},
    samples::form,
};
use crate::{failure::Failure, serve::Programs};

/// `config/demo/overleg.json`.
#[derive(Deserialize)]
pub struct Script {
    gehouden: Vec<HeldItem>,
    komend: Vec<ComingItem>,
    buiten: LeftOut,
    vooraf: Vec<Thought>,
}

#[derive(Deserialize)]
struct HeldItem {
    id: String,
    dagen_geleden: u64,
    weging: BTreeMap<String, String>,
    besluit: Vec<String>,
    motivering: String,
    actie: String,
    wie: String,
}

#[derive(Deserialize)]
struct ComingItem {
    id: String,
    omschrijving: String,
    gebied: String,
    urgentie: String,
}

#[derive(Deserialize)]
struct LeftOut {
    id: String,
    wie: String,
    reden: String,
}

#[derive(Deserialize)]
struct Thought {
    wie: String,
    id: String,
    niveaus: BTreeMap<String, String>,
    regel: String,
}

impl Script {
    pub fn read() -> Result<Self, Failure> {
        Ok(serde_json::from_str(include_str!("../../../config/demo/overleg.json"))?)
    }

    /// How long ago a signal came that was on the agenda of the meeting that was held.
    pub fn days_ago(&self, id: &str) -> Option<u64> {
        self.gehouden.iter().find(|item| item.id == id).map(|item| item.dagen_geleden)
    }
}

/// The day of the meeting that was held: about three weeks ago.
pub fn held_on() -> NaiveDate {
    let today = domain::clock::dutch_date(domain::Clock::now(&SystemClock));
    let about = today.checked_sub_days(Days::new(21)).unwrap_or(today);
    about.iter_days().find(|day| working_days::is_working_day(*day)).unwrap_or(about)
}

/// Holds one meeting and prepares the next.
pub async fn add(programs: &Programs, clock: &FixedClock, script: &Script, loaded: &[Loaded]) -> Result<(), Failure> {
    let day = held_on();
    let aov = officer(programs, RouteName::Aov).await?;
    let table = Table { programs, aov, day };
    for item in &script.gehouden {
        table.prepare(clock, loaded, &item.id, day - Days::new(3)).await?;
    }
    clock.set(at(day - Days::new(2), 9));
    let ids: Vec<_> = script.gehouden.iter().map(|item| item.id.as_str()).collect();
    table.freeze(loaded, &ids).await?;
    clock.set(at(day, 9));
    table.hold(clock, loaded, &script.gehouden).await?;
    let now = domain::Clock::now(&SystemClock);
    clock.set(now);
    let next = programs.desk.series.from(day.succ_opt().unwrap_or(day)).ok_or_else(|| broken("no next meeting"))?;
    let table = Table { day: next, ..table };
    for item in &script.komend {
        let story = table.story(clock, loaded, &item.id)?;
        let thanks = "Dank u wel. Wij hebben uw signaal ontvangen en bespreken het in het volgende overleg.";
        story.say(MessageType::Ontvangstbevestiging, thanks).await?;
        story
            .describe(&[("omschrijving", &item.omschrijving), ("gebied", &item.gebied), ("urgentie", &item.urgentie)])
            .await?;
        story.go_to(Status::OpLioAgenda).await?;
    }
    let ids: Vec<_> = script.komend.iter().map(|item| item.id.as_str()).collect();
    table.freeze(loaded, &ids).await?;
    let out = &script.buiten;
    table.story(clock, loaded, &out.id)?.take_away(&out.wie, &out.reden).await?;
    for thought in &script.vooraf {
        let mut fields = vec![("stap", "vooraf"), ("regel", thought.regel.as_str())];
        fields.extend(thought.niveaus.iter().map(|(field, level)| (field.as_str(), level.as_str())));
        let who = person(programs, &thought.wie).await?;
        table.story(clock, loaded, &thought.id)?.declare(&who).await?;
        table.at(&who, loaded, &thought.id, &fields).await?;
    }
    Ok(())
}

fn at(day: NaiveDate, hour: u32) -> DateTime<Utc> {
    day.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()).and_utc()
}

/// One meeting while it is being made.
struct Table<'a> {
    programs: &'a Programs,
    aov: Arc<Officer>,
    day: NaiveDate,
}

impl<'a> Table<'a> {
    fn story(&self, clock: &'a FixedClock, loaded: &[Loaded], id: &str) -> Result<Story<'a>, Failure> {
        let signal = loaded.iter().find(|signal| signal.id == id).ok_or_else(|| broken("a signal is gone"))?;
        Story::again(self.programs, clock, Arc::clone(&self.aov), signal)
    }

    async fn prepare(&self, clock: &'a FixedClock, loaded: &[Loaded], id: &str, day: NaiveDate) -> Result<(), Failure> {
        clock.set(at(day, 10));
        self.story(clock, loaded, id)?.go_to(Status::OpLioAgenda).await
    }

    async fn freeze(&self, loaded: &[Loaded], ids: &[&str]) -> Result<(), Failure> {
        let day = self.day.to_string();
        let desk = &self.programs.desk;
        let planned = Meeting::planned(&day, MeetingKind::Gewoon.label(), "", desk.today(), &[]);
        let meeting = planned.map_err(|errors| broken(&errors.to_string()))?;
        records::write(desk, &self.aov, None, &meeting).await.map_err(|error| broken(&error.to_string()))?;
        let of_ids = loaded.iter().filter(|signal| ids.contains(&signal.id.as_str()));
        let kenmerken: Vec<_> = of_ids.map(|signal| signal.kenmerk.to_string()).collect();
        let mut fields = vec![("stap", "vaststellen")];
        fields.extend(kenmerken.iter().map(|kenmerk| ("signaal", kenmerk.as_str())));
        self.step(&fields).await
    }

    async fn hold(&self, clock: &'a FixedClock, loaded: &[Loaded], items: &[HeldItem]) -> Result<(), Failure> {
        let mut there = vec![("stap".to_owned(), "openen".to_owned())];
        for login in ["aov@demo.example", "lio-brp@demo.example", "lio-jurist@demo.example", "lio-bibob@demo.example"] {
            let who = person(self.programs, login).await?;
            there.push(("aanwezig".to_owned(), who.account.id.to_string()));
            for item in items {
                self.story(clock, loaded, &item.id)?.declare(&who).await?;
            }
        }
        let there: Vec<_> = there.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
        self.step(&there).await?;
        for item in items {
            let weighing: Vec<_> = item.weging.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
            self.weigh(loaded, &item.id, &form(&weighing)).await?;
            let mut decision = vec![("stap", "besluit"), ("motivering", item.motivering.as_str()), ("bevestigd", "ja")];
            decision.extend(item.besluit.iter().map(|decision| ("besluit", decision.as_str())));
            self.at(&self.aov, loaded, &item.id, &decision).await?;
            let by = (self.day + Days::new(35)).to_string();
            let action = [("stap", "actie"), ("actie", &*item.actie), ("wie", &*item.wie), ("uiterlijk", &*by)];
            self.at(&self.aov, loaded, &item.id, &action).await?;
        }
        self.step(&[("stap", "sluiten")]).await
    }

    async fn weigh(&self, loaded: &[Loaded], id: &str, body: &str) -> Result<(), Failure> {
        let signal = loaded.iter().find(|signal| signal.id == id).ok_or_else(|| broken("a signal is gone"))?;
        let opened = desk::opening::open(&self.programs.desk, &self.aov, signal.kenmerk.as_str()).await;
        let case = opened.map_err(|answer| broken(&answer.status().to_string()))?;
        let form = Form::decode(body.as_bytes());
        let weighing = domain::weighing::Weighing::parse(&|field| form.get(field));
        let weighing = weighing.map_err(|errors| broken(&format!("{id}: {errors}")))?;
        let added = desk::weighing::add(&self.programs.desk, &self.aov, &case, weighing).await;
        added.map_err(|error| broken(&error.to_string()))
    }

    async fn step(&self, fields: &[(&str, &str)]) -> Result<(), Failure> {
        let form = Form::decode(form(fields).as_bytes());
        match one::perform(&self.programs.desk, &self.aov, &self.day.to_string(), &form).await {
            Ok(one::Performed::Done(left_off)) => match left_off.first() {
                Some(left) => Err(broken(&format!("{}: {}", left.kenmerk, left.why))),
                None => Ok(()),
            },
            Ok(one::Performed::Refused { errors, .. }) => Err(broken(&format!("{}: {errors}", self.day))),
            Err(answer) => Err(broken(&format!("{}: {}", self.day, answer.status()))),
        }
    }

    async fn at(
        &self,
        who: &Arc<Officer>,
        loaded: &[Loaded],
        id: &str,
        fields: &[(&str, &str)],
    ) -> Result<(), Failure> {
        let signal = loaded.iter().find(|signal| signal.id == id).ok_or_else(|| broken("a signal is gone"))?;
        let (form, path) = (Form::decode(form(fields).as_bytes()), (self.day.to_string(), signal.kenmerk.to_string()));
        match point::perform(&self.programs.desk, who, &path, &form).await {
            Ok(point::Performed::Done(_)) => Ok(()),
            Ok(point::Performed::Refused { errors, status, .. }) => {
                Err(broken(&format!("{}: {status} {errors}", signal.kenmerk)))
            }
            Err(answer) => Err(broken(&format!("{}: {}", signal.kenmerk, answer.status()))),
        }
    }
}
