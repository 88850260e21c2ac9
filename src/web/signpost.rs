//! Tables `organisation.wegwijzer.NAME`: whom reporters can turn to beside this portal, for what, and for what not.

use serde::Deserialize;

use crate::{
    contact::{Phone, Site, Words, WordsSettings},
    settings::BadValue,
};

/// The question of a reporter that a signpost answers, in the order in which they stand on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// Is there danger now?
    Danger,
    /// Would you like to talk?
    Talk,
    /// Would you rather report to somebody else?
    Report,
    /// Who is not competent, though people ask there.
    NotHere,
}

impl Question {
    pub const ALL: [Self; 4] = [Self::Danger, Self::Talk, Self::Report, Self::NotHere];

    /// The end of its keys in the texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Talk => "talk",
            Self::Report => "report",
            Self::NotHere => "not-here",
        }
    }
}

/// Whether one can go there without a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anonymous {
    Yes,
    No,
    /// It depends, or we do not know.
    Ask,
}

impl Anonymous {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Ask => "ask",
        }
    }
}

/// One table, as it stands in the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignpostSettings {
    question: Question,
    name: WordsSettings,
    /// What one can go there for.
    #[serde(rename = "for")]
    does: WordsSettings,
    #[serde(default, rename = "not_for")]
    does_not: WordsSettings,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    website: String,
    #[serde(default)]
    anonymous: Option<Anonymous>,
    /// Takes a signpost that is shipped off the page.
    #[serde(default)]
    hidden: bool,
}

/// Somebody else to turn to.
#[derive(Debug, Clone)]
pub struct Signpost {
    pub question: Question,
    pub name: Words,
    pub does: Words,
    pub does_not: Option<Words>,
    pub phone: Option<Phone>,
    pub website: Option<Site>,
    pub anonymous: Option<Anonymous>,
}

impl SignpostSettings {
    /// `None` where it is hidden; it is checked all the same.
    pub(crate) fn parse(&self, key: &str) -> Result<Option<Signpost>, BadValue> {
        let below = |name: &str| [key, ".", name].concat();
        let signpost = Signpost {
            question: self.question,
            name: Words::required(&below("name"), &self.name)?,
            does: Words::required(&below("for"), &self.does)?,
            does_not: Words::parse(&below("not_for"), &self.does_not)?,
            phone: Phone::optional(&below("phone"), &self.phone)?,
            website: Site::optional(&below("website"), &self.website)?,
            anonymous: self.anonymous,
        };
        Ok((!self.hidden).then_some(signpost))
    }
}
