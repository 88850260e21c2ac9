//! What stands around the report: pages that explain and point on, the way out, the poster, and what of all that an
//! organisation configures.

mod organisation;
pub mod pages;
