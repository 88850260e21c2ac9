//! Patterns over plain text, compiled when first used. They know ASCII only; letters beyond it are bytes from 128 on.
//!
//! Every repetition in a pattern is bounded, so that looking again right behind each match stays linear.

use regex::bytes::{Regex, RegexBuilder};
use std::ops::Range;
use std::sync::OnceLock;

pub(super) struct Pattern {
    source: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern may run over several lines: the white space around each does not belong to it.
    pub(super) const fn new(source: &'static str) -> Self {
        Self { source, compiled: OnceLock::new() }
    }

    /// A pattern that does not compile finds nothing, and the tests have an example for each.
    fn regex(&self) -> Option<&Regex> {
        let compile = || {
            let pattern: String = self.source.lines().map(str::trim).collect();
            RegexBuilder::new(&pattern).unicode(false).build().ok()
        };
        self.compiled.get_or_init(compile).as_ref()
    }

    /// Every place where the pattern matches, those that overlap too; where it has a group, what the group matched.
    pub(super) fn all<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.regex()?.captures_at(bytes, from)?;
            let whole = found.get(0)?;
            from = whole.start() + 1;
            Some(found.get(1).unwrap_or(whole).range())
        })
    }

    pub(super) fn matches(&self, bytes: &[u8]) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(bytes))
    }

    /// How many bytes at the start of these the pattern matches; it begins with `^`.
    pub(super) fn length(&self, bytes: &[u8]) -> Option<usize> {
        self.regex()?.find(bytes).map(|found| found.end())
    }
}
