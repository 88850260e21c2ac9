//! The inside: officers read what was sealed to them, weigh it, and answer.
//!
//! A request's way in: [`session`] opens the officer's personal key with his cookie, [`keyring`] opens his routes with
//! that, [`case`] opens a signal with those and verifies every item, [`writing`] seals and signs what he adds.
//!
//! - [`login`], [`device`], [`invitation`], [`account`], [`admin`]: people and keys; [`resume`]: what was typed while a session ended;
//! - [`work`], [`queue`], [`search`], [`signal`], [`weighing`]: the pages; [`actions`]: what their forms do;
//! - [`own`]: one's own password and app for codes, [`renewal`]: the key that comes with it; [`accounts`]: the end of an account;
//! - [`access`]: who may read one signal; [`registering`]: one that came otherwise than through the portal;
//! - [`composing`]: texts for the reporter, filled in; [`corresponding`]: letters; [`printing`]: a case on paper; [`woo`]: what
//!   of it is made public;
//! - [`relating`]: what two signals have to do with each other; [`enriching`]: questions to functions;
//! - [`investigation`]: the integrity track and who must be informed;
//! - [`journal`]: what is written down of everybody who works here, around every page;
//! - [`revealing`]: asking for the name in an envelope; [`names`]: the identiteitsbewaarder's side of it;
//! - [`mail`]: what people who work here are mailed, and that it does not work;
//! - [`meeting`]: where colleagues weigh signals together;
//! - [`rotation`]: a route's key replaced, and its signals that go over to the new one;
//! - [`keeping`]: until when closed signals are kept; [`destruction`]: their end;
//! - [`terms`]: what is due by when, and why it was late; [`escalating`]: who outside the line hears of it;
//! - [`rights`]: who may open what, looked through once a year; [`upkeep`]: what members said of a route as a whole;
//! - [`canary`]: the report that the desk sends itself every day;
//! - [`shelf`]: what a session opened, kept in memory for searching;
//! - [`opening`]: from a kenmerk to an opened signal; [`epoch`]: its keys and who has them; [`notebook`]: what each officer saw before, so that a roll-back
//!   shows;
//! - [`command`]: the program `signaalkluis-desk`.

pub mod access;
pub mod account;
pub mod accounts;
pub mod actions;
pub mod admin;
pub mod canary;
pub mod case;
pub mod command;
pub mod composing;
pub mod corresponding;
pub mod destruction;
pub mod device;
pub mod enriching;
pub mod epoch;
pub mod escalating;
pub mod files;
pub mod investigation;
pub mod invitation;
pub mod journal;
pub mod keeping;
pub mod keyring;
pub mod login;
pub mod mail;
pub mod meeting;
pub mod monitoring;
pub mod names;
pub mod notebook;
pub mod opening;
pub mod own;
pub mod printing;
pub mod queue;
pub mod registering;
pub mod relating;
pub mod renewal;
pub mod resume;
pub mod revealing;
pub mod rights;
pub mod rotation;
pub mod search;
pub mod session;
pub mod settings;
pub mod shelf;
pub mod signal;
pub mod state;
pub mod terms;
pub mod texts;
pub mod upkeep;
pub mod weighing;
pub mod woo;
pub mod work;
pub mod working;
pub mod writing;

use actix_web::{HttpResponse, http::StatusCode, middleware::from_fn, web as actix};
use templates::{
    layout::Frame,
    problem::{Problem, Side, problem},
};
use web::{HouseRules, ServeError, WebServer};

pub use canary::CanarySettings;
pub use settings::{DeskSettings, MeetingSettings, RetentionSettings, RevealSettings, Settings, TermsSettings};
pub use state::State;

/// Binds the desk's listener and prepares it to serve.
pub fn build(settings: &DeskSettings, state: actix::Data<State>) -> Result<WebServer, ServeError> {
    let (name, logo) = (state.house.name.clone(), state.house.logo.is_some());
    let rules =
        HouseRules::new(move |status, _| problem_page(&name, logo, status), logo, |path| path.ends_with("/bericht"));
    let rules = rules.reading(journal::FORWARDED_FOR);
    web::server::program("desk", &settings.listen, state, rules, kept)
}

