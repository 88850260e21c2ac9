//! Zipped documents, as bytes: mostly the archive itself. What is cleaned is clean: cleaned again it stays as it is.
#![no_main]

use clean::{Kind, Limits};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &[u8]| {
    let kinds = [Kind::Docx, Kind::Xlsx, Kind::Pptx, Kind::Odt, Kind::Ods];
    if !Kind::recognise(file).is_some_and(|kind| kinds.contains(&kind)) {
        return;
    }
    let (mut once, mut twice) = (Vec::new(), Vec::new());
    let limits = Limits { inflated: 4 << 20, ..Limits::default() };
    if clean::clean(file.to_vec(), &mut once, &limits).is_ok() {
        let again = clean::clean(once.clone(), &mut twice, &Limits::default());
        assert!(again.is_ok(), "{again:?}");
        assert!(once == twice);
    }
});
