//! An account's life: an invitation, a code beside the password, sessions that end without losing what was typed, guesses
//! that lock nobody out, a forgotten password, and the end.

mod admissions;
mod again;
mod alike;
mod buried;
mod code;
mod ending;
mod guessing;
mod halfway;
pub mod lost;
pub mod paper;
pub mod renewed;
mod second;
mod sessions;
mod stopped;
mod two;

use crate::helpers::{
    browser::Browser,
    installation::accepts_in,
    people::Officer,
    town::{Town, noon},
};

/// A password that holds.
pub const CHOSEN: &str = "vijver lantaarn kompas dadel wolkbreuk";

/// The path of a new invitation.
pub fn invited(town: &Town, login: &str, function: &str, route: Option<::domain::RouteName>) -> String {
    let invited = desk::invitation::invite(&town.store, noon(), login, function, route);
    town.runtime.block_on(invited).expect("an invitation")
}

/// Somebody new who is in, in a town where codes are asked.
fn newcomer(town: &Town, login: &str, function: &str, route: Option<::domain::RouteName>) -> Officer {
    crate::helpers::phone::lives_in(&town.clock);
    let path = invited(town, login, function, route);
    let mut officer = Officer { browser: Browser::at(&town.desk) };
    accepts_in(&mut officer.browser, &path, CHOSEN).must_be(200).must_say("Uitloggen");
    officer
}
