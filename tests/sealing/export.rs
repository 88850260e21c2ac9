//! No lock-in: with the recovery identity, Debian's `age -d` alone opens route key, signal key and item, in that order.

use super::Outcome;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// `age -d -i IDENTITY FILE > TO`; `None` where there is no such program here.
fn age_d(identity: &Path, file: &Path, to: &Path) -> Outcome<Option<String>> {
    let decrypt = Command::new("age").arg("-d").arg("-i").arg(identity).arg(file).stderr(Stdio::piped()).output();
    let Ok(output) = decrypt else { return Ok(None) };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::write(to, &output.stdout)?;
    Ok(Some(String::from_utf8(output.stdout)?))
}

#[test]
fn an_export_opens_with_age_alone_step_by_step() -> Outcome {
    let vectors = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"));
    let folder = std::env::temp_dir().join(format!("signaalkluis-export-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let (route, intake, report) = (folder.join("route.key"), folder.join("intake.key"), folder.join("melding.txt"));
    let steps = [
        age_d(&vectors.join("recovery.key"), &vectors.join("route-key.age"), &route),
        age_d(&route, &vectors.join("intake.key.age"), &intake),
        age_d(&intake, &vectors.join("intake/melding.age"), &report),
    ];
    fs::remove_dir_all(&folder)?;
    let [_, _, report] = steps;
    match report? {
        Some(text) => {
            let expected = fs::read_to_string(vectors.join("melding.txt"))?;
            assert!(text.starts_with(&expected) && text[expected.len()..].starts_with('#'));
        }
        None => eprintln!("age is not installed here: nothing was tried"),
    }
    Ok(())
}
