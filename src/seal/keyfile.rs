//! The text of a private half: an age identity file, with a signing half in a comment line. Writing only; reading is
//! `unseal`'s.

use zeroize::Zeroizing;

/// Comment that carries a signing half.
pub const SIGNING_COMMENT: &str = "# signing key: ";

/// Comment that carries the secret of a person's second factor.
pub const SECOND_COMMENT: &str = "# second factor: ";

/// An identity file that `age -d -i` takes. `name` says what the key is, `identity` is `AGE-SECRET-KEY-1...`, `signing`
/// `SIGNING-SECRET-KEY-1...` for keys that sign.
pub fn text(name: &str, public: &str, identity: &str, signing: Option<&str>) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(512));
    for part in ["# signaalkluis ", name, " key\n# public key: ", public, "\n"] {
        text.push_str(part);
    }
    if let Some(signing) = signing {
        for part in [SIGNING_COMMENT, signing, "\n"] {
            text.push_str(part);
        }
    }
    text.push_str(identity);
    text.push('\n');
    text
}
