//! Section `storage`.

use serde::Deserialize;
use web::settings::BadValue;

const MIB: u64 = 1024 * 1024;

/// Whole mebibytes, as a page says a limit.
pub fn mib(bytes: u64) -> String {
    (bytes / MIB).to_string()
}

/// Section `storage`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Storage {
    /// `file://PATH`: a folder.
    pub url: String,
    pub files_per_report: usize,
    pub file_mib: u64,
    pub report_mib: u64,
    pub total_gib: u64,
}

/// What may come, in bytes.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub files: usize,
    pub file: u64,
    pub report: u64,
    pub total: u64,
}

impl Storage {
    pub fn validate(&self) -> Result<(), BadValue> {
        let between = |key: &str, value: u64, low: u64, high: u64| {
            let why = || format!("is {value}; it must be between {low} and {high}");
            if (low..=high).contains(&value) { Ok(()) } else { Err(BadValue::new(key, why())) }
        };
        if self.url.strip_prefix("file://").is_none_or(str::is_empty) {
            return Err(BadValue::new("storage.url", "must begin with file:// and name a folder"));
        }
        between("storage.files_per_report", self.files_per_report as u64, 1, 50)?;
        // Cleaning holds a file in memory, and the largest bucket is 128 MiB.
        between("storage.file_mib", self.file_mib, 1, 50)?;
        between("storage.report_mib", self.report_mib, self.file_mib, 1000)?;
        between("storage.total_gib", self.total_gib, 1, 100_000)?;
        // While they come in, a report's files stand there up to three times: as an upload, and sealed in a bucket.
        if self.limits().total / store::files::PASSING_PART < 3 * self.limits().report {
            let least = (3 * self.report_mib * store::files::PASSING_PART).div_ceil(1024);
            let why = format!("is {}; reports of {} MiB need at least {least}", self.total_gib, self.report_mib);
            return Err(BadValue::new("storage.total_gib", why));
        }
        Ok(())
    }

    pub(crate) const fn limits(&self) -> Limits {
        Limits {
            files: self.files_per_report,
            file: self.file_mib * MIB,
            report: self.report_mib * MIB,
            total: self.total_gib * 1024 * MIB,
        }
    }
}
