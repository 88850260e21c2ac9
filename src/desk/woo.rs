//! `/signalen/{kenmerk}/woo`: what of a case becomes public, document by document, as a PDF and a list.
//!
//! A document is made of an item of the case file and of nothing else: there is no way from the reporter's side, the
//! conversation, the files, the envelope or the day of receipt to what is exported. What in the case file is about the reporter
//! (criterion e, the steps in which he was asked something, the acknowledgement) is left out here. Authors are functions.
//!
//! That a second person reads along before it leaves the house is not enforced here.

use std::{collections::BTreeSet, sync::Arc};

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use attachments::download;
use chrono::NaiveDate;
use domain::{
    Dated, FieldErrors, Kind, Status,
    access::Note,
    choices::Choice as _,
    description::{Description, Urgency},
    enrichment::Enrichment,
    meeting::{action::Action, decision::Decision},
    protocol::Step,
    status::StatusChange,
    term, traces,
    weighing::{Criterion, Weighing},
    woo::{Assessed, Ground, Publicity},
};
use paper::{Paper, Part};
use seal::{Entry, VerifiedItem};
use serde::de::DeserializeOwned;
use templates::{Choice, FieldError, Text, desk};
use web::{Form, page, told};

use crate::{
    access,
    case::Case,
    corresponding::{members, opened},
    enriching,
    investigation::words,
    printing::pdf_answer,
    session::{self, Officer},
    state::State,
    texts,
};

/// One document of a case.
struct Document {
    /// Of its item in the case file: what its fields are called by.
    number: u32,
    kind: &'static str,
    day: NaiveDate,
    /// What its author is.
    by: String,
    text: String,
}

/// `GET /signalen/{kenmerk}/woo`
pub async fn form(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    match members(&state, &request, &kenmerk).await {
        Ok((officer, case)) => woo_page(&state, StatusCode::OK, &officer, &case, &Form::default(), &[]),
        Err(refused) => refused,
    }
}

/// `POST /signalen/{kenmerk}/woo`: every document assessed, or the form again. Nothing is stored.
pub async fn export(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let case = match opened(&state, &officer, &kenmerk, &form).await {
        Ok(case) => case,
        Err(refused) => return refused,
    };
    let documents = documents(&case);
    let mut assessed = Vec::with_capacity(documents.len());
    let mut errors = Vec::new();
    for document in &documents {
        match assess(document, &form) {
            Ok(one) => assessed.push(one),
            Err(wrong) => errors.extend(
                wrong
                    .iter()
                    .map(|error| (field(error.field, document.number), told::sentence(&error.message, Text::DUTCH))),
            ),
        }
    }
    // A list of what is left would look whole.
    if case.findings.broken || !case.file_is_whole() {
        return woo_page(&state, StatusCode::CONFLICT, &officer, &case, &form, &errors);
    }
    if !errors.is_empty() || documents.is_empty() {
        return woo_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &case, &form, &errors);
    }
    // The kenmerk is ours: what everybody can read is not to be found in our rows by it.
    if form.get("als") == "csv" {
        let list = inventory(&documents, &assessed);
        return download::answer("stukken.csv").content_type("text/csv; charset=utf-8").body(list);
    }
    pdf_answer(&state, on_paper(&state, &documents, &assessed), "stukken").await
}

fn field(name: &str, number: u32) -> String {
    format!("{name}-{number}")
}

fn assess(document: &Document, form: &Form) -> Result<Assessed, FieldErrors> {
    let of = |name| field(name, document.number);
    let grounds: Vec<String> = form.all(&of("gronden")).map(str::to_owned).collect();
    Assessed::parse(form.get(&of("keuze")), &grounds, form.get(&of("tekst")), &document.text)
}

