//! Independent eyes: what exiftool and mat2 find in a cleaned file. exiftool may name what it takes to show a file; beyond
//! that list it must find nothing, and nothing but zeros where a date would be.

use std::{fs, process::Command};

use serde_json::{Map, Value};

use super::{Sample, corpus};
use crate::helpers;

/// Facts of format, size, colour and codec.
const STRUCTURE: &str = "
    SourceFile ExifToolVersion FileType FileTypeExtension MIMEType ExifByteOrder Orientation Megapixels
    ImageWidth ImageHeight ImageSize BitsPerSample BitDepth ColorType ColorComponents Interlace Filter Compression
    EncodingProcess YCbCrSubSampling JFIFVersion ResolutionUnit XResolution YResolution WebP_Flags BackgroundColor
    AnimationLoopCount AnimationFrames AnimationPlays Duration PDFVersion Linearized PageCount HasXFA
    MPEGAudioVersion AudioLayer AudioBitrate SampleRate ChannelMode MSStereo IntensityStereo CopyrightFlag OriginalMedia
    Emphasis VBRFrames VBRBytes MajorBrand MinorVersion CompatibleBrands HandlerType HandlerClass Rotation
    ZipRequiredVersion ZipBitFlag ZipCompression ZipCRC ZipCompressedSize ZipUncompressedSize ZipFileName
    PrimaryItemReference MetaImageSize ImageSpatialExtent AuxiliaryImageType MediaData MediaDataSize MediaDataOffset
    Wide Free Unknown_free Unknown_alis AvgBitrate MovieHeaderVersion TimeScale PreferredRate PreferredVolume
    MatrixStructure PreviewTime PreviewDuration PosterTime SelectionTime SelectionDuration CurrentTime NextTrackID
    TrackHeaderVersion TrackID TrackDuration TrackLayer TrackVolume MediaHeaderVersion MediaTimeScale MediaDuration
    GraphicsMode OpColor CompressorID SourceImageWidth SourceImageHeight VideoFrameRate AVCConfiguration Unknown_hvcC AudioFormat
    AudioChannels AudioBitsPerSample AudioSampleRate TimeToSampleTable SampleToChunk SampleSizes ChunkOffset
    TemporalIDNested ParallelismType NumTemporalLayers MinSpatialSegmentationIDC HEVCConfigurationVersion
    GeneralTierFlag GeneralProfileSpace GeneralProfileIDC GeneralLevelIDC GenProfileCompatibilityFlags
    ConstraintIndicatorFlags ConstantFrameRate ChromaFormat BitDepthLuma BitDepthChroma AverageFrameRate";
/// Where a format must have a time or a language: the one that says nothing.
const NEUTRAL: [(&str, &str); 3] =
    [("Date", "0000:00:00 00:00:00"), ("ZipModifyDate", "1980:01:01 00:00:00"), ("MediaLanguageCode", "und")];
