//! `/signalen/{kenmerk}/papier`: one signal on paper, as a page and as a PDF, each of what this reader's keys open. The page
//! and the PDF of anything else that is printed come from here too.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use attachments::download;
use domain::{Kind, Side, enrichment::Enrichment, meeting::action::Agreed, message::Message, term};
use paper::{Paper, Part};
use seal::Entry;
use templates::{
    components::LabelValue,
    desk::{self, PaperPart},
};
use web::page;

use crate::{
    access,
    case::{Case, Written},
    investigation::words,
    meeting::point::{actions, decisions},
    opening, registering,
    session::{self, Officer},
    signal::{Described, WeighingWords, not_his_page, sure},
    state::State,
    terms, texts, woo,
};

/// The query that asks for the reporter's own words too.
const WITH_REPORT: &str = "met=melding";

/// `GET /signalen/{kenmerk}/papier`, with `?met=melding` for the reporter's own words too.
pub async fn sheet(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    let (officer, case, paper) = match asked(&state, &request, &kenmerk).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let at = |rest: &str| format!("/signalen/{kenmerk}/papier{rest}");
    let whole = request.query_string() == WITH_REPORT;
    let pdf = if whole { at(".pdf?met=melding") } else { at(".pdf") };
    let mut ways = vec![(pdf, "Bewaar als pdf")];
    match whole {
        true => ways.push((at(""), "Zonder de woorden van de melder")),
        false if may_have_report(&case) => {
            ways.push((at("?met=melding"), "Met de woorden van de melder (die kunnen de melder verraden)"));
        }
        false => {}
    }
    paper_page(&state, &officer, &paper, (&format!("/signalen/{kenmerk}"), "Terug naar het signaal"), &ways)
}

/// `GET /signalen/{kenmerk}/papier.pdf`
pub async fn pdf(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    match asked(&state, &request, &kenmerk).await {
        Ok((_, case, paper)) => pdf_answer(&state, paper, case.intake.kenmerk.as_str()).await,
        Err(refused) => refused,
    }
}

async fn asked(
    state: &State,
    request: &HttpRequest,
    kenmerk: &str,
) -> Result<(Arc<Officer>, Case, Paper), HttpResponse> {
    let officer = session::officer(state, request).await?;
    let case = opening::open(state, &officer, kenmerk).await?;
    let with_report = request.query_string() == WITH_REPORT;
    if !case.is_declared() || with_report && !may_have_report(&case) {
        return Err(refused(state, &officer, &case));
    }
    let paper = of_signal(state, &officer, &case, with_report);
    Ok((officer, case, paper))
}

/// The signal's page, for who may not have what he asked for: he must say first that he is not involved, or it is the
/// members' to print.
pub fn refused(state: &State, officer: &Arc<Officer>, case: &Case) -> HttpResponse {
    not_his_page(state, StatusCode::FORBIDDEN, officer, case)
}

/// A member of the route, whose keys open the reporter's own words.
fn may_have_report(case: &Case) -> bool {
    case.is_members() && case.reads_source()
}

/// Who printed it and when: at its foot.
pub fn printed(state: &State, officer: &Officer) -> String {
    let name = officer.ring.own_grant().map_or(&officer.account.name, |grant| &grant.name);
    format!("Afgedrukt op {} door {name} ({})", term::dutch(state.today()), officer.function())
}

