//! What people do with Signaalkluis, as tests: one binary, a file a journey. `helpers` speaks their verbs.

mod helpers;

mod domain;
mod journey;
mod nightly;
mod sealing;
mod tampering;
mod views;
