//! `account`: the desk's people. Accounts give no access: members let people in, at the desk.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use desk::accounts::Ended;
use domain::{Clock, RouteName, SystemClock, journal};
use store::StoreError;

use crate::{audit, failure::Failure, mail, settings::for_operator};

#[derive(Subcommand)]
pub enum Action {
    /// Adds an account and prints its invitation
    #[command(
        after_help = "Example:\n  signaalkluis account add n.naam@gemeente.example --function \"Jurist\" --route aov --config FILE"
    )]
    Add {
        /// Login name, such as an e-mail address
        name: String,
        /// What this person is, as colleagues see it
        #[arg(long)]
        function: String,
        /// The route whose members are to let this person in; without it, none
        #[arg(long, value_parser = route)]
        route: Option<RouteName>,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
    },
    /// Lists accounts
    #[command(after_help = "Example:\n  signaalkluis account list --config FILE")]
    List {
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
    },
    /// Gives somebody whose password or telephone is lost a new invitation; his old key is destroyed
    #[command(after_help = "Example:\n  signaalkluis account reset n.naam@gemeente.example --config FILE")]
    Reset {
        /// Login name
        name: String,
        /// For somebody whose account was disabled, and who comes back
        #[arg(long)]
        disabled: bool,
        /// Even where closed signals then open for nobody who works here, but with the paper alone
        #[arg(long, conflicts_with = "disabled")]
        unreadable: bool,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
    },
    /// Lets an account go on that somebody stopped at the desk; its key and its password are what they were
    #[command(after_help = "Example:\n  signaalkluis account resume n.naam@gemeente.example --config FILE")]
    Resume {
        /// Login name
        name: String,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
    },
    /// Disables an account and ends its sessions at once
    #[command(after_help = "Example:\n  signaalkluis account disable n.naam@gemeente.example --config FILE")]
    Disable {
        /// Login name
        name: String,
        /// Even where closed signals then open for nobody who works here, but with the paper alone
        #[arg(long)]
        unreadable: bool,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
    },
}

/// `signaalkluis account`
pub async fn run(action: Action) -> Result<(), Failure> {
    match action {
        Action::Add { name, function, route, config } => add(&name, &function, route, config.as_deref()).await,
        Action::List { config } => list(config.as_deref()).await,
        Action::Reset { name, disabled, unreadable, config } => {
            let how = match (disabled, unreadable) {
                (true, _) => How::Disabled,
                (false, true) => How::Unreadable,
                (false, false) => How::Forgot,
            };
            reset(&name, how, config.as_deref()).await
        }
        Action::Resume { name, config } => resume(&name, config.as_deref()).await,
        Action::Disable { name, unreadable, config } => disable(&name, unreadable, config.as_deref()).await,
    }
}

async fn add(name: &str, function: &str, route: Option<RouteName>, config: Option<&Path>) -> Result<(), Failure> {
    let name = login_name(name)?;
    if function.trim().is_empty() || function.chars().any(char::is_control) {
        return Err(Failure::refused("--function: say in a few words what this person is"));
    }
    let settings = for_operator(config)?;
    let store = settings.store().await?;
    let invited = async {
        match desk::invitation::invite(&store, SystemClock.now(), &name, function.trim(), route).await {
            Err(StoreError::Taken) => Err(Failure::refused(format!("{name}: this account exists; see `account list`"))),
            invited => Ok(invited?),
        }
    };
    match audit::kept(&store, journal::Action::AccountAdded, &name, invited).await {
        Ok(path) => {
            println!("account  {name}");
            let invitation = format!("{}{path}", settings.desk.public_url);
            println!("invite   {invitation}");
            mail::invite(&settings, &store, &name, &invitation).await?;
            println!(
                "The invitation works once, for {} hours. Give it to this person alone.",
                desk::invitation::VALID_HOURS
            );
            Ok(())
        }
        Err(error) => Err(error),
    }
}

/// A login name, in lower case, or what is wrong with it.
pub fn login_name(typed: &str) -> Result<String, Failure> {
    let name = typed.trim().to_lowercase();
    if name.is_empty() || name.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(Failure::refused("the login name must be one word, such as an e-mail address"));
    }
    Ok(name)
}

async fn list(config: Option<&Path>) -> Result<(), Failure> {
    let store = for_operator(config)?.store().await?;
    audit::noted(&store, journal::Action::AccountsListed, "").await?;
    let (memberships, halts) = (store.memberships().await?, store.halts().await?);
    for account in store.accounts().await? {
        let state = match (account.disabled, account.sealed_key.is_some()) {
            (true, _) => "disabled",
            (false, _) if halts.iter().any(|halt| halt.account_id == account.id) => "stopped",
            (false, true) => "active",
            (false, false) => "invited",
        };
        let routes: Vec<_> =
            memberships.iter().filter(|m| m.account_id == account.id).map(|m| m.route.label()).collect();
        println!("{}\t{state}\t{}\t{}", account.name, account.function, routes.join(", "));
    }
    Ok(())
}

/// Why somebody gets a new invitation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Forgot,
    /// And nobody else opens something, which is known.
    Unreadable,
    /// His account was disabled, and he comes back.
    Disabled,
}

