//! Form fields: label, hint, error and input tied together for people who hear a page rather than see it.
//! Nothing here checks a value; errors come in from the caller.

use maud::{Markup, html};

use crate::text::Text;

/// One sentence about one field. `field` is the field's id: its name, unless a page holds the same name twice.
/// An empty `field` is an error of the form as a whole: it stands in the summary alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FieldError<'a> {
    pub field: &'a str,
    pub message: &'a str,
}

/// One option of a group or a select.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choice<'a> {
    /// What the browser sends back.
    pub value: &'a str,
    pub label: &'a str,
    /// One short line below the label. Shown in groups only.
    pub hint: Option<&'a str>,
}

/// A field with one text in it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Field<'a> {
    /// The language of the words around the field.
    pub text: Text,
    pub name: &'a str,
    /// Only where one page holds the same name more than once.
    pub id: Option<&'a str>,
    pub label: &'a str,
    pub hint: Option<&'a str>,
    pub value: &'a str,
    pub optional: bool,
    /// Whether another answer of the same form decides if it must be filled in: then its hint says when.
    pub sometimes: bool,
    pub errors: &'a [FieldError<'a>],
}

impl<'a> Field<'a> {
    fn id(&self) -> &'a str {
        self.id.unwrap_or(self.name)
    }

    const fn is_required(&self) -> bool {
        !self.optional && !self.sometimes
    }

    fn failed(&self) -> bool {
        has_error(self.errors, self.id())
    }

    fn described_by(&self) -> Option<String> {
        described_by(self.id(), self.hint.is_some(), self.failed())
    }
}

/// What a one-line input is for: sets its type and what the browser may fill in or mend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Words from a list: no capitals, no spelling marks, never remembered by the browser.
    Words,
    Username,
    CurrentPassword,
    NewPassword,
    OneTimeCode,
}

/// One option or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pick {
    One,
    Many,
}

/// A group of radio buttons or check boxes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group<'a> {
    /// The language of the words around the group.
    pub text: Text,
    pub name: &'a str,
    pub legend: &'a str,
    pub hint: Option<&'a str>,
    pub pick: Pick,
    pub options: &'a [Choice<'a>],
    pub chosen: &'a [&'a str],
    pub optional: bool,
    /// Short labels beside each other instead of below each other.
    pub inline: bool,
    pub errors: &'a [FieldError<'a>],
}

/// Hidden fields: names may repeat. They carry no id, so that a page may hold several forms.
pub(crate) fn hidden(pairs: &[(&str, &str)]) -> Markup {
    html! { @for (name, value) in pairs { input type="hidden" name=(name) value=(value); } }
}

pub(crate) fn text_field(field: &Field, purpose: Purpose) -> Markup {
    let kind = match purpose {
        Purpose::CurrentPassword | Purpose::NewPassword => "password",
        _ => "text",
    };
    let autocomplete = match purpose {
        Purpose::Words => "off",
        Purpose::Username => "username",
        Purpose::CurrentPassword => "current-password",
        Purpose::NewPassword => "new-password",
        Purpose::OneTimeCode => "one-time-code",
    };
    let exact = matches!(purpose, Purpose::Words | Purpose::Username | Purpose::OneTimeCode);
    let digits = purpose == Purpose::OneTimeCode;
    frame(
        field,
        &html! {
            input .short[digits] id=(field.id()) type=(kind) name=(field.name) value=(field.value)
                autocomplete=(autocomplete)
                autocapitalize=[exact.then_some("none")] spellcheck=[exact.then_some("false")]
                inputmode=[digits.then_some("numeric")]
                aria-required=[field.is_required().then_some("true")] aria-invalid=[field.failed().then_some("true")]
                aria-describedby=[field.described_by()];
        },
    )
}

/// A text of more lines. `dir=auto` because people write in more scripts than one.
pub(crate) fn text_area(field: &Field, rows: u8) -> Markup {
    area(field, rows, false)
}

/// A few lines for words from a list: the browser neither capitalises nor corrects nor remembers them.
pub(crate) fn word_area(field: &Field, rows: u8) -> Markup {
    area(field, rows, true)
}

fn area(field: &Field, rows: u8, exact: bool) -> Markup {
    frame(
        field,
        &html! {
            textarea id=(field.id()) name=(field.name) rows=(rows) dir="auto" autocomplete="off"
                autocapitalize=[exact.then_some("none")] spellcheck=[exact.then_some("false")]
                aria-required=[field.is_required().then_some("true")] aria-invalid=[field.failed().then_some("true")]
                // A parser drops the first line break: without this one, that of the text itself is lost.
                aria-describedby=[field.described_by()] { "\n" (field.value) }
        },
    )
}

