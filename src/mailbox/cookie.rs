//! The opened mailbox as a cookie: what was typed, sealed under the hour's secret, always of one length.
//!
//! The server keeps nothing of it, so no row says who read when. Closing the mailbox deletes the cookie; the hour's
//! secret goes after two hours, and with it every copy.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use rand::Rng;
use zeroize::Zeroizing;

use crate::{HourSecret, Root};

/// Minutes that an opened mailbox stays open.
pub const LIFE_MINUTES: i64 = 120;

/// Plaintext of every cookie, so that a right code, a wrong one and a typing error look the same on the wire.
const LENGTH: usize = 256;
const LABEL: &str = "cookie";

/// What somebody entered at the pickup page.
pub enum Typed {
    /// Ten words of the list, whether or not a mailbox belongs to them.
    Code(Root),
    /// Something else, kept so that the page can show it again; the start of it where it is long.
    Mistyped(Zeroizing<String>),
}

/// A cookie's text, to send or as received.
pub struct Cookie(pub String);

impl Cookie {
    /// Seals what was typed. `hour` numbers the secret's hour, `minute` is now (both since the Unix epoch).
    pub fn seal(typed: &Typed, hour: i64, secret: &HourSecret, minute: i64, randomness: &mut impl Rng) -> Self {
        let mut plain = Zeroizing::new([0_u8; LENGTH]);
        plain[..8].copy_from_slice(&minute.to_be_bytes());
        let content: &[u8] = match typed {
            Typed::Code(root) => &root.0,
            Typed::Mistyped(text) => &text.as_bytes()[..text.floor_char_boundary(LENGTH - 10)],
        };
        plain[8] = u8::from(matches!(typed, Typed::Code(_)));
        // At most LENGTH - 10 = 246.
        plain[9] = u8::try_from(content.len()).unwrap_or(0);
        plain[10..10 + content.len()].copy_from_slice(content);
        let mut bytes = hour.to_be_bytes().to_vec();
        let key = derive::derive(&secret.0, LABEL, &[]);
        bytes.extend(derive::seal(&key, &hour.to_be_bytes(), plain.as_slice(), randomness));
        Self(BASE64URL_NOPAD.encode(&bytes))
    }

    /// Which hour's secret opens this cookie.
    pub fn hour(&self) -> Option<i64> {
        let bytes = BASE64URL_NOPAD.decode(self.0.as_bytes()).ok()?;
        Some(i64::from_be_bytes(*bytes.first_chunk()?))
    }

    /// Opens a cookie of this hour that is not too old; `None` for every other.
    pub fn open(&self, secret: &HourSecret, minute: i64) -> Option<Typed> {
        let bytes = BASE64URL_NOPAD.decode(self.0.as_bytes()).ok()?;
        let (hour, sealed) = bytes.split_first_chunk::<8>()?;
        let key = derive::derive(&secret.0, LABEL, &[]);
        let plain = derive::open(&key, hour, sealed)?;
        let made = i64::from_be_bytes(*plain.first_chunk()?);
        if !minute.checked_sub(made).is_some_and(|age| (0..LIFE_MINUTES).contains(&age)) {
            return None;
        }
        let content = plain.get(10..10 + usize::from(*plain.get(9)?))?;
        if plain[8] == 1 {
            Some(Typed::Code(Root(content.try_into().ok()?)))
        } else {
            Some(Typed::Mistyped(Zeroizing::new(std::str::from_utf8(content).ok()?.to_owned())))
        }
    }

    /// The token that a form of this opened mailbox must carry (CSRF): it follows from the cookie, which other sites
    /// cannot read.
    pub fn form_token(&self) -> String {
        HEXLOWER.encode(derive::derive::<16>(self.0.as_bytes(), "form token", &[]).as_slice())
    }
}
