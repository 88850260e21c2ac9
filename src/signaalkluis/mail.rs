//! `mail`: the day's mails, now.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::NaiveDate;
use clap::Subcommand;
use desk::mail::{Mailing, readers};
use domain::{
    Clock, SystemClock,
    clock::dutch_date,
    journal::Action,
    mail::{MailState, Why},
};
use post::Notice;
use seal::routes::DemoKeys;
use store::Store;

use crate::{audit, failure::Failure, settings::Settings};

#[derive(Subcommand)]
pub enum Verb {
    /// Writes the mails of a day and sends what waits; the desk does so every day by itself
    #[command(
        after_help = "Example:\n  signaalkluis mail daily --config FILE\n\nWho has the mail of that day already, gets no second one."
    )]
    Daily {
        /// Of which day; today if none is given
        #[arg(long)]
        date: Option<NaiveDate>,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
    },
}

/// `signaalkluis mail`
pub async fn run(verb: Verb) -> Result<(), Failure> {
    match verb {
        Verb::Daily { date, config } => daily(date, config.as_deref()).await,
    }
}

/// Mails an invitation, where mail is configured and the login name is an address; the desk sends it within a minute. Where
/// not, says what to send along, in words that whoever gets it understands.
pub async fn invite(settings: &Settings, store: &Store, name: &str, invitation: &str) -> Result<(), Failure> {
    let notice = Notice::Invited { address: invitation, hours: desk::invitation::VALID_HOURS };
    if !tell(settings, store, name, &notice).await? {
        println!("Nobody is mailed. Words to send along:");
        for line in notice.words() {
            println!("  {line}");
        }
    }
    Ok(())
}

/// Mails somebody of whom a command did something. False: he gets no mail.
pub async fn tell(settings: &Settings, store: &Store, name: &str, notice: &Notice<'_>) -> Result<bool, Failure> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let post = settings.mail.check().map_err(|bad| Failure::refused(bad.to_string()))?;
    let Some(mailing) = Mailing::new(&post, store, &clock, &settings.organisation.name) else { return Ok(false) };
    let Some(account) = store.account_by_name(name).await? else { return Ok(false) };
    mailing.tell(&account, notice).await;
    let is_mailed = desk::mail::address(&account).is_some();
    if is_mailed {
        println!("mail     to {name}, sent by the desk once it runs");
    }
    Ok(is_mailed)
}

async fn daily(date: Option<NaiveDate>, config: Option<&Path>) -> Result<(), Failure> {
    let (settings, _, house) = Settings::read(config, DemoKeys::Accept)?;
    let store = settings.store().await?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let post = settings.mail.check().map_err(|bad| Failure::refused(bad.to_string()))?;
    let Some(mailing) = Mailing::new(&post, &store, &clock, &house.name) else {
        return Err(Failure::refused("mail.transport is blackhole: nobody is mailed; see config/default.toml"));
    };
    let day = date.unwrap_or_else(|| dutch_date(clock.now()));
    audit::noted(&store, Action::Mailed, &day.to_string()).await?;
    mailing.post_daily(day).await?;
    mailing.outbox.deliver().await?;
    let occasion = format!("{} ", post::daily::occasion(day));
    let (mut delivered, mut waiting) = (0_u32, 0_u32);
    for mail in store.mails().await?.into_iter().filter(|mail| mail.once.starts_with(&occasion)) {
        let why =
            mail.why.as_ref().filter(|_| mail.state == MailState::Waiting).and_then(|why| why.parse::<Why>().ok());
        let why = why.map_or_else(String::new, |why| format!(" ({})", why.in_english()));
        println!("{:<10} {}{why}", mail.state.in_english(), mail.recipient);
        match mail.state {
            MailState::Delivered => delivered += 1,
            _ => waiting += 1,
        }
    }
    for name in readers(&store).await?.1 {
        println!("{:<10} {name}: the login name is no e-mail address", "no mail");
    }
    println!("{delivered} delivered, {waiting} not");
    if waiting > 0 { Err(Failure::refused("not every mail was delivered; the desk goes on trying")) } else { Ok(()) }
}
