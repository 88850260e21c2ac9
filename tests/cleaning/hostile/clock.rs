//! Whoever has a clock stops a cleaning with it, and so counts its work: it is asked once in so many bytes.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use clean::{CleanError, KeepOn, Limits};

use super::corpus;

/// Bytes of work for which it is asked once.
const STRIDE: usize = 64 * 1024;

/// Cleans a file; with how often it was asked whether to keep on.
pub fn counted(bytes: &[u8]) -> (Result<Vec<u8>, CleanError>, usize) {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let keep_on = KeepOn::when(move || count.fetch_add(1, Ordering::Relaxed) < usize::MAX);
    let mut out = Vec::new();
    let done = clean::clean(bytes.to_vec(), &mut out, &Limits { keep_on, ..Limits::default() });
    (done.map(|_| out), asked.load(Ordering::Relaxed))
}

#[test]
fn a_cleaning_of_any_kind_ends_when_it_is_told_to() {
    for sample in corpus() {
        let limits = Limits { keep_on: KeepOn::when(|| false), ..Limits::default() };
        let error = clean::clean(sample.bytes, &mut Vec::new(), &limits).err();
        assert!(matches!(error, Some(CleanError::OutOfTime)), "{}: {error:?}", sample.name);
    }
}

#[test]
fn a_long_cleaning_is_asked_about_all_along() {
    let mut jpeg = super::pictures::jpeg(false, jpeg_encoder::ColorType::Rgb);
    let end = jpeg.split_off(jpeg.len() - 2);
    let long = [&jpeg[..], &[0xff, 0xdd, 0, 4, 0, 0].repeat(700_000), &end].concat();
    let (done, asked) = counted(&long);
    assert!(done.is_ok() && asked >= long.len() / STRIDE, "{asked}");
    // It says yes ten times.
    let left = AtomicUsize::new(10);
    let keep_on =
        KeepOn::when(move || left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1)).is_ok());
    let mut out = Vec::new();
    let error = clean::clean(long, &mut out, &Limits { keep_on, ..Limits::default() }).err();
    assert!(matches!(error, Some(CleanError::OutOfTime)), "{error:?}");
    assert!(out.len() < 11 * STRIDE, "{}", out.len());
}
