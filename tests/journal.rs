//! The log: everything that staff do and read leaves a line, a reporter leaves none, and no line can be changed, taken out or
//! put in without being named.

mod auditor;
mod chain;
mod commands;
mod kept;
mod stories;
mod table;

use domain::journal::Line;

use crate::helpers::town::Town;

/// Every line, the oldest first.
pub fn lines(town: &Town) -> Vec<Line> {
    town.runtime.block_on(town.store.log_after(0, 100_000)).expect("the log")
}

/// What lines say in short: who, what, about what, and what became of it.
pub fn said(lines: &[Line]) -> Vec<String> {
    let short = |line: &Line| format!("{}: {} [{}] {}", line.actor, line.action, line.object, line.outcome);
    lines.iter().map(short).collect()
}

/// What somebody does, and the lines that it left.
pub fn left<T>(town: &Town, act: impl FnOnce() -> T) -> (T, Vec<String>) {
    let before = lines(town).len();
    let done = act();
    let after = lines(town);
    (done, said(&after[before..]))
}
