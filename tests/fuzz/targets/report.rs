//! A report's form, one field a line: it parses or says what is wrong, and what parses survives its JSON.
#![no_main]

use domain::{Answers, Report, Routing};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|form: &str| {
    let answers: Answers = form.lines().filter_map(|line| line.split_once('=')).collect();
    match Report::parse(&answers) {
        Ok(report) => {
            let routing = Routing::default();
            if let Ok(route) = routing.choose(&report.over_wie, &report.readers, |_| true) {
                let _ = report.asks_also(&routing, route);
            }
            let json = serde_json::to_string(&report).unwrap_or_default();
            let again: Report = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(serde_json::to_string(&again).unwrap_or_default(), json);
        }
        Err(errors) => assert!(errors.iter().count() > 0),
    }
});
