//! A request as the identiteitsbewaarder's program believes it: signed by a member of the route that has the signal now, about
//! this signal and no other, with the reporter's own yes where he was asked. Whoever may not decide it was sealed nothing, and
//! sees nothing.

use chrono::NaiveDate;
use domain::{
    AccountId, Kenmerk, Kind, RouteName, Side,
    message::{Message, MessageType},
};
use entity::reveal as row;
use seal::{
    Item, Recipient, Verified, VerifyKey,
    grant::Grant,
    head::Heads,
    intake::Intake,
    reveal::{self, Decision, Request, shown_item},
    role,
    sealed::without_padding,
};
use store::{StoreError, signals::StoredSignal};

use crate::{keyring::Keyring, session::Officer, state::State, working::Working};

/// How a request stands for who looks at it.
pub enum Standing {
    /// It is his to decide.
    Open,
    Decided {
        granted: bool,
        by: String,
        on: NaiveDate,
        reason: String,
        envelope: Envelope,
    },
    /// Nobody decides it any more, and why.
    Dead(&'static str),
}

/// Where the envelope is once a request was decided.
pub enum Envelope {
    /// Nothing is to be done with it by who looks.
    Elsewhere,
    /// He said yes, and who asked has yet to give it.
    Awaited,
    /// He has it, and opens it.
    Given(String),
    /// It was opened; what was in it went to who asked.
    Opened,
}

/// A request, opened.
pub struct Asking {
    pub request: Verified<Request>,
    pub standing: Standing,
    /// Who asks, as his route knows him; `None`: he is no member of it any more.
    pub who: Option<Grant>,
    /// What the desk asked the reporter, and what he said: day and words of the first, day of the second.
    pub question: Option<(NaiveDate, String)>,
    pub answer: Option<NaiveDate>,
    /// The signal's case key now.
    pub case_key: Option<Recipient<role::Case>>,
    /// What was decided.
    pub decision: Option<Verified<Decision>>,
    /// Members of the signal's route: none of them decides.
    members: Vec<AccountId>,
}

impl Asking {
    /// What a form carries, so that it is the request he read that is decided.
    pub fn print(&self) -> String {
        self.request.digest().to_string()
    }

    pub const fn said_yes(&self) -> bool {
        self.answer.is_some()
    }

    pub const fn envelope(&self) -> Option<&Envelope> {
        match &self.standing {
            Standing::Decided { envelope, .. } => Some(envelope),
            Standing::Open | Standing::Dead(_) => None,
        }
    }

    /// Whether it waits for who looks: he decides it, or opens what he granted.
    pub const fn waits(&self) -> bool {
        matches!(self.standing, Standing::Open | Standing::Decided { envelope: Envelope::Given(_), .. })
    }

    /// Bewaarders who may not decide it, by what was asked and by who reads the signal now.
    pub fn not_by(&self) -> Vec<AccountId> {
        self.request.not_by.iter().chain(&self.members).copied().collect()
    }
}

/// Every request that opens for a bewaarder, what waits first.
pub async fn all(state: &State, officer: &Officer) -> Result<Vec<Asking>, StoreError> {
    let rows = state.store.reveals().await?;
    let signals: Vec<_> = rows.iter().map(|row| row.signal_id).collect();
    let (whole, working) = (state.store.whole_signals_of(&signals).await?, Working::read(&state.store).await?);
    let of = |row: &row::Model| whole.iter().find(|whole| whole.signal.id == row.signal_id);
    let mut asked: Vec<_> =
        rows.iter().filter_map(|row| Asking::open(row, of(row)?, &officer.ring, &working)).collect();
    asked.sort_by_key(|asked| (!asked.waits(), asked.request.on));
    Ok(asked)
}

/// One of a signal: that of this print; else that which waits, or one that was decided.
pub async fn of_signal(
    state: &State,
    officer: &Officer,
    kenmerk: &str,
    print: &str,
) -> Result<Option<Asking>, StoreError> {
    let Ok(kenmerk) = kenmerk.parse::<Kenmerk>() else { return Ok(None) };
    let mut asked = all(state, officer).await?;
    asked.retain(|asked| asked.request.kenmerk == kenmerk);
    let named = asked.iter().position(|asked| asked.print() == print);
    let waits = || asked.iter().position(Asking::waits);
    Ok(match named.or_else(waits) {
        Some(at) => Some(asked.swap_remove(at)),
        None => asked.pop(),
    })
}

impl Asking {
    /// `None`: it is none that a member of any route signed, it is not sealed to this officer, or he may not decide it.
    fn open(row: &row::Model, whole: &StoredSignal, ring: &Keyring, working: &Working) -> Option<Self> {
        ring.usable(RouteName::Bewaarder)?;
        let opened = ring.open_sealed(&row.request)?;
        let request = reveal::verify_request(&opened, |route| ring.lineages().of_route(route)).ok()?;
        let members = ring.people(request.route).into_iter().flat_map(|people| &people.members);
        let members = members.map(|member| member.account).collect();
        let mut asking = Self {
            request,
            standing: Standing::Open,
            who: None,
            question: None,
            answer: None,
            case_key: None,
            decision: None,
            members,
        };
        if asking.not_by().contains(&ring.account) {
            return None;
        }
        asking.standing = match asking.judge(row, whole, ring, working) {
            Ok(()) => Standing::Open,
            Err(standing) => standing,
        };
        if let Some(sealed) = &row.decision {
            asking.standing = asking.decided(sealed, row, ring).unwrap_or(Standing::Dead(
                "Er staat een beslissing die geen bewaarder heeft ondertekend. Meld dit bij de beheerder.",
            ));
        }
        Some(asking)
    }