/// The signal's case file on paper; with the reporter's own words only where they were asked for.
pub fn of_signal(state: &State, officer: &Officer, case: &Case, with_report: bool) -> Paper {
    let kenmerk = case.intake.kenmerk.as_str();
    let mut parts = Vec::new();
    if with_report {
        parts.push(Part::Warning(
            "Op dit papier staan de eigen woorden van de melder. Die kunnen de melder verraden. Laat het nergens liggen, \
             geef het aan niemand, en vernietig het zodra u het niet meer nodig hebt."
                .into(),
        ));
    }
    parts.extend(case.findings.warnings.iter().map(|warning| Part::Warning(format!("Let op: {warning}"))));
    parts.push(Part::Rows(vec![
        ("Kenmerk".into(), kenmerk.into()),
        ("Route".into(), texts::route(case.route).into()),
        ("Status".into(), sure(&texts::status(&state.series, case.status()), case.status_is_certain())),
        ("Ontvangen".into(), term::dutch(case.intake.received_on)),
    ]));
    description(case, &mut parts);
    weighings(case, &mut parts);
    if case.is_members() {
        enrichment(case, &mut parts);
    }
    steps(case, &mut parts);
    decided(case, &mut parts);
    course(state, case, &mut parts);
    let late = terms::on_paper(case, &state.series);
    if !late.is_empty() {
        parts.push(Part::heading("Waarom een termijn niet is gehaald"));
        parts.push(Part::Rows(late));
    }
    notes(case, &mut parts);
    links(case, &mut parts);
    readers(case, &mut parts);
    if with_report {
        report(case, &mut parts);
        conversation(case, &mut parts);
    }
    let purpose = if with_report { "Vertrouwelijk, met de woorden van de melder" } else { "Vertrouwelijk dossier" };
    Paper {
        title: format!("Signaal {kenmerk}"),
        organisation: state.house.name.clone(),
        purpose: purpose.into(),
        printed: printed(state, officer),
        day: state.today(),
        letter: false,
        parts,
    }
}

fn description(case: &Case, parts: &mut Vec<Part>) {
    parts.push(Part::heading("Opgewerkte omschrijving"));
    let Some((author, written)) = case.description() else {
        parts.push(Part::quiet("Er is nog geen omschrijving."));
        return;
    };
    let described = Described::of(case, &author, written);
    parts.push(Part::text(&described.text));
    let sorted = described.sorted();
    if !sorted.is_empty() {
        parts.push(Part::Rows(sorted.iter().map(|row| (row.label.to_owned(), row.value.to_owned())).collect()));
    }
    parts.push(Part::quiet(format!("{}, {}", described.who, described.when)));
}

/// The newest first, as on the page.
fn weighings(case: &Case, parts: &mut Vec<Part>) {
    parts.push(Part::heading("Weging"));
    let all = WeighingWords::all(case);
    if all.is_empty() {
        parts.push(Part::quiet("Dit signaal is nog niet gewogen."));
    }
    for weighing in all.iter().rev() {
        let criteria = weighing.view();
        let whole = weighing.whole(&criteria);
        parts.push(Part::subheading(format!("Versie {}", whole.version)));
        let row = |criterion: &desk::WeighedCriterion<'_>| {
            let level = criterion.level.map(|level| format!("\n({level})")).unwrap_or_default();
            (format!("{}. {}", criterion.letter, criterion.label), format!("{}{level}", criterion.text))
        };
        let mut rows: Vec<_> = criteria.iter().map(row).collect();
        rows.push(("Proportionaliteit".into(), whole.proportionality.into()));
        rows.push(("Conclusie".into(), whole.conclusion.into()));
        parts.push(Part::Rows(rows));
        parts.push(Part::quiet(format!("{}, {}", whole.who, whole.when)));
    }
}

/// Questions to functions and what came of them, act by act; for members, who put them.
fn enrichment(case: &Case, parts: &mut Vec<Part>) {
    // What was not its author's to say counts for nothing, here either.
    let refused = case.enrichment().refused;
    let acts = case.numbered::<Enrichment>(Kind::Enrichment).into_iter();
    let acts: Vec<_> = acts.filter(|(number, _)| !refused.contains(number)).map(|(_, act)| act).collect();
    if acts.is_empty() {
        return;
    }
    parts.push(Part::heading("Verrijking"));
    let row = |(author, act): Written<Enrichment>| {
        let said = woo::enriched(&act.inhoud);
        (texts::moment(act.datum, act.tijd), format!("{}\n{}", said.trim_end(), case.author(&author).0))
    };
    parts.push(Part::Rows(acts.into_iter().map(row).collect()));
}

