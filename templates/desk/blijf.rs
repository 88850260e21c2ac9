//! `GET /account/blijf`: the session lasts longer from now on. In a tab of its own.

use maud::{Markup, html};

use crate::layout::{DeskFrame, Place, Title, desk_page};

/// The page.
pub fn blijf(desk: &DeskFrame) -> Markup {
    desk_page(
        desk,
        Place::Elsewhere,
        Title::new("U blijft ingelogd"),
        &html! {
            h1 { "U blijft ingelogd" }
            p { "U bent nu ingelogd tot " strong { (desk.until) " uur" } ". Sluit dit tabblad en ga verder waar u was." }
            p {
                "Verloopt uw sessie toch terwijl u typt? Verstuur dan gewoon. U logt opnieuw in en wat u typte is er nog."
            }
        },
    )
}