    /// Whether it is about the signal of its row, as that stands now, and may be decided by who looks.
    fn judge(
        &mut self,
        row: &row::Model,
        whole: &StoredSignal,
        ring: &Keyring,
        working: &Working,
    ) -> Result<(), Standing> {
        const OTHER: Standing = Standing::Dead(
            "Dit verzoek hoort bij een ander signaal dan er in de database staat. Meld dit bij de beheerder.",
        );
        const BROKEN: Standing = Standing::Dead("Het signaal is beschadigd. Meld dit bij de beheerder.");
        let request = self.request.clone();
        let intake = Intake::verify(&whole.signal.intake, None).map_err(|_| BROKEN)?.into_inner();
        let is_about = request.id == row.id && request.signal == row.signal_id && request.signal == intake.signal;
        if !is_about || request.kenmerk != intake.kenmerk || whole.signal.kenmerk != intake.kenmerk {
            return Err(OTHER);
        }
        let heads =
            Heads::verify(&whole.heads, &intake, |route| ring.lineages().of_route(route)).map_err(|_| BROKEN)?;
        let head = heads.current().ok_or(BROKEN)?;
        if head.route != request.route {
            return Err(Standing::Dead(
                "Het signaal is overgedragen. Het verzoek van de vorige route geldt niet meer.",
            ));
        }
        let people = ring.people(request.route).ok_or(BROKEN)?;
        let who = people.reader(&request.by).filter(|who| people.member_of(who.account).is_some());
        let who = who.filter(|who| {
            people.readers(head).contains(&who.account)
                && working.has(who.account)
                && !people.stale.contains(&who.account)
        });
        let Some(who) = who else {
            return Err(Standing::Dead("Wie dit vroeg, leest het signaal niet meer. Het verzoek geldt niet."));
        };
        (self.who, self.case_key) = (Some(who.clone()), Some(head.case.clone()));
        let named = |author: &VerifyKey<role::Author>| people.member(author).is_some();
        let talk = spoken(&request, &intake, named);
        (self.question, self.answer) = match talk {
            Ok((question, answer)) => (question, answer),
            Err(NotSpoken) => {
                return Err(Standing::Dead(
                    "De vraag of het antwoord van de melder klopt niet: die is niet door hen ondertekend. Meld dit bij de beheerder.",
                ));
            }
        };
        Ok(())
    }

    fn decided(&mut self, sealed: &[u8], row: &row::Model, ring: &Keyring) -> Option<Standing> {
        let opened = ring.open_sealed(sealed)?;
        let text = without_padding(&opened).ok()?;
        let keys = ring.lineages().get(RouteName::Bewaarder)?;
        let decision: Verified<Decision> = reveal::verify_decision(text, keys).ok()?;
        let people = ring.people(RouteName::Bewaarder)?;
        let former = || people.former(&decision.by).map(|left| left.name.clone());
        let by = people.member(&decision.by).map(|keeper| keeper.name.clone()).or_else(former)?;
        if decision.request != self.request.digest() {
            return None;
        }
        let is_his = decision.granted && ring.is_own(&decision.by) && matches!(self.standing, Standing::Open);
        let given = || row.given.as_deref().and_then(|sealed| ring.open_sealed(sealed));
        let envelope = match (&row.name, is_his) {
            (Some(_), _) if decision.granted => Envelope::Opened,
            (_, true) => given().map_or(Envelope::Awaited, Envelope::Given),
            _ => Envelope::Elsewhere,
        };
        let (granted, on, reason) = (decision.granted, decision.on, decision.reason.clone());
        self.decision = Some(decision);
        Some(Standing::Decided { granted, by, on, reason, envelope })
    }
}

/// Something that was shown as said, and was not.
struct NotSpoken;

type Spoken = (Option<(NaiveDate, String)>, Option<NaiveDate>);

/// What the reporter was asked and said, as both signed it. The yes names the question, so that it answers no other.
fn spoken(
    request: &Request,
    intake: &Intake,
    is_member: impl Fn(&VerifyKey<role::Author>) -> bool,
) -> Result<Spoken, NotSpoken> {
    let (question, answer) = match (&request.question, &request.answer) {
        (None, None) => return Ok((None, None)),
        (Some(question), Some(answer)) => (question, answer),
        _ => return Err(NotSpoken),
    };
    let claimed = seal::Signed::<Item>::parse(question.clone()).claims().map_err(|_| NotSpoken)?;
    if !is_member(&claimed.author) {
        return Err(NotSpoken);
    }
    let item = |text: &str, author| shown_item(text, intake.signal, author).map_err(|_| NotSpoken);
    let asked = item(question, &claimed.author)?;
    let said = item(answer, &intake.mailbox.verify.author())?;
    let message = |item: &Item, side, kinds: &[MessageType]| {
        let message = (item.kind == Kind::Message && item.side == side).then(|| item.body.get());
        let message = message.and_then(|body| serde_json::from_str::<Message>(body).ok());
        message.filter(|message| kinds.contains(&message.kind)).ok_or(NotSpoken)
    };
    let question = message(&asked, Side::Desk, &[MessageType::NaamVraag])?;
    let yes = message(&said, Side::Reporter, &[MessageType::NaamJa])?;
    if yes.vraag != Some(asked.number) {
        return Err(NotSpoken);
    }
    Ok((Some((question.datum, question.bericht)), Some(yes.datum)))
}
