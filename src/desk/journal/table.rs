//! What each page of the desk is called in the log. A page that does not stand here leaves a line all the same, *iets
//! anders*; a test holds this table against the routes.

use actix_web::http::{Method, StatusCode};
use domain::journal::{Action, Outcome};

/// What kind of thing a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Leaves no line: nothing of ours is read there and nothing done.
    Silent,
    /// Shows something. One line, once it is ready to be sent.
    Reading,
    /// Changes something, and then sends the browser elsewhere. A line before, and one of what became of it.
    Act,
    /// The same, and its answer is a page.
    ActWithPage,
    /// Logging in: of who has no session yet.
    Login,
}

impl Shape {
    /// Whether it is written down before it is done.
    pub const fn is_act(self) -> bool {
        matches!(self, Self::Act | Self::ActWithPage)
    }

    /// What became of it, from how it was answered.
    pub fn outcome(self, status: StatusCode) -> Outcome {
        match self {
            _ if status.is_server_error() => Outcome::Failed,
            _ if status.is_client_error() => Outcome::Refused,
            // A form that comes back, for instance with a text filled in.
            Self::Act if status.is_success() => Outcome::Nothing,
            Self::Reading if status.is_redirection() => Outcome::Nothing,
            _ => Outcome::Done,
        }
    }
}

/// One kind of request.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    pub method: &'static str,
    /// As the routes are written.
    pub pattern: &'static str,
    /// The value of the form's field `stap`; empty for any.
    pub step: &'static str,
    pub shape: Shape,
    pub action: Action,
    /// What it is about where the address names nothing.
    pub object: &'static str,
}

const fn line(method: &'static str, pattern: &'static str, shape: Shape, action: Action) -> Row {
    Row { method, pattern, step: "", shape, action, object: "" }
}

const fn silent(method: &'static str, pattern: &'static str) -> Row {
    line(method, pattern, Shape::Silent, Action::Other)
}

const fn reads(pattern: &'static str, action: Action) -> Row {
    line("GET", pattern, Shape::Reading, action)
}

/// A form that changes nothing and answers with what was asked for.
const fn asks(pattern: &'static str, action: Action) -> Row {
    line("POST", pattern, Shape::Reading, action)
}

const fn acts(pattern: &'static str, action: Action) -> Row {
    line("POST", pattern, Shape::Act, action)
}

const fn step(pattern: &'static str, step: &'static str, action: Action) -> Row {
    Row { step, ..acts(pattern, action) }
}

const fn answers(pattern: &'static str, action: Action) -> Row {
    line("POST", pattern, Shape::ActWithPage, action)
}

