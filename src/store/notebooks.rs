//! Notebooks: what each person last saw, sealed to himself.

use domain::AccountId;
use entity::notebook;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use crate::{Store, StoreError};

impl Store {
    pub async fn notebook(&self, account: AccountId) -> Result<Option<notebook::Model>, StoreError> {
        Ok(notebook::Entity::find_by_id(account).one(&self.db).await?)
    }

    /// Writes a notebook whose version must be one more than the stored one's. [`StoreError::Taken`]: another tab of
    /// the same person wrote first.
    pub async fn save_notebook(&self, notebook: notebook::Model) -> Result<(), StoreError> {
        if notebook.version == 1 {
            notebook.into_active_model().insert(&self.db).await?;
            return Ok(());
        }
        let before =
            notebook::Column::AccountId.eq(notebook.account_id).and(notebook::Column::Version.eq(notebook.version - 1));
        let done = notebook::Entity::update_many()
            .col_expr(notebook::Column::Version, Expr::value(notebook.version))
            .col_expr(notebook::Column::Sealed, Expr::value(notebook.sealed))
            .filter(before)
            .exec(&self.db)
            .await?;
        if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Taken) }
    }
}
