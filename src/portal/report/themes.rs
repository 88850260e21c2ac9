//! The three long lists of words for a signal, in parts that fold: everyday words to choose from, the exact terms to
//! send.

use std::sync::LazyLock;

use domain::{
    Answers,
    choices::{Breach, Choice as _, Phenomenon, SignalType, VulnerableProcess},
};
use templates::{Text, fields::Choice, portal};

/// A part of a list, the same in every language: what its form sends.
struct Part {
    field: &'static str,
    /// Keys of the texts: of the part's name, and the start of those of its values.
    legend: (&'static str, &'static str),
    vocabulary: &'static str,
    /// How many values of the field came in earlier parts.
    first: usize,
    values: Vec<String>,
}

static PARTS: LazyLock<Vec<Part>> = LazyLock::new(|| {
    let mut parts = vec![Part {
        field: "verschijningsvorm",
        legend: ("story", "phenomena"),
        vocabulary: "phenomenon",
        first: 0,
        values: Phenomenon::ALL.iter().map(|phenomenon| phenomenon.value()).collect(),
    }];
    for (first, group) in Breach::ALL.chunk_by(|one, next| one.group() == next.group()).scan(0, |count, group| {
        *count += group.len();
        Some((*count - group.len(), group))
    }) {
        let values = group.iter().map(|breach| breach.value()).collect();
        let legend = ("breach-group", group[0].group());
        parts.push(Part { field: "schending", legend, vocabulary: "breach", first, values });
    }
    parts.push(Part {
        field: "kwetsbaar_proces",
        legend: ("story", "processes"),
        vocabulary: "process",
        first: 0,
        values: VulnerableProcess::ALL.iter().map(|process| process.value()).collect(),
    });
    parts
});

/// A part as a page in some language shows it.
pub struct Theme<'a> {
    part: &'static Part,
    legend: &'static str,
    options: Vec<Choice<'static>>,
    chosen: Vec<&'a str>,
}

/// The parts that fit the kind of signal, and others of which something was chosen before the kind was changed.
pub fn fitting(text: Text, answers: &Answers) -> Vec<Theme<'_>> {
    let kind = SignalType::from_value(answers.first("soort"));
    let fits = |part: &&Part| match (kind, part.field) {
        (Some(SignalType::Ondermijning), "schending") | (Some(SignalType::Integriteit), "verschijningsvorm") => {
            answers.all(part.field).iter().any(|value| !value.is_empty())
        }
        _ => true,
    };
    let theme = |part: &'static Part| {
        let option = |value: &'static String| Choice { value, label: text.choice(part.vocabulary, value), hint: None };
        Theme {
            part,
            legend: text.choice(part.legend.0, part.legend.1),
            options: part.values.iter().map(option).collect(),
            chosen: answers.all(part.field).iter().map(String::as_str).collect(),
        }
    };
    PARTS.iter().filter(fits).map(theme).collect()
}

impl Theme<'_> {
    pub fn view(&self) -> portal::Theme<'_> {
        let Part { field, first, .. } = *self.part;
        portal::Theme { field, legend: self.legend, first, options: &self.options, chosen: &self.chosen }
    }
}
