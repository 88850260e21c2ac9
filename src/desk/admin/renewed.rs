//! A member says of a colleague's new key that it is his: the colleague chose another password himself, and his old key says
//! so. The route's signature below that is what new wraps rest on.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use domain::{AccountId, RouteName};
use entity::{account, renewal_known};
use seal::{Pair, grant::Grant};
use store::{PeopleRows, StoreError};
use web::see_other;

use super::{Refused, admin_page, overtaken, vouching::give_these};
use crate::{
    account as own,
    keyring::HeldRoute,
    opening::failed,
    renewal,
    session::{self, Officer, unavailable},
    state::State,
    texts,
    writing::WriteError,
};

/// Whether a colleague says himself that he has another key, and the route has not taken it for his.
pub fn is_waiting(people: &PeopleRows, account: &account::Model, colleagues: &[Grant]) -> bool {
    let known = colleagues.iter().find(|known| known.account == account.id);
    known.is_some_and(|known| !renewal::since(account, &known.person, &people.renewals).is_empty())
}

/// A line of the page.
pub struct Waiting {
    pub route: RouteName,
    pub account: String,
    pub name: String,
    pub function: String,
}

impl Waiting {
    /// Everybody whose new key waits for this officer's word.
    pub fn all(officer: &Officer, people: &PeopleRows, accounts: &[account::Model]) -> Vec<Self> {
        let of_route = |route: RouteName| {
            let held = officer.ring.usable(route).cloned();
            let known = held.map(|held| held.people.colleagues.clone()).unwrap_or_default();
            known.into_iter().filter_map(move |known| {
                let account = accounts.iter().find(|account| account.id == known.account && !account.disabled)?;
                let waits = is_waiting(people, account, std::slice::from_ref(&known));
                let (account, name, function) = (account.id.to_string(), known.name, known.function);
                waits.then_some(Self { route, account, name, function })
            })
        };
        officer.ring.usable_routes().into_iter().flat_map(of_route).collect()
    }

    pub fn view(&self) -> templates::desk::Renewed<'_> {
        templates::desk::Renewed {
            route: self.route.label(),
            account: &self.account,
            name: &self.name,
            function: &self.function,
            label: texts::route(self.route),
        }
    }
}

/// `POST /beheer/vernieuwd`
pub async fn confirm(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let held = form.get("route").parse().ok().and_then(|route| Some((route, officer.ring.usable(route)?.clone())));
    let Some((route, held)) = held else { return HttpResponse::Forbidden().finish() };
    let found = async {
        let id = form.get("account").parse().ok().map(AccountId);
        let account = match id {
            Some(id) => state.store.account(id).await?,
            None => None,
        };
        Ok::<_, StoreError>((account, state.store.people().await?))
    };
    let (account, people) = match found.await {
        Ok((Some(account), people)) if !account.disabled => (account, people),
        Ok(_) => return HttpResponse::NotFound().finish(),
        Err(error) => return unavailable(error),
    };
    let Some(known) = held.people.colleague(account.id) else { return HttpResponse::NotFound().finish() };
    let steps = renewal::since(&account, &known.person, &people.renewals);
    if steps.is_empty() {
        // A colleague was first, or it is no longer so.
        return see_other("/beheer");
    }
    match own::proven(&state, &request, &officer, &form).await {
        Ok(Ok(())) => {}
        Ok(Err(said)) => {
            let refused = Refused { general: Some(said), ..Refused::default() };
            return admin_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &refused, None).await;
        }
        Err(refused) => return refused,
    }
    let signed = steps.into_iter().map(|(number, said)| {
        let said = said.countersigned(&held.key).map_err(|_| WriteError::Broken)?;
        Ok(renewal_known::Model { route, account_id: account.id, number, statement: said.text().to_owned() })
    });
    let rows = match signed.collect::<Result<Vec<_>, WriteError>>() {
        Ok(rows) => rows,
        Err(error) => return failed(error),
    };
    // Also where a signal got new keys meanwhile, which were not sealed to his.
    let mut keys: Vec<_> = known.formerly.iter().map(ToString::to_string).collect();
    keys.push(known.person.verify.to_string());
    let after = account.pair.as_ref().and_then(|pair| serde_json::from_str::<Pair>(pair).ok());
    match state.store.know_renewals(rows, &held.under(route)).await {
        Ok(()) => {}
        Err(StoreError::Taken) => {
            // Known to the route by now, by a colleague's word under the key that it has; or that key was replaced.
            let is_known = |held: &HeldRoute| {
                let known = held.people.colleague(account.id);
                known.is_some_and(|known| Some(&known.person) == after.as_ref())
            };
            return overtaken::unless_done(&state, &request, route, is_known, "/beheer?vernieuwd").await;
        }
        Err(error) => return unavailable(error),
    }
    match state.store.named_in_heads(route, &keys).await {
        Ok(these) => match give_these(&state, &request, route, account.id, these).await {
            Ok(()) => see_other("/beheer?vernieuwd"),
            Err(refused) => refused,
        },
        Err(error) => unavailable(error),
    }
}
