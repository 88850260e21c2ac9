//! The grammar of a text, small on purpose: words, `{{ place }}`, `{% if place %}` with `not`, `and`, `or`, `elif`, `else`
//! and `endif`, and `{# remark #}`. Everything else that the engine could do is refused with its line.

use std::collections::BTreeSet;

/// Bytes of one text at most.
const MOST: usize = 20_000;

/// Why a text cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct BadText {
    /// From 1.
    pub line: usize,
    pub why: String,
}

impl BadText {
    fn at(line: usize, why: impl Into<String>) -> Self {
        Self { line, why: why.into() }
    }

    /// What the engine says of a text.
    #[expect(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
    pub(crate) fn of(error: minijinja::Error) -> Self {
        let why = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
        Self::at(error.line().unwrap_or(1), why)
    }
}

/// A file as text.
pub fn decoded(bytes: Vec<u8>) -> Result<String, BadText> {
    if bytes.len() > MOST {
        return Err(BadText::at(1, format!("is longer than {MOST} bytes")));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        BadText::at(1 + before.iter().filter(|byte| **byte == b'\n').count(), "is no UTF-8")
    })?;
    // As many editors on Windows save it.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    if text.trim().is_empty() {
        return Err(BadText::at(1, "is empty"));
    }
    Ok(text)
}

/// Whether a text holds nothing but the grammar above, with these places.
pub fn check(text: &str, places: &BTreeSet<String>) -> Result<(), BadText> {
    let mut rest = text;
    loop {
        let open = ["{{", "{%", "{#"].into_iter().filter_map(|mark| Some((rest.find(mark)?, mark))).min();
        let Some((start, mark)) = open else { return Ok(()) };
        let line = 1 + text[..text.len() - rest.len() + start].matches('\n').count();
        let inside = &rest[start + mark.len()..];
        let close = match mark {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let Some(end) = inside.find(close) else {
            return Err(BadText::at(line, format!("{mark} is not closed with {close}")));
        };
        let words: Vec<&str> = inside[..end].split_whitespace().collect();
        match mark {
            "{{" => match words[..] {
                [name] => known(name, places, line)?,
                _ => return Err(BadText::at(line, "between {{ and }} stands the name of one place, and nothing else")),
            },
            "{%" => block(&words, places, line)?,
            _ => {}
        }
        rest = &inside[end + close.len()..];
    }
}

fn block(words: &[&str], places: &BTreeSet<String>, line: usize) -> Result<(), BadText> {
    match words {
        ["else" | "endif"] => Ok(()),
        ["if" | "elif", condition @ ..] => {
            let names = condition.iter().filter(|word| !["not", "and", "or"].contains(word));
            for name in names {
                known(name, places, line)?;
            }
            Ok(())
        }
        _ => Err(BadText::at(line, "between {% and %} stands if, elif, else or endif, and nothing else")),
    }
}

fn known(name: &str, places: &BTreeSet<String>, line: usize) -> Result<(), BadText> {
    if places.contains(name) {
        return Ok(());
    }
    let known = places.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    Err(BadText::at(line, format!("this text has no place {name:?}. It has: {known}")))
}
