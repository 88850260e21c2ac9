//! Mail to the people of the desk: what it tells who reads it on its way, and that each arrives once whatever happens.

mod calendars;
mod delivery;
mod fetched;
mod invited;
mod killed;
mod noticed;
mod settings;
mod told;

use std::sync::Arc;

use chrono::NaiveDate;
use desk::mail::Mailing;
use domain::Clock;
use entity::outbox::Model;
use post::Transport;

use crate::helpers::{
    smtp::Smtp,
    town::{Town, mailing},
};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// How a town mails by a transport of the test's.
fn by(town: &Town, transport: Transport) -> Mailing {
    mailing(&town.store, &(Arc::clone(&town.clock) as Arc<dyn Clock>), transport)
}

fn over(town: &Town, smtp: &Smtp) -> Mailing {
    by(town, Transport::Smtp(Box::new(smtp.server())))
}

/// Writes the mails of a day.
fn writes(town: &Town, mailing: &Mailing, of: &str) {
    town.runtime.block_on(mailing.post_daily(day(of))).expect("written");
}

/// Tries what waits.
fn delivers(town: &Town, mailing: &Mailing) {
    town.runtime.block_on(mailing.outbox.deliver()).expect("the database did it");
}

fn mails(town: &Town) -> Vec<Model> {
    town.runtime.block_on(town.store.mails()).expect("read")
}

/// How many mails are in each state, as "bezorgd 6, wacht 1".
fn states(town: &Town) -> String {
    let mut counted = std::collections::BTreeMap::<_, usize>::new();
    for mail in mails(town) {
        *counted.entry(mail.state.label()).or_default() += 1;
    }
    counted.iter().map(|(state, count)| format!("{state} {count}")).collect::<Vec<_>>().join(", ")
}