/// The documents of a case, in the order in which they were written.
fn documents(case: &Case) -> Vec<Document> {
    let items = case.file.iter().filter_map(|entry| match entry {
        Entry::Item(item) => Some(item),
        Entry::Damaged { .. } | Entry::Gap { .. } | Entry::Closed { .. } => None,
    });
    let (mut before, refused) = (Status::Ontvangen, case.enrichment().refused);
    let items = items.filter(|item| item.kind != Kind::Enrichment || !refused.contains(&item.number));
    items.filter_map(|item| document(case, item, &mut before)).collect()
}

/// The document that an item is; `before` is the status that the signal had by then.
fn document(case: &Case, item: &VerifiedItem, before: &mut Status) -> Option<Document> {
    let (kind, day, text) = match item.kind {
        Kind::Description => written(item, "Opgewerkte omschrijving", described)?,
        Kind::Weighing => written(item, "Weging", weighed)?,
        Kind::Note => written(item, "Aantekening", |note: &Note| Some(note.tekst.clone()))?,
        Kind::Status => {
            let change: Dated<StatusChange> = item.body().ok()?;
            let text = decided(&change.inhoud, std::mem::replace(before, change.inhoud.status))?;
            ("Besluit over de status", change.datum, text)
        }
        Kind::Decision => written(item, "Besluit van het overleg", of_meeting)?,
        Kind::Action => written(item, "Afspraak", agreed)?,
        Kind::Enrichment => written(item, "Verrijking", |act| Some(enriched(act)))?,
        Kind::Investigation => written(item, "Stap van het onderzoek", step)?,
        // Of the reporter's side nothing, and nothing that was said to him.
        Kind::Report | Kind::Message | Kind::Standing => return None,
        // What somebody thought beforehand is his own; who may read it names people, and who was told stands in the letters;
        // relations name other signals; declarations and holds say nothing of the matter.
        Kind::Levels | Kind::Access | Kind::Duty | Kind::Link | Kind::Declaration | Kind::Hold => return None,
    };
    let function = case.author(&item.author).1;
    let by = if function.is_empty() { "Medewerker".to_owned() } else { function };
    Some(Document { number: item.number, kind, day, by, text })
}

fn written<T: DeserializeOwned>(
    item: &VerifiedItem,
    kind: &'static str,
    text: impl Fn(&T) -> Option<String>,
) -> Option<(&'static str, NaiveDate, String)> {
    let written: Dated<T> = item.body().ok()?;
    Some((kind, written.datum, text(&written.inhoud)?))
}

fn step(step: &Step) -> Option<String> {
    let rows = words::of(step).into_iter().map(|(label, text)| format!("{label}: {text}"));
    Some(rows.collect::<Vec<_>>().join("\n"))
}

fn described(description: &Description) -> Option<String> {
    let themes = description.themes().collect::<Vec<_>>().join("; ");
    let rows = [
        ("Ingedeeld bij", themes.as_str()),
        ("Gebied", &description.gebied),
        ("Urgentie", description.urgentie.map_or("", Urgency::label)),
    ];
    let rows =
        rows.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| format!("{label}: {value}"));
    Some(std::iter::once(description.omschrijving.clone()).chain(rows).collect::<Vec<_>>().join("\n"))
}

fn weighed(weighing: &Weighing) -> Option<String> {
    let criterion = |criterion: &Criterion| {
        // It is about the reporter alone.
        if *criterion == Criterion::E {
            return None;
        }
        let assessment = weighing.of(*criterion);
        let level = assessment.niveau.map(|level| format!(" ({level})")).unwrap_or_default();
        Some(format!("{}. {}{level}:\n{}", criterion.letter(), criterion.label(), assessment.toelichting))
    };
    let criteria = Criterion::ALL.iter().filter_map(criterion);
    let rest =
        [format!("Proportionaliteit:\n{}", weighing.proportionaliteit), format!("Conclusie:\n{}", weighing.conclusie)];
    Some(criteria.chain(rest).collect::<Vec<_>>().join("\n"))
}

