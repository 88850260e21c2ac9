//! One signal as the first page looks at it: opened once, asked everything there, and its words made for a view to borrow.

use chrono::NaiveDate;
use domain::{
    Side, SignalId, Status,
    meeting::Series,
    retention::Rules,
    reveal::Stage,
    term::{self, TermCode},
};
use store::signals::StoredSignal;
use templates::desk;

use super::tasks::{Tasks, Who};
use crate::{
    case::{Case, NotOpened},
    enriching, keeping,
    keyring::Keyring,
    meeting::point::decisions,
    revealing,
    terms::Clocks,
    texts,
};

/// A signal with its words made.
pub struct Line {
    pub signal: SignalId,
    pub kenmerk: String,
    route: &'static str,
    received: String,
    pub is_unopened: bool,
    /// Whether its keys are still wrapped to a key of his route that was replaced.
    pub is_behind: bool,
    /// Whether he was invited to it, being no member of its route.
    pub is_invitation: bool,
    /// Whether it was handed over to his route, or its members have the keys one by one.
    pub came_by_name: bool,
    /// Whether something is still to be done with it, by what he is to it.
    pub asks_him: bool,
    /// Whether the reporter says that somebody is in danger now; only who may read his words hears it.
    pub is_danger: bool,
    /// How many items the reporter sent, and the day of the last one that verifies.
    pub written: u32,
    written_on: String,
    /// The day on which the reporter asked how it stands, while nobody answered, and whether he can still read one.
    pub asked: Option<String>,
    discarded: bool,
    clocks: Clocks,
    /// What T3 asks, by the meeting's own name.
    meeting: String,
    /// Questions of verrijking that wait for him: where, what he is to do, and since when.
    questions: Vec<(String, &'static str, String)>,
    /// Whether it is closed and its time is nearly over.
    pub is_ending: bool,
    /// His requests for a name of which there is news that he did not look at: where, what, and the day he asked.
    names: Vec<(String, &'static str, String)>,
    /// What its case file asks of him, where he said that he is not involved; `None`: it did not open.
    pub tasks: Option<Tasks>,
    pub warnings: Vec<String>,
}

impl Line {
    pub fn open(stored: StoredSignal, ring: &Keyring, who: &Who, rules: &Rules, series: &Series) -> Self {
        let (signal, kenmerk) = (stored.signal.id, stored.signal.kenmerk.to_string());
        let mut line = Self {
            signal,
            kenmerk,
            route: "",
            received: String::new(),
            is_unopened: false,
            is_behind: false,
            is_invitation: false,
            came_by_name: false,
            asks_him: false,
            is_danger: false,
            written: 0,
            written_on: String::new(),
            asked: None,
            discarded: false,
            clocks: Clocks::default(),
            meeting: String::new(),
            questions: Vec::new(),
            is_ending: false,
            names: Vec::new(),
            tasks: None,
            warnings: Vec::new(),
        };
        let said = |warning: &str| format!("Signaal {}: {warning}", line.kenmerk);
        match Case::open(stored, ring) {
            Ok(case) => {
                line.warnings = case.findings.warnings.iter().map(|warning| said(warning)).collect();
                line.route = texts::route(case.route);
                line.received = term::dutch(case.intake.received_on);
                line.is_unopened = case.is_unopened();
                line.is_behind = case.is_behind();
                line.is_danger = is_danger(&case);
                line.asks_him = asks_him(&case);
                line.written = case.verified_tip(Side::Reporter);
                let last = case.messages().filter(|(side, _)| *side == Side::Reporter).last();
                line.written_on = last.map_or_else(|| "een onbekende dag".into(), |(_, last)| term::dutch(last.datum));
                // What its reporter did is told after the word that he is not involved, and not before.
                line.discarded = case.is_declared() && case.mailbox_discarded().is_some();
                let asked = case.asked_how_it_stands().filter(|_| case.is_declared() && !line.discarded);
                line.asked = asked.map(term::dutch);
                line.names = decided_names(&case, who);
                line.is_invitation = !case.is_members();
                line.came_by_name = case.came_by_name();
                line.questions = enriching::asked_rows(&case);
                line.is_ending = keeping::is_ending(rules, &case, who.today);
                line.clocks = Clocks::of(&case, series);
                line.meeting = format!("Bespreken in het {}", series.name);
                line.tasks = Some(Tasks::of(&case, who));
            }
            // A key was taken from him: then he is not told of it either. What he saw before, his notebook asks after.
            Err(NotOpened::NotYours) => {}
            Err(NotOpened::Damaged) => line.warnings = vec![said("de verklaring van de melder klopt niet.")],
        }
        line
    }

    /// Rows where a term is past or near, or was met late and nobody wrote why; each with its last day.
    pub fn due(&self, today: NaiveDate) -> impl Iterator<Item = (NaiveDate, desk::DueRow<'_>)> {
        let shown = self.clocks.at_work(today).filter(|(_, term)| term.state != desk::TermState::Running);
        shown.map(|(run, desk::Term { due, state, .. })| {
            let what = match run.term.code {
                TermCode::T1 => "Ontvangstbevestiging sturen",
                TermCode::T2 => "Terugkoppeling geven",
                _ => &self.meeting,
            };
            (run.term.due, desk::DueRow { kenmerk: &self.kenmerk, route: self.route, what, due, state })
        })
    }

    pub fn asked_rows(&self) -> impl Iterator<Item = desk::AskedRow<'_>> {
        self.questions.iter().map(|(link, what, date)| desk::AskedRow { kenmerk: &self.kenmerk, link, what, date })
    }

    /// Decisions on a name he asked for.
    pub fn name_rows(&self) -> impl Iterator<Item = desk::AskedRow<'_>> {
        self.names.iter().map(|(link, what, date)| desk::AskedRow { kenmerk: &self.kenmerk, link, what, date })
    }

