//! What tests are made of: a town with its portal and desk, and the people who use them.

pub mod between;
pub mod browser;
pub mod chromium;
pub mod ical;
pub mod installation;
pub mod people;
pub mod phone;
pub mod postgres;
pub mod program;
pub mod raw;
pub mod smtp;
pub mod tap;
pub mod town;

/// Skips a test for want of something, aloud; where nothing may be skipped (`SIGNAALKLUIS_TEST_ALL=1`) that is a
/// failure.
pub fn skip(what: &str, how_to_get_it: &str) {
    assert!(std::env::var_os("SIGNAALKLUIS_TEST_ALL").is_none(), "{what} is missing: {how_to_get_it}");
    eprintln!("SKIPPED: {what} is missing; {how_to_get_it}");
}
