//! What was written down, in words: label and text of each part of a step.

use chrono::NaiveDate;
use domain::{
    protocol::{Role, Step, assignment::OPTIONAL},
    term,
};

/// Labels with their texts, without what is empty.
pub type Rows = Vec<(String, String)>;

pub fn of(step: &Step) -> Rows {
    let rows: Rows = match step {
        Step::Voornemen(intention) => {
            vec![on("Voorgenomen op", intention.op), row("Misschien overtreden", &intention.regel)]
        }
        Step::Vooronderzoek(start) => vec![on("Begonnen op", start.op), row("Gaat na", &start.vraag)],
        Step::Raadpleging(said) => {
            vec![row("Geraadpleegd", said.wie.label()), on("Op", said.op), row("Opbrengst", &said.opbrengst)]
        }
        Step::Betrokkene(told) => match told.op {
            Some(op) => vec![on("Betrokkene ingelicht op", op)],
            None => vec![
                row(
                    "Betrokkene niet ingelicht",
                    "Vermoeden van een ernstige schending, en eventueel vervolgonderzoek komt in gevaar.",
                ),
                row("Toelichting", &told.reden),
            ],
        },
        Step::Bevindingen(found) => vec![
            on("Rapport klaar op", found.op),
            row("Bevindingen", &found.bevindingen),
            row("Op hoofdlijnen", &found.hoofdlijnen),
        ],
        Step::Besluit(decision) => vec![
            row("Besluit", decision.besluit.label()),
            row("Door", decision.door.label()),
            on("Op", decision.op),
            row("Motivering", &decision.motivering),
            row("Proportionaliteit", &decision.proportionaliteit),
        ],
        Step::Opdracht(order) => assignment(order),
        Step::Kennisgeving(notice) => {
            let parts: Vec<_> = notice.inhoud.iter().map(|part| format!("{}. {part}", part.letter())).collect();
            vec![on("Brief verstuurd op", notice.verzonden_op), row("In de brief", &parts.join("\n"))]
        }
        Step::Voortgang(progress) => {
            vec![row("Gerapporteerd", progress.vorm.label()), on("Op", progress.op), row("Stand", &progress.tekst)]
        }
        Step::Gehoor(hearing) => vec![
            row("Gehoord", hearing.wie.label()),
            on("Op", hearing.op),
            row("Gesprek gevoerd door", &hearing.hoorders.join("\n")),
            row("Verslag, ondertekend door de onderzoekers", &hearing.verslag),
            on("Verslag toegezonden op", hearing.toegezonden_op),
            on("Reageren tot en met", hearing.react_until()),
        ],
        Step::Reactie(reaction) => vec![
            row("Bij gesprek", &reaction.gehoor.to_string()),
            row("De gehoorde", reaction.ondertekend.label()),
            on("Op", reaction.op),
            row("Reactie", &reaction.reactie),
            row("Afwijkende mening", &reaction.afwijkende_mening),
        ],
        Step::Rapport(report) => vec![
            on("Rapport klaar op", report.op),
            row("Conclusie", &report.conclusie),
            row("Gebruikte methoden", &report.methoden),
            row("Gedeeltelijke geheimhouding", &report.geheim),
        ],
        Step::Aangifte(said) => vec![
            row("Aangifte", said.aangifte.label()),
            on("Op", said.op),
            row("Door", said.door.map_or("", Role::label)),
            row("Na overleg met", &roles(&said.overleg)),
            row("Waar", &said.bij),
            row("Motivering", &said.motivering),
        ],
        Step::Communicatie(said) => {
            vec![on("Op", said.op), row("Verteld", &said.tekst), row("Afgestemd met", &roles(&said.afgestemd_met))]
        }
        Step::Geheimhouding(secret) => vec![
            row("Geheimhouding op", &secret.waarop),
            row("Grond", &secret.grond),
            row("Opgelegd door", secret.door.label()),
            on("Sinds", secret.sinds),
        ],
        Step::Bespreking(talk) => {
            vec![on("Besproken op", talk.op), row("Aanleiding", &talk.aanleiding), row("Uitkomst", &talk.uitkomst)]
        }
    };
    rows.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

fn assignment(order: &domain::protocol::assignment::Assignment) -> Rows {
    let parts = OPTIONAL.iter().zip(&order.onderdelen).map(|((_, what), text)| row(what, text));
    let methods: Vec<_> = order.methoden.iter().map(|method| method.label()).collect();
    let distance = if order.afstand { "groot genoeg" } else { "te klein" };
    [row("De aanleiding voor het onderzoek", &order.aanleiding), row("Het doel van het onderzoek", &order.doel)]
        .into_iter()
        .chain(parts)
        .chain([
            row("Methoden", &methods.join("\n")),
            row("Onderzoekscommissie", order.commissie.label()),
            row("Leden", &roles(&order.leden)),
            row("Onderzoekers", &order.onderzoekers),
            row("Afstand tot de betrokkene", &format!("{distance}\n{}", order.afstand_toelichting)),
            row("Vergunning", if order.vergunning { "ja" } else { "" }),
            row("Waarom de opdracht veranderde", &order.reden_wijziging),
        ])
        .collect()
}

fn row(label: &str, text: &str) -> (String, String) {
    (label.to_owned(), text.to_owned())
}

fn on(label: &str, day: NaiveDate) -> (String, String) {
    (label.to_owned(), term::dutch(day))
}

fn roles(roles: &[Role]) -> String {
    roles.iter().map(|role| role.label()).collect::<Vec<_>>().join("\n")
}
