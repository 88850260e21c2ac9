//! A request as the identiteitsbewaarder's program believes it: signed by a member of the route that has the signal now, about
//! this signal and no other, with the reporter's own yes where he was asked.

use chrono::NaiveDate;
use domain::{
    Kenmerk, Kind, RouteName, Side,
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
    },
    /// It can be decided by others, not by him.
    NotHis(&'static str),
    /// Nobody decides it any more, and why.
    Dead(&'static str),
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
}

impl Asking {
    /// What a form carries, so that it is the request he read that is decided.
    pub fn print(&self) -> String {
        self.request.digest().to_string()
    }

    pub const fn said_yes(&self) -> bool {
        self.answer.is_some()
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
    asked.sort_by_key(|asked| {
        (matches!(asked.standing, Standing::Decided { .. } | Standing::Dead(_)), asked.request.on)
    });
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
    let waits = || asked.iter().position(|asked| matches!(asked.standing, Standing::Open | Standing::NotHis(_)));
    Ok(match named.or_else(waits) {
        Some(at) => Some(asked.swap_remove(at)),
        None => asked.pop(),
    })
}

impl Asking {
    /// `None`: it is none that a member of any route signed, or it is not sealed to this officer.
    fn open(row: &row::Model, whole: &StoredSignal, ring: &Keyring, working: &Working) -> Option<Self> {
        let held = ring.usable(RouteName::Bewaarder)?;
        let opened = held.open(&row.request).ok()?;
        let request = reveal::verify_request(&opened, |route| ring.lineages().of_route(route)).ok()?;
        let mut asking =
            Self { request, standing: Standing::Open, who: None, question: None, answer: None, case_key: None };
        asking.standing = match asking.judge(row, whole, ring, working) {
            Ok(()) => Standing::Open,
            Err(standing) => standing,
        };
        if let Some(sealed) = &row.decision {
            asking.standing = asking.decided(sealed, ring).unwrap_or(Standing::Dead(
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
        let who = people.members.iter().find(|member| member.is_of(&request.by));
        let who = who.filter(|who| {
            head.members.iter().any(|key| who.is_of(key))
                && working.has(who.account)
                && !people.stale.contains(&who.account)
        });
        let Some(who) = who else {
            return Err(Standing::Dead("Wie dit vroeg, leest het signaal niet meer. Het verzoek geldt niet."));
        };
        (self.who, self.case_key) = (Some((**who).clone()), Some(head.case.clone()));
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
        let own = ring.account;
        if people.member_of(own).is_some() {
            return Err(Standing::NotHis(
                "U bent zelf lid van de route die dit signaal leest. U mag hier niet beslissen.",
            ));
        }
        if request.not_by.contains(&own) {
            return Err(Standing::NotHis(
                "U mag hier niet beslissen: u leest dit signaal, u bent erbij betrokken, het gaat over iemand met uw functie, of de \
                 melder wil dat u het niet weet.",
            ));
        }
        Ok(())
    }

    fn decided(&self, sealed: &[u8], ring: &Keyring) -> Option<Standing> {
        let opened = ring.usable(RouteName::Bewaarder)?.open(sealed).ok()?;
        let text = without_padding(&opened).ok()?;
        let keys = ring.lineages().get(RouteName::Bewaarder)?;
        let decision: Verified<Decision> = reveal::verify_decision(text, keys).ok()?;
        let people = ring.people(RouteName::Bewaarder)?;
        let former = || people.former(&decision.by).map(|left| left.name.clone());
        let by = people.member(&decision.by).map(|keeper| keeper.name.clone()).or_else(former)?;
        (decision.request == self.request.digest()).then(|| Standing::Decided {
            granted: decision.granted,
            by,
            on: decision.on,
            reason: decision.reason.clone(),
        })
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
