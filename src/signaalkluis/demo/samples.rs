//! The sample signals of `config/demo`, and the form a reporter would have sent.

use std::collections::BTreeMap;

use domain::{Report, Routing, message::MessageType, report::FIELDS};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use crate::failure::Failure;

#[derive(Deserialize)]
pub struct Sample {
    pub id: String,
    soort: String,
    over_wie: String,
    verschijningsvorm: Vec<String>,
    schending: Vec<String>,
    kwetsbaar_proces: Vec<String>,
    wat: String,
    wie: String,
    waar: String,
    wanneer: String,
    hoe_weet_u_dit: String,
    eerder_gemeld: String,
    direct_gevaar: bool,
    vragen_mag: bool,
    /// What its reporter put into the envelope; mostly nothing.
    #[serde(default)]
    pub naam: String,
    #[serde(default)]
    bereikbaar: String,
    #[serde(default)]
    pub gesprek: Vec<Said>,
    pub weging: Option<BTreeMap<String, Weighed>>,
    pub besluit: Option<Decision>,
}

#[derive(Deserialize)]
pub struct Said {
    pub van: Who,
    #[serde(rename = "type")]
    pub kind: MessageType,
    pub tekst: String,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Who {
    Melder,
    Behandelaar,
}

#[derive(Deserialize)]
pub struct Weighed {
    pub niveau: String,
    pub toelichting: String,
}

#[derive(Deserialize)]
pub struct Decision {
    #[serde(rename = "type")]
    pub kind: String,
    pub motivering: String,
}

/// What the desk wrote for the demo beside the samples.
#[derive(Deserialize, Default)]
pub struct Worked {
    #[serde(default)]
    pub omschrijving: String,
    #[serde(default)]
    pub proportionaliteit: String,
    #[serde(default)]
    pub verrijking: Vec<Asked>,
}

/// A question to a function.
#[derive(Deserialize)]
pub struct Asked {
    /// Somebody's login.
    pub aan: String,
    pub vraag: String,
    pub doel: String,
    pub grondslag: String,
    pub bronnen: Vec<String>,
    /// Without, it waits.
    pub antwoord: Option<String>,
}

/// Every sample, and what the desk made of it.
pub fn read() -> Result<Vec<(Sample, Worked)>, Failure> {
    let samples: Vec<Sample> = serde_json::from_str(include_str!("../../../config/demo/signalen.json"))?;
    let mut worked: BTreeMap<String, Worked> = serde_json::from_str(include_str!("../../../config/demo/bewerkt.json"))?;
    Ok(samples
        .into_iter()
        .map(|sample| {
            let worked = worked.remove(&sample.id).unwrap_or_default();
            (sample, worked)
        })
        .collect())
}

/// A form's body, as a browser encodes it.
pub fn form(fields: &[(&str, &str)]) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect::<Vec<_>>().join("&")
}

impl Sample {
    /// The form of this report, its nonce included. Where the text names somebody whose route is another, it answers
    /// that the signal is not about him: the samples' own route is then the right one.
    pub fn report_form(&self, nonce: &str, routing: &Routing) -> String {
        let mut fields = self.fields();
        fields.push(("nonce", nonce.to_owned()));
        let answers = fields.iter().filter(|(name, _)| FIELDS.contains(name)).map(|(n, v)| (*n, v.clone())).collect();
        let asks = |report: Report| routing.route_for(&report.over_wie).map(|route| report.asks_also(routing, route));
        if Report::parse(&answers).ok().and_then(asks).is_some_and(|asked| !asked.is_empty()) {
            fields.push(("ook_over", "nee".to_owned()));
        }
        form(&fields.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>())
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        let yes_no = |yes: bool| if yes { "ja" } else { "nee" }.to_owned();
        let mut fields = vec![
            ("over_wie", self.over_wie.clone()),
            ("soort", self.soort.clone()),
            ("wat", self.wat.clone()),
            ("wie", self.wie.clone()),
            ("waar", self.waar.clone()),
            ("wanneer", self.wanneer.clone()),
            ("hoe_weet_u_dit", self.hoe_weet_u_dit.clone()),
            ("eerder_gemeld", self.eerder_gemeld.clone()),
            ("direct_gevaar", yes_no(self.direct_gevaar)),
            ("vragen_mag", yes_no(self.vragen_mag)),
            ("naam", self.naam.clone()),
            ("bereikbaar", self.bereikbaar.clone()),
        ];
        let lists = [
            ("verschijningsvorm", &self.verschijningsvorm),
            ("schending", &self.schending),
            ("kwetsbaar_proces", &self.kwetsbaar_proces),
        ];
        for (name, values) in lists {
            fields.extend(values.iter().map(|value| (name, value.to_lowercase())));
        }
        fields
    }

    /// The form of its weighing.
    pub fn weighing_form(&self, worked: &Worked) -> Option<String> {
        let (weighed, decision) = (self.weging.as_ref()?, self.besluit.as_ref()?);
        let mut fields: Vec<(String, String)> = Vec::new();
        for (letter, criterion) in weighed {
            fields.push((format!("{letter}_toelichting"), criterion.toelichting.clone()));
            fields.push((format!("{letter}_niveau"), criterion.niveau.clone()));
        }
        fields.push(("proportionaliteit".to_owned(), worked.proportionaliteit.clone()));
        fields.push(("conclusie".to_owned(), format!("{}. {}", capital(&decision.kind), decision.motivering)));
        Some(form(&fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>()))
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
