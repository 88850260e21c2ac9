//! Which addresses a program has and which views, read where the source says so: who adds one is asked for its sample.

use std::{fs, path::Path};

/// Every route of `portal` or `desk`: "GET /uitleg"; of a portal in many languages those in Dutch.
pub fn of(program: &str) -> Vec<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../src/{program}/lib.rs"));
    let source = fs::read_to_string(&source).unwrap_or_else(|error| panic!("{}: {error}", source.display()));
    let mut routes = Vec::new();
    for resource in source.split("resource(").skip(1) {
        let path = resource.split('"').nth(1).filter(|path| path.is_empty() || path.starts_with('/'));
        let path = path.unwrap_or_else(|| panic!("a route of {program} whose path cannot be read: {resource}"));
        // The start page of each language, whose address is the language's prefix; that of Dutch is `/`.
        if path.is_empty() {
            continue;
        }
        for (method, call) in [("GET", ".get("), ("POST", ".post(")] {
            if resource.contains(call) {
                routes.push(format!("{method} {path}"));
            }
        }
    }
    assert!(routes.len() > 10, "{program} has more routes than {routes:?}");
    routes
}

/// Every view of a side of `templates`, named as its samples are, and whether it can come back with errors.
pub fn views(side: &str) -> Vec<(String, bool)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates").join(side);
    let mut views = Vec::new();
    for file in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())).flatten() {
        let Ok(source) = fs::read_to_string(file.path()) else { continue };
        for view in source.split("\npub fn ").skip(1) {
            let name = view.split('(').next().unwrap_or_default().replace('_', "-");
            views.push((name, source.contains("(error_summary(")));
        }
    }
    assert!(views.len() > 5, "{side} has more views than {views:?}");
    views
}
