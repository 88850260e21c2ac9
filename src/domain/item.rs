//! What a signal consists of: items, each of a kind, each in the chain of one side.

use crate::vocabulary;

vocabulary! {
    /// Whose chain an item stands in. Each side numbers its items from 1 and links each to the one before.
    Side {
        /// What the reporter sent.
        Reporter => "melder",
        /// What the desk sent to the reporter.
        Desk => "behandelaar",
        /// What the desk keeps for itself: the case file.
        Case => "dossier",
    }
}

vocabulary! {
    /// What an item is. Stands in the clear beside the sealed item, and again inside the seal.
    Kind {
        /// The report itself: always number 1 of the reporter's side.
        Report => "melding",
        /// A message, from either side.
        Message => "bericht",
        /// The coarse status as the reporter may see it, on the desk's side.
        Standing => "stand",
        /// The exact status with its reason, in the case file.
        Status => "status",
        /// The AOV's worked-up description ("opwerken"), in the case file.
        Description => "omschrijving",
        /// One version of a weighing on the criteria of article 7, in the case file.
        Weighing => "weging",
        /// A change in who may open the signal, in the case file.
        Access => "toegang",
        /// Somebody's word that he is not involved, or that he is; in the case file.
        Declaration => "verklaring",
        /// What somebody adds to the case file: a note, a proposal, what he found.
        Note => "aantekening",
        /// A relation to another signal, in the case file.
        Link => "verband",
        /// What somebody thinks before the meeting, in the case file.
        Levels => "vooraf",
        /// What a meeting decided, in the case file.
        Decision => "besluit",
        /// What was agreed to be done, and that it was; in the case file.
        Action => "actie",
        /// A question to one function, and what became of it; in the case file.
        Enrichment => "verrijking",
        /// A step of the integrity track, in the case file.
        Investigation => "onderzoek",
        /// Who was informed, or why not, in the case file.
        Duty => "informatieplicht",
        /// What keeps a closed signal from being destroyed, or lets go of it; in the case file.
        Hold => "bewaren",
        /// A step on the way to the name in the envelope, in the case file.
        Reveal => "onthulling",
        /// Why a term was not met, in the case file.
        TermReason => "termijnreden",
    }
}

impl Kind {
    /// Whether an item of this kind can stand on a side.
    pub const fn fits(self, side: Side) -> bool {
        match self {
            Self::Report => matches!(side, Side::Reporter),
            Self::Message => matches!(side, Side::Reporter | Side::Desk),
            Self::Standing => matches!(side, Side::Desk),
            Self::Status
            | Self::Description
            | Self::Weighing
            | Self::Access
            | Self::Declaration
            | Self::Note
            | Self::Link
            | Self::Levels
            | Self::Decision
            | Self::Action
            | Self::Enrichment
            | Self::Investigation
            | Self::Duty
            | Self::Hold
            | Self::Reveal
            | Self::TermReason => {
                matches!(side, Side::Case)
            }
        }
    }

    /// Whether somebody who was invited to a signal may add it to the case file. All else there its route decides. Of a
    /// verrijking he may add an answer: [`crate::enrichment::read`] believes no more of him.
    pub const fn is_contribution(self) -> bool {
        matches!(self, Self::Declaration | Self::Note | Self::Levels | Self::Enrichment)
    }

    /// Whether a behandelaar of another route may say it to the reporter: he answers, and decides no status.
    pub const fn is_said_by_answerers(self) -> bool {
        matches!(self, Self::Message)
    }
}

vocabulary! {
    /// The private keys of a signal, as they are stored wrapped.
    KeyName {
        Intake => "intake",
        Source => "bron",
        Case => "dossier",
    }
}
