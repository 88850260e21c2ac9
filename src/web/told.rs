//! The errors of a form, told in the language of its page.

use domain::{FieldErrors, field::Sentence};
use templates::{FieldError, Text};

/// Fields and sentences, for views to borrow.
pub struct Told(Vec<(&'static str, String)>);

impl Told {
    pub fn new(errors: &FieldErrors, text: Text) -> Self {
        Self(errors.iter().map(|error| (error.field, sentence(&error.message, text))).collect())
    }

    pub fn view(&self) -> Vec<FieldError<'_>> {
        self.0.iter().map(|(field, message)| FieldError { field, message }).collect()
    }
}

/// One sentence in a language.
pub fn sentence(sentence: &Sentence, text: Text) -> String {
    match sentence {
        Sentence::Dutch(words) => words.clone().into_owned(),
        Sentence::Key(key, values) => {
            let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
            text.with(key, &values)
        }
    }
}
