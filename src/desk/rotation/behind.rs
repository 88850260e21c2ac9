//! Whether a signal's keys are still wrapped to a key of its route that was replaced.

use domain::KeyName;
use domain::RouteName;
use entity::key_wrap;
use seal::head::Heads;

use crate::keyring::HeldRoute;

/// Judged by its heads, and where these do not tell, by which key opens what is wrapped to the route. `wraps`: all of its, or
/// those to the route.
pub fn is_behind(wraps: &[key_wrap::Model], heads: &Heads, route: RouteName, held: &HeldRoute) -> bool {
    let began = heads.began().filter(|(of, _)| *of == route);
    if held.number == 1 || began.is_some_and(|(_, number)| number == held.number) {
        return false;
    }
    // Its members have the keys one by one: who left is one of them, or was.
    if heads.current().is_some_and(|head| head.closed) {
        return began.is_some();
    }
    // Handed over to the route, or opened by nobody yet: the head that says to which key was signed by another, or is not there.
    let epoch = heads.current().map_or(0, |head| head.epoch);
    let of_route = wraps.iter().filter(|wrap| wrap.holder == route.label() && u32::try_from(wrap.epoch) == Ok(epoch));
    let mut present = of_route.filter(|wrap| (wrap.key == KeyName::Intake) == (epoch == 0));
    present.any(|wrap| held.key.open(&wrap.sealed).is_err() && held.open(&wrap.sealed).is_ok())
}