/// A step with its reason; none of those that say when the reporter came or was asked something. Why one went on without
/// his answer is about him too.
fn decided(change: &StatusChange, before: Status) -> Option<String> {
    let about_reporter = matches!(
        change.status,
        Status::Ontvangen | Status::OntvangstBevestigd | Status::ReactieGevraagd | Status::ReactieOntvangen
    );
    let no_reason = change.reden.is_empty() || before == Status::ReactieGevraagd;
    let reason = if no_reason { String::new() } else { format!("\n{}", change.reden) };
    (!about_reporter).then(|| format!("{}{reason}", change.status.label()))
}

/// Who was there, by function.
fn of_meeting(decision: &Decision) -> Option<String> {
    let there: Vec<_> = decision.aanwezig.iter().map(|who| who.functie.as_str()).collect();
    let (besluit, there) = (texts::labels(&decision.besluit), there.join("; "));
    Some(format!("Besluit:\n{besluit}\nMotivering:\n{}\nAanwezig: {there}", decision.motivering))
}

/// What was agreed and by when; who does it may be a name.
fn agreed(action: &Action) -> Option<String> {
    match action {
        Action::Afgesproken { actie, uiterlijk, .. } => Some(format!("{actie}\nUiterlijk {}", term::dutch(*uiterlijk))),
        Action::Gedaan { .. } => None,
    }
}

/// One act of verrijking, with functions for people.
pub fn enriched(act: &Enrichment) -> String {
    match act {
        Enrichment::Gevraagd(posed) => format!(
            "Vraag aan: {}\n{}\nDoel: {}\nGrondslag: {}\nBronnen: {}",
            posed.aan.wie.functie,
            posed.vraag,
            posed.doel,
            posed.grondslag,
            posed.bronnen.join("; ")
        ),
        Enrichment::Getoetst { bronnen, reden, .. } => format!("Bronnen getoetst: {}\n{reden}", bronnen.join("; ")),
        Enrichment::Beantwoord { uitkomst, reden, .. } => format!("Antwoord: {uitkomst}\n{reden}"),
        Enrichment::DetailsGevraagd { welke, .. } => format!("Gevraagd naar details: {welke}"),
        Enrichment::Toegelicht { details, .. } => format!("Details: {details}"),
        Enrichment::Ingetrokken { reden, .. } => format!("Vraag ingetrokken: {reden}"),
        Enrichment::GewoneAanleiding { tekst } => format!("Gewone aanleiding: {tekst}"),
    }
}

/// What in a text may betray somebody: numbers and addresses, the names of who works on the signal, the reporter's own
/// words, and that it speaks of him.
fn marks(case: &Case, text: &str, names: &BTreeSet<String>) -> Vec<String> {
    let told = enriching::doubts(case, &[text]);
    let found = traces::find(text);
    let found = found.iter().filter_map(|trace| Some(format!("{}: {}", trace.kind, text.get(trace.range.clone())?)));
    let named =
        names.iter().filter(|name| text.contains(name.as_str())).map(|name| format!("naam van een collega: {name}"));
    let of_reporter = text.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|word| word == "melder");
    let found: BTreeSet<_> = told.into_iter().chain(found).collect();
    found.into_iter().chain(named).chain(of_reporter.then(|| "hier staat iets over de melder".to_owned())).collect()
}

fn names(case: &Case) -> BTreeSet<String> {
    let readers = access::readers(case).into_iter().map(|(who, ..)| who.name);
    let authors = case.file.iter().filter_map(|entry| match entry {
        Entry::Item(item) => Some(case.author(&item.author).0),
        _ => None,
    });
    readers.chain(authors).collect()
}

