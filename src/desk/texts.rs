//! Words the desk puts beside the domain's labels.

use chrono::{NaiveDate, NaiveTime};
use domain::{
    Report, RouteName, Status,
    choices::Choice,
    description::{Description, Urgency},
    meeting::{Series, action::Agreed, decision::Decision},
    term,
};
use templates::desk;

use crate::case::{Case, Written};

/// Said where a step lets others hear of a signal whose reporter was not consulted.
pub const CONSULT_FIRST: &str = "Anderen horen hierdoor van het signaal. Overleg eerst met de melder: stuur een vraag en \
                                 wacht op het antwoord. Kan dat niet? Vink dan aan dat u toch verdergaat.";

/// How people call a route.
pub const fn route(route: RouteName) -> &'static str {
    match route {
        RouteName::Aov => "Ondermijning (AOV)",
        RouteName::Burgemeester => "Over een wethouder (burgemeester)",
        RouteName::Integriteitscommissie => "Integriteitscommissie",
        RouteName::Ambtelijk => "Ambtelijke integriteit",
        RouteName::Extern => "Extern meldpunt",
        RouteName::Bewaarder => "Identiteitsbewaarder",
        RouteName::Kanarie => "Kanarie",
    }
}

/// A status as pages name it: the meeting is called what the municipality calls it.
pub fn status(series: &Series, status: Status) -> String {
    match status {
        Status::OpLioAgenda => format!("Op {}-agenda", series.name),
        other => other.label().to_owned(),
    }
}

/// A day and a time, as Dutch writes them.
pub fn moment(date: NaiveDate, time: NaiveTime) -> String {
    format!("{}, {}", term::dutch(date), time.format("%H:%M"))
}

