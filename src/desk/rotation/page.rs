//! The page of a route's key, in words.

use std::{collections::BTreeSet, sync::Arc};

use actix_web::{HttpResponse, http::StatusCode};
use domain::{AccountId, FieldErrors, RouteName, words::Word};
use seal::{Halves, Lineage, grant::Grant, role};
use templates::{Choice, FieldError, Text, desk};
use web::{Told, page};

use super::{
    going::{Sorted, Words, field},
    may_stay,
    moving::{self, Progress},
    shown_members,
};
use crate::{
    account,
    admin::{self, said},
    keyring::{HeldRoute, People},
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
    pub words: Words,
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
    let ticked: BTreeSet<AccountId> = match &shown.chosen {
        Some(chosen) => chosen.iter().filter_map(|id| id.parse().ok()).map(AccountId).collect(),
        None => others.iter().map(|grant| grant.account).collect(),
    };
    let sorted = Sorted::of(held, &working, own, &ticked, &BTreeSet::new());
    let how = |grant: &Grant| format!("{}, {}", grant.function, said::how(&held.people, grant));
    let ids: Vec<_> = sorted.members.iter().map(|grant| (grant.account.to_string(), &grant.name, how(grant))).collect();
    let members: Vec<_> =
        ids.iter().map(|(id, name, how)| Choice { value: id, label: name, hint: Some(how) }).collect();
    let known: Vec<_> = sorted.colleagues.iter().map(|grant| known(&held.people, grant)).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let asked: Vec<_> =
        sorted.asked.iter().map(|(grant, is_member)| Asked::of(held, grant, *is_member, shown)).collect();
    let views_asked: Vec<_> = asked.iter().map(Asked::view).collect();
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
    let wrong = asked.iter().filter_map(|one| Some(FieldError { field: &one.field, message: one.wrong? }));
    let errors: Vec<_> = told.view().into_iter().chain(wrong).collect();
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
        known: &known,
        asked: &views_asked,
        asked_for: &sorted.asked_for(),
        errors: &errors,
    };
    page(status, desk::sleutelwissel(&officer.frame(state.frame(), &officer.banners()), &view))
}

fn known(people: &People, grant: &Grant) -> String {
    format!("{} ({}), bekend gemaakt door {}", grant.name, grant.function, said::name(people, &grant.by))
}

/// Somebody whose six words are asked.
struct Asked<'a> {
    field: String,
    name: &'a str,
    how: String,
    typed: &'a str,
    is_member: bool,
    wrong: Option<&'a str>,
}

impl<'a> Asked<'a> {
    fn of(held: &HeldRoute, grant: &'a Grant, is_member: bool, shown: &'a Shown) -> Self {
        let how = if is_member {
            format!("{}, {}", grant.function, said::how(&held.people, grant))
        } else {
            format!("{}, bekend gemaakt door {}", grant.function, said::name(&held.people, &grant.by))
        };
        let words = shown.words.get(&grant.account);
        let (typed, wrong) = words.map_or(("", None), |(typed, wrong)| (typed.as_str(), wrong.as_deref()));
        Self { field: field(grant.account), name: &grant.name, how, typed, is_member, wrong }
    }

    fn view(&self) -> desk::SpokenAgain<'_> {
        desk::SpokenAgain {
            field: &self.field,
            name: self.name,
            how: &self.how,
            typed: self.typed,
            is_member: self.is_member,
        }
    }
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
