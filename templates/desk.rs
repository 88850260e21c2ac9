//! The pages of the desk, for the officers: short, exact, in the order in which the work goes. One file a page.
//! Every form here carries the session's hidden `token`, and no button is ever hidden to protect anything.

pub mod account;
pub mod accounts;
pub mod beheer;
pub mod bewaren;
pub mod bewaren_lijst;
pub mod blijf;
pub mod brief;
pub mod brieven;
pub mod code;
pub mod ingevoerd;
pub mod inloggen;
pub mod invoeren;
pub mod logboek;
pub mod naam;
pub mod naamverzoek;
pub mod namen;
pub mod nieuwe_code;
pub mod onderzoek;
pub mod overleg;
pub mod overleggen;
pub mod overlegpunt;
pub mod papier;
pub mod rechten;
pub mod rechten_toezicht;
pub mod shared;
pub mod signaal;
pub mod sleutelwissel;
pub mod termijn;
pub mod toegang;
pub mod uitnodiging;
pub mod verband;
pub mod verder;
pub mod vernieuwd;
pub mod verplaatsen;
pub mod verrijking;
pub mod verrijkingsvraag;
pub mod verslag;
pub mod wachtrij;
pub mod wachtwoord;
pub mod weging;
pub mod werk;
pub mod woo;
pub mod zoeken;

pub use account::{Account, CalendarAddress, SessionRow, account};
pub use accounts::{AccountRow, Accounts, accounts};
pub use beheer::{
    Admission, AdmissionState, Beheer, Configured, Member, Newcomer, Paper, PaperState, RouteAdmin, RouteState, beheer,
};
pub use bewaren::{Bewaren, Held, bewaren};
pub use bewaren_lijst::{BewarenLijst, GoneRow, KeptRow, bewaren_lijst};
pub use blijf::blijf;
pub use brief::{Brief, brief};
pub use brieven::{Brieven, LetterGroup, LetterLink, brieven};
pub use code::{Code, code};
pub use ingevoerd::{Ingevoerd, ingevoerd};
pub use inloggen::{Inloggen, inloggen};
pub use invoeren::{Invoeren, invoeren};
pub use logboek::{LogCount, LogLine, LogState, Logboek, logboek};
pub use naam::{MelderSaid, Naam, NameRequest, Opened, naam};
pub use naamverzoek::{EnvelopeIs, Naamverzoek, NameStanding, naamverzoek};
pub use namen::{NameRow, Namen, namen};
pub use nieuwe_code::{NieuweCode, nieuwe_code};
pub use onderzoek::{
    Asked, DutyGroup, DutyLine, Input, Onderzoek, Record, StepForm, StepState, TrackPhase, TrackStep, onderzoek,
};
pub use overleg::{Candidate, FixedSeat, MeetingSteps, OpenedPoint, Overleg, Point, Seat, overleg};
pub use overleggen::{MeetingLine, Overleggen, PlanForm, overleggen};
pub use overlegpunt::{ActionForm, DecisionForm, LevelField, LevelsForm, Overlegpunt, Spread, SpreadRow, overlegpunt};
pub use papier::{PaperPart, Papier, papier};
pub use rechten::{OutsideForm, Rechten, RightsAnswer, RightsPerson, RightsReview, RouteRights, rechten};
pub use rechten_toezicht::{SupervisedRoute, rechten_toezicht};
pub use shared::{Agreement, Decision, Term, TermState, ToDo, WeighedCriterion, Weighing};
pub use signaal::{
    Description, DescriptionForm, FileLine, Link, May, MessageForm, NextStatus, Note, NoteForm, Person, ReadBy,
    Signaal, StatusChange, StatusForm, Themes, TrackLine, signaal,
};
pub use sleutelwissel::{MovedBy, Moves, Sleutelwissel, SpokenAgain, Waiting, sleutelwissel};
pub use termijn::{AskedReason, GivenReason, Hearer, TermRow, Termijn, termijn};
pub use toegang::{Change, Forms, HandOver, Invite, KeyHolder, TakeAway, Toegang, toegang};
pub use uitnodiging::{Uitnodiging, uitnodiging};
pub use verband::{Possible, Verband, verband};
pub use verder::{Verder, verder};
pub use vernieuwd::Renewed;
pub use verplaatsen::{Verplaatsen, verplaatsen};
pub use verrijking::{AskForm, QuestionLine, Routine, RoutineForm, Verrijking, verrijking};
pub use verrijkingsvraag::{Doing, Verrijkingsvraag, verrijkingsvraag};
pub use verslag::{MinutedPoint, Verslag, verslag};
pub use wachtrij::{QueueRow, Wachtrij, wachtrij};
pub use wachtwoord::{Wachtwoord, wachtwoord};
pub use weging::{Criterion, Weging, weging};
pub use werk::{
    AgreedRow, AskedRow, Beforehand, CalendarRow, DueRow, LateRoute, NewRow, NextMeeting, PointLink, ReviewRow,
    TrackRow, Waits, Werk, werk,
};
pub use woo::{Woo, WooDocument, woo};
pub use zoeken::{Zoeken, zoeken};