/// What poppler says through mat2 where there is no date, and the format.
const NO_DATE: [&str; 3] = ["creation-date: -1", "mod-date: -1", "format: PDF-1.7"];
/// Runs a tool on every file of the corpus, cleaned or not; gives what it said, or nothing, aloud, where it is missing.
fn look(tool: &str, package: &str, arguments: &[&str], clean: bool) -> Vec<(Sample, String)> {
    if Command::new(tool).arg("--help").output().is_err() {
        helpers::skip(tool, &format!("apt-get install {package}"));
        return Vec::new();
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut samples = Vec::new();
    let mut command = Command::new(tool);
    command.args(arguments).current_dir(folder.path());
    for (number, sample) in corpus().into_iter().enumerate() {
        let name = format!("{number:02}.{}", sample.kind.extension());
        let content = if clean { sample.clean().0 } else { sample.bytes.clone() };
        fs::write(folder.path().join(&name), content).expect("written");
        command.arg(&name);
        samples.push((sample, name));
    }
    let output = command.output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    samples.into_iter().map(|(sample, name)| (sample, about(&said, &name))).collect()
}

/// What was said of one file: exiftool's object of JSON, or mat2's block.
fn about(said: &str, name: &str) -> String {
    if let Ok(Value::Array(list)) = serde_json::from_str::<Value>(said) {
        let one = list.into_iter().find(|one| one["SourceFile"] == name).expect("exiftool speaks of every file");
        return one.to_string();
    }
    let begins =
        |line: &&str| ["for", "found in"].iter().any(|words| line.contains(&format!("etadata {words} {name}")));
    let mut lines = said.lines().skip_while(|line| !begins(line));
    let first = lines.next().unwrap_or_default();
    let rest = lines.take_while(|line| line.starts_with("   ") || line.starts_with("[++]"));
    std::iter::once(first).chain(rest).collect::<Vec<_>>().join("\n")
}

/// The tags that are neither structure nor neutral.
fn telling(tags: &Map<String, Value>) -> Vec<String> {
    let structure: Vec<_> = STRUCTURE.split_whitespace().collect();
    let harmless = |name: &str, value: &Value| {
        // What exiftool finds out about our own file on our own disk.
        let name = name.rsplit(':').next().unwrap_or(name);
        let neutral = NEUTRAL.iter().any(|(end, none)| name.ends_with(end) && value == none);
        structure.contains(&name) || neutral
    };
    let outside = |name: &str| name.starts_with("System:");
    tags.iter()
        .filter(|(name, value)| !outside(name) && !harmless(name, value))
        .map(|(name, value)| format!("{name} = {value}"))
        .collect()
}

const EXIFTOOL: [&str; 5] = ["-json", "-a", "-u", "-G1", "-ee"];
const PACKAGES: &str = "libimage-exiftool-perl libarchive-zip-perl";

#[test]
fn exiftool_finds_only_what_it_takes_to_show_a_file() {
    for (sample, said) in look("exiftool", PACKAGES, &EXIFTOOL, true) {
        let tags: Map<String, Value> = serde_json::from_str(&said).expect("tags");
        let told = telling(&tags);
        assert!(told.is_empty(), "{}: {told:#?}", sample.name);
    }
}

#[test]
fn exiftool_does_find_secrets_in_what_was_not_cleaned() {
    let said = look("exiftool", PACKAGES, &EXIFTOOL, false);
    let telling = |(_, said): &&(Sample, String)| !telling(&serde_json::from_str(said).expect("tags")).is_empty();
    // It looks into no workbook's remarks and no earlier version of a PDF.
    assert!(said.is_empty() || said.iter().filter(telling).count() * 3 > said.len() * 2);
}

#[test]
fn a_photo_stays_the_way_up_it_was() {
    let before = look("exiftool", PACKAGES, &["-json", "-n", "-Orientation", "-Rotation"], false);
    let after = look("exiftool", PACKAGES, &["-json", "-n", "-Orientation", "-Rotation"], true);
    for ((sample, before), (_, after)) in before.into_iter().zip(after) {
        let way = |said: &str| {
            let tags: Value = serde_json::from_str(said).expect("tags");
            (tags["Orientation"].as_u64().unwrap_or(1), tags["Rotation"].as_u64())
        };
        // HEIC has the way up as a property of the picture; what EXIF repeats of it goes.
        let (before, after) = (way(&before), way(&after));
        let same = if sample.kind == clean::Kind::Heic { before.1 == after.1 } else { before == after };
        assert!(same, "{}: {before:?}, then {after:?}", sample.name);
    }
}

/// Kinds that mat2 has no parser for; exiftool and our own search look into those.
const UNKNOWN_TO_MAT2: [clean::Kind; 3] = [clean::Kind::WebP, clean::Kind::Mov, clean::Kind::M4a];

/// What mat2 says of every file of a kind that it knows; silence would prove nothing.
fn mat2(clean: bool) -> Vec<(Sample, String)> {
    let said = look("mat2", "mat2", &["--show"], clean);
    let known = |(sample, _): &(Sample, String)| !UNKNOWN_TO_MAT2.contains(&sample.kind);
    let said: Vec<_> = said.into_iter().filter(known).collect();
    for (sample, said) in &said {
        assert!(said.contains("etadata"), "mat2 says nothing of {}: {said:?}", sample.name);
    }
    said
}

#[test]
fn mat2_finds_nothing_identifying() {
    for (sample, said) in mat2(true) {
        let structure: Vec<_> = STRUCTURE.split_whitespace().collect();
        let heading = |line: &str| line.contains("etadata for ") || line.starts_with("No metadata found in ");
        let lines = said.lines().map(str::trim).filter(|line| !heading(line) && !line.is_empty());
        let telling = |line: &&str| !structure.iter().any(|tag| line.starts_with(&format!("{tag}: ")));
        let told: Vec<_> = lines.filter(telling).filter(|line| !NO_DATE.contains(line)).collect();
        assert!(told.is_empty(), "{}: {told:#?}", sample.name);
    }
}

#[test]
fn mat2_does_find_secrets_in_what_was_not_cleaned() {
    let said = mat2(false);
    let found = |name: &str| said.iter().any(|(sample, said)| sample.name == name && said.contains("anarie"));
    for name in
        ["a phone's photo", "a phone's HEIC", "a letter by several hands", "a letter as PDF", "a film with sound"]
    {
        assert!(said.is_empty() || found(name), "it is blind to {name}");
    }
}
