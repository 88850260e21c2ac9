//! Codes of fields in a text. What a field showed stands beside its code, so a code stays only where Word needs it to show
//! the same again: numbers of pages, contents, references, links to public addresses, forms, signs. Every other code may
//! name a file on a disk, a library of literature, a database, a person.

use super::super::{paths, xml::Becomes};
use crate::{CleanError, Result};

/// DATE and TIME are not among them: they would show today.
const KEPT: [&str; 23] = [
    "PAGE",
    "NUMPAGES",
    "SECTION",
    "SECTIONPAGES",
    "TOC",
    "INDEX",
    "REF",
    "PAGEREF",
    "NOTEREF",
    "STYLEREF",
    "SEQ",
    "LISTNUM",
    "AUTONUM",
    "AUTONUMLGL",
    "AUTONUMOUT",
    "HYPERLINK",
    "FORMTEXT",
    "FORMCHECKBOX",
    "FORMDROPDOWN",
    "SYMBOL",
    "EQ",
    "ADVANCE",
    "MACROBUTTON",
];
/// Instead of another code: Word never works out such a field again, and what it showed stays.
const NEUTRAL: &str = " ADDIN ";
/// Fields in fields: more than a document has use for.
const DEPTH: usize = 100;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing of its code was seen.
    New,
    Kept {
        link: bool,
    },
    Refused,
}

/// The fields that are open. A code may be cut in pieces, with marks around them.
#[derive(Default)]
pub struct Fields(Vec<State>);

impl Fields {
    /// A mark at the beginning of a field, before its result, or at its end.
    pub fn mark(&mut self, kind: &str) -> Result<()> {
        match kind {
            "begin" if self.0.len() == DEPTH => return Err(CleanError::TooMuchWork),
            "begin" => self.0.push(State::New),
            "end" => drop(self.0.pop()),
            _ => {}
        }
        Ok(())
    }

    /// What becomes of a piece of code.
    pub fn code(&mut self, piece: &str) -> Becomes {
        // Without marks it stands alone.
        let mut alone = State::New;
        let state = self.0.last_mut().unwrap_or(&mut alone);
        if piece.trim().is_empty() {
            return Becomes::Same;
        }
        let begins = *state == State::New;
        let (kept, rest) = if begins { begin(piece) } else { (*state, piece) };
        *state = match kept {
            State::Kept { link } if begins && !fits(rest, link) => State::Refused,
            kept => kept,
        };
        match *state {
            State::Kept { link } if fits(rest, link) => Becomes::Same,
            State::Refused if begins && piece == NEUTRAL => Becomes::Same,
            State::Refused if begins => Becomes::Text(NEUTRAL.to_owned()),
            _ => Becomes::Nothing,
        }
    }
}

/// The whole code of a field that is written in one attribute.
pub fn whole(code: &str) -> Becomes {
    Fields::default().code(code)
}

/// What the first piece of a code says it is, and its arguments.
fn begin(piece: &str) -> (State, &str) {
    let piece = piece.trim_start();
    let end = piece.find(|next: char| next.is_whitespace() || matches!(next, '\\' | '"')).unwrap_or(piece.len());
    let (word, rest) = piece.split_at_checked(end).unwrap_or((piece, ""));
    match KEPT.iter().find(|kept| kept.eq_ignore_ascii_case(word)) {
        Some(kept) => (State::Kept { link: *kept == "HYPERLINK" }, rest),
        None => (State::Refused, rest),
    }
}

/// Whether arguments tell no path; and those of a link lead to a public address or into the text.
fn fits(arguments: &str, link: bool) -> bool {
    let (mut rest, mut of_switch) = (arguments.trim_start(), false);
    while !rest.is_empty() {
        let (word, after) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        let switch = word.starts_with('\\') && !word.starts_with("\\\\") && !rest.starts_with('"');
        if paths::tells(word) || link && !switch && !of_switch && !word.is_empty() && !paths::public(word) {
            return false;
        }
        of_switch = switch && ["\\l", "\\o", "\\t"].iter().any(|name| word.eq_ignore_ascii_case(name));
        rest = after.trim_start();
    }
    true
}
