//! The page of who may read a signal, in words.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};
use domain::{
    FieldErrors,
    access::{Access, Part},
};
use seal::grant::Grant;
use templates::{Choice, Text, desk};
use web::{Form, Told, page};

use super::{is_last, possible_routes, readers};
use crate::{
    account,
    case::Case,
    epoch::Audience,
    session::{Officer, unavailable},
    state::State,
    texts,
    working::Working,
};

/// What the reporter is told of a hand-over, before an officer makes it his own.
const HANDED_OVER: &str = "Uw signaal hoort bij een ander team. Wij hebben het daaraan overgedragen. Vanaf nu leest dat \
                           team wat u schrijft, en wij niet meer. Uw tien woorden blijven gewoon werken.";

pub(super) async fn access_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    case: &Case,
    form: &Form,
    errors: &FieldErrors,
    done: Option<&str>,
) -> HttpResponse {
    let working = match Working::read(&state.store).await {
        Ok(working) => working,
        Err(error) => return unavailable(error),
    };
    let told = Told::new(errors, Text::DUTCH);
    let errors = told.view();
    let at = |fields: &[&str]| errors.iter().copied().filter(|e| fields.contains(&e.field)).collect::<Vec<_>>();
    let people = readers(case);
    let shown: Vec<_> = people
        .iter()
        .map(|(who, part, reads_source)| desk::KeyHolder {
            name: &who.name,
            function: &who.function,
            part,
            reads_source: *reads_source,
        })
        .collect();
    // Reasons and names say much of what it is about.
    let said = |what: usize| if case.may_be_shown() { what } else { 0 };
    let kept_out: Vec<_> = case
        .kept_out()
        .into_iter()
        .take(said(usize::MAX))
        .map(|who| format!("{}, {}", who.naam, who.functie))
        .collect();
    let changes: Vec<_> =
        case.access().into_iter().take(said(usize::MAX)).map(|(author, act)| words(case, &author, act)).collect();
    // Who has not said yet that he is not involved, can only leave it.
    let declared = case.is_declared();
    let his = |who: &Grant| declared || who.account == case.reader();
    let (candidates, holders) = (candidates(case, &working), holders(case, people.iter().filter(|(who, ..)| his(who))));
    let (colleagues, holders) = (options(&candidates), options(&holders));
    let routes: Vec<_> = possible_routes(state, case, &working)
        .into_iter()
        .map(|route| Choice { value: route.label(), label: texts::route(route), hint: None })
        .collect();
    let confirm = case.others_need_confirmation();
    let message = if form.get("stap") == "overdragen" { form.get("bericht") } else { HANDED_OVER };
    let (invite_errors, take_errors, over_errors) = (
        at(&["collega", "als", "bron", "reden", "reden_bron", "bevestigd"]),
        at(&["wie", "reden_ontnemen"]),
        at(&["naar", "reden_overdragen", "bericht", "bevestigd_overdragen"]),
    );
    let parts = Part::ALL.iter().map(|part| Choice { value: part.label(), label: part.label(), hint: None });
    let parts: Vec<_> = parts.collect();
    let forms = desk::Forms {
        declared,
        may_hand_over: declared || is_last(case),
        invite: desk::Invite {
            colleagues: &colleagues,
            chosen: form.get("collega"),
            parts: &parts,
            part: form.get("als"),
            source: form.get("bron") == "ja",
            reason: form.get("reden"),
            source_reason: form.get("reden_bron"),
            asks_confirmation: confirm,
            confirmed: form.get("bevestigd") == "ja",
            errors: &invite_errors,
        },
        take_away: desk::TakeAway {
            people: &holders,
            chosen: form.get("wie"),
            reason: form.get("reden_ontnemen"),
            errors: &take_errors,
        },
        hand_over: desk::HandOver {
            routes: &routes,
            chosen: form.get("naar"),
            reason: form.get("reden_overdragen"),
            message,
            tells_reporter: case.mailbox_discarded().is_none() && case.has_mailbox(),
            asks_confirmation: confirm,
            confirmed: form.get("bevestigd_overdragen") == "ja",
            errors: &over_errors,
        },
    };
    let lines: Vec<_> =
        changes.iter().rev().map(|(what, who, when, reason)| desk::Change { what, who, when, reason }).collect();
    let proven = account::proven_until(state, officer);
    let warnings: Vec<_> = case.findings.warnings.iter().map(String::as_str).collect();
    let view = desk::Toegang {
        kenmerk: case.intake.kenmerk.as_str(),
        addressee: &case.addressee(),
        warnings: &warnings,
        done,
        readers: &shown,
        kept_out: &kept_out.iter().map(String::as_str).collect::<Vec<_>>(),
        changes: &lines,
        step: form.get("stap"),
        proven_until: proven.as_deref(),
        password: &at(&["wachtwoord"]),
        forms: (case.is_members() && !case.findings.broken).then_some(forms),
    };
    page(status, desk::toegang(&officer.frame(state.frame(), &officer.banners()), &view))
}

