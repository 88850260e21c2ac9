//! What the form of each step asks: fields, words and choices, as data. That of the onderzoekopdracht is in `order`.

mod order;

use domain::{
    choices::Choice,
    protocol::{
        Authority, Role, Setting, StepKind, Track, communication, criminal, decision, hearing, inform, notice,
        preliminary, step,
    },
};
use letters::duty::capital;
use web::Form;

/// One option: what is sent, what is shown, and one line below it.
pub(super) type Choosable = (String, String, Option<String>);

/// How something is asked.
pub(super) enum Ask {
    /// A day, today unless something else was typed.
    Day,
    Line,
    Area(u8),
    One(Vec<Choosable>),
    Many(Vec<Choosable>),
}

/// Whether something must be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needed {
    Always,
    /// With another answer of the same form: its hint says which.
    Sometimes,
    Never,
}

/// One field, with what stands in it.
pub(super) struct Asking {
    pub name: &'static str,
    pub label: String,
    pub hint: Option<String>,
    pub needed: Needed,
    pub ask: Ask,
    pub values: Vec<String>,
}

fn field(name: &'static str, label: impl Into<String>, ask: Ask) -> Asking {
    Asking { name, label: label.into(), hint: None, needed: Needed::Always, ask, values: Vec::new() }
}

impl Asking {
    fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    fn optional(self) -> Self {
        Self { needed: Needed::Never, ..self }
    }

    fn sometimes(self) -> Self {
        Self { needed: Needed::Sometimes, ..self }
    }

    pub fn value(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }
}

fn all<C: Choice>() -> Vec<Choosable> {
    C::all().iter().map(|choice| (choice.value(), choice.to_string(), None)).collect()
}

fn roles(roles: &[Role], setting: &Setting) -> Vec<Choosable> {
    let option = |role: &Role| (role.value(), role.to_string(), role.caution(&setting.over).map(str::to_owned));
    roles.iter().filter(|role| !role.is_subject(&setting.over)).map(option).collect()
}

fn authorities(setting: &Setting) -> Vec<Choosable> {
    let may = |authority: &&Authority| authority.may_decide(setting.office, &setting.over);
    Authority::ALL.iter().filter(may).map(|authority| (authority.value(), authority.to_string(), None)).collect()
}

fn yes(label: &str) -> Ask {
    Ask::Many(vec![("ja".into(), label.into(), None)])
}

fn yes_or_no(yes: &str, no: &str) -> Ask {
    Ask::One(vec![("ja".into(), yes.into(), None), ("nee".into(), no.into(), None)])
}

/// No words of the reporter: who is invited to the case file reads what stands here.
const CAREFUL: &str = "Laat weg wat de melder kan verraden. Iedereen die het dossier mag openen, leest dit.";

