//! Section `desk`, and the sections the desk alone reads.

use std::{net::IpAddr, path::Path};

use attachments::Storage;
use chrono::NaiveDate;
use domain::{
    meeting::Series,
    retention::{Outcome, Rule, Rules},
};
use letters::{BadTexts, Texts};
use post::{MailSettings, Post};
use seal::routes::{DemoKeys, Routes, RoutesSettings};
use serde::Deserialize;
use web::{
    House,
    settings::{BadValue, ConfigError, Database, Organisation, https, load, named},
};

use crate::CanarySettings;

/// Section `desk`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeskSettings {
    pub listen: String,
    /// Where an operator's monitoring asks; empty for nowhere.
    pub monitor: String,
    pub public_url: String,
    /// Minutes without a click after which a session ends.
    pub idle_minutes: u32,
    /// Hours after which a session ends in any case.
    pub session_hours: u32,
    /// The areas of the municipality that a signal can be about, in the order of the form.
    pub areas: Vec<String>,
    /// A folder with texts of messages and letters in place of ours; empty for none. Relative to the configuration's file.
    pub texts: String,
    /// What stands there, read and checked.
    #[serde(skip)]
    pub letters: Texts,
    /// Addresses of the proxies before the desk, whose `X-Forwarded-For` says where an officer works: for the log.
    pub proxies: Vec<IpAddr>,
}

impl DeskSettings {
    /// Checks ranges; says whether cookies can be `Secure`.
    pub fn validate(&self) -> Result<bool, BadValue> {
        if !(5..=60).contains(&self.idle_minutes) {
            return Err(BadValue::new("desk.idle_minutes", "must be 5 to 60"));
        }
        if !(1..=12).contains(&self.session_hours) {
            return Err(BadValue::new("desk.session_hours", "must be 1 to 12"));
        }
        let is_name = |area: &String| {
            let length = area.chars().count();
            (1..=60).contains(&length) && area.trim() == area && !area.chars().any(char::is_control)
        };
        let different: std::collections::BTreeSet<_> = self.areas.iter().collect();
        if self.areas.len() > 100 || different.len() != self.areas.len() || !self.areas.iter().all(is_name) {
            return Err(BadValue::new("desk.areas", "must be at most 100 different names of 1 to 60 characters"));
        }
        https("desk.public_url", &self.public_url)
    }

    /// Reads the municipality's own texts, where its folder has some.
    pub fn read_letters(&mut self, file: Option<&Path>) -> Result<(), ConfigError> {
        if self.texts.is_empty() {
            return Ok(());
        }
        let folder = file.and_then(Path::parent).unwrap_or_else(|| Path::new("")).join(&self.texts);
        let bad = |bad: BadTexts| BadValue::new("desk.texts", bad.to_string()).in_file(&named(file));
        self.letters = Texts::with(&folder).map_err(bad)?;
        Ok(())
    }
}

/// Section `meeting`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingSettings {
    pub name: String,
    pub every_days: u16,
    /// A day, or nothing.
    pub first: String,
    pub structural: Vec<String>,
}

impl MeetingSettings {
    /// Checks the section, and makes of it the series that it describes.
    pub fn series(&self) -> Result<Series, BadValue> {
        let is_word = |word: &str, most| {
            (1..=most).contains(&word.chars().count()) && word.trim() == word && !word.chars().any(char::is_control)
        };
        if !is_word(&self.name, 20) {
            return Err(BadValue::new("meeting.name", "must be 1 to 20 characters, for instance \"LIO\""));
        }
        if !(1..=366).contains(&self.every_days) {
            return Err(BadValue::new("meeting.every_days", "must be 1 to 366"));
        }
        let first = match self.first.as_str() {
            "" => None,
            day => match day.parse() {
                Ok(day) => Some(day),
                Err(_) => {
                    return Err(BadValue::new("meeting.first", "must be a day, for instance \"2026-12-03\", or empty"));
                }
            },
        };
        if self.structural.len() > 30 || !self.structural.iter().all(|function| is_word(function, 100)) {
            return Err(BadValue::new("meeting.structural", "must be at most 30 functions of 1 to 100 characters"));
        }
        let (name, structural) = (self.name.clone(), self.structural.clone());
        Ok(Series { name, every_days: self.every_days, first, structural })
    }
}

/// Section `reveal`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevealSettings {
    /// Whether a reporter is asked before anybody asks for his name.
    pub ask_reporter: bool,
}

