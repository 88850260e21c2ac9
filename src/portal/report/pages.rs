//! What the report's pages show, but for the check page. They take the form as it was posted and give it back.

use actix_web::{HttpResponse, http::StatusCode};
use domain::{
    FieldErrors, RouteName, Subject, Wishes,
    choices::{Choice as _, Influence, Knowers, SignalType},
    report::parse_over,
};
use templates::{Markup, fields::Choice, layout::Frame, portal};
use web::{Told, page};

use super::themes;
use crate::{
    answers::{CHECK, OVER, Posted, STORY, WORDS, borrowed},
    files::until,
    texts,
    visit::Visit,
};

pub fn over_page(visit: &Visit, status: StatusCode, posted: &Posted, errors: &FieldErrors) -> HttpResponse {
    let routing = visit.routes.routing();
    let option = |subject: &Subject| {
        let route = routing.route(*subject);
        portal::SubjectOption {
            value: subject.label(),
            label: texts::subject(visit.text, *subject),
            reader: texts::reader(visit.text, route),
            reachable: visit.routes.key(route).is_some(),
        }
    };
    let options: Vec<_> = Subject::ALL.iter().map(option).collect();
    let chosen: Vec<_> = posted.answers.all("over_wie").iter().map(String::as_str).collect();
    let hidden = posted.hidden(&[OVER, CHECK].concat());
    let here = errors.iter().filter(|error| error.field == "over_wie").cloned().collect();
    let told = Told::new(&here, visit.text);
    let until = until(posted.basket.as_ref());
    let view = portal::Over {
        options: &options,
        chosen: &chosen,
        until: until.as_deref(),
        errors: &told.view(),
        hidden: &borrowed(&hidden),
    };
    page(status, portal::over(&visit.frame(), &view))
}

pub fn story_page(
    visit: &Visit,
    status: StatusCode,
    posted: Posted,
    route: Option<RouteName>,
    errors: &FieldErrors,
) -> HttpResponse {
    let (text, posted) = (visit.text, Posted { shown: route, ..posted });
    let over = parse_over(&posted.answers).unwrap_or_default();
    let wishes = Wishes::of(&posted.answers, &over);
    let first = |field| posted.answers.first(field);
    let all = |field| posted.answers.all(field).iter().map(String::as_str).collect::<Vec<_>>();
    let kind = |kind: &SignalType| {
        let hint = text.choice_hint("kind", kind.label());
        Choice { value: kind.label(), label: text.choice("kind", kind.label()), hint }
    };
    let plain = |vocabulary, value: &'static str| Choice { value, label: text.choice(vocabulary, value), hint: None };
    let mut knowers: Vec<_> = Knowers::ALL.iter().map(|knowers| plain("knowers", knowers.label())).collect();
    // Words that no choice has came from elsewhere: they stay what was answered.
    let own_words = first("hoeveel_weten_dit");
    if !own_words.trim().is_empty() && Knowers::from_value(own_words).is_none() {
        knowers.push(Choice { value: own_words, label: own_words, hint: None });
    }
    let word = |field| posted.answers.all(field).iter().map(move |value| texts::answer(text, field, value));
    let words: Vec<_> = WORDS.iter().flat_map(|field| word(*field)).collect();
    let (told, until) = (Told::new(errors, text), until(posted.basket.as_ref()));
    let hidden = posted.hidden(&[STORY, CHECK].concat());
    let view = portal::Verhaal {
        readers: portal::Readers {
            reader: route.map_or("", |route| texts::reader(text, route)),
            told: &route.map(|route| texts::told(text, &over, &wishes, route)).unwrap_or_default(),
        },
        wishes: portal::Wishes {
            asks_convent: over.contains(&Subject::Raadslid),
            in_seniorenconvent: first("in_seniorenconvent"),
            readers: &to_exclude(visit, &wishes, route),
            niet_lezen: &all("niet_lezen"),
            no_other: route.is_some_and(|route| !has_another(visit, &over, &wishes, route)),
        },
        kinds: &SignalType::ALL.iter().map(kind).collect::<Vec<_>>(),
        influences: &Influence::ALL.iter().map(|kind| plain("influence", kind.label())).collect::<Vec<_>>(),
        knowers: &knowers,
        words: &words.iter().map(String::as_str).collect::<Vec<_>>(),
        until: until.as_deref(),
        offers_envelope: visit.routes.key(RouteName::Bewaarder).is_some(),
        answers: portal::Answers {
            soort: first("soort"),
            wat: first("wat"),
            wie: first("wie"),
            waar: first("waar"),
            wanneer: first("wanneer"),
            hoe_weet_u_dit: first("hoe_weet_u_dit"),
            eerder_gemeld: first("eerder_gemeld"),
            direct_gevaar: first("direct_gevaar"),
            eerst_overleggen: first("eerst_overleggen"),
            vragen_mag: first("vragen_mag"),
            beinvloeding: &all("beinvloeding"),
            hoeveel_weten_dit: own_words,
            naam: first("naam"),
            bereikbaar: first("bereikbaar"),
        },
        errors: &told.view(),
        hidden: &borrowed(&hidden),
    };
    page(status, portal::verhaal(&visit.frame(), &view))
}