/// What a step asks, with what was typed, or what stands there to begin with.
pub(super) fn of(kind: StepKind, setting: &Setting, form: &Form) -> Vec<Asking> {
    let mut asked = match kind {
        StepKind::Voornemen => vec![
            field("voornemen_op", "Voorgenomen op", Ask::Day),
            field("voornemen_regel", "Welke regel van de gedragscode is misschien overtreden?", Ask::Area(3))
                .hint(CAREFUL),
        ],
        StepKind::Vooronderzoek => vec![
            field("start_op", "Begonnen op", Ask::Day),
            field("start_vraag", "Wat gaat u na?", Ask::Area(3)).hint(CAREFUL),
        ],
        StepKind::Raadpleging => vec![
            field(
                "raadpleging_wie",
                "Wie hebt u geraadpleegd?",
                Ask::One(roles(&preliminary::may_be_consulted(setting), setting)),
            ),
            field("raadpleging_op", "Op welke dag?", Ask::Day),
            field("raadpleging_opbrengst", "Wat leverde het op?", Ask::Area(3)).hint(CAREFUL),
        ],
        StepKind::Betrokkene => told(),
        StepKind::Bevindingen => vec![
            field("bevindingen_op", "Rapport klaar op", Ask::Day),
            field("bevindingen_tekst", "Bevindingen", Ask::Area(6)).hint(CAREFUL),
            field("bevindingen_hoofdlijnen", "Uitkomst op hoofdlijnen", Ask::Area(3))
                .hint("Dit horen de melder, de betrokkene en de anderen op de lijst."),
        ],
        StepKind::Besluit => decision(setting),
        StepKind::Opdracht => order::asked(setting),
        StepKind::Kennisgeving => {
            let part = |part: &notice::Content| (part.value(), format!("{}. {part}", part.letter()), None);
            vec![
                field("kennisgeving_op", "Brief verstuurd op", Ask::Day),
                field(
                    "kennisgeving_inhoud",
                    "Wat staat er in de brief?",
                    Ask::Many(notice::Content::ALL.iter().map(part).collect()),
                )
                .hint("Alle drie horen erin."),
            ]
        }
        StepKind::Voortgang => vec![
            field("voortgang_vorm", "Hoe is gerapporteerd?", Ask::One(all::<step::ProgressForm>()))
                .hint("Tijdens het onderzoek hoort het allebei een keer te gebeuren."),
            field("voortgang_op", "Op welke dag?", Ask::Day),
            field("voortgang_tekst", "Hoe ver is het onderzoek?", Ask::Area(3)),
        ],
        StepKind::Gehoor => hearing_fields(),
        StepKind::Reactie => reaction(setting),
        StepKind::Rapport => report(setting),
        StepKind::Aangifte => charges(setting),
        StepKind::Communicatie => {
            let with = communication::coordination(setting.office).map_or(&[][..], |row| row.with);
            let mut asked = vec![
                field("communicatie_op", "Op welke dag?", Ask::Day),
                field("communicatie_tekst", "Wat is verteld, en aan wie?", Ask::Area(3)),
            ];
            if !with.is_empty() {
                let label = "Met wie is het afgestemd?";
                asked.push(field("communicatie_met", label, Ask::Many(roles(with, setting))).optional());
            }
            asked
        }
        StepKind::Geheimhouding => vec![
            field("geheim_waarop", "Waarop rust geheimhouding?", Ask::Area(2)),
            field("geheim_grond", "Op welke grond?", Ask::Area(2)).hint("Het wetsartikel, en waarom het hier geldt."),
            field("geheim_door", "Wie legde het op?", Ask::One(authorities(setting))),
            field("geheim_sinds", "Sinds wanneer?", Ask::Day),
        ],
        StepKind::Bespreking => vec![
            field("bespreking_op", "Besproken op", Ask::Day),
            field(
                "bespreking_aanleiding",
                "Waarin voorziet het protocol niet, of wat is niet eenduidig?",
                Ask::Area(3),
            ),
            field("bespreking_uitkomst", "Wat is de uitkomst, en wat gebeurt er nu?", Ask::Area(3)),
        ],
    };
    let is_typed = form.get("stap") == kind.label();
    fill(&mut asked, form, is_typed, setting);
    asked
}

/// What says who was informed.
pub(super) fn informing(track: &Track, setting: &Setting, form: &Form, function: &str) -> Vec<Asking> {
    let options = track.can_be_settled().into_iter().map(|row| duty(row, setting)).collect();
    let mut asked = vec![
        field("plicht", "Over wie gaat dit?", Ask::Many(options))
            .hint("Kies iedereen voor wie hetzelfde geldt: één brief kan naar meer mensen gaan."),
        field(
            "plicht_uitkomst",
            "Wat is er gedaan?",
            Ask::One(vec![
                ("gedaan".into(), "Gedaan".into(), None),
                ("afgeweken".into(), "Afgeweken, met reden".into(), None),
                ("n.v.t.".into(), "Niet van toepassing, met reden".into(), None),
            ]),
        ),
        field("plicht_op", "Op welke dag?", Ask::Day).hint("Nodig bij ‘gedaan’.").sometimes(),
        field("plicht_door", "Door wie?", Ask::Line).hint("Nodig bij ‘gedaan’. Een functie, geen naam.").sometimes(),
        field("plicht_wijze", "Hoe?", Ask::Line).hint("Nodig bij ‘gedaan’. Bijvoorbeeld: gesprek, brief.").sometimes(),
        field("plicht_reden", "Waarom niet?", Ask::Area(2))
            .hint("Nodig bij ‘afgeweken’ en ‘niet van toepassing’.")
            .sometimes(),
    ];
    let is_typed = form.get("stap") == super::INFORM;
    fill(&mut asked, form, is_typed, setting);
    if !is_typed {
        for asking in asked.iter_mut().filter(|asking| asking.name == "plicht_door") {
            asking.values = vec![function.to_owned()];
        }
    }
    asked
}