fn woo_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    case: &Case,
    form: &Form,
    errors: &[(String, String)],
) -> HttpResponse {
    let documents = documents(case);
    let names = names(case);
    let line = |(at, document): (usize, &Document)| {
        let label = format!("{}, {}, {}", document.kind, term::dutch(document.day), document.by);
        let fields = ["keuze", "gronden", "tekst"].map(|name| field(name, document.number));
        (at.to_string(), label, fields, marks(case, &document.text, &names))
    };
    let lines: Vec<_> = (1..).zip(&documents).map(line).collect();
    let typed = form.fields().iter().any(|(name, _)| name.starts_with("tekst-"));
    let views: Vec<_> = documents
        .iter()
        .zip(&lines)
        .map(|(document, (number, label, [choice, grounds, text], traces))| desk::WooDocument {
            number,
            label,
            choice_field: choice,
            grounds_field: grounds,
            text_field: text,
            choice: form.get(choice),
            grounds: form.all(grounds).collect(),
            text: if typed { form.get(text) } else { &document.text },
            traces,
        })
        .collect();
    let choices: Vec<_> = Publicity::ALL.iter().map(|choice| (choice.value(), choice.label())).collect();
    let grounds: Vec<_> = Ground::ALL.iter().map(|ground| (ground.value(), ground.label())).collect();
    let errors: Vec<_> = errors.iter().map(|(field, message)| FieldError { field, message }).collect();
    let view = desk::Woo {
        kenmerk: case.intake.kenmerk.as_str(),
        addressee: &case.addressee(),
        warnings: &case.findings.warnings.iter().map(String::as_str).collect::<Vec<_>>(),
        documents: &views,
        choices: &options(&choices),
        grounds: &options(&grounds),
        errors: &errors,
    };
    page(status, desk::woo(&officer.frame(state.frame(), &officer.banners()), &view))
}

fn options<'a>(values: &'a [(String, &'static str)]) -> Vec<Choice<'a>> {
    values.iter().map(|(value, label)| Choice { value, label, hint: None }).collect()
}

fn on_paper(state: &State, documents: &[Document], assessed: &[Assessed]) -> Paper {
    let mut parts = Vec::new();
    for (number, (document, assessed)) in (1..).zip(documents.iter().zip(assessed)) {
        parts.push(Part::heading(format!("{number}. {}", document.kind)));
        let mut rows = vec![
            ("Datum".to_owned(), term::dutch(document.day)),
            ("Door".to_owned(), document.by.clone()),
            ("Beoordeling".to_owned(), assessed.publicity.to_string()),
        ];
        if !assessed.grounds.is_empty() {
            rows.push(("Gronden".to_owned(), texts::labels(&assessed.grounds)));
        }
        parts.push(Part::Rows(rows));
        if !assessed.text.is_empty() {
            parts.push(Part::text(&assessed.text));
        }
    }
    Paper {
        title: "Stukken".into(),
        organisation: state.house.name.clone(),
        purpose: "Wet open overheid".into(),
        printed: format!("Gemaakt op {}", term::dutch(state.today())),
        day: state.today(),
        letter: false,
        parts,
    }
}

/// The list of documents, as spreadsheets read it: semicolons, UTF-8 with its mark, quotes around everything.
fn inventory(documents: &[Document], assessed: &[Assessed]) -> String {
    let mut list = String::from("\u{feff}");
    let mut line = |cells: [&str; 6]| {
        let cells: Vec<_> = cells.iter().map(|cell| quoted(cell)).collect();
        list.push_str(&cells.join(";"));
        list.push_str("\r\n");
    };
    line(["nummer", "stuk", "datum", "door", "beoordeling", "gronden"]);
    for (number, (document, assessed)) in (1..).zip(documents.iter().zip(assessed)) {
        let (number, day): (i32, _) = (number, document.day.format("%d-%m-%Y").to_string());
        let grounds = assessed.grounds.iter().map(|ground| ground.label()).collect::<Vec<_>>().join(", ");
        line([&number.to_string(), document.kind, &day, &document.by, assessed.publicity.label(), &grounds]);
    }
    list
}

/// A cell. What a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}
