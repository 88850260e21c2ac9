//! Who watches what the browser says and asks beside the pages themselves: errors, refused content, other hosts.

use serde_json::Value;

use crate::helpers::chromium::Tab;

/// Everything so far that no page of ours may cause. `base` is where the pages come from.
pub fn complaints(tab: &Tab, base: &str) -> Vec<String> {
    tab.seen().iter().filter_map(|event| complaint(event, base)).collect()
}

fn complaint(event: &Value, base: &str) -> Option<String> {
    let said = &event["params"];
    match event["method"].as_str()? {
        // A page that tells of an error has its status, which Chromium logs; of anything else it is complained below.
        "Log.entryAdded" if said["entry"]["source"] == "network" => None,
        "Log.entryAdded" => Some(format!("{}: {}", said["entry"]["source"], said["entry"]["text"])),
        "Audits.issueAdded" => Some(said["issue"].to_string()),
        "Runtime.consoleAPICalled" | "Runtime.exceptionThrown" => Some(said.to_string()),
        "Network.requestWillBeSent" => {
            let url = said["request"]["url"].as_str()?;
            (!url.starts_with(base)).then(|| format!("it asked for {url}"))
        }
        "Network.responseReceived" if said["type"] != "Document" => {
            let (status, url) = (&said["response"]["status"], &said["response"]["url"]);
            (status != 200).then(|| format!("{url} has status {status}"))
        }
        "Network.loadingFailed" => Some(format!("a {} failed: {}", said["type"], said["errorText"])),
        _ => None,
    }
}
