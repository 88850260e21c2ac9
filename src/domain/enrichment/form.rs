//! What the forms of verrijking hold. Who is asked, and who approves, is found among the people who may open the signal:
//! the desk does that.

use super::{Enrichment, Outcome, Party, Posed, Question, SOURCES, Verdict};
use crate::Answers;
use crate::choices;
use crate::field::{self, FieldErrors, TEXT};

/// Most characters of the name of a source.
const NAME: usize = 200;

/// Fields of a question, in the order of the form.
pub const FIELDS: [&str; 9] =
    ["collega", "vraag", "doel", "grondslag", "bronnen", "andere_bron", "toets", "nagelezen", "bevestigd"];

/// A question without the people: its texts and sources.
pub struct Wording {
    vraag: String,
    doel: String,
    grondslag: String,
    bronnen: Vec<String>,
}

field::redacted!(Wording);

impl Wording {
    /// Reads `vraag`, `doel` and `grondslag` (10,000 characters each), `bronnen` (repeatable, of [`SOURCES`]) and
    /// `andere_bron` (200 characters).
    ///
    /// # Errors
    /// A text that is missing, too long or unreadable; no source, or one that is not in the list.
    pub fn parse(answers: &Answers) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let missing = "Schrijf wat uw collega moet opzoeken. Eén vraag, in uw eigen woorden.";
        let vraag = field::required(e, "vraag", answers.first("vraag"), TEXT, missing);
        let missing = "Schrijf waarvoor u het antwoord nodig hebt.";
        let doel = field::required(e, "doel", answers.first("doel"), TEXT, missing);
        let missing = "Schrijf welke wet of regeling dit toestaat. Weet u het niet? Vraag het een jurist.";
        let grondslag = field::required(e, "grondslag", answers.first("grondslag"), TEXT, missing);
        let typed = answers.all("bronnen");
        let known = |source: &&&str| typed.iter().any(|typed| typed == **source);
        let mut bronnen: Vec<String> = SOURCES.iter().filter(known).map(|source| (*source).to_owned()).collect();
        if typed.iter().any(|typed| !typed.is_empty() && !SOURCES.contains(&typed.as_str())) {
            e.push("bronnen", choices::UNKNOWN);
        }
        let other = field::text(e, "andere_bron", answers.first("andere_bron").trim(), NAME);
        if !other.is_empty() && !bronnen.contains(&other) {
            bronnen.push(other);
        }
        if bronnen.is_empty() && e.for_field("bronnen").is_none() {
            e.push(
                "bronnen",
                "Kies in welke bronnen uw collega mag kijken. Staat de bron er niet bij? Schrijf die eronder.",
            );
        }
        errors.or(Some(Self { vraag, doel, grondslag, bronnen }))
    }

    pub fn texts(&self) -> [&str; 3] {
        [&self.vraag, &self.doel, &self.grondslag]
    }

    pub fn to(self, aan: Party, toets: Option<Party>) -> Posed {
        let Self { vraag, doel, grondslag, bronnen } = self;
        Posed { aan, vraag, doel, grondslag, bronnen, toets }
    }
}

/// Reads `oordeel`, `bronnen` (repeatable, of those of the question) and `reden_toets`: required where nothing is approved.
///
/// # Errors
/// No verdict; approved without a source; not approved without a reason; a source that was not asked for.
pub fn tested(question: &Question, answers: &Answers) -> Result<Enrichment, FieldErrors> {
    let mut errors = FieldErrors::default();
    let e = &mut errors;
    let missing = "Kies of u akkoord gaat.";
    let verdict = choices::one_required(e, "oordeel", answers.all("oordeel"), missing);
    let reden = field::text(e, "reden_toets", answers.first("reden_toets"), TEXT);
    let (typed, asked) = (answers.all("bronnen"), &question.posed.inhoud.bronnen);
    if typed.iter().any(|typed| !typed.is_empty() && !asked.contains(typed)) {
        e.push("bronnen", choices::UNKNOWN);
    }
    let mut bronnen: Vec<_> = asked.iter().filter(|source| typed.contains(source)).cloned().collect();
    match verdict {
        Some(Verdict::Akkoord) if bronnen.is_empty() && e.for_field("bronnen").is_none() => {
            e.push("bronnen", "Vink aan welke bronnen mogen. Mag er geen? Kies dan ‘niet akkoord’.");
        }
        Some(Verdict::NietAkkoord) => {
            bronnen.clear();
            if reden.is_empty() {
                e.push("reden_toets", "Schrijf waarom u niet akkoord gaat.");
            }
        }
        _ => {}
    }
    errors.or(verdict.map(|_| Enrichment::Getoetst { nummer: question.number, bronnen, reden }))
}

