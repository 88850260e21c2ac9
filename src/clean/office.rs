use crate::Kind;
pub fn recognise(_: &[u8]) -> Option<Kind> { None }
pub mod ooxml { use crate::*; pub fn clean(_: &[u8], _: Kind, _: &mut dyn std::io::Write, _: &Limits, _: &mut Found) -> Result<()> { Ok(()) } }
pub mod odf { use crate::*; pub fn clean(_: &[u8], _: &mut dyn std::io::Write, _: &Limits, _: &mut Found) -> Result<()> { Ok(()) } }
