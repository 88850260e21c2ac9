//! Who hears, outside the line, that a route lets the law's terms pass: named by its members, one or two, the second for where
//! the first may not hear it. He gets no content. Never somebody whom a signal is about (rule R1).

use crate::{RouteName, Routing, Subject, access};

/// Most people who are named for a route.
pub const MOST: usize = 2;

/// Whether a route's signals can be about the holder of an office: he watches over none of them. Of several subjects the strictest
/// route wins, so a route's signals can be about whomever a less strict one is for, too.
pub fn may_be_about(functie: &str, route: RouteName, routing: &Routing) -> bool {
    let can = |subject: &Subject| routing.route(*subject).strictness() <= route.strictness();
    let over: Vec<Subject> = Subject::ALL.iter().copied().filter(can).collect();
    access::is_subject(functie, &over)
}
