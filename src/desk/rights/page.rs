//! The page of rights in words.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};
use domain::{RouteName, term, term::TermState, upkeep::FEWEST_MEMBERS};
use templates::{Choice, FieldError, desk};
use web::{Form, page};

use super::{
    Refused, Sight, field,
    listed::{Person, Standing},
    outside::OutsideWords,
};
use crate::{
    account,
    opening::failed,
    session::{Officer, unavailable},
    state::State,
    texts,
    upkeep::{self, SignOff},
    work::shown,
};

pub(super) async fn rights_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    refused: &Refused,
    done: Option<&str>,
) -> HttpResponse {
    let sights = match Sight::all(state, officer).await {
        Ok(sights) => sights,
        Err(error) => return failed(error),
    };
    let mut words = Vec::with_capacity(sights.len());
    for sight in &sights {
        let gone = match upkeep::gone(state, sight.route, &sight.upkept).await {
            Ok(gone) => gone,
            Err(error) => return unavailable(error),
        };
        match RouteWords::of(state, sight, &refused.form, gone) {
            Ok(of_route) => words.push(of_route),
            Err(error) => return failed(error.into()),
        }
    }
    let people: Vec<Vec<_>> = words.iter().map(|route| route.people.iter().map(PersonWords::view).collect()).collect();
    let candidates: Vec<Vec<_>> = words.iter().map(RouteWords::candidates).collect();
    let outsiders: Vec<Vec<_>> = words.iter().map(|route| route.outside.choices()).collect();
    let answers: Vec<Vec<Vec<_>>> =
        words.iter().map(|route| route.earlier.iter().map(EarlierWords::answers).collect()).collect();
    let earlier: Vec<Vec<_>> = words
        .iter()
        .zip(&answers)
        .map(|(route, answers)| route.earlier.iter().zip(answers).map(|(one, said)| one.view(said)).collect())
        .collect();
    let to_do: Vec<Vec<_>> = words.iter().map(RouteWords::to_do).collect();
    let warnings: Vec<Vec<&str>> =
        words.iter().map(|route| route.warnings.iter().map(String::as_str).collect()).collect();
    let routes: Vec<_> = words
        .iter()
        .enumerate()
        .map(|(at, route)| desk::RouteRights {
            route: route.route.label(),
            label: texts::route(route.route),
            warnings: &warnings[at],
            has_recovery: route.has_recovery,
            people: &people[at],
            replacement: route.replacement.as_deref(),
            candidates: &candidates[at],
            chosen: &route.chosen,
            outside: route.route.takes_signals().then(|| route.outside.view(&outsiders[at])),
            due: &route.due,
            state: shown(route.state),
            seen: &route.seen,
            earlier: &earlier[at],
            to_do: &to_do[at],
        })
        .collect();
    let proven = account::proven_until(state, officer);
    let errors: Vec<_> = refused.errors.iter().map(|(field, message)| FieldError { field, message }).collect();
    let today = term::dutch(state.today());
    let view = desk::Rechten { routes: &routes, today: &today, proven_until: proven.as_deref(), done, errors: &errors };
    page(status, desk::rechten(&officer.frame(state.frame(), &officer.banners()), &view))
}

struct RouteWords {
    route: RouteName,
    warnings: Vec<String>,
    has_recovery: bool,
    people: Vec<PersonWords>,
    replacement: Option<String>,
    may_replace: Vec<(String, String)>,
    chosen: String,
    outside: OutsideWords,
    due: String,
    state: TermState,
    seen: String,
    earlier: Vec<EarlierWords>,
    next: Vec<(String, Option<(String, &'static str)>)>,
}

impl RouteWords {
    fn of(state: &State, sight: &Sight, form: &Form, gone: Option<String>) -> Result<Self, serde_json::Error> {
        let Sight { route, held, upkept, listed } = sight;
        let (due, stand) = sight.term(state.today());
        let mut warnings: Vec<String> = gone.into_iter().collect();
        if upkept.is_damaged {
            warnings.push(
                "Een eerdere ondertekening van deze route is veranderd of weg. Wat niet klopt, telt niet. Meld dit bij de \
                 beheerder."
                    .into(),
            );
        }
        if listed.unknown > 0 {
            warnings.push(format!(
                "Signalen van deze route noemen {} die de route niet meer kent. Zoek samen uit van wie.",
                counted(listed.unknown, "sleutel", "sleutels")
            ));
        }
        if listed.unreadable > 0 {
            warnings.push(format!(
                "Van {} klopt de verklaring niet. Wie daar een sleutel van heeft, is niet te zeggen. Meld dit bij de beheerder.",
                counted(listed.unreadable, "signaal", "signalen")
            ));
        }
        if held.people.in_force().count() < FEWEST_MEMBERS {
            warnings.push("Deze route heeft maar één lid dat haar kan openen.".into());
        }
        let its = form.get("route") == route.label();
        let typed = |id: &str| if its { form.get(id).to_owned() } else { String::new() };
        let people = listed.people.iter().map(|person| PersonWords::of(*route, person, &typed)).collect();
        let replacement = upkept.replacement(&held.people);
        let current = replacement.map(|known| known.account.to_string()).unwrap_or_default();
        let enough = held.people.in_force().count() >= FEWEST_MEMBERS;
        let may_replace = held.people.in_force().filter(|_| enough);
        let may_replace =
            may_replace.map(|who| (who.account.to_string(), format!("{} ({})", who.function, who.name))).collect();
        let chosen = typed("wie");
        Ok(Self {
            route: *route,
            warnings,
            has_recovery: listed.has_recovery,
            people,
            replacement: replacement
                .map(|known| format!("{}, aangewezen door {} op {}", known.name, known.by, term::dutch(known.on))),
            may_replace,
            chosen: if chosen.is_empty() { current } else { chosen },
            outside: OutsideWords::of(state, sight, form),
            due: term::dutch(due),
            state: stand,
            seen: listed.digest()?.to_string(),
            earlier: upkept.reviews.iter().rev().map(|review| EarlierWords::of(review, sight)).collect(),
            next: next(sight),
        })
    }

    fn candidates(&self) -> Vec<Choice<'_>> {
        self.may_replace.iter().map(|(value, label)| Choice { value, label, hint: None }).collect()
    }

    fn to_do(&self) -> Vec<desk::ToDo<'_>> {
        self.next
            .iter()
            .map(|(what, link)| desk::ToDo { what, link: link.as_ref().map(|(href, words)| (href.as_str(), *words)) })
            .collect()
    }
}

