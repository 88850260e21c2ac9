//! From a kenmerk in an address to an opened signal, the first time and every time after.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};
use domain::{AccountId, Kenmerk};
use store::StoreError;
use templates::problem::{Problem, Side, problem};
use web::{Form, page};

use crate::{
    access,
    case::{Case, NotOpened},
    epoch::needed_head,
    escalating, journal,
    notebook::{self, Notebook, Seen},
    session::{Officer, unavailable},
    state::State,
    writing::WriteError,
};

/// Opens a signal for an officer: makes its keys if he is the first, names him in a new head if he is new, compares
/// with what he saw before, and notes what he sees now. What he may not open answers like what does not exist.
pub async fn open(state: &State, officer: &Arc<Officer>, kenmerk: &str) -> Result<Case, HttpResponse> {
    let mut case = open_unread(state, officer, kenmerk).await?;
    // Whatever page it is for. Before somebody said that he is not involved, no page but its own shows anything of it; and
    // that one has its line anyhow.
    if case.may_be_shown() {
        officer.visit.opened(&case.intake.kenmerk);
    }
    let lines = state.store.readings(case.intake.kenmerk.as_str(), journal::SHOWN).await.map_err(unavailable)?;
    let name = |account: String, logged: String| {
        let account = account.parse().ok().map(AccountId);
        account.and_then(|account| officer.ring.name_of(account)).map_or(logged, str::to_owned)
    };
    case.readings = lines.into_iter().map(|(account, logged, at)| (name(account, logged), at)).collect();
    Ok(case)
}

async fn open_unread(state: &State, officer: &Arc<Officer>, kenmerk: &str) -> Result<Case, HttpResponse> {
    let Ok(kenmerk) = kenmerk.parse::<Kenmerk>() else { return Err(HttpResponse::NotFound().finish()) };
    for _ in 0..4 {
        let mut case = read(state, officer, &kenmerk).await?;
        let remembered = Notebook::read(&state.store, officer).await.map_err(unavailable)?;
        let now = Seen::of(&case);
        match remembered {
            Ok(notebook) => {
                if notebook.is_anothers(&case.intake) {
                    case.findings.break_off(ANOTHER);
                    return Ok(case);
                }
                let before = notebook.seen(case.intake.signal);
                if before.is_some_and(|before| before.contradicts(&case)) {
                    case.findings.break_off("Dit signaal is teruggedraaid: u zag hier eerder meer dan er nu staat. U kunt niets toevoegen. Meld dit bij de beheerder.");
                    return Ok(case);
                }
            }
            Err(notebook::Torn) => case.findings.warnings.push("Wij houden voor u bij wat u eerder zag. Iemand heeft dat overzicht veranderd. U kunt nu niet zien of iets is teruggedraaid. Meld dit bij de beheerder.".into()),
        }
        let changes = case.is_members() && !case.findings.broken;
        let mut leaves = access::involved_still_in(&case).filter(|_| changes).map(|who| (who, access::Why::Involved));
        if leaves.is_none() && changes {
            let accounts = state.store.accounts().await.map_err(unavailable)?;
            leaves = access::disabled_still_in(&case, &accounts).map(|who| (who, access::Why::Disabled));
        }
        let renewed = match &leaves {
            Some((who, why)) => access::without(state, officer, &case, who, *why).await.map_err(failed)?,
            None => None,
        };
        let needed = match renewed {
            Some(addition) => Ok(Some(addition)),
            // Nobody but who is involved or disabled could read it: he sees it, to hand it over.
            None => needed_head(&case, officer),
        };
        match needed {
            Ok(None) => {
                escalating::settle(state, officer, &case).await.map_err(failed)?;
                notebook::remember(&state.store, officer, &case.intake, now).await.map_err(failed)?;
                return Ok(case);
            }
            Ok(Some(addition)) => match state.store.add(case.intake.signal, addition).await {
                // Written, or a colleague was first: look again.
                Ok(()) | Err(StoreError::Taken) => {}
                Err(error) => return Err(unavailable(error)),
            },
            Err(error) => return Err(failed(error)),
        }
    }
    Err(HttpResponse::ServiceUnavailable().finish())
}

/// The same for a form that somebody wrote in: only if the signal is the one he had before him. Who writes the database
/// can put a signal of his own under the kenmerk between reading and sending, and would get the answer.
pub async fn open_for(state: &State, officer: &Arc<Officer>, kenmerk: &str, form: &Form) -> Result<Case, HttpResponse> {
    let mut case = open(state, officer, kenmerk).await?;
    let addressee = form.get("aan");
    if !addressee.is_empty() && addressee != case.addressee() {
        case.findings.misaddressed = !case.findings.broken;
        case.findings.break_off(ANOTHER);
    }
    Ok(case)
}

/// What is said where another signal stands under a kenmerk.
const ANOTHER: &str =
    "Onder dit kenmerk staat een ander signaal dan u eerder zag. U kunt niets toevoegen. Meld dit bij de beheerder.";

async fn read(state: &State, officer: &Arc<Officer>, kenmerk: &Kenmerk) -> Result<Case, HttpResponse> {
    let stored = state.store.signal_by_kenmerk(kenmerk).await.map_err(unavailable)?;
    let Some(stored) = stored else { return Err(HttpResponse::NotFound().finish()) };
    let ring = officer.ring.clone();
    let opened = state.work_lane.run_blocking(move || Case::open(stored, &ring)).await;
    match opened {
        Ok(Ok(case)) => Ok(case),
        Ok(Err(NotOpened::NotYours)) => Err(HttpResponse::NotFound().finish()),
        Ok(Err(NotOpened::Damaged)) => Err(damaged(state)),
        Err(web::Busy) => Err(HttpResponse::ServiceUnavailable().finish()),
    }
}

/// The answer to something that could not be written for a reason that is not the officer's.
pub fn failed(error: WriteError) -> HttpResponse {
    match error {
        WriteError::Store(error) => unavailable(error),
        error => {
            tracing::error!("a write failed: {}", web::telemetry::cause(&error));
            HttpResponse::InternalServerError().finish()
        }
    }
}

fn damaged(state: &State) -> HttpResponse {
    let view = Problem {
        title: "Dit signaal klopt niet",
        paragraphs: vec![
            "De melder heeft niet ondertekend wat er over dit signaal in de database staat. Daarom laten wij er niets van zien.",
            "Meld dit bij de beheerder: iemand heeft de database veranderd.",
        ],
        back: Some(("/wachtrij", "Naar de wachtrij")),
    };
    page(StatusCode::INTERNAL_SERVER_ERROR, problem(&state.frame(), Side::Desk, &view))
}