/// Every page, with the log around it.
fn kept(app: &mut actix::ServiceConfig) {
    app.service(actix::scope("").wrap(from_fn(journal::keep)).configure(routes));
}

fn routes(app: &mut actix::ServiceConfig) {
    app.service(actix::resource("/").get(work::work).head(work::work))
        .service(actix::resource("/stijl.css").get(stylesheet).head(stylesheet))
        .service(actix::resource("/logo").get(logo).head(logo))
        .service(actix::resource("/inloggen").get(login::form).head(login::form).post(login::enter))
        .service(actix::resource("/uitloggen").post(login::leave))
        .service(actix::resource("/uitnodiging").get(invitation::form).head(invitation::form).post(invitation::accept))
        .service(actix::resource("/account").get(account::overview).head(account::overview))
        .service(actix::resource("/account/sessies").post(account::end))
        .service(actix::resource("/account/gezien").post(account::seen))
        .service(actix::resource("/account/agenda").post(meeting::feed::step))
        .service(actix::resource("/agenda/{geheim}.ics").get(meeting::feed::feed))
        .service(actix::resource("/account/blijf").get(account::stay).head(account::stay))
        .service(actix::resource("/account/wachtwoord").get(own::form).head(own::form).post(own::change))
        .service(
            actix::resource("/account/code").get(own::second::form).head(own::second::form).post(own::second::change),
        )
        .service(actix::resource("/wachtrij").get(queue::queue).head(queue::queue))
        .service(actix::resource("/zoeken").get(search::form).head(search::form).post(search::search))
        .service(
            actix::resource("/invoeren").get(registering::form).head(registering::form).post(registering::register),
        )
        .service(
            actix::resource("/overleggen")
                .get(meeting::calendar::overview)
                .head(meeting::calendar::overview)
                .post(meeting::calendar::plan),
        )
        .service(
            actix::resource("/overleggen/{datum}")
                .get(meeting::one::overview)
                .head(meeting::one::overview)
                .post(meeting::one::step),
        )
        .service(
            actix::resource("/overleggen/{datum}/verplaatsen")
                .get(meeting::moving::form)
                .head(meeting::moving::form)
                .post(meeting::moving::relocate),
        )
        .service(
            actix::resource("/overleggen/{datum}/verslag")
                .get(meeting::minutes::minutes)
                .head(meeting::minutes::minutes),
        )
        .service(actix::resource("/overleggen/{datum}/verslag.pdf").get(meeting::minutes::pdf))
        .service(
            actix::resource("/overleggen/{datum}/{kenmerk}")
                .get(meeting::point::overview)
                .head(meeting::point::overview)
                .post(meeting::point::step),
        )
        .service(actix::resource("/signalen/{kenmerk}/actie").post(meeting::point::done))
        .service(actix::resource("/signalen/{kenmerk}").get(signal::read).head(signal::read))
        .service(actix::resource("/signalen/{kenmerk}/bestanden/{id}").get(files::download))
        .service(actix::resource("/signalen/{kenmerk}/bericht").post(actions::message))
        .service(actix::resource("/signalen/{kenmerk}/status").post(actions::status))
        .service(actix::resource("/signalen/{kenmerk}/omschrijving").post(actions::description))
        .service(actix::resource("/signalen/{kenmerk}/verklaring").post(actions::declaration))
        .service(actix::resource("/signalen/{kenmerk}/aantekening").post(actions::note))
        .service(
            actix::resource("/signalen/{kenmerk}/verband")
                .get(relating::overview)
                .head(relating::overview)
                .post(relating::relate),
        )
        .service(
            actix::resource("/signalen/{kenmerk}/verrijking")
                .get(enriching::overview)
                .head(enriching::overview)
                .post(enriching::ask),
        )
        .service(
            actix::resource("/signalen/{kenmerk}/verrijking/{nummer}")
                .get(enriching::question)
                .head(enriching::question)
                .post(enriching::answer),
        )
        .service(
            actix::resource("/signalen/{kenmerk}/onderzoek")
                .get(investigation::overview)
                .head(investigation::overview)
                .post(investigation::record),
        )
        .service(
            actix::resource("/signalen/{kenmerk}/toegang")
                .get(access::overview)
                .head(access::overview)
                .post(access::change),
        )
        .service(
            actix::resource("/signalen/{kenmerk}/termijn").get(terms::overview).head(terms::overview).post(terms::step),
        )
        .service(
            actix::resource("/signalen/{kenmerk}/bewaren")
                .get(keeping::overview)
                .head(keeping::overview)
                .post(keeping::step),
        )
        .service(
            actix::resource("/signalen/{kenmerk}/naam")
                .get(revealing::overview)
                .head(revealing::overview)
                .post(revealing::step),
        )
        .service(actix::resource("/namen").get(names::list).head(names::list))
        .service(actix::resource("/namen/{kenmerk}").get(names::one).head(names::one).post(names::decide))
        .service(actix::resource("/bewaren").get(keeping::list).head(keeping::list))
        .service(actix::resource("/signalen/{kenmerk}/papier").get(printing::sheet).head(printing::sheet))
        .service(actix::resource("/signalen/{kenmerk}/papier.pdf").get(printing::pdf))
        .service(
            actix::resource("/signalen/{kenmerk}/brieven").get(corresponding::overview).head(corresponding::overview),
        )
        .service(
            actix::resource("/signalen/{kenmerk}/brieven/{naam}")
                .get(corresponding::form)
                .head(corresponding::form)
                .post(corresponding::mended),
        )
        .service(actix::resource("/signalen/{kenmerk}/woo").get(woo::form).head(woo::form).post(woo::export))
        .service(
            actix::resource("/signalen/{kenmerk}/weging").get(weighing::form).head(weighing::form).post(weighing::save),
        )
        .service(actix::resource("/logboek").get(journal::page::overview).head(journal::page::overview))
        .service(actix::resource("/logboek.csv").post(journal::page::export))
        .service(actix::resource("/logboek/rechten").get(rights::supervision).head(rights::supervision))
        .service(actix::resource("/beheer/rechten").get(rights::overview).head(rights::overview).post(rights::sign))
        .service(actix::resource("/beheer/vervanger").post(rights::replace))
        .service(actix::resource("/beheer/buiten-de-lijn").post(rights::outside::name))
        .service(actix::resource("/beheer").get(admin::overview).head(admin::overview))
        .service(actix::resource("/beheer/route").post(admin::found))
        .service(
            actix::resource("/beheer/sleutel/{route}")
                .get(rotation::overview)
                .head(rotation::overview)
                .post(rotation::step),
        )
        .service(actix::resource("/beheer/toelaten").post(admin::let_in))
        .service(actix::resource("/beheer/bevestigen").post(admin::confirm_admission))
        .service(actix::resource("/beheer/afwijzen").post(admin::turn_down))
        .service(actix::resource("/beheer/herstelsleutel").post(admin::reseal))
        .service(actix::resource("/beheer/voorstellen").post(admin::introduce))
        .service(actix::resource("/beheer/vernieuwd").post(admin::confirm))
        .service(
            actix::resource("/beheer/accounts").get(accounts::overview).head(accounts::overview).post(accounts::step),
        );
}

async fn stylesheet(state: actix::Data<State>) -> HttpResponse {
    web::house_style::stylesheet_answer(&state.house)
}

async fn logo(state: actix::Data<State>) -> HttpResponse {
    web::house_style::logo_answer(&state.house)
}

/// The page for a status that no handler answered itself. It asks nothing of anybody: nothing may fail here.
fn problem_page(organisation: &str, logo: bool, status: StatusCode) -> String {
    let frame = Frame { organisation, logo, ..Frame::default() };
    problem(&frame, Side::Desk, &Problem::of_desk(status.as_u16())).into_string()
}