/// Every page, with the steps of a form before the form.
pub const ROWS: &[Row] = &[
    silent("GET", "/stijl.css"),
    silent("GET", "/logo"),
    silent("GET", "/inloggen"),
    line("POST", "/inloggen", Shape::Login, Action::LoggedIn),
    line("POST", "/uitloggen", Shape::Login, Action::LoggedOut),
    silent("GET", "/uitnodiging"),
    acts("/uitnodiging", Action::InvitationUsed),
    reads("/", Action::WorkListed),
    reads("/wachtrij", Action::QueueListed),
    reads("/zoeken", Action::SearchListed),
    asks("/zoeken", Action::Searched),
    // An empty form.
    silent("GET", "/invoeren"),
    // No kenmerk: when somebody came to tell it is his side of it.
    answers("/invoeren", Action::Registered),
    reads("/overleggen", Action::MeetingsListed),
    acts("/overleggen", Action::MeetingPlanned),
    reads("/overleggen/{datum}", Action::MeetingRead),
    answers("/overleggen/{datum}", Action::MeetingStepped),
    reads("/overleggen/{datum}/verplaatsen", Action::MeetingRead),
    acts("/overleggen/{datum}/verplaatsen", Action::MeetingMoved),
    reads("/overleggen/{datum}/verslag", Action::MinutesRead),
    reads("/overleggen/{datum}/verslag.pdf", Action::MinutesMade),
    reads("/overleggen/{datum}/{kenmerk}", Action::PointRead),
    acts("/overleggen/{datum}/{kenmerk}", Action::PointStepped),
    acts("/signalen/{kenmerk}/actie", Action::AgreementDone),
    reads("/signalen/{kenmerk}", Action::SignalRead),
    reads("/signalen/{kenmerk}/bestanden/{id}", Action::FileSaved),
    acts("/signalen/{kenmerk}/bericht", Action::Messaged),
    acts("/signalen/{kenmerk}/status", Action::StatusSet),
    acts("/signalen/{kenmerk}/omschrijving", Action::Described),
    acts("/signalen/{kenmerk}/verklaring", Action::Declared),
    acts("/signalen/{kenmerk}/aantekening", Action::Noted),
    reads("/signalen/{kenmerk}/verband", Action::LinksRead),
    acts("/signalen/{kenmerk}/verband", Action::Linked),
    reads("/signalen/{kenmerk}/verrijking", Action::QuestionsRead),
    acts("/signalen/{kenmerk}/verrijking", Action::Asked),
    reads("/signalen/{kenmerk}/verrijking/{nummer}", Action::QuestionsRead),
    acts("/signalen/{kenmerk}/verrijking/{nummer}", Action::Answered),
    reads("/signalen/{kenmerk}/onderzoek", Action::TrackRead),
    acts("/signalen/{kenmerk}/onderzoek", Action::TrackStepped),
    reads("/signalen/{kenmerk}/toegang", Action::AccessRead),
    step("/signalen/{kenmerk}/toegang", "uitnodigen", Action::Invited),
    step("/signalen/{kenmerk}/toegang", "ontnemen", Action::TakenAway),
    step("/signalen/{kenmerk}/toegang", "overdragen", Action::HandedOver),
    acts("/signalen/{kenmerk}/toegang", Action::AccessChanged),
    reads("/signalen/{kenmerk}/papier", Action::PrintRead),
    reads("/signalen/{kenmerk}/papier.pdf", Action::PrintMade),
    reads("/signalen/{kenmerk}/brieven", Action::LettersRead),
    reads("/signalen/{kenmerk}/brieven/{naam}", Action::LetterMade),
    asks("/signalen/{kenmerk}/brieven/{naam}", Action::LetterMade),
    reads("/signalen/{kenmerk}/woo", Action::DisclosureRead),
    asks("/signalen/{kenmerk}/woo", Action::DisclosureMade),
    reads("/signalen/{kenmerk}/weging", Action::WeighingRead),
    acts("/signalen/{kenmerk}/weging", Action::Weighed),
    reads("/signalen/{kenmerk}/termijn", Action::TermsRead),
    step("/signalen/{kenmerk}/termijn", "reden", Action::TermExplained),
    step("/signalen/{kenmerk}/termijn", "buitenhouden", Action::HearerKeptOut),
    acts("/signalen/{kenmerk}/termijn", Action::TermsChanged),
    reads("/signalen/{kenmerk}/bewaren", Action::KeepingRead),
    step("/signalen/{kenmerk}/bewaren", "vasthouden", Action::Held),
    step("/signalen/{kenmerk}/bewaren", "vrijgeven", Action::Released),
    step("/signalen/{kenmerk}/bewaren", "instemmen", Action::Consented),
    step("/signalen/{kenmerk}/bewaren", "intrekken", Action::Withdrawn),
    acts("/signalen/{kenmerk}/bewaren", Action::KeepingChanged),
    reads("/signalen/{kenmerk}/naam", Action::NameRead),
    Row { step: "melder", ..answers("/signalen/{kenmerk}/naam", Action::NameMelderAsked) },
    Row { step: "voorleggen", ..answers("/signalen/{kenmerk}/naam", Action::NameRequested) },
    Row { step: "intrekken", ..answers("/signalen/{kenmerk}/naam", Action::NameWithdrawn) },
    Row { step: "tonen", ..answers("/signalen/{kenmerk}/naam", Action::NameShown) },
    answers("/signalen/{kenmerk}/naam", Action::NameStepped),
    reads("/namen", Action::NamesListed),
    reads("/namen/{kenmerk}", Action::NameRequestRead),
    step("/namen/{kenmerk}", "toekennen", Action::NameGranted),
    step("/namen/{kenmerk}", "weigeren", Action::NameRefused),
    step("/namen/{kenmerk}", "openen", Action::EnvelopeOpened),
    acts("/namen/{kenmerk}", Action::NameDecided),
    reads("/bewaren", Action::KeptListed),
    reads("/logboek", Action::LogRead),
    asks("/logboek.csv", Action::LogExported),
    reads("/logboek/rechten", Action::ReviewsRead),
    reads("/beheer/rechten", Action::RightsRead),
    acts("/beheer/rechten", Action::RightsReviewed),
    acts("/beheer/vervanger", Action::ReplacementNamed),
    acts("/beheer/buiten-de-lijn", Action::OutsideNamed),
    reads("/account", Action::AccountRead),
    acts("/account/sessies", Action::SessionsEnded),
    acts("/account/gezien", Action::WarningSeen),
    reads("/account/wachtwoord", Action::AccountRead),
    acts("/account/wachtwoord", Action::PasswordChanged),
    reads("/account/code", Action::AccountRead),
    acts("/account/code", Action::SecondChanged),
    Row { step: "intrekken", ..answers("/account/agenda", Action::CalendarClosed) },
    answers("/account/agenda", Action::CalendarOpened),
    // The first time of a day.
    reads("/agenda/{geheim}.ics", Action::CalendarFetched),
    silent("GET", "/account/blijf"),
    reads("/beheer", Action::AdministrationRead),
    acts("/beheer/route", Action::RouteFounded),
    reads("/beheer/sleutel/{route}", Action::RotationRead),
    step("/beheer/sleutel/{route}", "vervangen", Action::KeyReplaced),
    acts("/beheer/sleutel/{route}", Action::SignalsMoved),
    acts("/beheer/toelaten", Action::LetIn),
    acts("/beheer/bevestigen", Action::AdmissionConfirmed),
    acts("/beheer/afwijzen", Action::AdmissionTurnedDown),
    acts("/beheer/herstelsleutel", Action::RecoveryResealed),
    acts("/beheer/voorstellen", Action::Introduced),
    acts("/beheer/vernieuwd", Action::RenewalConfirmed),
    reads("/beheer/accounts", Action::AccountsListed),
    step("/beheer/accounts", "stil", Action::AccountHalted),
    step("/beheer/accounts", "weer", Action::AccountResumed),
    acts("/beheer/accounts", Action::AccountDisabled),
];

/// The row of a request; what stands in none is [`Action::Other`].
pub fn row(method: &Method, pattern: &str, step: &str) -> Row {
    // A head is a page without its body: what it shows was opened all the same.
    let method = if method == Method::HEAD { "GET" } else { method.as_str() };
    let fits = |row: &&Row| row.method == method && row.pattern == pattern && (row.step.is_empty() || row.step == step);
    let unknown = || {
        let shape = if method == "POST" { Shape::Act } else { Shape::Reading };
        line("", "", shape, Action::Other)
    };
    ROWS.iter().find(fits).copied().unwrap_or_else(unknown)
}
