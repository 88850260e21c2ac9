//! The pages of the portal, in the order in which a reporter (melder) meets them: one file a page.
//! Nothing here asks for a name, and every page says what has been sent and what has not.

pub mod al_ontvangen;
pub mod bestanden;
pub mod controle;
pub mod gesloten;
pub mod gevaar;
pub mod lezers;
pub mod niet_ontvangen;
pub mod ophalen;
pub mod over;
pub mod poster;
pub mod postvak;
pub mod privacy;
pub mod stappen;
pub mod start;
pub mod toegankelijkheid;
pub mod uitleg;
pub mod verhaal;
pub mod verstuurd;
pub mod weggooien;
pub mod wegwijzer;
pub mod woorden;

pub use al_ontvangen::{AlOntvangen, al_ontvangen};
pub use bestanden::{Bestanden, FileRow, FileState, bestanden};
pub use controle::{Controle, Found, Row, controle};
pub use gesloten::gesloten;
pub use gevaar::{Gevaar, gevaar};
pub use lezers::Readers;
pub use niet_ontvangen::{NietOntvangen, misschien_kwijt, niet_ontvangen};
pub use ophalen::{Ophalen, ophalen};
pub use over::{Over, SubjectOption, over};
pub use poster::{Poster, poster};
pub use postvak::{Asking, NameQuestion, Postvak, Stage, Writing, postvak};
pub use privacy::{Privacy, privacy};
pub use start::start;
pub use toegankelijkheid::{Toegankelijkheid, toegankelijkheid};
pub use uitleg::{Reader, uitleg};
pub use verhaal::{Answers, Verhaal, Wishes, verhaal};
pub use verstuurd::{Verstuurd, verstuurd};
pub use weggooien::{Weggooien, weggegooid, weggooien};
pub use wegwijzer::{Group, Signpost, wegwijzer};
pub use woorden::{Theme, Woorden, woorden};
