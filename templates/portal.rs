//! The pages of the portal, in the order in which a reporter (melder) meets them: one file a page.
//! Nothing here asks for a name, and every page says what has been sent and what has not.

pub mod al_ontvangen;
pub mod controle;
pub mod gevaar;
pub mod gesloten;
pub mod lezers;
pub mod niet_ontvangen;
pub mod ophalen;
pub mod over;
pub mod postvak;
pub mod stappen;
pub mod start;
pub mod uitleg;
pub mod verhaal;
pub mod verstuurd;
pub mod woorden;

pub use al_ontvangen::{AlOntvangen, al_ontvangen};
pub use controle::{Controle, Found, Row, controle};
pub use gevaar::{Gevaar, gevaar};
pub use gesloten::gesloten;
pub use lezers::Readers;
pub use niet_ontvangen::{NietOntvangen, misschien_kwijt, niet_ontvangen};
pub use ophalen::{Ophalen, ophalen};
pub use over::{Over, SubjectOption, over};
pub use postvak::{Postvak, Stage, postvak};
pub use start::start;
pub use uitleg::{Reader, uitleg};
pub use verhaal::{Answers, Verhaal, Wishes, verhaal};
pub use verstuurd::{Verstuurd, verstuurd};
pub use woorden::{Theme, Woorden, woorden};
