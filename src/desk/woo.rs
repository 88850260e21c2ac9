//! `/signalen/{kenmerk}/woo`: what of a case becomes public, document by document, as a PDF and a list.
//!
//! A document is made of an item of the case file and of nothing else: there is no way from the reporter's side, the
//! conversation, the files, the envelope or the day of receipt to what is exported. What in the case file is about the reporter
//! (criterion e, the steps in which he was asked something, the acknowledgement) is left out here. Authors are functions.
//!
//! That a second person reads along before it leaves the house is not enforced here.

mod documents;

use std::{collections::BTreeSet, sync::Arc};

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use attachments::download;
pub use documents::enriched;
use documents::{Document, documents};
use domain::{
    FieldErrors,
    choices::Choice as _,
    term, traces,
    woo::{Assessed, Ground, Publicity},
};
use paper::{Paper, Part};
use seal::Entry;
use templates::{Choice, FieldError, Text, desk};
use web::{Form, page, told};

use crate::{
    access, account,
    case::Case,
    corresponding::{members, opened},
    enriching,
    printing::pdf_answer,
    session::{self, Officer},
    state::State,
    texts,
};

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
    let documents = documents(&case, &state.series);
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
    match account::proven(&state, &request, &officer, &form).await {
        Ok(Ok(())) => {}
        Ok(Err(said)) => {
            let errors = [("wachtwoord".to_owned(), said)];
            return woo_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &case, &form, &errors);
        }
        Err(refused) => return refused,
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
    let documents = documents(case, &state.series);
    let names = names(case);
    let line = |(at, document): (usize, &Document)| {
        let label = format!("{}, {}, {}", document.kind, document.days("tot en met", term::dutch), document.by);
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
    let proven = account::proven_until(state, officer);
    let view = desk::Woo {
        kenmerk: case.intake.kenmerk.as_str(),
        addressee: &case.addressee(),
        warnings: &case.findings.warnings.iter().map(String::as_str).collect::<Vec<_>>(),
        documents: &views,
        choices: &options(&choices),
        grounds: &options(&grounds),
        proven_until: proven.as_deref(),
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
            ("Datum".to_owned(), document.days("tot en met", term::dutch)),
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
        let (number, day): (i32, _) = (number, document.days("t/m", |day| day.format("%d-%m-%Y").to_string()));
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
