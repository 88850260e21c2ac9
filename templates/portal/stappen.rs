//! The steps of the report: how many there are and what each is called stands here alone.

use maud::Markup;

use crate::components::step;
use crate::text::Text;

/// One page of the report that asks something, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Over,
    Story,
    Files,
    Check,
}

impl Step {
    const ALL: [Self; 4] = [Self::Over, Self::Story, Self::Files, Self::Check];

    /// "Stap 2 van 4": the neutral title of the page, too.
    pub(crate) fn position(self, text: Text) -> String {
        let number = Self::ALL.iter().position(|step| *step == self).unwrap_or_default() + 1;
        text.with("step-position", &[("step", &number.to_string()), ("steps", &Self::ALL.len().to_string())])
    }

    /// The line above the form.
    pub(crate) fn line(self, text: Text) -> Markup {
        step(text, &self.position(text))
    }
}
