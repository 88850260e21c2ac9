//! The integrity track: its tables row by row, its forms, and one case from report to the council.

mod days;
mod facts;
mod forms;
mod inform;
mod journey;
mod letters;
mod order;
mod steps;

use ::domain::{
    Answers, FieldErrors, RouteName, Subject,
    protocol::{Office, Setting, Step, StepKind},
};
use chrono::NaiveDate;

use crate::helpers::{
    browser::{Form, Page},
    people::{Officer, Tale},
    town::Town,
};

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A signal of an office that came in on 1 October 2026, looked at on 23 November.
fn about(office: Office) -> Setting {
    Setting {
        today: on("2026-11-23"),
        received: on("2026-10-01"),
        office: Some(office),
        over: vec![office.subject()],
        assignment: None,
        hearings: Vec::new(),
    }
}

/// The route on which such a signal comes.
const fn route_of(office: Office) -> RouteName {
    match office {
        Office::Wethouder => RouteName::Burgemeester,
        Office::Burgemeester | Office::Raadslid => RouteName::Integriteitscommissie,
    }
}

pub type Typed<'a> = &'a [(&'a str, &'a str)];

/// The form of a step, with some fields filled in otherwise; an empty value takes a field away.
fn typed(fields: Typed<'_>, changes: Typed<'_>) -> Answers {
    let mut answers = Answers::default();
    for (name, value) in fields.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name)) {
        answers.push(*name, *value);
    }
    for (name, value) in changes.iter().filter(|(_, value)| !value.is_empty()) {
        answers.push(*name, *value);
    }
    answers
}

/// A good form of every step about a burgemeester.
const fn good(kind: StepKind) -> Typed<'static> {
    match kind {
        StepKind::Voornemen => &[("voornemen_op", "19-11-2026"), ("voornemen_regel", "De regel over declaraties.")],
        StepKind::Vooronderzoek => &[("start_op", "20-11-2026"), ("start_vraag", "Wat er is betaald.")],
        StepKind::Raadpleging => &[
            ("raadpleging_wie", "griffier"),
            ("raadpleging_op", "20-11-2026"),
            ("raadpleging_opbrengst", "De declaraties zijn er."),
        ],
        StepKind::Betrokkene => &[("betrokkene_ingelicht", "ja"), ("betrokkene_op", "20-11-2026")],
        StepKind::Bevindingen => &[
            ("bevindingen_op", "21-11-2026"),
            ("bevindingen_tekst", "De bonnen kloppen niet."),
            ("bevindingen_hoofdlijnen", "Er is reden om verder te kijken."),
        ],
        StepKind::Besluit => &[
            ("besluit", "onderzoek instellen"),
            ("besluit_door", "integriteitscommissie"),
            ("besluit_op", "22-11-2026"),
            ("besluit_motivering", "Er is een concreet vermoeden."),
            ("besluit_proportionaliteit", "Alleen de bonnen van dit jaar."),
        ],
        StepKind::Opdracht => &[
            ("opdracht_aanleiding", "De bonnen."),
            ("opdracht_doel", "Vaststellen wat er is betaald."),
            ("opdracht_commissie", "extern"),
            ("opdracht_wie", "Een onderzoeksbureau: zij kennen hier niemand."),
            ("opdracht_afstand", "nee"),
            ("opdracht_afstand_waarom", "Zij werken dagelijks samen."),
        ],
        StepKind::Kennisgeving => &[
            ("kennisgeving_op", "23-11-2026"),
            (
                "kennisgeving_inhoud",
                "een omschrijving van het handelen of nalaten dat aanleiding is tot instellen onderzoek",
            ),
            ("kennisgeving_inhoud", "de melding dat betrokkenen en getuigen kunnen worden gehoord"),
            (
                "kennisgeving_inhoud",
                "de melding dat het onderzoek zich kan uitstrekken tot andere feiten en omstandigheden die bekend worden",
            ),
        ],
        StepKind::Voortgang => {
            &[("voortgang_op", "23-11-2026"), ("voortgang_vorm", "mondeling"), ("voortgang_tekst", "Op de helft.")]
        }
        StepKind::Gehoor => &[
            ("gehoor_wie", "getuige"),
            ("gehoor_op", "20-11-2026"),
            ("gehoor_hoorders", "onderzoeker\njurist van het bureau"),
            ("gehoor_verslag", "De getuige zag de bonnen."),
            ("gehoor_getekend", "ja"),
            ("gehoor_toegezonden_op", "20-11-2026"),
        ],
        StepKind::Reactie => {
            &[("reactie_gehoor", "1"), ("reactie_ondertekend", "getekend"), ("reactie_op", "23-11-2026")]
        }
        StepKind::Rapport => &[
            ("rapport_op", "23-11-2026"),
            ("rapport_conclusie", "De declaraties waren onrechtmatig."),
            ("rapport_geheim", "nee"),
        ],
        StepKind::Aangifte => &[
            ("aangifte", "aangifte gedaan"),
            ("aangifte_op", "23-11-2026"),
            ("aangifte_overleg", "integriteitscommissie"),
            ("aangifte_overleg", "commissaris van de koning"),
            ("aangifte_bij", "Politie Noord-Nederland"),
        ],
        StepKind::Communicatie => {
            &[("communicatie_op", "23-11-2026"), ("communicatie_tekst", "Een bericht aan de organisatie.")]
        }
        StepKind::Geheimhouding => &[
            ("geheim_waarop", "Het rapport."),
            ("geheim_grond", "Zie het raadsbesluit."),
            ("geheim_door", "raad"),
            ("geheim_sinds", "23-11-2026"),
        ],
        StepKind::Bespreking => &[
            ("bespreking_op", "23-11-2026"),
            ("bespreking_aanleiding", "Het protocol zegt hier niets over."),
            ("bespreking_uitkomst", "Een extern bureau kijkt mee."),
        ],
    }
}

