//! The documents of a case: what its case file says that can become public, item by item, and nothing of the reporter's side.

use chrono::NaiveDate;
use domain::{
    Dated, Kind, Status,
    access::Note,
    description::{Description, Urgency},
    enrichment::Enrichment,
    meeting::{Series, action::Action, decision::Decision},
    protocol::Step,
    status::StatusChange,
    term,
    weighing::{Criterion, Weighing},
};
use seal::{Entry, VerifiedItem};
use serde::de::DeserializeOwned;

use crate::{case::Case, investigation::words, texts};

/// One document of a case.
pub(super) struct Document {
    /// Of its item in the case file: what its fields are called by.
    pub number: u32,
    pub kind: &'static str,
    /// The first and the last day on which it was written: one, but of what is put together.
    days: (NaiveDate, NaiveDate),
    /// What its author is; of what is put together, each once.
    pub by: String,
    pub text: String,
}

/// Every change of the status is one document: each is a line, and nobody has to find a ground for every line.
const STATUS: &str = "Besluiten over de status";

impl Document {
    /// Its day or days, each written so.
    pub fn days(&self, to: &str, write: impl Fn(NaiveDate) -> String) -> String {
        let (first, last) = self.days;
        if first == last { write(first) } else { format!("{} {to} {}", write(first), write(last)) }
    }

    /// Takes another one of the same kind in at its end.
    fn take_in(&mut self, next: Self) {
        self.days.1 = self.days.1.max(next.days.1);
        self.text = [self.text.as_str(), next.text.as_str()].join("\n\n");
        if !self.by.split("; ").any(|by| by == next.by) {
            self.by = [self.by.as_str(), next.by.as_str()].join("; ");
        }
    }
}

/// The documents of a case, in the order in which they were written; the changes of the status where the first one stood.
pub(super) fn documents(case: &Case, series: &Series) -> Vec<Document> {
    let items = case.file.iter().filter_map(|entry| match entry {
        Entry::Item(item) => Some(item),
        Entry::Damaged { .. } | Entry::Gap { .. } | Entry::Closed { .. } => None,
    });
    let (mut before, refused) = (Status::Ontvangen, case.enrichment().refused);
    let items = items.filter(|item| item.kind != Kind::Enrichment || !refused.contains(&item.number));
    let mut documents: Vec<Document> = Vec::new();
    for document in items.filter_map(|item| document(case, series, item, &mut before)) {
        match documents.iter_mut().find(|known| known.kind == STATUS && document.kind == STATUS) {
            Some(status) => status.take_in(document),
            None => documents.push(document),
        }
    }
    documents
}

/// The document that an item is; `before` is the status that the signal had by then.
fn document(case: &Case, series: &Series, item: &VerifiedItem, before: &mut Status) -> Option<Document> {
    let function = case.author(&item.author).1;
    let by = if function.is_empty() { "Medewerker".to_owned() } else { function };
    let (kind, day, text) = match item.kind {
        Kind::Description => written(item, "Opgewerkte omschrijving", described)?,
        Kind::Weighing => written(item, "Weging", weighed)?,
        Kind::Note => written(item, "Aantekening", |note: &Note| Some(note.tekst.clone()))?,
        Kind::Status => {
            let change: Dated<StatusChange> = item.body().ok()?;
            let text = decided(series, &change.inhoud, std::mem::replace(before, change.inhoud.status))?;
            (STATUS, change.datum, format!("{}, {by}: {text}", term::dutch(change.datum)))
        }
        Kind::Decision => written(item, "Besluit van het overleg", of_meeting)?,
        Kind::Action => written(item, "Afspraak", agreed)?,
        Kind::Enrichment => written(item, "Verrijking", |act| Some(enriched(act)))?,
        Kind::Investigation => written(item, "Stap van het onderzoek", step)?,
        // Of the reporter's side nothing, and nothing that was said to him.
        Kind::Report | Kind::Message | Kind::Standing => return None,
        // What somebody thought beforehand is his own; who may read it names people, and who was told stands in the letters;
        // relations name other signals; declarations say nothing of the matter.
        // Why something was late tells when the reporter came and was answered.
        Kind::Levels
        | Kind::Access
        | Kind::Duty
        | Kind::Link
        | Kind::Declaration
        | Kind::Hold
        | Kind::Reveal
        | Kind::TermReason => return None,
    };
    Some(Document { number: item.number, kind, days: (day, day), by, text })
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
fn decided(series: &Series, change: &StatusChange, before: Status) -> Option<String> {
    let about_reporter = matches!(
        change.status,
        Status::Ontvangen | Status::OntvangstBevestigd | Status::ReactieGevraagd | Status::ReactieOntvangen
    );
    let no_reason = change.reden.is_empty() || before == Status::ReactieGevraagd;
    let reason = if no_reason { String::new() } else { format!("\n{}", change.reden) };
    (!about_reporter).then(|| format!("{}{reason}", texts::status(series, change.status)))
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