/// Reads `uitkomst` and `reden_antwoord`: required where nothing can be searched, and nowhere else read. What was found is
/// not asked for here.
///
/// # Errors
/// No outcome; one that needs a reason, without; a reason that is too long or unreadable, or that says more than was asked.
pub fn answered(question: &Question, answers: &Answers) -> Result<Enrichment, FieldErrors> {
    let mut errors = FieldErrors::default();
    let e = &mut errors;
    let missing = "Kies wat uw zoekvraag opleverde.";
    let uitkomst = choices::one_required(e, "uitkomst", answers.all("uitkomst"), missing);
    let reden = field::text(e, "reden_antwoord", answers.first("reden_antwoord"), TEXT);
    match uitkomst {
        Some(Outcome::NietTeZoeken) if reden.is_empty() => {
            e.push("reden_antwoord", "Schrijf waarom u dit niet kunt opzoeken.");
        }
        Some(Outcome::Hit | Outcome::GeenHit) if !reden.is_empty() => e.push(
            "reden_antwoord",
            "Laat dit leeg bij hit of geen hit. Heeft een lid van de route details nodig? Dan vraagt diegene erom.",
        ),
        _ => {}
    }
    errors.or(uitkomst.map(|uitkomst| Enrichment::Beantwoord { nummer: question.number, uitkomst, reden }))
}

/// Reads `welke`: which details are needed, and no more.
///
/// # Errors
/// It is empty, too long or unreadable.
pub fn details_wanted(question: &Question, answers: &Answers) -> Result<Enrichment, FieldErrors> {
    let missing = "Schrijf welke details u nodig hebt, en waarvoor.";
    one_text(answers, "welke", missing, |welke| Enrichment::DetailsGevraagd { nummer: question.number, welke })
}

/// Reads `details`.
///
/// # Errors
/// It is empty, too long or unreadable.
pub fn explained(question: &Question, answers: &Answers) -> Result<Enrichment, FieldErrors> {
    let missing = "Schrijf de details waar om gevraagd is.";
    one_text(answers, "details", missing, |details| Enrichment::Toegelicht { nummer: question.number, details })
}

/// Reads `reden`.
///
/// # Errors
/// It is empty, too long or unreadable.
pub fn withdrawn(question: &Question, answers: &Answers) -> Result<Enrichment, FieldErrors> {
    let missing = "Schrijf waarom u de vraag intrekt.";
    one_text(answers, "reden", missing, |reden| Enrichment::Ingetrokken { nummer: question.number, reden })
}

/// Reads `aanleiding`.
///
/// # Errors
/// It is empty, too long or unreadable.
pub fn routine(answers: &Answers) -> Result<Enrichment, FieldErrors> {
    let missing = "Schrijf een aanleiding die er ook zonder dit signaal is.";
    one_text(answers, "aanleiding", missing, |tekst| Enrichment::GewoneAanleiding { tekst })
}

fn one_text(
    answers: &Answers,
    name: &'static str,
    missing: &'static str,
    of: impl FnOnce(String) -> Enrichment,
) -> Result<Enrichment, FieldErrors> {
    let mut errors = FieldErrors::default();
    let text = field::required(&mut errors, name, answers.first(name), TEXT, missing);
    errors.or(Some(of(text)))
}
