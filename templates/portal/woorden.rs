//! Beside the second step, for who wants it: everyday words for what a signal is about. Long lists, so each stands in
//! parts that fold. Nothing here must be answered.

use maud::{Markup, html};

use super::bestanden::time_left;
use super::stappen::Step;
use crate::components::error_summary;
use crate::fields::{Choice, FieldError, Group, Pick, group_part, has_error, hidden};
use crate::layout::{Frame, Title, portal_page};

/// Some of the words of a list.
#[derive(Debug, Clone, Copy, Default)]
pub struct Theme<'a> {
    pub field: &'a str,
    pub legend: &'a str,
    /// How many options of this field came before.
    pub first: usize,
    pub options: &'a [Choice<'a>],
    pub chosen: &'a [&'a str],
}

/// Fields: those of the themes. Posts `terug=ja` to `/melden/verhaal`: back to the story.
#[derive(Debug, Clone, Copy, Default)]
pub struct Woorden<'a> {
    pub themes: &'a [Theme<'a>],
    /// Until when the files that the form carries wait for the next step: "20:45".
    pub until: Option<&'a str>,
    pub errors: &'a [FieldError<'a>],
    pub hidden: &'a [(&'a str, &'a str)],
}

/// The page of the words.
pub fn woorden(frame: &Frame, view: &Woorden) -> Markup {
    let text = frame.text;
    let failed = |theme: &Theme| theme.first == 0 && has_error(view.errors, theme.field);
    let chosen = |theme: &Theme| theme.options.iter().any(|option| theme.chosen.contains(&option.value));
    portal_page(
        frame,
        Title::failed_if(&Step::Story.position(text), !view.errors.is_empty()),
        &html! {
            (Step::Story.line(text))
            h1 { (text.say("words-title")) }
            (error_summary(text, view.errors))
            p { (text.say("words-lead")) }
            form method="post" action=(text.path("/melden/verhaal")) novalidate {
                (hidden(view.hidden))
                (hidden(&[("terug", "ja")]))
                @for theme in view.themes {
                    details open[chosen(theme) || failed(theme)] {
                        summary { (theme.legend) }
                        (group_part(&Group {
                            text,
                            name: theme.field,
                            legend: theme.legend,
                            hint: None,
                            pick: Pick::Many,
                            options: theme.options,
                            chosen: theme.chosen,
                            optional: true,
                            inline: false,
                            errors: view.errors,
                        }, theme.first))
                    }
                }
                div .actions {
                    button .primary type="submit" { (text.say("words-done")) }
                    p .quiet { (text.say("story-kept")) }
                }
                (time_left(text, view.until, "/melden/woorden", ("stap", "tijd")))
            }
        },
    )
}
