//! What a reporter can choose, in the exact words of the sources, and how any form's choice is read. What the desk
//! chooses stands with its own subject.

use crate::field::{FieldErrors, Sentence};
use crate::message::MessageType;
use crate::status::Status;
use crate::subject::Subject;
use crate::vocabulary;
use crate::weighing::Level;

vocabulary! {
    /// SOORT_SIGNAAL.
    SignalType {
        Ondermijning => "ondermijning",
        Integriteit => "integriteit",
        Allebei => "allebei",
        WeetIkNiet => "weet ik niet",
        /// Not in the source: who only wants to know what he could do with what he saw.
        Advies => "ik twijfel, ik wil advies",
    }
}

vocabulary! {
    /// ONDERMIJNING_VERSCHIJNINGSVORM (Uitvoeringsplan 1.1, which says that no list of them is complete).
    Phenomenon {
        Witwassen => "Witwassen",
        Drugs => "drugsproductie en -handel",
        Mensenhandel => "mensenhandel",
        Cybercriminaliteit => "cybercriminaliteit",
        Zorgcriminaliteit => "zorgcriminaliteit",
        Anders => "anders, namelijk",
        WeetIkNiet => "weet ik niet",
    }
}

vocabulary! {
    /// INTEGRITEITSSCHENDING, level 2 (the protocol's overview, not exhaustive), and two that only article 1 a names.
    Breach {
        Diefstal => "diefstal",
        Verduistering => "verduistering",
        Fraude => "fraude (valsheid in geschrifte, oogmerk: persoonlijk gewin)",
        Declaraties => "onrechtmatige declaraties",
        Nevenactiviteiten => "ongeoorloofde nevenactiviteiten",
        FinancieleBelangen => "ongeoorloofde financiële belangen",
        Omkoping => "omkoping (corruptie)",
        Geschenken => "aannemen/vragen van giften, geschenken, uitnodigingen et cetera ('smeren en fêteren')",
        OngewensteContacten => "ongewenste contacten",
        Meestemmen => "meestemmen over een onderwerp <> uniek persoonlijk belang",
        Clientisme => "cliëntisme",
        BestuurlijkLekken => "politieke/bestuurlijke informatie lekken",
        PersoonsgegevensLekken => "persoonsgebonden gegevens lekken (privacy)",
        Aanbestedingsinformatie => "informatie over aanbestedingen, offertes e.d.",
        DiefstalInformatiedragers => "diefstal of verduistering van informatiedragers",
        VerliesInformatiedragers => "verlies van informatiedragers",
        NietVolledigInformeren => "bewust niet volledig informeren van de volksvertegenwoordiging",
        Dwangmiddelen => "misbruik van dwangmiddelen",
        Meineed => "meineed",
        ValsheidInGeschrifte => "valsheid in geschrifte (onwaarheid opnemen in een officieel document; oogmerk vaak niet [primair] persoonlijk gewin)",
        Vergunningen => "vergunningen, subsidies e.d.",
        EmailInternet => "ongewenst gebruik e-mail/internet",
        Telefoon => "misbruik van (mobiele) telefoon",
        Prive => "privégebruik van bedrijfsmiddelen",
        AlcoholDrugs => "Overmatig alcohol- en/of druggebruik",
        Discriminatie => "discriminatie",
        SeksueleIntimidatie => "seksuele intimidatie",
        Pesten => "pesten, treiteren",
        AndereIntimidatie => "andere vormen van intimidatie (bijvoorbeeld door grof taalgebruik of bedreiging)",
        Geweld => "fysieke bedreiging/geweld",
        Privesfeer => "misdragingen in de privésfeer",
        Gedragscode => "strijd met de gedragscode",
        Anders => "anders, namelijk",
        WeetIkNiet => "weet ik niet",
    }
}

impl Breach {
    /// The heading under which the overview lists it (level 1); `Anders` for what stands under none.
    pub const fn group(self) -> &'static str {
        match self {
            Self::Diefstal | Self::Verduistering | Self::Fraude | Self::Declaraties => "Financiële schendingen",
            Self::Nevenactiviteiten
            | Self::FinancieleBelangen
            | Self::Omkoping
            | Self::Geschenken
            | Self::OngewensteContacten
            | Self::Meestemmen
            | Self::Clientisme => "Misbruik van positie en belangenverstrengeling",
            Self::BestuurlijkLekken
            | Self::PersoonsgegevensLekken
            | Self::Aanbestedingsinformatie
            | Self::DiefstalInformatiedragers
            | Self::VerliesInformatiedragers
            | Self::NietVolledigInformeren => "Lekken (misdrijf) en misbruik van informatie",
            Self::Dwangmiddelen | Self::Meineed | Self::ValsheidInGeschrifte | Self::Vergunningen => {
                "Misbruik van bevoegdheden"
            }
            Self::EmailInternet | Self::Telefoon | Self::Prive => "Misbruik van bedrijfsmiddelen",
            Self::AlcoholDrugs => "Overmatig alcohol- en/of druggebruik",
            Self::Discriminatie | Self::SeksueleIntimidatie | Self::Pesten | Self::AndereIntimidatie | Self::Geweld => {
                "Ongewenste omgangsvormen"
            }
            Self::Privesfeer | Self::Gedragscode | Self::Anders | Self::WeetIkNiet => "Anders",
        }
    }
}