pub fn words_page(visit: &Visit, status: StatusCode, posted: &Posted, errors: &FieldErrors) -> HttpResponse {
    let themes = themes::fitting(visit.text, &posted.answers);
    let (told, hidden) = (Told::new(errors, visit.text), posted.hidden(&[WORDS, CHECK].concat()));
    let until = until(posted.basket.as_ref());
    let view = portal::Woorden {
        themes: &themes.iter().map(themes::Theme::view).collect::<Vec<_>>(),
        until: until.as_deref(),
        errors: &told.view(),
        hidden: &borrowed(&hidden),
    };
    page(status, portal::woorden(&visit.frame(), &view))
}

fn has_another(visit: &Visit, over: &[Subject], wishes: &Wishes, route: RouteName) -> bool {
    visit.routes.routing().has_another(over, wishes, route, |route| visit.routes.key(route).is_some())
}

/// Readers that were excluded, and the one who reads it now.
fn to_exclude(visit: &Visit, wishes: &Wishes, route: Option<RouteName>) -> Vec<Choice<'static>> {
    let offered = wishes.niet_lezen.iter().copied().chain(route);
    offered.map(|route| Choice { value: route.label(), label: texts::reader(visit.text, route), hint: None }).collect()
}

/// Shown once: who reads the form from then on knows that it was.
pub fn danger_page(visit: &Visit, posted: Posted) -> HttpResponse {
    let hidden = Posted { danger_seen: true, ..posted }.hidden(CHECK);
    page(StatusCode::OK, portal::gevaar(&visit.frame(), &portal::Gevaar { hidden: &borrowed(&hidden) }))
}

/// Nothing was stored: the page says so and has the button that tries again.
pub fn not_received(visit: &Visit, posted: &Posted, error: &dyn std::error::Error) -> HttpResponse {
    unsent(visit, posted, None, error, portal::niet_ontvangen)
}

/// A step of the form did not work; nothing is sent by its button either.
pub fn step_failed(visit: &Visit, posted: &Posted, step: &str, error: &dyn std::error::Error) -> HttpResponse {
    unsent(visit, posted, Some(step), error, portal::niet_ontvangen)
}

/// It was stored, and is gone.
pub fn perhaps_lost(visit: &Visit, posted: &Posted, error: &dyn std::error::Error) -> HttpResponse {
    unsent(visit, posted, None, error, portal::misschien_kwijt)
}

fn unsent(
    visit: &Visit,
    posted: &Posted,
    step: Option<&str>,
    error: &dyn std::error::Error,
    words: fn(&Frame, &portal::NietOntvangen) -> Markup,
) -> HttpResponse {
    visit.failed(error);
    let hidden = posted.hidden(&[]);
    let view = portal::NietOntvangen { step, hidden: &borrowed(&hidden) };
    page(StatusCode::SERVICE_UNAVAILABLE, words(&visit.frame(), &view))
}
