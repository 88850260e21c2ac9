//! The page of a route's key, in words.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};
use domain::{FieldErrors, RouteName, words::Word};
use seal::{Halves, Lineage, grant::Grant, role};
use templates::{Choice, Text, desk};
use web::{Told, page};

use super::{
    may_stay,
    moving::{self, Progress},
    shown_members,
};
use crate::{
    account, admin,
    session::{Officer, unavailable},
    state::State,
    texts,
    working::Working,
};

/// What is shown beside how it is.
#[derive(Default)]
pub(super) struct Shown {
    pub errors: FieldErrors,
    /// Who was chosen; `None`: everybody who can be.
    pub chosen: Option<Vec<String>>,
    pub done: Option<&'static str>,
}

pub(super) async fn key_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    route: RouteName,
    shown: &Shown,
) -> HttpResponse {
    let Some(held) = officer.ring.usable(route) else { return HttpResponse::NotFound().finish() };
    let working = match Working::read(&state.store).await {
        Ok(working) => working,
        Err(error) => return unavailable(error),
    };
    let progress = match moving::progress(state, officer, route).await {
        Ok(progress) => progress,
        Err(refused) => return refused,
    };
    let own = officer.account.id;
    let others: Vec<&Grant> = held.people.members.iter().map(|grant| &**grant).filter(|g| g.account != own).collect();
    let can_stay = |grant: &&&Grant| may_stay(held, &working, grant.account);
    let ids: Vec<_> = others.iter().filter(can_stay).map(|grant| (grant.account.to_string(), *grant)).collect();
    let members: Vec<_> =
        ids.iter().map(|(id, grant)| Choice { value: id, label: &grant.name, hint: Some(&grant.function) }).collect();
    let chosen: Vec<&str> = match &shown.chosen {
        Some(chosen) => chosen.iter().map(String::as_str).collect(),
        None => members.iter().map(|choice| choice.value).collect(),
    };
    let cannot: Vec<_> = others.iter().filter(|grant| !can_stay(grant)).map(|g| cannot_stay(g, &working)).collect();
    let cannot: Vec<&str> = cannot.iter().map(String::as_str).collect();
    let lineage = officer.ring.lineages().get(route);
    let waiting = lineage.filter(|lineage| !lineage.is_configured()).map(who_left);
    let halves = held.key.halves();
    let (toml, six) = (admin::lines(state, route, &halves), six_words(&halves));
    let moves = Moves::of(&progress);
    let views = moves.others();
    let told = Told::new(&shown.errors, Text::DUTCH);
    let proven = account::proven_until(state, officer);
    let view = desk::Sleutelwissel {
        route: route.label(),
        label: texts::route(route),
        done: shown.done,
        waiting: waiting.as_deref().map(|who| desk::Waiting { who, toml: &toml, words: &six }),
        moves: (held.number > 1).then(|| moves.view(&views)),
        members: &members,
        chosen: &chosen,
        shown: &shown_members(held),
        cannot: &cannot,
        proven_until: proven.as_deref(),
        errors: &told.view(),
    };
    page(status, desk::sleutelwissel(&officer.frame(state.frame(), &officer.banners()), &view))
}

fn cannot_stay(grant: &Grant, working: &Working) -> String {
    let why = if working.has(grant.account) {
        "heeft een nieuwe sleutel en is nog niet opnieuw toegelaten"
    } else {
        "is uitgezet"
    };
    format!("{}: {why}", grant.name)
}

fn who_left(lineage: &Lineage) -> String {
    let left = lineage.successions().last().map_or(&[][..], |last| &last.left);
    left.iter().map(|left| left.name.as_str()).collect::<Vec<_>>().join(", ")
}

pub(super) fn six_words(halves: &Halves<role::Route>) -> Vec<&'static str> {
    halves.fingerprint().into_iter().map(Word::text).collect()
}

/// How far the signals are, in words.
struct Moves {
    moved: usize,
    total: usize,
    waiting: usize,
    others: Vec<(String, String)>,
    damaged: Vec<String>,
}

impl Moves {
    fn of(progress: &Progress) -> Self {
        let others = progress.others.iter().map(|(kenmerk, names)| (kenmerk.to_string(), names.join(" of ")));
        Self {
            moved: progress.moved,
            total: progress.total,
            waiting: progress.waiting.len(),
            others: others.collect(),
            damaged: progress.damaged.iter().map(ToString::to_string).collect(),
        }
    }

    fn others(&self) -> (Vec<desk::MovedBy<'_>>, Vec<&str>) {
        let others = self.others.iter().map(|(kenmerk, who)| desk::MovedBy { kenmerk, who });
        (others.collect(), self.damaged.iter().map(String::as_str).collect())
    }

    fn view<'a>(&self, (others, damaged): &'a (Vec<desk::MovedBy<'a>>, Vec<&'a str>)) -> desk::Moves<'a> {
        desk::Moves { moved: self.moved, total: self.total, waiting: self.waiting, others, damaged }
    }
}
