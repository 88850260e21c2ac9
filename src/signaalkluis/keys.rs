//! `keys`: what routes' keys are sealed to on paper. Taking them out for the yearly test, letting somebody in with the paper on
//! a copy that no network reaches, and bringing that to the desk: none of these shows or writes a secret. And the canary's key.

mod canary;
mod handed;
mod import;
mod recover;

use std::path::{Path, PathBuf};

use clap::Subcommand;
use domain::{RouteName, journal};

use crate::{
    account::route,
    audit,
    failure::Failure,
    files::{make_private_dir, write_private},
    settings::for_operator,
};

#[derive(Subcommand)]
pub enum Action {
    /// Writes each route's key as it is sealed to its recovery recipient, for the yearly test of the paper
    #[command(after_help = "Example:\n  signaalkluis keys export --out proef --config FILE")]
    Export {
        /// A new or empty folder
        #[arg(long)]
        out: PathBuf,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
    },
    /// On an offline copy of the database, by two people: lets somebody into a route with the recovery key
    #[command(
        after_help = "Example:\n  signaalkluis keys recover --route aov --account n.naam@gemeente.example --identity papier.txt --out lid.json --config COPY\n\nIt writes nothing to the database. Bring the file to the server and run `signaalkluis keys import` there."
    )]
    Recover {
        /// The route that nobody can open any more
        #[arg(long, value_parser = route)]
        route: RouteName,
        /// Login name of whom it lets in: somebody who chose his password
        #[arg(long)]
        account: String,
        /// The recovery key, typed from the paper into an age identity file of mode 0600
        #[arg(long)]
        identity: PathBuf,
        /// A new file, for `keys import`
        #[arg(long)]
        out: PathBuf,
        /// A configuration file that names the copy
        #[arg(long)]
        config: Option<PathBuf>,
    },
    /// Makes the key by which the desk opens the reports that it sends itself through the portal, and says what to configure
    #[command(after_help = "Example:\n  signaalkluis keys canary --out /etc/signaalkluis/canary.key")]
    Canary {
        /// A new file, for the desk's user alone
        #[arg(long)]
        out: PathBuf,
    },
    /// Stores what `keys recover` wrote; every member sees it
    #[command(after_help = "Example:\n  signaalkluis keys import lid.json --config FILE")]
    Import {
        /// The file that `keys recover` wrote
        file: PathBuf,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
    },
}

/// `signaalkluis keys`
pub async fn run(action: Action) -> Result<(), Failure> {
    match action {
        Action::Export { out, config } => export(&out, config.as_deref()).await,
        Action::Recover { route, account, identity, out, config } => {
            recover::run(&recover::Wanted { route, account, identity, out, config }).await
        }
        Action::Canary { out } => canary::run(&out),
        Action::Import { file, config } => import::run(&file, config.as_deref()).await,
    }
}

async fn export(out: &Path, config: Option<&Path>) -> Result<(), Failure> {
    let store = for_operator(config)?.store().await?;
    let write = async {
        let keys = store.route_keys().await?;
        if keys.is_empty() {
            return Err(Failure::refused("no route has a key yet: a first member makes it at the desk"));
        }
        make_private_dir(out)?;
        if std::fs::read_dir(out).map_err(Failure::file(out))?.next().is_some() {
            return Err(Failure::refused(format!("{}: is not empty; choose a new folder", out.display())));
        }
        for key in &keys {
            write_private(&out.join(format!("{}.key.age", key.route)), &key.recovery)?;
            println!("{}\t{}", key.route, key.encrypt);
        }
        Ok(())
    };
    audit::kept(&store, journal::Action::RouteKeysExported, "", write).await?;
    println!("wrote them to {}; nothing in it opens without the paper", out.display());
    println!("on a machine without a network: age -d -i PAPER ROUTE.key.age | grep '^# public key'");
    println!("must show the line above, and `encrypt` of that route in the configuration");
    Ok(())
}