/// What meetings decided, and what was agreed.
fn decided(case: &Case, parts: &mut Vec<Part>) {
    let (decisions, agreed) = (decisions(case), actions(case));
    if decisions.is_empty() && agreed.is_empty() {
        return;
    }
    parts.push(Part::heading("Besluiten en afspraken"));
    for (author, made) in decisions {
        let there: Vec<_> = made.inhoud.aanwezig.iter().map(|who| who.functie.as_str()).collect();
        parts.push(Part::Rows(vec![
            ("Overleg".into(), term::dutch(made.inhoud.overleg)),
            ("Besluit".into(), texts::labels(&made.inhoud.besluit)),
            ("Motivering".into(), made.inhoud.motivering),
            ("Aanwezig".into(), there.join("\n")),
        ]));
        parts.push(Part::quiet(format!("{}, {}", case.author(&author).0, texts::moment(made.datum, made.tijd))));
    }
    let row = |agreed: Agreed| {
        let done = if agreed.gedaan { "\n(gedaan)" } else { "" };
        let by = format!("{}, uiterlijk {}", agreed.wie, term::dutch(agreed.uiterlijk));
        (format!("Afspraak {}", agreed.nummer), format!("{}\n{by}{done}", agreed.actie))
    };
    parts.push(Part::Rows(agreed.into_iter().map(row).collect()));
}

/// The steps of the integrity track.
fn steps(case: &Case, parts: &mut Vec<Part>) {
    let steps = case.investigation();
    if steps.is_empty() {
        return;
    }
    parts.push(Part::heading("Onderzoek"));
    for (author, step) in steps {
        parts.push(Part::subheading(step.inhoud.kind().label()));
        parts.push(Part::Rows(words::of(&step.inhoud)));
        parts.push(Part::quiet(format!("{}, {}", case.author(&author).0, texts::moment(step.datum, step.tijd))));
    }
}

fn course(state: &State, case: &Case, parts: &mut Vec<Part>) {
    parts.push(Part::heading("Verloop"));
    let changes = case.status_changes();
    if changes.is_empty() {
        parts.push(Part::quiet("De status is nog niet veranderd."));
        return;
    }
    let row = |(author, change): (_, domain::Dated<domain::status::StatusChange>)| {
        let who = case.author(&author).0;
        let reason = if change.inhoud.reden.is_empty() { String::new() } else { format!("\n{}", change.inhoud.reden) };
        (
            texts::moment(change.datum, change.tijd),
            format!("{}, {who}{reason}", texts::status(&state.series, change.inhoud.status)),
        )
    };
    parts.push(Part::Rows(changes.into_iter().map(row).collect()));
}

fn notes(case: &Case, parts: &mut Vec<Part>) {
    let notes = case.notes();
    if notes.is_empty() {
        return;
    }
    parts.push(Part::heading("Aantekeningen"));
    for (author, note) in notes {
        parts.push(Part::text(note.inhoud.tekst));
        parts.push(Part::quiet(format!("{}, {}", case.author(&author).0, texts::moment(note.datum, note.tijd))));
    }
}

fn links(case: &Case, parts: &mut Vec<Part>) {
    let links = case.links();
    if links.is_empty() {
        return;
    }
    parts.push(Part::heading("Verband"));
    let row = |(_, link): (_, domain::Dated<domain::relation::Link>)| {
        (format!("{} {}", link.inhoud.aard.label(), link.inhoud.kenmerk), link.inhoud.reden)
    };
    parts.push(Part::Rows(links.into_iter().map(row).collect()));
}

fn readers(case: &Case, parts: &mut Vec<Part>) {
    parts.push(Part::heading("Wie mag dit lezen"));
    let line = |(who, part, _): (seal::grant::Grant, &str, bool)| format!("{}, {} ({part})", who.name, who.function);
    parts.push(Part::List(access::readers(case).into_iter().map(line).collect()));
}