fn duty(row: &inform::Row, setting: &Setting) -> Choosable {
    let name = row.name();
    let caution = row.to.caution(&setting.over).map(|caution| format!("Let op: {caution}"));
    (name.value(), format!("{}: {}", capital(name.wie.label()), row.moment), caution)
}

/// What says why a step that settles a duty will not be taken. Its fields are those of [`informing`] under other names: a page
/// holds both forms.
pub(super) fn leaving(track: &Track, setting: &Setting, form: &Form) -> Vec<Asking> {
    let options = track.can_be_left().into_iter().map(|row| duty(row, setting)).collect();
    let [which, how, why] = LEAVING.map(|(name, _)| name);
    let mut asked = vec![
        field(which, "Wat gebeurt er niet?", Ask::Many(options)),
        field(
            how,
            "Waarom niet?",
            Ask::One(vec![
                ("afgeweken".into(), "Wij wijken hiervan af".into(), None),
                ("n.v.t.".into(), "Het is niet van toepassing".into(), None),
            ]),
        ),
        field(why, "Reden", Ask::Area(2)),
    ];
    let is_typed = form.get("stap") == super::LEAVE;
    fill(&mut asked, form, is_typed, setting);
    asked
}

/// The fields of [`leaving`], and those of [`informing`] that they stand for.
pub(super) const LEAVING: [(&str, &str); 3] =
    [("afwijking_plicht", "plicht"), ("afwijking_uitkomst", "plicht_uitkomst"), ("afwijking_reden", "plicht_reden")];

fn fill(asked: &mut [Asking], form: &Form, is_typed: bool, setting: &Setting) {
    let today = setting.today.format("%d-%m-%Y").to_string();
    for asking in asked {
        asking.values = match (&asking.ask, is_typed) {
            (_, true) => form.all(asking.name).map(str::to_owned).collect(),
            (Ask::Day, false) => vec![today.clone()],
            (_, false) => {
                setting.assignment.as_ref().map(|latest| order::saved(latest, asking.name)).unwrap_or_default()
            }
        };
    }
}

fn told() -> Vec<Asking> {
    vec![
        field(
            "betrokkene_ingelicht",
            "Weet de betrokkene van het vooronderzoek?",
            yes_or_no("Ja, hij of zij is ingelicht", "Nee, nog niet"),
        )
        .hint("De betrokkene hoort het, tenzij beide redenen hieronder gelden."),
        field("betrokkene_op", "Ingelicht op", Ask::Day).hint("Nodig bij ja.").sometimes(),
        field(
            "betrokkene_ernstig",
            "Eerste reden om niet in te lichten",
            yes("Het gaat om een vermoeden van een ernstige schending"),
        )
        .hint("Bij nee moeten beide redenen gelden.")
        .sometimes(),
        field(
            "betrokkene_gevaar",
            "Tweede reden om niet in te lichten",
            yes("Eventueel vervolgonderzoek komt in gevaar als de betrokkene het weet"),
        )
        .sometimes(),
        field("betrokkene_reden", "Toelichting", Ask::Area(2)).hint("Nodig bij nee.").sometimes(),
    ]
}

fn decision(setting: &Setting) -> Vec<Asking> {
    let outcome = |outcome: &decision::Outcome| {
        let hint = match outcome {
            decision::Outcome::GeenVermoeden => {
                "Het vooronderzoek gaf geen concreet vermoeden. Er hoeft niets onderzocht te worden."
            }
            decision::Outcome::Afgezien => "De schending staat al vast. De gemeenteraad wordt altijd geïnformeerd.",
            decision::Outcome::Onderzoek => "Er is een concreet vermoeden. Er komt een onderzoekopdracht.",
        };
        (outcome.value(), outcome.to_string(), Some(hint.to_owned()))
    };
    let only = "Nodig als u afziet van onderzoek (artikel 7 lid 5). Dan moeten beide kloppen.";
    vec![
        field("besluit", "Wat is besloten?", Ask::One(decision::Outcome::ALL.iter().map(outcome).collect())),
        field("besluit_door", "Door wie?", Ask::One(authorities(setting))),
        field("besluit_op", "Op welke dag?", Ask::Day),
        field("besluit_motivering", "Waarom?", Ask::Area(4)).hint(CAREFUL),
        field("besluit_proportionaliteit", "Proportionaliteit", Ask::Area(3))
            .hint("Nodig bij een onderzoek: waarom past het bij hoe ernstig en hoe bewijsbaar de schending is? Kan het met minder?")
            .sometimes(),
        field("besluit_aantoonbaar", "Eerste voorwaarde om af te zien", yes("De schending is duidelijk aantoonbaar en direct aan een persoon te koppelen"))
            .hint(only)
            .sometimes(),
        field("besluit_zeker", "Tweede voorwaarde om af te zien", yes("Er is geen sprake van twijfel of andere onduidelijkheden"))
            .sometimes(),
    ]
}

