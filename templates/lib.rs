//! Every page that a person sees, as plain functions from borrowed view structs to [`maud::Markup`].
//! No I/O, no cryptography, no entities and no domain types live here: callers pass words, and get HTML.
//!
//! Start at [`layout`] (the skeleton around each page) and [`fields`] (labels, hints and errors tied to an input);
//! then [`portal`] for the reporter and [`desk`] for the officer, one file a page. [`problem`] serves both.
//! There is no JavaScript, no inline style and no image; [`STYLESHEET`] is the one sheet, served at `/stijl.css`.
//!
//! House rules of every form: the error summary stands above it and takes the focus, each message stands at its field,
//! nothing is ever disabled, and the first submit button in the source is the one that Enter presses.

pub mod components;
pub mod conversation;
pub mod desk;
pub mod fields;
pub mod layout;
pub mod portal;
pub mod problem;
mod qr;
pub mod text;

pub use fields::{Choice, FieldError};
pub use layout::{DeskFrame, Frame};
pub use maud::Markup;
pub use text::Text;

/// The one stylesheet of both programs: `text/css`, served at `/stijl.css`. A house style overrides the custom
/// properties at its top (`--accent` and `--accent-dark`) by rules that follow it in the same file.
pub const STYLESHEET: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));
