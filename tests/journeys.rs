//! What people do with Signaalkluis, as tests: one binary, a file a journey. `helpers` speaks their verbs.

mod helpers;

mod access;
mod accessibility;
mod architecture;
mod around;
mod bad_input;
mod cleaning;
mod commands;
mod companies;
mod domain;
mod enriching;
mod enrichment;
mod faults;
mod files;
mod headers;
mod journey;
mod languages;
mod mailbox;
mod meeting;
mod memory;
mod nightly;
mod observer;
mod paper;
mod registering;
mod relating;
mod reporting;
mod screening;
mod sealing;
mod sending;
mod standing;
mod tampering;
mod texts;
mod traces;
mod views;
mod woo;