/// Section `terms`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermsSettings {
    /// The day on which the last ondermijningsbeeld was made, or nothing.
    pub last_picture: String,
}

impl TermsSettings {
    /// Checks the section; the day, where there is one.
    pub fn picture(&self) -> Result<Option<NaiveDate>, BadValue> {
        let bad = |_| BadValue::new("terms.last_picture", "must be a day, for instance \"2026-12-31\", or empty");
        let day = Some(self.last_picture.as_str()).filter(|day| !day.is_empty());
        day.map(|day| day.parse().map_err(bad)).transpose()
    }
}

/// Section `retention`: a term for each way in which a signal can end. What is not there is not destroyed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionSettings {
    /// Days until the last backup that holds a destroyed signal is gone.
    pub backup_days: u32,
    pub screened: Option<TermSettings>,
    pub no_follow_up: Option<TermSettings>,
    pub forwarded: Option<TermSettings>,
    pub investigated: Option<TermSettings>,
}

/// One term.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermSettings {
    pub months: u32,
    /// Why it is destroyed then.
    pub ground: String,
    /// The number in the selection list.
    pub selection_list: String,
}

impl RetentionSettings {
    /// Checks the section, and makes of it the rules that it describes.
    pub fn rules(&self) -> Result<Rules, BadValue> {
        if !(1..=3650).contains(&self.backup_days) {
            return Err(BadValue::new("retention.backup_days", "must be 1 to 3650"));
        }
        let given = [&self.screened, &self.no_follow_up, &self.forwarded, &self.investigated];
        let mut rules = Vec::new();
        for (outcome, term) in Outcome::ALL.iter().zip(given) {
            let Some(term) = term else { continue };
            let key = |name: &str| format!("retention.{}.{name}", outcome.key());
            if !(1..=600).contains(&term.months) {
                return Err(BadValue::new(key("months"), "must be 1 to 600"));
            }
            let line = |name: &str, text: &str| {
                let is_line = (1..=200).contains(&text.trim().chars().count()) && !text.chars().any(char::is_control);
                let said = is_line.then(|| text.trim().to_owned());
                said.ok_or_else(|| BadValue::new(key(name), "must be one line of 1 to 200 characters"))
            };
            let (ground, list) = (line("ground", &term.ground)?, line("selection_list", &term.selection_list)?);
            rules.push((*outcome, Rule { months: term.months, ground, list }));
        }
        Ok(Rules::new(rules, self.backup_days))
    }
}

/// What `signaalkluis-desk` reads of a configuration. Other sections may stand in the file; their insides are not its
/// business.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub organisation: Organisation,
    pub desk: DeskSettings,
    pub meeting: MeetingSettings,
    pub mail: MailSettings,
    pub retention: RetentionSettings,
    pub reveal: RevealSettings,
    pub terms: TermsSettings,
    pub routes: RoutesSettings,
    pub database: Database,
    pub storage: Storage,
    pub canary: CanarySettings,
    pub portal: Portal,
}

/// Of section `portal`, what the desk reads: where its canary goes.
#[derive(Deserialize)]
pub struct Portal {
    pub public_url: String,
}

impl Settings {
    /// Reads the configuration and checks it. A desk without routes starts: there their keys are made.
    pub fn read(file: Option<&Path>) -> Result<(Self, Routes, House), ConfigError> {
        let mut settings: Self = load(file)?;
        let routes = Routes::check(&settings.routes, DemoKeys::Refuse)
            .map_err(|error| BadValue::new(error.key, error.why).in_file(&named(file)))?;
        settings.desk.validate().map_err(|bad| bad.in_file(&named(file)))?;
        settings.meeting.series().map_err(|bad| bad.in_file(&named(file)))?;
        settings.retention.rules().map_err(|bad| bad.in_file(&named(file)))?;
        settings.terms.picture().map_err(|bad| bad.in_file(&named(file)))?;
        mail(&mut settings.mail, file)?;
        settings.storage.validate().map_err(|bad| bad.in_file(&named(file)))?;
        settings.desk.read_letters(file)?;
        let house = settings.organisation.house(file)?;
        Ok((settings, routes, house))
    }
}

/// Makes the paths of section `mail` count from the configuration's folder, and checks it.
pub fn mail(settings: &mut MailSettings, file: Option<&Path>) -> Result<Post, ConfigError> {
    settings.beside(file.and_then(Path::parent).unwrap_or_else(|| Path::new("")));
    settings.check().map_err(|bad| BadValue::new(bad.key, bad.why).in_file(&named(file)))
}