/// Accounts and names of whom a member may invite, or let read more than now.
fn candidates(case: &Case, working: &Working) -> Vec<(String, String)> {
    let audience = Audience::of(case);
    let full = |who: &Grant| {
        audience.guest(who.account).is_some_and(|guest| guest.reads_source) && !case.waits_for_his_keys(who)
    };
    let again = |who: &Grant| if case.waits_for_his_keys(who) { ", heeft een nieuwe sleutel" } else { "" };
    let known = case.people.colleagues.iter().filter(|who| case.people.colleague(who.account).is_some());
    let late = case.without_key().into_iter().filter(|who| working.has(who.account) && super::unfit(case, who).is_ok());
    let late = late.map(|who| {
        let part = match (case.is_kept_from(who), case.waits_for_his_keys(who)) {
            (true, _) => "nu buiten dit signaal",
            (false, true) => "lid van de route, heeft een nieuwe sleutel",
            (false, false) => "lid van de route",
        };
        (who.account.to_string(), format!("{} ({}), {part}", who.function, who.name))
    });
    known
        .filter(|who| working.has(who.account) && !full(who) && super::refused(case, who).is_ok())
        .map(|who| (who.account.to_string(), format!("{} ({}){}", who.function, who.name, again(who))))
        .chain(late)
        .collect()
}

/// Accounts and names of everybody whose access can be taken away.
fn holders<'a>(case: &Case, people: impl Iterator<Item = &'a (Grant, &'static str, bool)>) -> Vec<(String, String)> {
    let own = |account| if account == case.reader() { " (uzelf)" } else { "" };
    let named = |who: &Grant| format!("{} ({}){}", who.function, who.name, own(who.account));
    people.map(|(who, ..)| (who.account.to_string(), named(who))).collect()
}

fn options(pairs: &[(String, String)]) -> Vec<Choice<'_>> {
    pairs.iter().map(|(value, label)| Choice { value, label, hint: None }).collect()
}

/// One change in words: what, by whom, when and why.
fn words(
    case: &Case,
    author: &seal::VerifyKey<seal::role::Author>,
    act: domain::Dated<Access>,
) -> (String, String, String, String) {
    let who = case.author(author).0;
    let when = texts::moment(act.datum, act.tijd);
    let (what, reason) = match act.inhoud {
        Access::Uitgenodigd { wie, als, reden, reden_bron } => {
            let reason = reden_bron
                .map_or_else(|| reden.clone(), |source| format!("{reden}\nOok de woorden van de melder: {source}"));
            (format!("{} ({}) uitgenodigd als {als}", wie.functie, wie.naam), reason)
        }
        Access::Toegelaten { wie, reden } => (format!("{} ({}) toegelaten als lid", wie.functie, wie.naam), reden),
        Access::Ingetrokken { wie, reden } => (format!("Toegang weggenomen van {} ({})", wie.functie, wie.naam), reden),
        Access::Buitengesloten { wie, reden } => {
            (format!("{} ({}) buiten dit signaal geplaatst", wie.functie, wie.naam), reden)
        }
        Access::Doorgegeven { wie } => {
            (format!("Doorgegeven door {} ({}), zonder het te lezen", wie.functie, wie.naam), String::new())
        }
        Access::Overgedragen { naar, reden } => (format!("Overgedragen aan: {}", texts::route(naar)), reden),
    };
    (what, who, when, reason)
}
