//! Formulas that name a file: the formula stays, with what it refers to in the document, and the path goes.

use super::super::paths;

/// What a formula says when it cannot be told apart from the path in it.
const NOT_AVAILABLE: &str = "NA()";

/// Empties texts in a formula that are paths, and the folder before the name of another workbook.
pub fn without_paths(formula: &str) -> String {
    let mut written = String::with_capacity(formula.len());
    for (number, piece) in formula.split('"').enumerate() {
        if number > 0 {
            written.push('"');
        }
        // Between quotes stands a text.
        match number % 2 {
            1 if paths::tells(piece) => {}
            1 => written.push_str(piece),
            _ => written.push_str(&without_folders(piece)),
        }
    }
    if paths::tells(&written) { NOT_AVAILABLE.to_owned() } else { written }
}

/// `'C:\Users\name\[book.xlsx]Sheet1'!A1` says no more than `'[book.xlsx]Sheet1'!A1`.
fn without_folders(piece: &str) -> String {
    let mut written = Vec::new();
    for (number, name) in piece.split('\'').enumerate() {
        let book = name.find('[').and_then(|at| name.get(at..)).filter(|_| number % 2 == 1 && paths::tells(name));
        written.push(book.unwrap_or(name));
    }
    written.join("'")
}
