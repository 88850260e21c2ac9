//! Who reads a signal, given what its reporter wishes: never somebody it is about, never somebody he excludes.

use crate::choices::{self, Choice, InConvent};
use crate::field::FieldErrors;
use crate::report::Answers;
use crate::{RouteName, Routing, Subject};
use serde::{Deserialize, Serialize};

/// What a reporter says about his readers. Part of the sealed report, so that the desk knows why it came to this route.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Wishes {
    /// Of a signal about a raadslid only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_seniorenconvent: Option<InConvent>,
    /// Routes that may not read it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub niet_lezen: Vec<RouteName>,
}

/// Why nobody may read a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoReader {
    #[error("nobody was chosen that the signal is about")]
    NoSubject,
    /// Whoever ought to read it has no key in the configuration.
    #[error("route {0} has no key yet")]
    NotYet(RouteName),
    /// Everybody with a key is a subject, works for one, or was excluded.
    #[error("nobody is left who may read it")]
    NobodyLeft,
}

impl Wishes {
    /// Reads `in_seniorenconvent` and `niet_lezen`. Of a signal about no raadslid the first says nothing: who changes his
    /// first answer need not mend it.
    pub(crate) fn read(errors: &mut FieldErrors, answers: &Answers, over: &[Subject]) -> Self {
        let about_raadslid = over.contains(&Subject::Raadslid);
        let typed = if about_raadslid { answers.all("in_seniorenconvent") } else { &[] };
        let in_seniorenconvent = choices::one(errors, "in_seniorenconvent", typed);
        let niet_lezen = choices::many(errors, "niet_lezen", answers.all("niet_lezen"));
        if niet_lezen.iter().any(|route: &RouteName| !route.takes_signals()) {
            errors.push("niet_lezen", choices::UNKNOWN);
        }
        Self { in_seniorenconvent, niet_lezen }
    }

    /// The same from answers that may be wrong elsewhere: what cannot be read is no wish.
    pub fn of(answers: &Answers, over: &[Subject]) -> Self {
        let read = Self::read(&mut FieldErrors::default(), answers, over);
        let niet_lezen = read.niet_lezen.into_iter().filter(|route| route.takes_signals()).collect();
        Self { niet_lezen, ..read }
    }

    /// Whether a signal about these may be handed over to a route.
    pub fn may_go_to(&self, routing: &Routing, route: RouteName, over: &[Subject]) -> bool {
        self.allow(routing, route, over)
    }

    /// Whether a route's readers may be told of these subjects. The protocol's own answer for a raadslid is the
    /// integriteitscommissie; only an answer that he does, or may, sit in it says otherwise.
    fn allow(&self, routing: &Routing, route: RouteName, over: &[Subject]) -> bool {
        let convent = matches!(self.in_seniorenconvent, Some(InConvent::Ja | InConvent::WeetIkNiet));
        let conflict = |subject: &Subject| match (route, subject) {
            (RouteName::Integriteitscommissie, Subject::Raadslid) => convent,
            // What the municipality itself decided for a subject stands; the configuration refuses the worst.
            _ => reads_about_himself(route, *subject) && routing.route(*subject) != route,
        };
        route.takes_signals() && !self.niet_lezen.contains(&route) && !over.iter().any(conflict)
    }
}

/// Whether a route's readers include the subject or work for him: rules R1 and R2, and finding 2 of the design (who
/// discusses ondermijning reads nothing about office holders).
const fn reads_about_himself(route: RouteName, subject: Subject) -> bool {
    use RouteName::{Ambtelijk, Aov, Burgemeester, Integriteitscommissie};
    use Subject as S;
    match route {
        Burgemeester => matches!(subject, S::Burgemeester),
        // The griffier is the channel to the committee (art. 5.1, 6.1).
        Integriteitscommissie => matches!(subject, S::Griffier),
        // Both work for the college, and their head is the gemeentesecretaris.
        Ambtelijk => matches!(subject, S::Burgemeester | S::Wethouder | S::Gemeentesecretaris),
        Aov => matches!(subject, S::Burgemeester | S::Wethouder | S::Raadslid | S::Gemeentesecretaris | S::Griffier),
        RouteName::Extern | RouteName::Bewaarder | RouteName::Kanarie => false,
    }
}

impl Routing {
    /// The route of a signal about all these, given the reporter's wishes: the configured one, or where that reads about
    /// itself or was excluded, the strictest of the others that can be reached.
    ///
    /// # Errors
    /// Nobody was chosen; the configured route has no key yet; nobody is left.
    pub fn choose(
        &self,
        over: &[Subject],
        wishes: &Wishes,
        reachable: impl Fn(RouteName) -> bool,
    ) -> Result<RouteName, NoReader> {
        let configured = self.route_for(over).ok_or(NoReader::NoSubject)?;
        if wishes.allow(self, configured, over) {
            return if reachable(configured) { Ok(configured) } else { Err(NoReader::NotYet(configured)) };
        }
        let others = RouteName::ALL.iter().copied().filter(|route| reachable(*route));
        let allowed = others.filter(|route| wishes.allow(self, *route, over));
        allowed.max_by_key(|route| route.strictness()).ok_or(NoReader::NobodyLeft)
    }

    /// Whether somebody else could read it if the reporter excluded `route` too.
    pub fn has_another(
        &self,
        over: &[Subject],
        wishes: &Wishes,
        route: RouteName,
        reachable: impl Fn(RouteName) -> bool,
    ) -> bool {
        let mut without = wishes.clone();
        without.niet_lezen.push(route);
        self.choose(over, &without, reachable).is_ok()
    }
}

impl Choice for RouteName {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}