    /// Whether he said that he is not involved.
    pub fn is_declared(&self) -> bool {
        self.tasks.as_ref().is_some_and(|tasks| tasks.is_declared)
    }

    /// The row of a signal in which something happened, for who may not be told what.
    pub fn something_row(&self) -> desk::NewRow<'_> {
        let row = self.new_row();
        desk::NewRow { note: row.note.or(Some("Er is iets nieuws")), ..row }
    }

    /// The same row with the day of the reporter's last message.
    pub fn message_row(&self) -> desk::NewRow<'_> {
        desk::NewRow { date: self.asked.as_ref().unwrap_or(&self.written_on), ..self.new_row() }
    }

    pub fn new_row(&self) -> desk::NewRow<'_> {
        let note = match &self.asked {
            _ if self.discarded => Some("Postvak weggegooid"),
            Some(_) => Some("Vraagt hoe het staat"),
            None if self.is_invitation => Some("U bent uitgenodigd"),
            None if self.came_by_name && !self.is_unopened => Some("Nieuw voor u"),
            None => None,
        };
        let (kenmerk, date) = (self.kenmerk.as_str(), self.received.as_str());
        desk::NewRow { kenmerk, route: self.route, date, note, is_danger: self.is_danger }
    }
}

/// Requests of this officer that wait in the case file while the bewaarder decided, and those of which he opened the envelope.
fn decided_names(case: &Case, who: &Who) -> Vec<(String, &'static str, String)> {
    if who.decided.is_empty() || !case.is_declared() {
        return Vec::new();
    }
    let link = format!("/signalen/{}/naam", case.intake.kenmerk);
    let own = revealing::asked(case).into_iter().filter(|asked| case.is_own(&asked.by));
    let news = own.filter_map(|asked| {
        let (_, is_opened) = who.decided.iter().find(|(id, _)| *id == asked.id)?;
        let what = match asked.stage {
            Stage::Waiting => "Er is beslist over de naam",
            Stage::Granted if *is_opened => "De envelop is open",
            _ => return None,
        };
        Some((link.clone(), what, term::dutch(asked.day)))
    });
    news.collect()
}

/// Whether the reporter says that somebody is in danger now, of a signal that is not closed.
pub fn is_danger(case: &Case) -> bool {
    case.status().is_open() && case.report.as_ref().is_some_and(|report| report.direct_gevaar == Some(true))
}

/// Whether something is still to be done with a signal: by a member and by who answers its reporter until it is closed, by who
/// only sits at the meeting until the meeting decided.
fn asks_him(case: &Case) -> bool {
    let status = case.status();
    if case.is_members() || case.may_answer() || !status.is_open() {
        return status.is_open();
    }
    let comes_back = matches!(status, Status::OpLioAgenda | Status::InWeging);
    !matches!(status, Status::Gewogen | Status::Doorgeleid) && (comes_back || decisions(case).is_empty())
}