fn hearing_fields() -> Vec<Asking> {
    vec![
        field("gehoor_wie", "Wie is gehoord?", Ask::One(all::<hearing::Heard>())),
        field("gehoor_op", "Op welke dag was het gesprek?", Ask::Day),
        field("gehoor_hoorders", "Wie voerden het gesprek?", Ask::Area(2))
            .hint("Minimaal twee personen. Elke functie op een eigen regel."),
        field("gehoor_verslag", "Gespreksverslag", Ask::Area(6)).hint(CAREFUL),
        field("gehoor_getekend", "Ondertekening", yes("De onderzoekers hebben het verslag ondertekend")),
        field("gehoor_toegezonden_op", "Verslag toegezonden op", Ask::Day)
            .hint("De gehoorde krijgt daarna vijf werkdagen om te reageren."),
    ]
}

fn reaction(setting: &Setting) -> Vec<Asking> {
    let talk = |(number, sent): (usize, &chrono::NaiveDate)| {
        (number.to_string(), format!("Gesprek {number}, verslag van {}", domain::term::dutch(*sent)), None)
    };
    let talks = (1..).zip(&setting.hearings).map(talk).collect();
    vec![
        field("reactie_gehoor", "Bij welk gesprek?", Ask::One(talks)),
        field("reactie_ondertekend", "Wat deed de gehoorde met het verslag?", Ask::One(all::<hearing::Signed>())),
        field("reactie_op", "Op welke dag?", Ask::Day),
        field("reactie_tekst", "Schriftelijke reactie", Ask::Area(4)).optional(),
        field("reactie_afwijkend", "Afwijkende mening", Ask::Area(4))
            .hint("Wil de gehoorde dat? Dan gaat dit bij het verslag.")
            .optional(),
    ]
}

fn report(setting: &Setting) -> Vec<Asking> {
    let methods = field("rapport_methoden", "Welke methoden zijn gebruikt, en welke niet?", Ask::Area(2));
    let named = setting.assignment.as_ref().is_some_and(|order| !order.methoden.is_empty());
    let methods = if named {
        methods.hint("De opdracht noemt methoden. Schrijf ook waarom er een niet is gebruikt.")
    } else {
        methods.optional()
    };
    vec![
        field("rapport_op", "Rapport klaar op", Ask::Day),
        field("rapport_conclusie", "Conclusie", Ask::Area(6)).hint(CAREFUL),
        methods,
        field("rapport_geheim", "Blijft een deel geheim?", yes_or_no("Ja, een deel", "Nee")),
        field("rapport_geheim_wat", "Welk deel, en op welke grond?", Ask::Area(2)).hint("Nodig bij ja.").sometimes(),
    ]
}

fn charges(setting: &Setting) -> Vec<Asking> {
    let row = criminal::filing(setting.office);
    let by = row.map(|row| format!("Aangifte doet: {}.", row.by));
    let mut first = field("aangifte", "Is er aangifte gedaan?", Ask::One(all::<criminal::Charge>()));
    first.hint = by;
    let mut asked = vec![first, field("aangifte_op", "Op welke dag?", Ask::Day)];
    if let Some(row) = row {
        let through = row.through.map_or(String::new(), |through| format!(" {through}"));
        let hint = format!("Voor een aangifte is dit overleg nodig{through}.");
        asked.push(
            field("aangifte_overleg", "Met wie is overlegd?", Ask::Many(roles(row.consults, setting)))
                .hint(hint)
                .sometimes(),
        );
    }
    asked.push(field("aangifte_bij", "Waar?", Ask::Line).hint("Nodig bij een aangifte.").sometimes());
    asked.push(
        field("aangifte_motivering", "Waarom?", Ask::Area(3)).hint("Nodig als er geen aangifte komt.").sometimes(),
    );
    asked
}
