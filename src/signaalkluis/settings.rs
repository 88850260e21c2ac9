//! The whole configuration, as `serve` and the operator's commands read it.

use std::path::Path;

use attachments::Storage;
use desk::canary::Canary;
use desk::{CanarySettings, DeskSettings, MeetingSettings, RetentionSettings, RevealSettings, TermsSettings};
use portal::PortalSettings;
use post::MailSettings;
use seal::routes::{DemoKeys, Routes, RoutesSettings};
use serde::Deserialize;
use store::{DatabaseSettings, Store};
use web::{
    House,
    settings::{BadValue, ConfigError, Database, Organisation, load, named},
};

use crate::{check::sqlite_file, failure::Failure};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub organisation: Organisation,
    pub portal: PortalSettings,
    pub desk: DeskSettings,
    pub meeting: MeetingSettings,
    pub mail: MailSettings,
    pub retention: RetentionSettings,
    pub reveal: RevealSettings,
    pub terms: TermsSettings,
    pub routes: RoutesSettings,
    pub canary: CanarySettings,
    pub database: Database,
    pub storage: Storage,
}

impl Settings {
    /// Reads and checks the configuration; says which file and key is wrong.
    pub fn read(file: Option<&Path>, demo: DemoKeys) -> Result<(Self, Routes, House), ConfigError> {
        let mut settings: Self = load(file)?;
        let bad = |bad: BadValue| bad.in_file(&named(file));
        let routes = Routes::check(&settings.routes, demo).map_err(|error| bad(BadValue::new(error.key, error.why)))?;
        settings.portal.origin().map_err(bad)?;
        settings.desk.validate().map_err(bad)?;
        settings.meeting.series().map_err(bad)?;
        settings.retention.rules().map_err(bad)?;
        settings.terms.picture().map_err(bad)?;
        settings.storage.validate().map_err(bad)?;
        desk::settings::mail(&mut settings.mail, file)?;
        settings.desk.read_letters(file)?;
        let house = settings.organisation.house(file)?;
        Ok((settings, routes, house))
    }

    /// What the canary is sent with; `file` is the one that was read.
    pub fn canary(&self, file: Option<&Path>) -> Result<Option<Canary>, ConfigError> {
        self.canary.read(file, &self.portal.public_url)
    }

    /// The database of an operator's command, its tables up to date. It is there already: opening would make one, and who
    /// forgot to name the configuration would invite people to a vault that nobody serves.
    pub async fn store(&self) -> Result<Store, Failure> {
        match sqlite_file(&self.database.url).filter(|file| !file.exists()) {
            Some(file) => Err(Failure::refused(format!(
                "there is no database at {}; name the installation's own configuration with --config FILE",
                file.display()
            ))),
            None => self.new_store().await,
        }
    }

    /// The same where it may be missing: of a new installation.
    pub async fn new_store(&self) -> Result<Store, Failure> {
        let store = Store::open(&DatabaseSettings { url: self.database.url.clone(), connections: 2 }).await?;
        store.migrate().await?;
        Ok(store)
    }
}

/// Settings for a command that only works with the database: the demo's keys are no hindrance there.
pub fn for_operator(file: Option<&Path>) -> Result<Settings, ConfigError> {
    Settings::read(file, DemoKeys::Accept).map(|(settings, ..)| settings)
}
