//! Where on somebody's disk or network something was: what no part of a document may tell beside its text.

/// Beginnings of paths that name a user or a machine.
const FOLDERS: [&str; 11] = [
    "/home/",
    "/users/",
    "/root/",
    "/var/folders",
    "/private/",
    "/volumes/",
    "/media/",
    "/mnt/",
    "/run/user/",
    "/storage/emulated",
    "/tmp/",
];
/// What files are named by, other than a path.
const SCHEMES: [&str; 4] = ["file:", "smb:", "content://", "vnd.sun.star."];

/// Whether an address is one that anybody may follow.
pub fn public(target: &str) -> bool {
    let start = target.get(..8).unwrap_or(target).to_ascii_lowercase();
    ["http://", "https://", "mailto:"].iter().any(|scheme| start.starts_with(scheme))
}

/// Whether a value holds a path of a disk, of a share or of a user's folder.
pub fn tells(value: &str) -> bool {
    if !value.bytes().any(|byte| matches!(byte, b'\\' | b'/' | b':' | b'%')) {
        return false;
    }
    let lower = decoded(value);
    let text = lower.as_slice();
    // A site may call its first page /home/.
    let folders = !public(value) && FOLDERS.iter().any(|folder| crate::bytes::holds(text, folder.as_bytes()));
    folders || SCHEMES.iter().any(|scheme| has_scheme(text, scheme.as_bytes())) || has_drive(text) || has_share(text)
}

/// In small letters, with `%5C` as what it stands for.
fn decoded(value: &str) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::with_capacity(value.len()), value.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        let digit = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        let escaped = if *first == b'%' { digit(0).zip(digit(1)) } else { None };
        match escaped {
            Some((high, low)) => {
                out.push(((high << 4 | low) as u8).to_ascii_lowercase());
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                out.push(first.to_ascii_lowercase());
                rest = after;
            }
        }
    }
    out
}

/// Whether a word may begin at `at`: `profile:` is no `file:`.
fn begins(text: &[u8], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| text.get(before)).is_none_or(|before| !before.is_ascii_alphanumeric())
}

fn has_scheme(text: &[u8], scheme: &[u8]) -> bool {
    text.windows(scheme.len()).enumerate().any(|(at, window)| window == scheme && begins(text, at))
}

/// `c:\` or `c:/`, and not the end of a longer word nor the beginning of `//`.
fn has_drive(text: &[u8]) -> bool {
    text.windows(3).enumerate().any(|(at, window)| {
        window[0].is_ascii_alphabetic()
            && window[1] == b':'
            && (window[2] == b'\\' || window[2] == b'/' && text.get(at + 3) != Some(&b'/'))
            && begins(text, at)
    })
}

/// `\\server\share`.
fn has_share(text: &[u8]) -> bool {
    let is_name =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'$') || *byte >= 0x80;
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| crate::bytes::find(rest, b"\\\\")).map(|found| found + at) {
        let name = text.get(start + 2..).unwrap_or_default().iter().take_while(|byte| is_name(byte)).count();
        if name > 1 && text.get(start + 2 + name) == Some(&b'\\') && begins(text, start) {
            return true;
        }
        // Four of them are two that were escaped.
        at = start + 1 + name;
    }
    false
}
