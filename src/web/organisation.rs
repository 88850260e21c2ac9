//! Section `organisation`: who runs this installation, how it looks, how to reach it, and whom it points reporters to.
//! Read once, at start, into a [`House`] that pages show as it is.

use std::path::Path;

use actix_web::web::Bytes;
use indexmap::IndexMap;
use serde::Deserialize;

use crate::{
    contact::{Contact, Site, Words, WordsSettings, line},
    house_style::{Logo, stylesheet},
    settings::{BadValue, ConfigError, load, named},
    signpost::{Signpost, SignpostSettings},
};

/// The section, as it stands in the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Shown at the top of every page.
    pub name: String,
    accent: String,
    accent_dark: String,
    logo: String,
    leave_to: String,
    privacy: PrivacySettings,
    accessibility: AccessibilitySettings,
    security: SecuritySettings,
    wegwijzer: IndexMap<String, SignpostSettings>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PrivacySettings {
    contact: String,
    statement: String,
    retention: WordsSettings,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct AccessibilitySettings {
    contact: String,
    statement: String,
    status: WordsSettings,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct SecuritySettings {
    contact: String,
    days: u16,
}

/// The organisation, checked.
#[derive(Debug, Clone)]
pub struct House {
    pub name: String,
    /// The stylesheet with the colours of the organisation.
    pub stylesheet: Bytes,
    pub logo: Option<Logo>,
    /// The neutral site that "Snel weg" leads to.
    pub leave_to: Site,
    pub privacy: Privacy,
    pub accessibility: Accessibility,
    pub security: Option<Security>,
    /// In the order of the configuration.
    pub signposts: Vec<Signpost>,
}

/// What the page about privacy must hear from the organisation.
#[derive(Debug, Clone)]
pub struct Privacy {
    pub contact: Option<Contact>,
    /// Its general privacy statement.
    pub statement: Option<Site>,
    /// How long signals are kept.
    pub retention: Option<Words>,
}

/// What the accessibility statement must hear from the organisation.
#[derive(Debug, Clone)]
pub struct Accessibility {
    pub contact: Option<Contact>,
    /// Its statement in the national register.
    pub statement: Option<Site>,
    /// The status it claims there.
    pub status: Option<Words>,
}

/// Where somebody who finds a weakness can tell so (RFC 9116).
#[derive(Debug, Clone)]
pub struct Security {
    pub contact: Contact,
    /// For how many days from now the file may be believed.
    pub days: u16,
}

impl House {
    /// An organisation of this name that configured nothing else.
    pub fn shipped(name: &str) -> Result<Self, ConfigError> {
        #[derive(Deserialize)]
        struct Section {
            organisation: Organisation,
        }
        let mut section: Section = load(None)?;
        name.clone_into(&mut section.organisation.name);
        section.organisation.house(None)
    }
}

impl Organisation {
    /// Checks the section of the configuration in `file`.
    pub fn house(&self, file: Option<&Path>) -> Result<House, ConfigError> {
        let folder = file.and_then(Path::parent).unwrap_or_else(|| Path::new(""));
        self.parse(folder).map_err(|bad| bad.in_file(&named(file)))
    }

    fn parse(&self, folder: &Path) -> Result<House, BadValue> {
        let logo = (!self.logo.is_empty()).then(|| Logo::read("organisation.logo", &self.logo, folder));
        let privacy = Privacy {
            contact: Contact::optional("organisation.privacy.contact", &self.privacy.contact)?,
            statement: Site::optional("organisation.privacy.statement", &self.privacy.statement)?,
            retention: Words::parse("organisation.privacy.retention", &self.privacy.retention)?,
        };
        let accessibility = Accessibility {
            contact: Contact::optional("organisation.accessibility.contact", &self.accessibility.contact)?,
            statement: Site::optional("organisation.accessibility.statement", &self.accessibility.statement)?,
            status: Words::parse("organisation.accessibility.status", &self.accessibility.status)?,
        };
        let mut signposts = Vec::new();
        for (name, settings) in &self.wegwijzer {
            signposts.extend(settings.parse(&["organisation.wegwijzer.", name].concat())?);
        }
        Ok(House {
            name: line("organisation.name", &self.name)?,
            stylesheet: stylesheet(&self.accent, &self.accent_dark)?,
            logo: logo.transpose()?,
            leave_to: Site::parse("organisation.leave_to", &self.leave_to)?,
            privacy,
            accessibility,
            security: self.security.parse()?,
            signposts,
        })
    }
}

impl SecuritySettings {
    fn parse(&self) -> Result<Option<Security>, BadValue> {
        if !(1..=364).contains(&self.days) {
            return Err(BadValue::new(
                "organisation.security.days",
                "must be 1 to 364: RFC 9116 asks for less than a year",
            ));
        }
        let key = "organisation.security.contact";
        match Contact::optional(key, &self.contact)? {
            Some(Contact::Phone(_)) => Err(BadValue::new(key, "must be an e-mail address or an address with https://")),
            contact => Ok(contact.map(|contact| Security { contact, days: self.days })),
        }
    }
}
