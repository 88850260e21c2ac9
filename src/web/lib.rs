//! What portal and desk share of the web: headers on every answer, strict forms, lanes of work, settings, and logs that
//! know no origin.
//!
//! Nothing here reads a peer address, a forwarded header or a user agent.

pub mod contact;
pub mod cookie;
pub mod form;
pub mod house_rules;
pub mod house_style;
pub mod lane;
pub mod monitor;
pub mod organisation;
pub mod padding;
pub mod process;
pub mod server;
pub mod settings;
pub mod signpost;
pub mod telemetry;
pub mod told;

pub use form::Form;
pub use house_rules::{HouseRules, house_rules, page, see_other};
pub use lane::{Busy, Lane};
pub use organisation::{House, Organisation};
pub use server::{Listening, ServeError, WebServer};
pub use told::Told;