vocabulary! {
    /// KWETSBAAR_PROCES (Rekenkamercommissie 5.2.1).
    VulnerableProcess {
        Financieel => "financiële transacties ('verduistering')",
        Inkoop => "aanbestedingen en inkoop ('voorkeursposities verwerven')",
        Subsidies => "subsidies ('frauderen')",
        Reisdocumenten => "verstrekking reisdocumenten ('identiteitsfraude')",
        Vergunningen => "vergunningverlening, ontheffingen ('legale dekmantel voor criminele activiteiten')",
        Informatie => "verwerking persoonsgegevens en strategische informatie ('informatiepositie')",
        Basisregistratie => "beheer Basisregistratie Personen ('spookbewoning')",
        Toezicht => "toezicht en handhaving ('oogje dichtknijpen')",
    }
}

vocabulary! {
    /// BEÏNVLOEDING (Rekenkamercommissie 1.1).
    Influence {
        Bedreiging => "bedreiging",
        Intimidatie => "intimidatie",
        Omkoping => "omkoping",
        Infiltratie => "infiltratie",
        Verleiding => "verleiding",
        Manipulatie => "manipulatie",
        Geweld => "geweld",
    }
}

vocabulary! {
    /// How many people know what the reporter tells: with few, telling others betrays him.
    Knowers {
        AlleenIk => "alleen ik",
        TweeOfDrie => "2 of 3 mensen",
        KleinGroepje => "een klein groepje",
        VeelMensen => "veel mensen",
        WeetIkNiet => "weet ik niet",
        LieverNiet => "wil ik liever niet zeggen",
    }
}

vocabulary! {
    /// Whether a raadslid whom a signal is about sits in the seniorenconvent, which is the integriteitscommissie
    /// (art. 1 h).
    InConvent {
        Ja => "ja",
        Nee => "nee",
        WeetIkNiet => "weet ik niet",
    }
}

/// A vocabulary that a form offers.
pub trait Choice: Copy + Ord + std::fmt::Display + 'static {
    /// Every value, in the order of the form.
    fn all() -> &'static [Self];

    /// What the form sends: the label in lower case.
    fn value(self) -> String {
        self.to_string().to_lowercase()
    }

    /// The way back from [`value`](Self::value); capitals do no harm.
    fn from_value(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        Self::all().iter().copied().find(|choice| choice.value() == typed)
    }
}

macro_rules! choice {
    ($($name:ident),+) => { $(impl Choice for $name { fn all() -> &'static [Self] { Self::ALL } })+ };
}
choice!(SignalType, Phenomenon, Breach, VulnerableProcess, Influence, Knowers, InConvent);
choice!(Subject, Level, MessageType, Status);

/// The exact terms of all three lists, in the order of the form.
pub(crate) fn themes<'a>(
    phenomena: &'a [Phenomenon],
    breaches: &'a [Breach],
    processes: &'a [VulnerableProcess],
) -> impl Iterator<Item = &'static str> + 'a {
    let phenomena = phenomena.iter().map(|theme| theme.label());
    let breaches = breaches.iter().map(|theme| theme.label());
    phenomena.chain(breaches).chain(processes.iter().map(|theme| theme.label()))
}

pub(crate) const UNKNOWN: Sentence = Sentence::key("fault-unknown");

/// Reads any number of choices, in the order of the form, each once. Empty values count as absent; an unknown one is an
/// error at the field.
pub fn many<C: Choice>(errors: &mut FieldErrors, field: &'static str, values: &[impl AsRef<str>]) -> Vec<C> {
    // No form sends more values than it offers, and each one costs a search.
    let few = values.len() <= 2 * C::all().len();
    let typed = values.iter().map(AsRef::as_ref).filter(|value| few && !value.trim().is_empty());
    let read: Option<Vec<C>> = typed.map(C::from_value).collect();
    if !few || read.is_none() {
        errors.push(field, UNKNOWN);
    }
    let mut choices = read.unwrap_or_default();
    choices.sort_unstable();
    choices.dedup();
    choices
}

/// Reads at most one choice; two different ones are an error at the field.
pub fn one<C: Choice>(errors: &mut FieldErrors, field: &'static str, values: &[impl AsRef<str>]) -> Option<C> {
    let choices = many(errors, field, values);
    if choices.len() > 1 {
        errors.push(field, Sentence::key("fault-one"));
    }
    choices.first().copied()
}

/// Reads exactly one choice; none is an error with the sentence `missing`. `None` always comes with an error.
pub fn one_required<C: Choice>(
    errors: &mut FieldErrors,
    field: &'static str,
    values: &[impl AsRef<str>],
    missing: impl Into<Sentence>,
) -> Option<C> {
    let choice = one(errors, field, values);
    if choice.is_none() && errors.for_field(field).is_none() {
        errors.push(field, missing);
    }
    choice
}

/// Reads `ja` or `nee`; empty and absent are `None`.
pub fn yes_no(errors: &mut FieldErrors, field: &'static str, values: &[impl AsRef<str>]) -> Option<bool> {
    let mut typed = values.iter().map(|value| value.as_ref().trim()).filter(|value| !value.is_empty());
    let answer = match typed.next()? {
        "ja" => true,
        "nee" => false,
        _ => {
            errors.push(field, Sentence::key("fault-yes-no"));
            return None;
        }
    };
    if typed.any(|other| (other == "ja") != answer) {
        errors.push(field, Sentence::key("fault-yes-and-no"));
    }
    Some(answer)
}
