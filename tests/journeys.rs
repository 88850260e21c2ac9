//! What people do with Signaalkluis, as tests: one binary, a file a journey. `helpers` speaks their verbs.

mod helpers;

mod architecture;
mod around;
mod bad_input;
mod commands;
mod domain;
mod faults;
mod headers;
mod journey;
mod nightly;
mod sealing;
mod sending;
mod tampering;
mod views;
