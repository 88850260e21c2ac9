//! The operator's commands, from the first `init` to the day a signal is taken out.

mod apart;
mod checks;
mod demo;
mod founding;
mod monitoring;
mod recovery;
mod refusals;
mod usage;

pub use apart::starts;
