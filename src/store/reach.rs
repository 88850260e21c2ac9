//! Which signals somebody is shown: found by whom their keys were wrapped to.

use domain::{AccountId, RouteName};
use entity::{key_wrap, signal};
use sea_orm::{ColumnTrait, Condition, ExprTrait, sea_query::Query};

/// Who looks: what a key of his may open is found by whom the keys were wrapped to. An index only: whether it opens, the
/// keys say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Routes of which he holds the key; none means only what was wrapped to him alone.
    pub routes: Vec<RouteName>,
    pub account: AccountId,
}

impl Reach {
    /// Signals of his routes, but those that were wrapped to people one by one (then there is a wrap to
    /// [`RECOVERY_HOLDER`]), and every signal with a wrap to him.
    pub(crate) fn condition(&self) -> Condition {
        let held_by = |holder: String| {
            let wraps = Query::select().column(key_wrap::Column::SignalId).from(key_wrap::Entity).to_owned();
            signal::Column::Id.in_subquery(wraps.clone().and_where(key_wrap::Column::Holder.eq(holder)).to_owned())
        };
        let of_routes = Condition::all()
            .add(signal::Column::Route.is_in(self.routes.iter().copied()))
            .add(held_by(RECOVERY_HOLDER.to_owned()).not());
        Condition::any().add(of_routes).add(held_by(self.account.to_string()))
    }
}

/// The holder of a signal's keys that opens with the paper key itself: where they are not wrapped to the route.
pub const RECOVERY_HOLDER: &str = "herstel";
