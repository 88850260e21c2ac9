//! What travels through a browser and back as a form's hidden field, sealed under the hour's secret.

use rand::Rng;
use zeroize::Zeroizing;

use crate::HourSecret;

const LABEL: &str = "carried";

/// Seals bytes under the secret of `hour` (numbered since the Unix epoch), which stands in front.
pub fn seal(plain: &[u8], hour: i64, secret: &HourSecret, randomness: &mut impl Rng) -> Vec<u8> {
    let key = derive::derive(&secret.0, LABEL, &[]);
    let mut bytes = hour.to_be_bytes().to_vec();
    bytes.extend(derive::seal(&key, &hour.to_be_bytes(), plain, randomness));
    bytes
}

/// Which hour's secret opens it.
pub fn hour(sealed: &[u8]) -> Option<i64> {
    Some(i64::from_be_bytes(*sealed.first_chunk()?))
}

/// Opens what was sealed under this secret; `None` for everything else.
pub fn open(sealed: &[u8], secret: &HourSecret) -> Option<Zeroizing<Vec<u8>>> {
    let (hour, sealed) = sealed.split_first_chunk::<8>()?;
    derive::open(&derive::derive(&secret.0, LABEL, &[]), hour, sealed)
}
