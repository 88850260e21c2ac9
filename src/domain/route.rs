//! Routes: the teams a signal can be sealed to, one key each.

use crate::vocabulary;

vocabulary! {
    /// A team with a key of its own. Which subject goes to which route is configuration.
    RouteName {
        /// Adviseur Openbare Orde en Veiligheid: ondermijning.
        Aov => "aov",
        /// The burgemeester: signals about a wethouder (art. 4).
        Burgemeester => "burgemeester",
        /// The integriteitscommissie: signals about the burgemeester or a raadslid (art. 5, 6).
        Integriteitscommissie => "integriteitscommissie",
        /// The integriteitsfunctionaris: signals about civil servants, not covered by the protocol.
        Ambtelijk => "ambtelijk",
        /// A desk outside the organisation: signals about gemeentesecretaris or griffier by default.
        Extern => "extern",
        /// The identiteitsbewaarder: holds one layer of a name that a reporter chose to give. Takes no signals.
        Bewaarder => "bewaarder",
        /// The canary's: the desk itself holds its key, to try the way that reports go. Takes no signals of people.
        Kanarie => "kanarie",
    }
}

impl RouteName {
    /// Routes whose key people hold: all but the canary's.
    pub fn of_people() -> impl Iterator<Item = Self> + Clone {
        Self::ALL.iter().copied().filter(|route| *route != Self::Kanarie)
    }

    /// Whether signals can be sealed to this route.
    pub const fn takes_signals(self) -> bool {
        !matches!(self, Self::Bewaarder | Self::Kanarie)
    }

    /// How far from the daily organisation a route stands. Of several routes the strictest (highest) wins: `extern`
    /// before `integriteitscommissie` before `burgemeester` before `ambtelijk` before `aov`, so that nobody who may be
    /// the subject, or works for him, reads along.
    pub const fn strictness(self) -> u8 {
        match self {
            Self::Aov => 1,
            Self::Ambtelijk => 2,
            Self::Burgemeester => 3,
            Self::Integriteitscommissie => 4,
            Self::Extern => 5,
            Self::Bewaarder | Self::Kanarie => 0,
        }
    }
}
