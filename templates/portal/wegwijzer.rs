//! `GET /wegwijzer`: whom a reporter can turn to beside this portal, for what, and for what not. Who stands there comes
//! from the configuration.

use maud::{Markup, html};

use crate::components::{Elsewhere, Tone, Worded, notice};
use crate::layout::{Frame, Title, portal_page};
use crate::text::Text;

/// Everybody who answers one question of a reporter.
#[derive(Debug, Clone, Copy)]
pub struct Group<'a> {
    /// The end of its key in the texts: `danger`.
    pub question: &'a str,
    pub signposts: &'a [Signpost<'a>],
}

/// Somebody to turn to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signpost<'a> {
    pub name: Worded<'a>,
    pub does: Worded<'a>,
    pub does_not: Option<Worded<'a>>,
    pub phone: Option<Elsewhere<'a>>,
    pub website: Option<Elsewhere<'a>>,
    /// `yes`, `no` or `ask`: the end of a key in the texts.
    pub anonymous: Option<&'a str>,
}

/// The signposts.
pub fn wegwijzer(frame: &Frame, groups: &[Group]) -> Markup {
    let text = frame.text;
    portal_page(
        frame,
        Title::new(text.say("frame-signposts")),
        &html! {
            h1 { (text.say("signposts-title")) }
            p .lead { (text.say("signposts-lead")) }
            (notice(Tone::Warning, &html! { p { (text.say("signposts-own-device")) } }))
            @for group in groups.iter().filter(|group| !group.signposts.is_empty()) {
                h2 { (text.say(&["signposts-", group.question].concat())) }
                @if group.question == "not-here" { p { (text.say("signposts-not-here-why")) } }
                @else if group.signposts.iter().any(|one| one.phone.is_none() && one.website.is_none()) {
                    p { (text.say("signposts-no-contact")) }
                }
                div .rows { @for signpost in group.signposts { (one(text, signpost)) } }
            }
            h2 { (text.say("signposts-here")) }
            p { (text.rich("signposts-here-text", &[])) }
        },
    )
}

fn one(text: Text, signpost: &Signpost) -> Markup {
    html! {
        div {
            h3 { (signpost.name) }
            p {
                (signpost.does)
                @if let Some(no) = signpost.does_not { br; strong { (text.say("signposts-not-for")) } " " (no) }
                @if let Some(key) = signpost.anonymous { br; (text.say(&["signposts-anonymous-", key].concat())) }
                @if signpost.phone.is_some() || signpost.website.is_some() { br; }
                @if let Some(phone) = signpost.phone { (text.say("signposts-call")) " " (phone) }
                @if signpost.phone.is_some() && signpost.website.is_some() { " · " }
                @if let Some(website) = signpost.website { (website) }
            }
        }
    }
}
