//! The pages of the desk, for the officers: short, exact, in the order in which the work goes. One file a page.
//! Every form here carries the session's hidden `token`, and no button is ever hidden to protect anything.

pub mod beheer;
pub mod ingevoerd;
pub mod inloggen;
pub mod invoeren;
pub mod shared;
pub mod signaal;
pub mod toegang;
pub mod uitnodiging;
pub mod verband;
pub mod wachtrij;
pub mod weging;
pub mod werk;
pub mod zoeken;

pub use beheer::{Beheer, Configured, Member, Newcomer, RouteAdmin, RouteState, beheer};
pub use ingevoerd::{Ingevoerd, ingevoerd};
pub use inloggen::{Inloggen, inloggen};
pub use invoeren::{Invoeren, invoeren};
pub use shared::{Term, TermState, WeighedCriterion, Weighing};
pub use signaal::{
    Description, DescriptionForm, FileLine, Link, May, MessageForm, NextStatus, Note, NoteForm, Person, Signaal,
    StatusChange, StatusForm, Themes, signaal,
};
pub use toegang::{Change, Forms, HandOver, Invite, KeyHolder, TakeAway, Toegang, toegang};
pub use uitnodiging::{Uitnodiging, uitnodiging};
pub use verband::{Possible, Verband, verband};
pub use wachtrij::{QueueRow, Wachtrij, wachtrij};
pub use weging::{Criterion, Weging, weging};
pub use werk::{DueRow, NewRow, Werk, werk};
pub use zoeken::{Zoeken, zoeken};
