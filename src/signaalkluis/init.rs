//! `init`: a new installation. It makes no key: the recovery key is made offline, a route's key by its first member.

use std::path::PathBuf;

use chrono::Utc;
use domain::{Clock, RouteName, SystemClock, journal::Action, retention::Outcome};
use seal::{Recipient, demo, role};

use crate::{
    account::login_name,
    audit,
    failure::Failure,
    files::{files_url, make_private_dir, sqlite_url, write_private},
    settings::for_operator,
};

#[derive(clap::Args)]
pub struct Arguments {
    /// A new or empty folder for configuration and database
    #[arg(long)]
    dir: PathBuf,
    /// Public half (age1...) of the recovery key that `age-keygen` made on an offline machine
    #[arg(long)]
    recovery: String,
    /// Login name of the first account
    #[arg(long, default_value = "aov")]
    account: String,
    /// What that person is, as colleagues see it; without it, of route aov, Adviseur Openbare Orde en Veiligheid
    #[arg(long)]
    function: Option<String>,
    /// The route whose key this person will make
    #[arg(long, default_value = "aov", value_parser = crate::account::route)]
    route: RouteName,
    /// Name of the organisation, shown at the top of every page
    #[arg(long, default_value = "Gemeente")]
    organisation: String,
}

/// `signaalkluis init`
pub async fn run(arguments: &Arguments) -> Result<(), Failure> {
    let recovery = recovery(&arguments.recovery)?;
    let account = login_name(&arguments.account)?;
    let organisation = web::contact::line("--organisation", &arguments.organisation);
    let organisation = organisation.map_err(|bad| Failure::refused(format!("{}: {}", bad.key, bad.why)))?;
    let function = match (&arguments.function, arguments.route) {
        (Some(function), _) => function.as_str(),
        (None, RouteName::Aov) => "Adviseur Openbare Orde en Veiligheid",
        (None, route) => {
            return Err(Failure::refused(format!(
                "--function: say what the first member of route {route} is, as colleagues see it"
            )));
        }
    };
    let dir = &arguments.dir;
    make_private_dir(dir)?;
    if std::fs::read_dir(dir).map_err(Failure::file(dir))?.next().is_some() {
        return Err(Failure::refused(format!("{}: is not empty; choose a new folder", dir.display())));
    }
    let config = dir.join("signaalkluis.toml");
    let text = configuration(&organisation, &sqlite_url(dir)?, &files_url(dir)?, &recovery.to_string());
    write_private(&config, text.as_bytes())?;
    let settings = for_operator(Some(&config))?;
    let store = settings.new_store().await?;
    let now: chrono::DateTime<Utc> = SystemClock.now();
    audit::noted(&store, Action::Installed, "").await?;
    let invited = async { Ok(desk::invitation::invite(&store, now, &account, function, Some(arguments.route)).await?) };
    let path = audit::kept(&store, Action::AccountAdded, &account, invited).await?;
    println!("made     {}", config.display());
    println!("account  {} ({})", account, function);
    println!("invite   {}{path}", settings.desk.public_url);
    println!();
    println!("Next:");
    println!("  1. signaalkluis serve --config {}", config.display());
    println!(
        "  2. Open the invitation (it works once, for {} hours) and choose a password; have a telephone with an app for codes at hand.",
        desk::invitation::VALID_HOURS
    );
    println!("  3. Log in, go to Beheer, make the route's key, and put the lines it shows into {}.", config.display());
    println!("  4. Fill in how long closed signals are kept ([retention], see config/default.toml).");
    println!("  5. signaalkluis check --config {}  (compare the six words), then start it again.", config.display());
    println!(
        "  6. Once reporters reach the portal: signaalkluis keys canary --out FILE. The desk then tries the way of a report every day."
    );
    Ok(())
}

/// The recovery recipient, or why it cannot be one.
fn recovery(text: &str) -> Result<Recipient<role::Recovery>, Failure> {
    if text.to_uppercase().starts_with("AGE-SECRET-KEY-") {
        return Err(Failure::refused(
            "--recovery: that is the secret half. Keep it on paper; give the line that begins with age1",
        ));
    }
    let recovery = text.parse().map_err(|error| Failure::refused(format!("--recovery: {error}")))?;
    if demo::is_demo_recovery(&recovery) {
        return Err(Failure::refused(
            "--recovery: that is the demo's key, which everybody knows; make one with age-keygen",
        ));
    }
    Ok(recovery)
}

/// The configuration file of a new installation.
fn configuration(organisation: &str, database: &str, storage: &str, recovery: &str) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let (organisation, database, storage) = (quoted(organisation), quoted(database), quoted(storage));
    let retention: String = Outcome::ALL
        .iter()
        .map(|outcome| {
            let key = outcome.key();
            format!("# [retention.{key}]\n# months = 12\n# ground = \"...\"\n# selection_list = \"...\"\n")
        })
        .collect();
    format!(
        "# Made by `signaalkluis init`. config/default.toml explains every key; what is not here keeps its default.\n\n\
         [organisation]\nname = {organisation}\n\n\
         [portal]\nlisten = \"127.0.0.1:8080\"\n# The address reporters use, https:// in earnest.\npublic_url = \"http://127.0.0.1:8080\"\n\n\
         [desk]\nlisten = \"127.0.0.1:8081\"\npublic_url = \"http://127.0.0.1:8081\"\n\n\
         [database]\nurl = {database}\n\n\
         [storage]\nurl = {storage}\n\n\
         # How long closed signals are kept: fill in what your municipality decided, and take the # away. Until then nothing is destroyed,\n\
         # and `signaalkluis check` ends with status 1. In this order: not taken up; weighed or looked into, and nothing followed; passed\n\
         # on to somebody who acts; a fact-finding investigation was held.\n\
         {retention}\n\
         [routes]\nrecovery = \"{recovery}\"\n\n\
         # Who reads a signal about whom, where that differs from the protocol's order.\n[routes.subjects]\n\n\
         # The lines that the desk shows under Beheer, once a member made the key of his route.\n[routes.keys]\n"
    )
}