fn report(case: &Case, parts: &mut Vec<Part>) {
    parts.push(Part::heading("Melding, in de woorden van de melder"));
    let registered = case.registered.iter().flat_map(registering::rows);
    let told =
        case.report.iter().flat_map(|report| texts::recognition(report).into_iter().chain(texts::report(report)));
    parts.push(Part::Rows(registered.chain(told).map(|(label, value)| (label.to_owned(), value)).collect()));
    let files = case.files().map(|(file, number, _)| file.neutral_name(number)).collect::<Vec<_>>();
    if !files.is_empty() {
        parts.push(Part::quiet("Bestanden, die niet worden afgedrukt:"));
        parts.push(Part::List(files));
    }
}

fn conversation(case: &Case, parts: &mut Vec<Part>) {
    parts.push(Part::heading("Gesprek"));
    let mut is_empty = true;
    for (side, entry) in &case.conversation {
        match entry {
            Entry::Item(item) if item.kind == Kind::Message => {
                is_empty = false;
                let Ok(message) = item.body::<Message>() else {
                    parts.push(Part::Warning("Hier staat een bericht dat beschadigd is.".into()));
                    continue;
                };
                let from = if *side == Side::Reporter { "Melder".to_owned() } else { case.author(&item.author).0 };
                parts.push(Part::subheading(format!("{from}: {}", message.kind.label())));
                parts.push(Part::quiet(term::dutch(message.datum)));
                parts.push(Part::text(message.bericht));
            }
            Entry::Damaged { .. } | Entry::Gap { .. } => {
                is_empty = false;
                parts.push(Part::Warning("Hier staat iets dat beschadigd of weg is.".into()));
            }
            Entry::Item(_) | Entry::Closed { .. } => {}
        }
    }
    if is_empty {
        parts.push(Part::quiet("Er zijn nog geen berichten."));
    }
}

/// A printable page of anything, with ways to have it otherwise.
pub fn paper_page(
    state: &State,
    officer: &Officer,
    paper: &Paper,
    back: (&str, &str),
    ways: &[(String, &str)],
) -> HttpResponse {
    let ways: Vec<_> = ways.iter().map(|(href, text)| (href.as_str(), *text)).collect();
    let view = desk::Papier {
        title: &paper.title,
        purpose: &paper.purpose,
        printed: &paper.printed,
        parts: &pieces(paper),
        back,
        ways: &ways,
    };
    page(StatusCode::OK, desk::papier(&officer.frame(state.frame(), &officer.banners()), &view))
}

/// The parts as the page borrows them.
fn pieces(paper: &Paper) -> Vec<PaperPart<'_>> {
    paper.parts.iter().filter_map(piece).collect()
}

fn piece(part: &Part) -> Option<PaperPart<'_>> {
    Some(match part {
        Part::Heading(text) => PaperPart::Heading(text),
        Part::Subheading(text) => PaperPart::Subheading(text),
        Part::Text(text) => PaperPart::Text(text),
        Part::Quiet(text) => PaperPart::Quiet(text),
        Part::Warning(text) => PaperPart::Warning(text),
        Part::Rows(rows) => PaperPart::Rows(rows.iter().map(|(label, value)| LabelValue { label, value }).collect()),
        Part::List(items) => PaperPart::List(items.iter().map(String::as_str).collect()),
        Part::NewPage => return None,
    })
}

/// The same as a PDF to save, under a name that says nothing.
pub async fn pdf_answer(state: &State, paper: Paper, name: &str) -> HttpResponse {
    match state.work_lane.run_blocking(move || paper.pdf()).await {
        Ok(Ok(pdf)) => download::answer(&format!("{name}.pdf")).content_type("application/pdf").body(pdf),
        Ok(Err(error)) => {
            tracing::error!("a PDF was not made: {error}");
            HttpResponse::InternalServerError().finish()
        }
        Err(web::Busy) => HttpResponse::ServiceUnavailable().finish(),
    }
}
