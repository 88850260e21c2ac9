//! New keys of a signal, and whom they are wrapped to.

use domain::KeyName;
use seal::{AnyRecipient, Halves, Recipient, Sealed, role};
use store::RECOVERY_HOLDER;
use unseal::{OpeningKey, PrivateHalf};

use super::Audience;
use crate::{case::Case, writing::WriteError};

/// A new source and case key.
pub(super) struct Fresh {
    pub epoch: u32,
    pub source: OpeningKey<role::Source>,
    pub file: OpeningKey<role::Case>,
}

impl Fresh {
    pub fn generate(epoch: u32) -> Self {
        Self { epoch, source: OpeningKey::generate(), file: OpeningKey::generate() }
    }
}

pub(super) struct Wraps<'a> {
    pub case: &'a Case,
    pub rows: Vec<entity::key_wrap::Model>,
}

impl Wraps<'_> {
    pub fn add(&mut self, epoch: u32, key: KeyName, holder: &str, sealed: Sealed) {
        let (signal_id, holder) = (self.case.intake.signal, holder.to_owned());
        let epoch = i32::try_from(epoch).unwrap_or(i32::MAX);
        self.rows.push(entity::key_wrap::Model { signal_id, epoch, key, holder, sealed: sealed.into_bytes() });
    }

    fn both(&mut self, fresh: &Fresh, holder: &str, to: AnyRecipient<'_>) -> Result<(), WriteError> {
        self.add(fresh.epoch, KeyName::Source, holder, fresh.source.wrap(&[to])?);
        self.add(fresh.epoch, KeyName::Case, holder, fresh.file.wrap(&[to])?);
        Ok(())
    }

    /// The intake key wrapped to the route's newest key, where it is still wrapped to an older one; and whose wraps go for that.
    pub fn away_from_the_old_key(&mut self, route: &Halves<role::Route>) -> Result<Vec<String>, WriteError> {
        if !self.case.is_behind() {
            return Ok(Vec::new());
        }
        let holder = self.case.route.label();
        if let Some(intake) = self.case.intake_key().filter(|_| self.case.intake.route == self.case.route) {
            self.add(0, KeyName::Intake, holder, intake.wrap(&[route.encrypt.any()])?);
        }
        Ok(vec![holder.to_owned()])
    }

    /// Wraps new keys to an audience. Who lost his key gets his wraps once he has another and a member vouched for it. Where
    /// members have them one by one, the paper key has them too: it opens the route's key, which opens nothing here.
    pub fn fresh(
        &mut self,
        fresh: &Fresh,
        audience: &Audience,
        route: &Halves<role::Route>,
        recovery: Option<&Recipient<role::Recovery>>,
    ) -> Result<(), WriteError> {
        match &audience.members {
            None => self.both(fresh, audience.route.label(), route.encrypt.any())?,
            Some(members) => {
                self.both(fresh, RECOVERY_HOLDER, recovery.ok_or(WriteError::Broken)?.any())?;
                for member in members.iter().filter(|member| !self.case.people.stale.contains(&member.account)) {
                    self.both(fresh, &member.account.to_string(), member.person.encrypt.any())?;
                }
            }
        }
        for guest in audience.guests.iter().filter(|guest| !self.case.people.stale.contains(&guest.who.account)) {
            let (holder, to) = (guest.who.account.to_string(), [guest.who.person.encrypt.any()]);
            self.add(fresh.epoch, KeyName::Case, &holder, fresh.file.wrap(&to)?);
            if guest.reads_source {
                self.add(fresh.epoch, KeyName::Source, &holder, fresh.source.wrap(&to)?);
            }
        }
        Ok(())
    }
}
