//! An opened item of which nothing is known: it verifies or it is refused, and no text makes it panic. Without a key
//! nobody can sign, so what verifies was signed by the key it names.
#![no_main]

use domain::{ItemId, Kind, Side, SignalId};
use libfuzzer_sys::fuzz_target;
use seal::{Place, item};
use uuid::Uuid;

fuzz_target!(|text: &str| {
    let place = Place {
        signal: SignalId(Uuid::nil()),
        epoch: 1,
        item: ItemId(Uuid::nil()),
        kind: Kind::Message,
        side: Side::Desk,
        number: 1,
    };
    if let Ok(item) = item::verify_item(text, &place, Some(None), |_, _| Ok(())) {
        assert!(item.v == seal::VERSION && item.number == 1 && item.previous.is_none());
    }
});
