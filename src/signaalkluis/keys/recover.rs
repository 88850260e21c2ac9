//! `keys recover`: two people with the paper let somebody into a route whose members can open nothing any more. On a copy, so that
//! the recovery key is never on a machine that others reach; what it writes is signed, and opens with the newcomer's key alone.

use std::{
    io::{self, BufRead, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use desk::{admin, keyring::People};
use domain::{Clock, RouteName, SystemClock, clock::dutch_date};
use entity::{account, membership, route_key};
use seal::{
    Digest, Halves, OpenError, Pair, Signed, Signer, VERSION,
    grant::{Basis, Grant},
    recovery::Recovered,
    role,
    routes::DemoKeys,
};
use store::{DatabaseSettings, Store};
use unseal::{FullKey, OpeningKey, PrivateHalf};
use zeroize::Zeroizing;

use super::handed::Handed;
use crate::{check::sqlite_file, failure::Failure, files::write_private, settings::Settings};

/// What the command line asked for.
pub struct Wanted {
    pub route: RouteName,
    pub account: String,
    pub identity: PathBuf,
    pub out: PathBuf,
    pub config: Option<PathBuf>,
}

pub async fn run(wanted: &Wanted) -> Result<(), Failure> {
    let (settings, routes, _) = Settings::read(wanted.config.as_deref(), DemoKeys::Accept)?;
    if wanted.out.exists() {
        return Err(Failure::refused(format!("{}: is there already; choose a new file", wanted.out.display())));
    }
    let store = copy(settings.database.url).await?;
    let row = store.route_key(wanted.route).await?;
    let row = row.ok_or_else(|| Failure::refused(format!("route {}: has no key in this copy", wanted.route)))?;
    let people = store.people().await?;
    let keys = people.lineages(&routes);
    let newest = keys.halves(wanted.route).ok_or_else(|| {
        let route = wanted.route;
        Failure::refused(format!("route {route}: has no key in this configuration; copy its lines from the server's"))
    })?;
    let people = People::of(&people, wanted.route, &newest.verify, keys.get(wanted.route));
    let newcomer = Newcomer::find(&store, &people, wanted).await?;
    let key = open(&wanted.identity, &row, newest)?;
    println!("route     {}", wanted.route);
    println!("account   {}", newcomer.account.name);
    println!("function  {}", newcomer.account.function);
    for member in &newcomer.members {
        println!("member    {member}");
    }
    let words = asked("Type the six words that this person reads aloud from his own screen:")?;
    if !admin::heard(&newcomer.pair, &words) {
        return Err(Failure::refused(
            "these are not the words of this person's key: have them read aloud once more, and if they do not fit then, let nobody in",
        ));
    }
    let one = name(&asked("First of you, type your own name:")?)?;
    let two = name(&asked("Second of you, type your own name:")?)?;
    if one.to_lowercase() == two.to_lowercase() {
        return Err(Failure::refused("it takes two people: type two names"));
    }
    let membership = let_in(&newcomer, &key, wanted.route, [one, two])?;
    write_private(&wanted.out, format!("{}\n", serde_json::to_string(&Handed::of(&membership))?).as_bytes())?;
    println!("wrote {}; it opens with nothing but this person's own key", wanted.out.display());
    println!("on the server: signaalkluis keys import {} --config FILE", wanted.out.display());
    let closed = store.closed_signals(wanted.route).await?;
    if !closed.is_empty() {
        let closed: Vec<_> = closed.iter().map(ToString::to_string).collect();
        println!("not given back, because their members had the keys one by one: {}", closed.join(", "));
        println!("the paper opens an export of each: signaalkluis export KENMERK --out DIR");
    }
    Ok(())
}

/// Opens the copy and changes nothing in it.
async fn copy(url: String) -> Result<Store, Failure> {
    if let Some(file) = sqlite_file(&url).filter(|file| !file.exists()) {
        return Err(Failure::refused(format!("database: there is no {}; look at database.url", file.display())));
    }
    let store = Store::open(&DatabaseSettings { url, connections: 1 }).await?;
    if !store.is_current().await? {
        return Err(Failure::refused("database: tables are of another version than this program; use its own"));
    }
    if store.is_in_use(SystemClock.now().timestamp().div_euclid(3600)).await? {
        return Err(Failure::refused(
            "database: the portal used it this very hour, so this is not a copy that stands apart; make one without the rows of \
             hour_secret, and take it to a machine without a network",
        ));
    }
    Ok(store)
}

/// Whom the paper is to let in.
struct Newcomer {
    account: account::Model,
    pair: Pair,
    /// What he was before he lost his key.
    before: Option<Grant>,
    /// Who is a member, in words: two people may well ask why none of these does it.
    members: Vec<String>,
}

impl Newcomer {
    async fn find(store: &Store, people: &People, wanted: &Wanted) -> Result<Self, Failure> {
        let (name, route) = (wanted.account.trim().to_lowercase(), wanted.route);
        let refuse = |why: &str| Failure::refused(format!("{name}: {why}"));
        let found = store.account_by_name(&name).await?.filter(|account| !account.disabled);
        let account = found.ok_or_else(|| refuse("there is no such account that is active in this copy"))?;
        let pair = account.pair.as_ref().and_then(|pair| serde_json::from_str::<Pair>(pair).ok());
        let pair = pair.ok_or_else(|| {
            refuse("has no key yet: let this person use his invitation and choose a password, then make a new copy")
        })?;
        let before = people.member_of(account.id).cloned();
        match &before {
            Some(before) if before.person == pair => {
                return Err(refuse("is a member of this route already; the paper is not needed"));
            }
            Some(before) if before.name != account.name || before.function != account.function => {
                return Err(refuse("somebody else had this account before; make a new one for this person"));
            }
            None if account.route != Some(route) => {
                return Err(refuse("is not meant for this route; add an account with `account add ... --route`"));
            }
            _ => {}
        }
        let can_open =
            |grant: &&seal::Verified<Grant>| grant.account != account.id && !people.stale.contains(&grant.account);
        let members = people.members.iter().filter(can_open);
        let members = members.map(|grant| format!("{} ({})", grant.name, grant.function)).collect();
        Ok(Self { account, pair, before, members })
    }
}

/// Opens the route's key with the paper, and holds it against the newest that the configuration leads to.
fn open(
    identity: &Path,
    row: &route_key::Model,
    newest: &Halves<role::Route>,
) -> Result<FullKey<role::Route>, Failure> {
    let shown = identity.display();
    let mode = std::fs::metadata(identity).map_err(Failure::file(identity))?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(Failure::refused(format!("{shown}: mode {mode:o}, others may read it; chmod 600 {shown}")));
    }
    let text = Zeroizing::new(std::fs::read_to_string(identity).map_err(Failure::file(identity))?);
    let paper = OpeningKey::<role::Recovery>::from_keyfile(&text).map_err(|_| {
        Failure::refused(format!(
            "{shown}: is no age identity; type the line of the paper that begins with AGE-SECRET-KEY-1, letter by letter"
        ))
    })?;
    let route = row.route;
    let key = paper.unwrap::<FullKey<role::Route>>(&row.recovery).map_err(|error| match error {
        OpenError::NotForThisKey => Failure::refused(format!(
            "route {route}: its key is not sealed to this paper ({}); take the paper of that route, or an older copy",
            paper.recipient()
        )),
        error => {
            Failure::refused(format!("route {route}: its key in this copy cannot be used: {error}; take an older copy"))
        }
    })?;
    if key.halves() == *newest {
        return Ok(key);
    }
    Err(Failure::refused(format!(
        "route {route}: the paper opens another key than the configuration leads to; somebody changed one of them, let nobody in"
    )))
}

fn let_in(
    newcomer: &Newcomer,
    key: &FullKey<role::Route>,
    route: RouteName,
    by: [String; 2],
) -> Result<membership::Model, Failure> {
    let on = dutch_date(SystemClock.now());
    let mut formerly = newcomer.before.as_ref().map(|before| before.formerly.clone()).unwrap_or_default();
    formerly.extend(newcomer.before.as_ref().map(|before| before.person.verify.author()));
    let grant = Grant {
        v: VERSION,
        route,
        account: newcomer.account.id,
        name: newcomer.account.name.clone(),
        function: newcomer.account.function.clone(),
        person: newcomer.pair.clone(),
        // No member's key is at hand.
        by: key.verify_key(),
        on,
        formerly,
        basis: Basis::Paper,
        rested: None,
    };
    let grant_text = Signed::sign(&grant, &[key, key])?.text().to_owned();
    let sealed = key.wrap(&[newcomer.pair.encrypt.any()])?;
    let (grant, digest) = (Digest::of(grant_text.as_bytes()), sealed.digest());
    let record = Recovered { v: VERSION, route, grant, sealed: digest, by, on };
    let confirmation = Some(Signed::sign(&record, &[key])?.text().to_owned());
    let account_id = newcomer.account.id;
    Ok(membership::Model { route, account_id, sealed: sealed.into_bytes(), grant_text, confirmation })
}

/// One line from whoever sits at the keyboard.
fn asked(question: &str) -> Result<String, Failure> {
    let failed = || Failure::file("standard input");
    println!("{question}");
    io::stdout().flush().map_err(failed())?;
    let mut line = String::new();
    if io::stdin().lock().read_line(&mut line).map_err(failed())? == 0 {
        return Err(Failure::refused("nothing was typed: run this at a keyboard, with two people"));
    }
    Ok(line.trim().to_owned())
}

/// Letters of a name at most.
const LONGEST_NAME: usize = 60;

fn name(typed: &str) -> Result<String, Failure> {
    let letters = typed.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 || typed.chars().count() > LONGEST_NAME || typed.chars().any(char::is_control) {
        return Err(Failure::refused(format!(
            "type your own name, at most {LONGEST_NAME} characters: it stands in the record"
        )));
    }
    Ok(typed.to_owned())
}
