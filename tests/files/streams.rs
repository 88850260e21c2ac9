//! Properties of the streams that files pass through: spool and seal.

use std::io::{Read, Write};

use derive::spool::SpoolKey;
use proptest::prelude::*;
use seal::{FileSealer, bucket, role};
use unseal::OpeningKey;

/// Seals in pieces of any size.
fn spooled(key: &SpoolKey, plain: &[u8], pieces: usize) -> Vec<u8> {
    let mut sealer = key.sealer();
    let mut out = Vec::new();
    for piece in plain.chunks(pieces.max(1)) {
        out.extend(sealer.push(piece).expect("a chunk"));
    }
    out.extend(sealer.finish().expect("the last chunk"));
    out
}

fn opened(key: &SpoolKey, sealed: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut plain = Vec::new();
    key.opener(sealed).read_to_end(&mut plain).map(|_| plain)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_was_spooled_comes_back_whatever_its_pieces(
        length in prop_oneof![0_usize..300, 65_530_usize..65_545, 131_060_usize..131_090, 0_usize..400_000],
        pieces in 1_usize..200_000,
        fill: u8,
    ) {
        let (key, plain) = (SpoolKey::random(&mut rand::rng()), vec![fill; length]);
        prop_assert_eq!(opened(&key, &spooled(&key, &plain, pieces)).expect("it opens"), plain);
    }

    #[test]
    fn a_spooled_file_that_was_cut_turned_or_changed_does_not_open(
        length in prop_oneof![1_usize..300, 65_530_usize..65_545, 131_060_usize..200_000],
        place: prop::sample::Index,
        cut: bool,
    ) {
        let (key, plain) = (SpoolKey::random(&mut rand::rng()), vec![5; length]);
        let mut sealed = spooled(&key, &plain, 10_000);
        let place = place.index(sealed.len());
        if cut { sealed.truncate(place) } else { sealed[place] ^= 1 }
        prop_assert!(opened(&key, &sealed).is_err());
        let other = SpoolKey::random(&mut rand::rng());
        prop_assert!(opened(&other, &spooled(&key, &plain, 10_000)).is_err(), "another key opens it");
    }

    #[test]
    fn a_sealed_file_is_exactly_a_bucket_and_gives_back_its_bytes(
        length in prop_oneof![0_usize..10, 60_000_usize..70_000, 120_000_usize..140_000, 0_usize..500_000],
        fill: u8,
    ) {
        let (key, plain) = (OpeningKey::<role::Intake>::generate(), vec![fill; length]);
        let recipient = key.recipient();
        let mut sealer = FileSealer::new(Vec::new(), &[recipient.any()]).expect("a header");
        sealer.write_all(&plain).expect("written");
        let (file, sealed) = sealer.finish().expect("sealed");
        prop_assert!(bucket::is_bucket(sealed.len()) && sealed.len() >= bucket::FILE_FLOOR);
        prop_assert_eq!((file.size, file.length), (sealed.len() as u64, length as u64));
        prop_assert_eq!(file.digest, seal::Digest::of(&sealed));
        let mut back = Vec::new();
        key.open_file(sealed.as_slice(), file.length).expect("it opens").read_to_end(&mut back).expect("whole");
        prop_assert_eq!(back, plain);
    }
}