fn read(kind: StepKind, changes: Typed<'_>, setting: &Setting) -> Result<Step, FieldErrors> {
    Step::parse(kind, &typed(good(kind), changes), setting)
}

/// The good step, whatever the setting needs.
fn step(kind: StepKind) -> Step {
    let setting = Setting { hearings: vec![on("2026-11-20")], ..about(Office::Burgemeester) };
    read(kind, &[], &setting).unwrap_or_else(|errors| panic!("{kind}: {errors}"))
}

/// The fields at which a form is refused.
fn refused(kind: StepKind, changes: Typed<'_>, setting: &Setting) -> Vec<&'static str> {
    let errors = read(kind, changes, setting).err().unwrap_or_else(|| panic!("{kind} was taken with {changes:?}"));
    errors.iter().map(|error| error.field).collect()
}

/// An office's signal in a town, screened, with its reporter's words and who works on it.
pub struct Scene {
    pub town: Town,
    code: String,
    pub officer: Officer,
    pub kenmerk: String,
}

impl Scene {
    /// The reporter does not mind that others hear of it, unless `shy`.
    pub fn begin(town: Town, subject: &'static [&'static str], login: &str, shy: bool) -> Self {
        let tale =
            Tale { soort: "integriteit", ..Tale::about(subject, "Ik zag hem de bonnen van zijn vakantie indienen.") };
        let tale =
            if shy { tale } else { tale.with("eerst_overleggen", "nee").with("hoeveel_weten_dit", "veel mensen") };
        let code = town.melder().reports(&tale);
        let mut officer = town.officer(login);
        let kenmerk = officer.only_signal();
        officer.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        officer.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
        Self { town, code, officer, kenmerk }
    }

    pub fn about_burgemeester(town: Town) -> Self {
        Self::begin(town, &["burgemeester"], "voorzitter", false)
    }

    pub fn path(&self) -> String {
        format!("/signalen/{}/onderzoek", self.kenmerk)
    }

    pub fn page(&mut self) -> Page {
        let path = self.path();
        self.officer.browser.open(&path)
    }

    /// The form of a step as the page has it, filled in.
    fn form(&mut self, stap: &str, fields: Typed<'_>) -> Form {
        let page = self.page();
        let mut form = page.must_be(200).form_with(&self.path(), "stap", stap);
        let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
        form.fields.retain(|(name, _)| !names.contains(&name.as_str()));
        form.fields.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        form
    }

    pub fn takes(&mut self, kind: StepKind, changes: Typed<'_>) -> Page {
        let mut fields: Vec<_> = good(kind)
            .iter()
            .filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name))
            .copied()
            .collect();
        // Everything of these tests happens on the town's day.
        for (name, value) in &mut fields {
            if name.ends_with("_op") || name.ends_with("_sinds") {
                *value = "23-11-2026";
            }
        }
        fields.extend(changes);
        let form = self.form(kind.label(), &fields);
        self.officer.browser.submit(&form)
    }

    /// Ticks duties off as done.
    pub fn informs(&mut self, duties: &[&str]) -> Page {
        let mut fields: Vec<_> = duties.iter().map(|duty| ("plicht", *duty)).collect();
        fields.extend([("plicht_uitkomst", "gedaan"), ("plicht_op", "23-11-2026"), ("plicht_wijze", "Een gesprek.")]);
        let form = self.form("informeren", &fields);
        self.officer.browser.submit(&form)
    }
}

/// Everything a signal is about, for a table.
fn subjects(office: Office) -> Vec<Subject> {
    vec![office.subject()]
}

impl Scene {
    /// As far as the decision to investigate.
    pub fn investigated(town: Town) -> Self {
        let mut scene = Self::about_burgemeester(town);
        for kind in [StepKind::Vooronderzoek, StepKind::Betrokkene, StepKind::Bevindingen] {
            scene.takes(kind, &[]).must_be(200).must_say("Het staat in het dossier");
        }
        scene.officer.weighs(&scene.kenmerk, "Weegt zwaar").must_be(200);
        scene.takes(StepKind::Besluit, &[]).must_be(200).must_say("Het staat in het dossier");
        scene
    }
}
