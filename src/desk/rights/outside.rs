//! `POST /beheer/buiten-de-lijn`: a member says who outside the line hears that terms of the route are late; and that part of the
//! page of rights in words.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use domain::{escalation::MOST, term};
use seal::{
    grant::Grant,
    upkeep::{Act, Outsider},
};
use templates::{Choice, desk};
use web::{Form, see_other};

use super::{Refused, Sight, own_route, page::rights_page, proven, sight};
use crate::{
    escalating,
    opening::failed,
    session,
    state::State,
    upkeep::{self, may_be_outside},
    writing::{retried, unless_taken},
};

/// `POST /beheer/buiten-de-lijn`: `eerste`, and `tweede` for where the first may not hear it.
pub async fn name(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let Some(route) = own_route(&officer, &form).filter(|route| route.takes_signals()) else {
        return HttpResponse::Forbidden().finish();
    };
    if let Err(refused) = proven(&state, &request, &officer, &form, "buiten").await {
        return refused;
    }
    let named = retried(async || {
        let Some(sight) = sight(&state, &officer, route).await? else {
            return Err(HttpResponse::Forbidden().finish());
        };
        let people = match chosen(&state, &sight, &form) {
            Ok(people) => people,
            Err(error) => {
                let refused = Refused { form: form.clone(), errors: vec![error] };
                return Err(rights_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &refused, None).await);
            }
        };
        // Pressed twice is said once.
        let stands = sight.upkept.outside.as_ref().map_or(&[][..], |outside| &outside.people);
        if stands.iter().map(|one| one.account).eq(people.iter().map(|one| one.account)) {
            return Ok(Some(()));
        }
        let act = (Act::Outside { people }, None);
        unless_taken(upkeep::write(&state, &officer, (route, &sight.held), &sight.upkept, act).await, ())
    });
    if let Err(refused) = named.await {
        return refused;
    }
    match escalating::settle_all(&state, &officer, route).await {
        Ok(()) => see_other("/beheer/rechten?buiten"),
        Err(error) => failed(error),
    }
}

/// Who was chosen, or the field that is wrong and why.
fn chosen(state: &State, sight: &Sight, form: &Form) -> Result<Vec<Outsider>, (String, String)> {
    let (route, held) = (sight.route, &sight.held);
    let may: Vec<_> = may_be_outside(route, &held.people, state.routes.routing()).collect();
    let mut people: Vec<Outsider> = Vec::with_capacity(MOST);
    for field in ["eerste", "tweede"] {
        let typed = form.get(field);
        if typed.is_empty() {
            continue;
        }
        let wrong = |sentence: &str| Err((format!("{field}-{route}"), sentence.to_owned()));
        let Some(who) = may.iter().find(|who| who.account.to_string() == typed) else {
            return wrong("Kies iemand die uw route kent, geen lid is en over wie uw route geen signalen krijgt.");
        };
        if people.iter().any(|one| one.account == who.account) {
            return wrong("Kies twee verschillende mensen.");
        }
        people.push(Outsider { account: who.account, name: who.name.clone() });
    }
    Ok(people)
}

/// That part of the page of one route.
pub(super) struct OutsideWords {
    now: Option<String>,
    lapsed: bool,
    candidates: Vec<(String, String)>,
    chosen: [String; MOST],
}

impl OutsideWords {
    pub(super) fn of(state: &State, sight: &Sight, form: &Form) -> Self {
        let Sight { route, held, upkept, .. } = sight;
        let routing = state.routes.routing();
        let named = upkept.outsiders(*route, &held.people, routing);
        let said = upkept.outside.as_ref();
        let name = |who: &&Grant| format!("{} ({})", who.name, who.function);
        let names = named.iter().map(name).collect::<Vec<_>>().join(", en anders ");
        let now = said
            .filter(|_| !named.is_empty())
            .map(|outside| format!("{names}, aangewezen door {} op {}", outside.by, term::dutch(outside.on)));
        let its = form.get("route") == route.label();
        let at = |at: usize, field: &str| match named.get(at) {
            _ if its && form.all(field).next().is_some() => form.get(field).to_owned(),
            Some(who) => who.account.to_string(),
            None => String::new(),
        };
        let may = may_be_outside(*route, &held.people, routing);
        Self {
            now,
            lapsed: said.is_some_and(|outside| outside.people.len() > named.len()),
            candidates: may.map(|who| (who.account.to_string(), format!("{} ({})", who.function, who.name))).collect(),
            chosen: [at(0, "eerste"), at(1, "tweede")],
        }
    }

    pub(super) fn choices(&self) -> Vec<Choice<'_>> {
        self.candidates.iter().map(|(value, label)| Choice { value, label, hint: None }).collect()
    }

    pub(super) fn view<'a>(&'a self, candidates: &'a [Choice<'a>]) -> desk::OutsideForm<'a> {
        let [first, second] = &self.chosen;
        desk::OutsideForm { now: self.now.as_deref(), lapsed: self.lapsed, candidates, first, second }
    }
}
