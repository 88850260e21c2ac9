//! `keys canary`: the key by which the desk opens the reports that it sends itself.

use std::path::Path;

use domain::RouteName;
use seal::role;
use unseal::{FullKey, PrivateHalf};

use crate::{failure::Failure, files::write_private};

/// Writes a new key, and says what to put where.
pub fn run(out: &Path) -> Result<(), Failure> {
    if out.exists() {
        return Err(Failure::refused(format!("{}: is there already; choose a new file", out.display())));
    }
    let key = FullKey::<role::Route>::generate(&mut rand::rng());
    write_private(out, key.to_keyfile().as_bytes())?;
    let halves = key.halves();
    println!("wrote {}; it opens canaries and nothing else. Give it to the user that the desk runs as", out.display());
    println!();
    println!("in the configuration of the desk:");
    println!("  [canary]");
    println!("  key = {}", serde_json::Value::from(out.display().to_string()));
    println!("in the configuration of the desk and of every portal:");
    println!("  [routes.keys.{}]", RouteName::Kanarie);
    println!("  encrypt = \"{}\"", halves.encrypt);
    println!("  verify = \"{}\"", halves.verify);
    println!();
    println!("Start both again, and try it: signaalkluis check --config FILE --from-outside https://ADDRESS");
    Ok(())
}
