//! The page of one signal at the table.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};
use domain::{
    FieldErrors,
    meeting::{Stage, decision::LioDecision, levels::spread},
    term,
    weighing::{Criterion, Level},
};
use templates::{Choice, Text, components::LabelValue, desk};
use web::{Form, Told, page};

use super::{actions, address, at_the_table, away, decisions, levels, own_levels};
use crate::{
    case::Case,
    meeting::{after, minutes::DAMAGED, records::Held},
    session::Officer,
    signal::{LETTERS, WeighingWords, about},
    state::State,
    texts,
};

#[expect(
    clippy::too_many_arguments,
    reason = "a page is its request, its signal, what was typed and what became of it"
)]
pub(super) fn point_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    held: &Held,
    case: &Case,
    form: &Form,
    errors: &FieldErrors,
    done: Option<&str>,
) -> HttpResponse {
    let (day, date) = (held.meeting.datum.to_string(), term::dutch(held.meeting.datum));
    let place = held.meeting.place_of(case.intake.signal).unwrap_or(0);
    let neighbour = |at: usize| at.checked_sub(1).and_then(|at| held.meeting.agenda.get(at));
    let href = |item: &domain::meeting::AgendaItem| format!("/overleggen/{day}/{}", item.kenmerk);
    let (previous, next) = (neighbour(place.saturating_sub(1)).map(href), neighbour(place + 1).map(href));
    let is_open = held.meeting.stand.was_opened();
    let description = case.description().map(|(_, written)| written.inhoud);
    let rows: Vec<_> = description.iter().flat_map(texts::sorted).collect();
    let rows: Vec<_> = rows.iter().map(|(label, value)| LabelValue { label, value }).collect();
    let told = Told::new(errors, Text::DUTCH);
    let errors = told.view();
    let given = levels(held, case);
    let counts = spread(given.iter().map(|(_, given)| &given.inhoud));
    let columns: Vec<_> = Level::ALL.iter().map(|level| level.label()).collect();
    let spread_rows: Vec<_> = Criterion::ALL
        .iter()
        .zip(LETTERS)
        .zip(&counts)
        .map(|((criterion, letter), counts)| desk::SpreadRow { letter, label: criterion.label(), counts })
        .collect();
    let lines: Vec<_> = given
        .iter()
        .filter(|(_, given)| !given.inhoud.regel.is_empty())
        .map(|(author, given)| (case.author(author).1, given.inhoud.regel.clone()))
        .collect();
    let lines: Vec<_> = lines.iter().map(|(who, line)| (who.as_str(), line.as_str())).collect();
    let own = own_levels(held, case);
    let was_sent = form.get("stap") == "vooraf";
    let choices: Vec<Vec<Choice<'_>>> = Criterion::ALL
        .iter()
        .map(|c| c.levels().map(|l| Choice { value: l.label(), label: l.label(), hint: None }).collect())
        .collect();
    let own_level = |at: usize| own.as_ref().and_then(|own| own.niveaus.get(at).copied().flatten());
    let criteria: Vec<_> = Criterion::ALL
        .iter()
        .zip(LETTERS)
        .zip(&choices)
        .enumerate()
        .map(|(at, ((criterion, letter), levels))| desk::LevelField {
            field: criterion.fields().1,
            letter,
            label: criterion.label(),
            levels,
            level: if was_sent { form.get(criterion.fields().1) } else { own_level(at).map_or("", Level::label) },
        })
        .collect();
    let weighings = WeighingWords::all(case);
    let weighed = weighings.last().map(WeighingWords::view).unwrap_or_default();
    let weigh = format!("/signalen/{}/weging?overleg={day}", case.intake.kenmerk);
    let made: Vec<_> = decisions(case).into_iter().map(|made| texts::decision(case, made)).collect();
    let made: Vec<_> = made.iter().map(texts::DecisionWords::view).collect();
    let agreed: Vec<_> =
        actions(case).into_iter().map(|agreed| texts::AgreedWords::of(agreed, state.today())).collect();
    let agreed: Vec<_> = agreed.iter().map(texts::AgreedWords::view).collect();
    let decisions: Vec<_> =
        LioDecision::ALL.iter().map(|d| Choice { value: d.label(), label: d.label(), hint: None }).collect();
    let chosen: Vec<_> = form.all("besluit").collect();
    let names = |people: Vec<domain::access::Colleague>| {
        people.into_iter().map(|who| format!("{} ({})", who.functie, who.naam)).collect::<Vec<_>>()
    };
    let (there, gone) = (names(at_the_table(held, case)), names(away(held, case)));
    let (there, gone): (Vec<_>, Vec<_>) =
        (there.iter().map(String::as_str).collect(), gone.iter().map(String::as_str).collect());
    let may_decide = held.is(Stage::Geopend) && case.is_members();
    let damaged = held.is_damaged.then_some(DAMAGED);
    let warnings: Vec<_> = damaged.into_iter().chain(case.findings.warnings.iter().map(String::as_str)).collect();
    let words = about(case);
    let about: Vec<_> = words.iter().map(|(label, value)| LabelValue { label, value }).collect();
    let to_do = after::to_do(case);
    let to_do: Vec<_> = to_do.iter().map(after::ToDo::view).collect();
    let view = desk::Overlegpunt {
        name: &state.series.name,
        day: &day,
        date: &date,
        action: &address(held, case),
        kenmerk: case.intake.kenmerk.as_str(),
        addressee: &case.addressee(),
        place,
        of: held.meeting.agenda.len(),
        previous: previous.as_deref(),
        next: next.as_deref(),
        declare: (!case.may_be_shown()).then_some(about.as_slice()),
        warnings: &warnings,
        done,
        description: description.as_ref().map_or("", |description| description.omschrijving.as_str()),
        sorted: &rows,
        levels: held.is(Stage::Vastgesteld).then_some(desk::LevelsForm {
            criteria: &criteria,
            line: if was_sent { form.get("regel") } else { own.as_ref().map_or("", |own| own.regel.as_str()) },
        }),
        spread: (is_open && !given.is_empty()).then_some(desk::Spread {
            columns: &columns,
            rows: &spread_rows,
            lines: &lines,
            people: given.len(),
        }),
        weighing: weighings.last().map(|latest| latest.whole(&weighed)),
        weigh: may_decide.then_some(weigh.as_str()),
        decisions: &made,
        to_do: &to_do,
        decide: may_decide.then_some(desk::DecisionForm {
            options: &decisions,
            chosen: &chosen,
            reasons: form.get("motivering"),
            open: form.get("stap") == "besluit",
        }),
        actions: &agreed,
        agree: (may_decide || (held.is(Stage::Gesloten) && case.is_members())).then_some(desk::ActionForm {
            what: form.get("actie"),
            who: form.get("wie"),
            by: form.get("uiterlijk"),
        }),
        there: if is_open { &there } else { &[] },
        gone: if is_open { &gone } else { &[] },
        errors: &errors,
    };
    page(status, desk::overlegpunt(&officer.frame(state.frame(), &officer.banners()), &view))
}