/// A choice from a list that folds. `empty` is the label of the option with the empty value, if there is one.
pub(crate) fn select(field: &Field, options: &[Choice], empty: Option<&str>) -> Markup {
    frame(
        field,
        &html! {
            select id=(field.id()) name=(field.name) aria-describedby=[field.described_by()]
                aria-invalid=[field.failed().then_some("true")] {
                @if let Some(label) = empty { option value="" { (label) } }
                @for option in options {
                    option value=(option.value) selected[option.value == field.value] { (option.label) }
                }
            }
        },
    )
}

fn frame(field: &Field, control: &Markup) -> Markup {
    html! {
        div .field .failed[field.failed()] {
            label for=(field.id()) { (field.label) (optional_mark(field.text, field.optional)) }
            (hint(field.id(), field.hint))
            (messages(field.text, field.id(), field.errors))
            (control)
        }
    }
}

pub(crate) fn group(group: &Group) -> Markup {
    let failed = has_error(group.errors, group.name);
    // `aria-required` and `aria-invalid` may stand on a radiogroup, not on a plain group; on each check box instead.
    let one = group.pick == Pick::One;
    html! {
        fieldset .field .failed[failed] .inline[group.inline]
            role=[one.then_some("radiogroup")] aria-required=[(one && !group.optional).then_some("true")]
            aria-invalid=[(one && failed).then_some("true")]
            aria-describedby=[described_by(group.name, group.hint.is_some(), failed)] {
            legend { (group.legend) (optional_mark(group.text, group.optional)) }
            (hint(group.name, group.hint))
            (messages(group.text, group.name, group.errors))
            div .options {
                @for (index, option) in group.options.iter().enumerate() { (choice(group, option, index, failed)) }
            }
        }
    }
}

/// A part of a group of check boxes that is too long for one legend: its options are numbered from `first` on, and the
/// errors stand at the part that holds option 0.
pub(crate) fn group_part(group: &Group, first: usize) -> Markup {
    let failed = has_error(group.errors, group.name);
    html! {
        fieldset .field .failed[failed && first == 0] aria-label=(group.legend) {
            @if first == 0 { (messages(group.text, group.name, group.errors)) }
            @for (index, option) in group.options.iter().enumerate() { (choice(group, option, first + index, failed)) }
        }
    }
}

fn choice(group: &Group, option: &Choice, index: usize, failed: bool) -> Markup {
    let id = option_id(group.name, index);
    // Numbered from 1 always: the first option shares its id with the group, whose own hint has that name.
    let hint_id = [group.name, "-", &(index + 1).to_string()].concat();
    let kind = if group.pick == Pick::One { "radio" } else { "checkbox" };
    let invalid = failed && group.pick == Pick::Many;
    html! {
        div .option {
            input id=(id) type=(kind) name=(group.name) value=(option.value)
                checked[group.chosen.contains(&option.value)] aria-invalid=[invalid.then_some("true")]
                aria-describedby=[option.hint.map(|_| [&hint_id, "-uitleg"].concat())];
            label for=(id) { (option.label) }
            (hint(&hint_id, option.hint))
        }
    }
}

/// The first option has the id of the group, so that an error's link finds it; the others are numbered.
fn option_id(name: &str, index: usize) -> String {
    if index == 0 { name.to_owned() } else { [name, "-", &(index + 1).to_string()].concat() }
}

pub(crate) fn has_error(errors: &[FieldError], id: &str) -> bool {
    errors.iter().any(|error| error.field == id)
}

fn described_by(id: &str, hint: bool, failed: bool) -> Option<String> {
    let parts = [hint.then(|| [id, "-uitleg"].concat()), failed.then(|| [id, "-fout"].concat())];
    let ids: Vec<String> = parts.into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn hint(id: &str, text: Option<&str>) -> Markup {
    html! { @if let Some(text) = text { p .hint id={ (id) "-uitleg" } { (text) } } }
}

pub(crate) fn messages(text: Text, id: &str, errors: &[FieldError]) -> Markup {
    html! {
        @if has_error(errors, id) {
            div .error id={ (id) "-fout" } {
                @for error in errors.iter().filter(|error| error.field == id) {
                    p { span .spoken { (text.say("frame-error")) " " } (error.message) }
                }
            }
        }
    }
}

fn optional_mark(text: Text, optional: bool) -> Markup {
    html! { @if optional { " " span .optional { (text.say("field-optional")) } } }
}