/// What must be done because the last review said that somebody needs it no longer, as long as he still has it.
fn next(sight: &Sight) -> Vec<(String, Option<(String, &'static str)>)> {
    let answers = sight.upkept.last_review().and_then(|last| last.opened(&sight.held)).unwrap_or_default();
    let mut next = Vec::new();
    for answer in answers.iter().filter(|answer| !answer.nodig) {
        let Some(person) = sight.listed.people.iter().find(|person| person.account == answer.account) else { continue };
        let name = &person.name;
        for kenmerk in &person.kenmerken {
            let link = (format!("/signalen/{kenmerk}/toegang"), "Toegang wegnemen");
            next.push((format!("{name} heeft een sleutel van {kenmerk}."), Some(link)));
        }
        if person.is_member {
            let what =
                format!("{name} is nog lid. Neem het lidmaatschap weg en vervang daarna de sleutel van de route.");
            next.push((what, Some(("/beheer".to_owned(), "Naar Beheer"))));
        }
        if person.standing == Standing::Works {
            let what = format!(
                "Het account van {name} werkt nog. Werkt {name} hier niet meer? Laat de beheerder het uitzetten: \
                 signaalkluis account disable."
            );
            next.push((what, None));
        }
    }
    next
}

/// Everything of one person that a view borrows.
struct PersonWords {
    name: String,
    function: String,
    part: String,
    state: Option<&'static str>,
    holds: String,
    fields: [String; 2],
    needed: String,
    remark: String,
}

impl PersonWords {
    fn of(route: RouteName, person: &Person, typed: &impl Fn(&str) -> String) -> Self {
        let [needed, remark] = ["nodig", "opmerking"].map(|name| field(name, route, person.account));
        let (since, by) = (term::dutch(person.since), &person.by);
        let part = if person.is_member {
            format!("Lid sinds {since}, toegelaten door {by}")
        } else {
            format!("Bekende collega sinds {since}, bekend gemaakt door {by}")
        };
        Self {
            name: person.name.clone(),
            function: person.function.clone(),
            part,
            state: match person.standing {
                Standing::Works => None,
                Standing::Disabled => Some("Account uitgezet"),
                Standing::LostKey => Some("Sleutel kwijt of vervangen"),
            },
            holds: holds(person),
            needed: typed(&needed),
            remark: typed(&remark),
            fields: [needed, remark],
        }
    }

    fn view(&self) -> desk::RightsPerson<'_> {
        let [needed_field, remark_field] = &self.fields;
        desk::RightsPerson {
            name: &self.name,
            function: &self.function,
            part: &self.part,
            state: self.state,
            holds: &self.holds,
            needed_field,
            remark_field,
            needed: &self.needed,
            remark: &self.remark,
        }
    }
}

/// What he can open, in a sentence.
fn holds(person: &Person) -> String {
    if person.is_member {
        return match person.kept_out {
            0 => "Opent alle signalen van deze route.".to_owned(),
            out => format!("Opent de signalen van deze route, behalve {out} waar hij buiten staat."),
        };
    }
    let unseen = person.signals - person.kenmerken.len().min(person.signals);
    match (person.signals, person.kenmerken.as_slice()) {
        (0, _) => "Heeft van geen enkel signaal een sleutel.".to_owned(),
        (all, []) => {
            format!("Heeft een sleutel van {}, waar u zelf buiten staat.", counted(all, "signaal", "signalen"))
        }
        (all, seen) => {
            let rest = if unseen > 0 { format!(", en {unseen} waar u zelf buiten staat") } else { String::new() };
            format!("Heeft een sleutel van {}: {}{rest}.", counted(all, "signaal", "signalen"), seen.join(", "))
        }
    }
}

fn counted(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

/// A review of before, in words.
struct EarlierWords {
    who: String,
    when: String,
    note: Option<&'static str>,
    answers: Vec<(String, &'static str, String)>,
}

impl EarlierWords {
    fn of(review: &SignOff, sight: &Sight) -> Self {
        let opened = review.opened(&sight.held);
        let note = match (&opened, review.counts) {
            (_, false) => Some("Deze persoon is geen lid meer. Daarom telt deze keer niet voor de termijn."),
            (None, true) => Some("De antwoorden zijn niet meer te lezen."),
            (Some(_), true) => None,
        };
        let answers = opened.unwrap_or_default().into_iter();
        let answers = answers.map(|answer| (answer.naam, if answer.nodig { "ja" } else { "nee" }, answer.opmerking));
        Self { who: review.name.clone(), when: term::dutch(review.on), note, answers: answers.collect() }
    }

    fn answers(&self) -> Vec<desk::RightsAnswer<'_>> {
        self.answers.iter().map(|(name, needed, remark)| desk::RightsAnswer { name, needed, remark }).collect()
    }

    fn view<'a>(&'a self, answers: &'a [desk::RightsAnswer<'a>]) -> desk::RightsReview<'a> {
        desk::RightsReview { who: &self.who, when: &self.when, note: self.note, answers }
    }
}