async fn reset(name: &str, how: How, config: Option<&Path>) -> Result<(), Failure> {
    let settings = for_operator(config)?;
    let store = settings.store().await?;
    let name = name.trim().to_lowercase();
    if store.account_by_name(&name).await?.is_none() {
        return Err(Failure::refused(format!("{name}: there is no such account that is active; see `account list`")));
    }
    not_the_last(&store, &name, "resetting").await?;
    let reset = async {
        let now = SystemClock.now();
        let path = match how {
            How::Forgot => desk::invitation::reset(&store, now, &name).await?,
            How::Unreadable => desk::invitation::reset_unreadable(&store, now, &name).await?,
            How::Disabled => desk::invitation::readmit(&store, now, &name).await?,
        };
        match path {
            Some(path) => Ok(path),
            None => Err(not_reset(&store, &name, how).await?),
        }
    };
    let path = audit::kept(&store, journal::Action::AccountReset, &name, reset).await?;
    println!("reset    {name}");
    let invitation = format!("{}{path}", settings.desk.public_url);
    println!("invite   {invitation}");
    mail::invite(&settings, &store, &name, &invitation).await?;
    println!("The old password opens nothing any more, and every session ended.");
    println!("The person chooses a new password; then a member lets him in again at Beheer, by six words.");
    Ok(())
}

/// Why somebody got no new invitation, and what to do instead.
async fn not_reset(store: &store::Store, name: &str, how: How) -> Result<Failure, StoreError> {
    let account = store.account_by_name(name).await?.filter(|account| !account.disabled);
    let said = match account {
        _ if how == How::Disabled => format!("{name}: there is no such account that is disabled; see `account list`"),
        None => format!("{name}: there is no such account that is active; see `account list`"),
        Some(account) if store.is_halted(account.id).await? => format!(
            "{name}: a colleague stopped this account: that is why logging in fails, and a new invitation would destroy its key. \
             May it go on: `account resume {name}`. Must its key go: `account disable {name}`, and then \
             `account reset {name} --disabled`"
        ),
        Some(_) => format!(
            "{name}: opens what nobody else who works here opens, and a new invitation destroys the key to it. Whoever can still \
             log in gives others their keys first, or changes password or telephone at Mijn account; where that is past, say \
             --unreadable"
        ),
    };
    Ok(Failure::refused(said))
}

async fn resume(name: &str, config: Option<&Path>) -> Result<(), Failure> {
    let store = for_operator(config)?.store().await?;
    let login = name.trim().to_lowercase();
    let Some(account) = store.account_by_name(&login).await?.filter(|account| !account.disabled) else {
        // What is no account's name stands in no line.
        return Err(Failure::refused(format!("{name}: there is no such account that is active; see `account list`")));
    };
    let resumed = async {
        match store.resume(account.id).await? {
            true => Ok(()),
            false => Err(Failure::refused(format!("{name}: nobody stopped this account; see `account list`"))),
        }
    };
    audit::kept(&store, journal::Action::AccountResumed, &login, resumed).await?;
    println!("resumed  {login}");
    println!("This person logs in with the password and the telephone that he has.");
    Ok(())
}

/// A route that nobody can open any more is lost but for the paper key.
async fn not_the_last(store: &store::Store, name: &str, what: &str) -> Result<(), Failure> {
    match store.sole_member_of(name).await? {
        Some(route) => Err(last(name, route, what)),
        None => Ok(()),
    }
}

fn last(name: &str, route: RouteName, what: &str) -> Failure {
    Failure::refused(format!(
        "{name}: is the last member who can open the route {route}, and {what} would close it for everybody; let another \
         member in first"
    ))
}

async fn disable(name: &str, unreadable: bool, config: Option<&Path>) -> Result<(), Failure> {
    let store = for_operator(config)?.store().await?;
    let login = name.trim().to_lowercase();
    if store.account_by_name(&login).await?.is_none() {
        // What is no account's name stands in no line.
        return Err(Failure::refused(format!("{name}: there is no such account; see `account list`")));
    }
    let disabled = async {
        match desk::accounts::end(&store, &login).await? {
            Ended::Done => Ok(()),
            Ended::OpensAlone if unreadable && store.disable_unreadable(&login).await? => Ok(()),
            Ended::OpensAlone => Err(Failure::refused(format!(
                "{name}: opens what nobody else who works here opens; give others their keys first, or say --unreadable"
            ))),
            Ended::Unknown | Ended::TakesTwo => {
                Err(Failure::refused(format!("{name}: there is no such account; see `account list`")))
            }
            Ended::SoleMember(route) => Err(last(&login, route, "disabling")),
        }
    };
    audit::kept(&store, journal::Action::AccountDisabled, &login, disabled).await?;
    println!("disabled {name}");
    Ok(())
}

/// A route by its name.
pub fn route(name: &str) -> Result<RouteName, String> {
    RouteName::of_people().find(|route| route.label() == name).ok_or_else(|| {
        let names: Vec<_> = RouteName::of_people().map(RouteName::label).collect();
        format!("no route is called that; choose one of {}", names.join(", "))
    })
}
