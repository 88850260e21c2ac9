//! A file that is taken in tells nothing but what it shows: a corpus of every kind, each with secrets in all the places
//! that are known, cleaned and searched; and files that were made to harm.

mod bmff;
mod documents;
mod hostile;
mod jp2;
mod odf;
mod pdfs;
mod pictures;
mod secrets;
mod sheets;
mod sound;
mod tiff;
mod tools;
mod zips;

use clean::{CleanError, Kind, Limits, Removed};

/// One file of the corpus.
pub struct Sample {
    pub name: &'static str,
    pub kind: Kind,
    pub bytes: Vec<u8>,
    /// What must be said to be taken out.
    pub told: &'static [Removed],
    /// What somebody who opens it gets to see or hear, read by other code than ours.
    pub shows: fn(&[u8]) -> Vec<u8>,
}

pub fn corpus() -> Vec<Sample> {
    [
        pictures::samples(),
        bmff::samples(),
        sound::samples(),
        documents::samples(),
        sheets::samples(),
        odf::samples(),
        pdfs::samples(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub fn cleaned(bytes: &[u8]) -> Result<(Vec<u8>, Vec<Removed>), CleanError> {
    let mut out = Vec::new();
    let cleaned = clean::clean(bytes.to_vec(), &mut out, &Limits::default())?;
    assert_eq!(Kind::recognise(bytes), Some(cleaned.kind));
    Ok((out, cleaned.removed))
}

impl Sample {
    #[track_caller]
    pub fn clean(&self) -> (Vec<u8>, Vec<Removed>) {
        cleaned(&self.bytes).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }
}

#[test]
fn the_corpus_has_every_kind_and_knows_each_by_its_content() {
    let corpus = corpus();
    assert!(corpus.len() >= 40, "{} files", corpus.len());
    for kind in Kind::ALL {
        assert!(corpus.iter().any(|sample| sample.kind == kind), "no {kind:?}");
    }
    for sample in corpus {
        assert_eq!(Kind::recognise(&sample.bytes), Some(sample.kind), "{}", sample.name);
    }
}

#[test]
fn a_cleaned_file_tells_no_secret() {
    for sample in corpus() {
        assert!(!secrets::told_by(&sample.bytes).is_empty(), "{} has no secret to lose", sample.name);
        let (clean, _) = sample.clean();
        let told = secrets::told_by(&clean);
        assert!(told.is_empty(), "{} still tells {told:?}", sample.name);
    }
}

#[test]
fn a_cleaned_file_shows_what_it_showed() {
    for sample in corpus() {
        let (clean, _) = sample.clean();
        let before = (sample.shows)(&sample.bytes);
        assert!(!before.is_empty(), "{} shows nothing", sample.name);
        assert!(before == (sample.shows)(&clean), "{} shows something else", sample.name);
        assert_eq!(Kind::recognise(&clean), Some(sample.kind), "{}", sample.name);
    }
}

#[test]
fn what_was_taken_out_is_said() {
    for sample in corpus() {
        let (_, removed) = sample.clean();
        for told in sample.told {
            assert!(removed.contains(told), "{} does not say {told:?}: {removed:?}", sample.name);
        }
    }
}

#[test]
fn a_clean_file_is_left_as_it_is() {
    for sample in corpus() {
        let (once, _) = sample.clean();
        let (twice, removed) = cleaned(&once).unwrap_or_else(|error| panic!("{}: {error}", sample.name));
        assert!(once == twice, "{} changes again", sample.name);
        assert!(removed.is_empty(), "{} says again {removed:?}", sample.name);
    }
}