/// A report, field by field, without what is empty.
pub fn report(report: &Report) -> Vec<(&'static str, String)> {
    let yes_no = |answer: Option<bool>| answer.map_or("", |yes| if yes { "ja" } else { "nee" }).to_owned();
    let rows = [
        ("Over wie", labels(&report.over_wie)),
        (
            "Raadslid in het seniorenconvent",
            report.readers.in_seniorenconvent.map_or("", |answer| answer.label()).into(),
        ),
        ("Mag het niet lezen", excluded(report)),
        ("Soort signaal", report.soort.to_string()),
        ("Verschijningsvorm", labels(&report.verschijningsvorm)),
        ("Schending", labels(&report.schending)),
        ("Kwetsbaar proces", labels(&report.kwetsbaar_proces)),
        ("Wat is er gebeurd", report.wat.clone()),
        ("Wie zijn erbij betrokken", report.wie.clone()),
        ("Waar", report.waar.clone()),
        ("Wanneer", report.wanneer.clone()),
        ("Hoe weet de melder dit", report.hoe_weet_u_dit.clone()),
        ("Eerder gemeld", report.eerder_gemeld.clone()),
        ("Direct gevaar", yes_no(report.direct_gevaar)),
        ("Vragen mag", yes_no(report.vragen_mag)),
    ];
    rows.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// What stands above everything else of a signal: how easily its reporter is recognised, and whether he is under
/// pressure. An answer that is missing says so.
pub fn recognition(report: &Report) -> Vec<(&'static str, String)> {
    let first = match report.eerst_overleggen {
        Some(true) => "Ja: overleg eerst met de melder voordat u iets doet wat de melder kan verraden.",
        Some(false) => "Nee, dat hoeft niet.",
        None => "Niet beantwoord. Vraag het voordat anderen van het signaal horen.",
    };
    let knowers = report.knowers().unwrap_or("Niet beantwoord. Misschien weten maar weinig mensen dit.");
    let mut rows = vec![("Eerst overleggen", first.to_owned()), ("Hoeveel mensen weten dit", knowers.to_owned())];
    if !report.beinvloeding.is_empty() {
        rows.push(("Melder onder druk gezet", labels(&report.beinvloeding)));
    }
    rows
}

fn excluded(report: &Report) -> String {
    report.readers.niet_lezen.iter().map(|excluded| route(*excluded)).collect::<Vec<_>>().join("\n")
}

/// The exact terms of a list, one a line.
pub fn labels<C: Choice>(chosen: &[C]) -> String {
    chosen.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// The start of a text, for a line in a list.
pub fn start_of(text: &str, most: usize) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= most {
        return line.to_owned();
    }
    let cut: String = line.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{whole} …")
}

/// Some of many names, each once: "melder, wethouders en nog 3".
pub fn some_of(names: &[&str], most: usize) -> String {
    let mut once: Vec<&str> = Vec::with_capacity(names.len());
    for name in names {
        if !once.contains(name) {
            once.push(name);
        }
    }
    let shown = once.iter().take(most).copied().collect::<Vec<_>>().join(", ");
    if once.len() > most { format!("{shown} en nog {}", once.len() - most) } else { shown }
}

/// What to know before writing to this reporter.
pub fn before_writing(case: &Case) -> Option<String> {
    if !case.has_mailbox() {
        return Some("Bij dit signaal hoort geen postvak. Niemand leest wat u hier schrijft.".into());
    }
    if let Some(day) = case.mailbox_discarded() {
        let day = term::dutch(day);
        return Some(format!(
            "De melder heeft het postvak weggegooid op {day}. Niemand kan nog lezen wat u hier schrijft. Het blijft wel \
             bij het signaal staan."
        ));
    }
    let day = term::dutch(case.asked_how_it_stands()?);
    Some(format!("De melder vroeg op {day} hoe het staat. Antwoord kort, ook als er niets nieuws is."))
}

/// What a description is sorted by, as far as it was filled in.
pub fn sorted(description: &Description) -> Vec<(&'static str, String)> {
    let rows = [
        ("Verschijningsvorm", labels(&description.verschijningsvorm)),
        ("Schending", labels(&description.schending)),
        ("Kwetsbaar proces", labels(&description.kwetsbaar_proces)),
        ("Gebied", description.gebied.clone()),
        ("Urgentie", description.urgentie.map_or("", Urgency::label).to_owned()),
    ];
    rows.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// A decision of a meeting in words.
pub struct DecisionWords {
    what: String,
    reasons: String,
    when: String,
    there: String,
}

/// Who decided is the meeting; who wrote it down stands beside it.
pub fn decision(case: &Case, (author, made): Written<Decision>) -> DecisionWords {
    let who = case.author(&author).0;
    let Decision { overleg, besluit, motivering, aanwezig } = made.inhoud;
    let there: Vec<_> = aanwezig.iter().map(|who| who.functie.as_str()).collect();
    DecisionWords {
        what: labels(&besluit).replace('\n', "; "),
        reasons: motivering,
        when: format!("Overleg van {}, opgeschreven door {who}", term::dutch(overleg)),
        there: there.join(", "),
    }
}

impl DecisionWords {
    pub fn view(&self) -> desk::Decision<'_> {
        desk::Decision { what: &self.what, reasons: &self.reasons, when: &self.when, there: &self.there }
    }
}

/// Something that was agreed, in words.
pub struct AgreedWords {
    number: String,
    agreed: Agreed,
    by: String,
    is_late: bool,
}

impl AgreedWords {
    pub fn of(agreed: Agreed, today: NaiveDate) -> Self {
        let is_late = !agreed.gedaan && agreed.uiterlijk < today;
        Self { number: agreed.nummer.to_string(), by: term::dutch(agreed.uiterlijk), is_late, agreed }
    }

    pub fn view(&self) -> desk::Agreement<'_> {
        let Agreed { actie, wie, gedaan, .. } = &self.agreed;
        desk::Agreement {
            number: &self.number,
            what: actie,
            who: wie,
            by: &self.by,
            done: *gedaan,
            is_late: self.is_late,
        }
    }
}
