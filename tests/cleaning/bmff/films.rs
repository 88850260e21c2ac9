//! Films and sound as phones, action cameras and editors make them.

use clean::{Kind, Removed};

use super::{
    super::{
        Sample,
        secrets::{AUTHOR, CAMERA, HIDDEN, ISO_DATE, PATH, PLACE, SERIAL},
        tiff,
    },
    be, boxed, coded, full, messages, places,
};

/// Seconds since 1904.
const WHEN: usize = 0xe26f_0c4a;

fn chunks(seed: u8) -> Vec<Vec<u8>> {
    vec![coded(seed, 200), coded(seed + 1, 150), coded(seed + 2, 70)]
}

fn shows(file: &[u8]) -> Vec<u8> {
    places(file, &chunks(10))
}

fn shows_both(file: &[u8]) -> Vec<u8> {
    [shows(file), places(file, &chunks(40))].concat()
}

pub struct Track {
    pub handler: &'static [u8; 4],
    pub codec: &'static [u8; 4],
    pub chunks: Vec<Vec<u8>>,
    pub wide_offsets: bool,
}

impl Track {
    fn entry(&self) -> Vec<u8> {
        let mut name = [0; 32];
        name[0] = CAMERA.len() as u8;
        name[1..=CAMERA.len()].copy_from_slice(CAMERA.as_bytes());
        let head = [0, 0, 0, 0, 0, 0, 0, 1];
        let profile = boxed(b"colr", &[b"prof", CAMERA.as_bytes()]);
        let settings = match self.codec {
            b"hvc1" => boxed(b"hvcC", &[&messages::record_h265()]),
            _ => boxed(b"avcC", &[&messages::record_h264()]),
        };
        match self.handler {
            b"vide" => {
                let numbers = [[0; 8], [0; 8]].concat();
                let size = [0, 64, 0, 48, 0, 72, 0, 0, 0, 72, 0, 0, 0, 0, 0, 0, 0, 1];
                boxed(self.codec, &[&head, &numbers, &size, &name, &[0, 24, 255, 255], &settings, &profile])
            }
            b"soun" => {
                let vendor = [&[0, 0, 0, 0][..], b"CANA"].concat();
                boxed(self.codec, &[&head, &vendor, &[0, 2, 0, 16, 0, 0, 0, 0, 0xac, 0x44, 0, 0]])
            }
            _ => boxed(self.codec, &[&head, AUTHOR.as_bytes()]),
        }
    }

    /// The box, for chunks that begin at `at`; and where they end.
    fn boxed(&self, at: usize) -> (Vec<u8>, usize) {
        let (mut offsets, mut end) = (Vec::new(), at);
        for chunk in &self.chunks {
            if self.wide_offsets {
                offsets.extend((end as u64).to_be_bytes())
            } else {
                offsets.extend(be(end))
            }
            end += chunk.len();
        }
        let count = be(self.chunks.len());
        let sizes: Vec<u8> = self.chunks.iter().flat_map(|chunk| be(chunk.len())).collect();
        let table = [
            full(b"stsd", 0, &[&be(1), &self.entry()]),
            full(b"stts", 0, &[&be(1), &count, &be(10)]),
            full(b"stsc", 0, &[&be(1), &be(1), &be(1), &be(1)]),
            full(b"stsz", 0, &[&be(0), &count, &sizes]),
            full(if self.wide_offsets { b"co64" } else { b"stco" }, 0, &[&count, &offsets]),
        ];
        let here = full(b"alis", 0, &[PATH.as_bytes()]);
        let media = [
            full(b"mdhd", 0, &[&be(WHEN), &be(WHEN), &be(600), &be(30), &[0x3a, 0x8c, 0, 0]]),
            full(b"hdlr", 0, &[b"mhlr", self.handler, b"CANA", &[0; 8], CAMERA.as_bytes(), &[0]]),
            boxed(
                b"minf",
                &[
                    &full(b"vmhd", 0, &[&[0; 8]]),
                    &boxed(b"dinf", &[&full(b"dref", 0, &[&be(1), &here])]),
                    &boxed(b"stbl", &[&table.concat()]),
                ],
            ),
        ];
        let zeros = [0; 64];
        let head = full(b"tkhd", 0, &[&be(WHEN), &be(WHEN), &be(1), &be(0), &be(30), &zeros[..60]]);
        let user = boxed(b"udta", &[&boxed(b"name", &[AUTHOR.as_bytes()])]);
        (boxed(b"trak", &[&head, &boxed(b"mdia", &[&media.concat()]), &user]), end)
    }
}

pub fn track(handler: &'static [u8; 4], codec: &'static [u8; 4], seed: u8) -> Track {
    Track { handler, codec, chunks: chunks(seed), wide_offsets: false }
}

/// What an action camera writes beside the film: where it was, every second.
fn telemetry(codec: &'static [u8; 4]) -> Track {
    let chunks = vec![PLACE.as_bytes().to_vec(), SERIAL.as_bytes().to_vec()];
    Track { handler: b"meta", codec, chunks, wide_offsets: true }
}

fn item(name: &[u8; 4], text: &str) -> Vec<u8> {
    boxed(name, &[&boxed(b"data", &[&be(1), &be(0), text.as_bytes()])])
}

fn user_data() -> Vec<u8> {
    let list = boxed(b"ilst", &[&item(b"\xa9ART", AUTHOR), &item(b"\xa9too", CAMERA), &item(b"\xa9day", ISO_DATE)]);
    let place = boxed(b"\xa9xyz", &[&(PLACE.len() as u16).to_be_bytes(), &[0x15, 0xc7], PLACE.as_bytes()]);
    let handler = full(b"hdlr", 0, &[&[0; 4], b"mdir", b"appl", &[0; 9]]);
    boxed(b"udta", &[&place, &full(b"meta", 0, &[&handler, &list])])
}

fn keys() -> Vec<u8> {
    let key = |name: &str| [&be(name.len() + 8)[..], b"mdta", name.as_bytes()].concat();
    let names = ["com.apple.quicktime.location.ISO6709", "com.apple.quicktime.make"];
    let keys = full(b"keys", 0, &[&be(2), &names.map(key).concat()]);
    let list = boxed(b"ilst", &[&item(&be(1), PLACE), &item(&be(2), CAMERA)]);
    boxed(b"meta", &[&full(b"hdlr", 0, &[&[0; 4], b"mdta", &[0; 13]]), &keys, &list])
}

/// The film, with what stands before its media data or after.
pub fn film(
    brand: Option<&[u8; 4]>,
    tracks: &[Track],
    user: &[Vec<u8>],
    media_first: bool,
    after: &[Vec<u8>],
) -> Vec<u8> {
    let head = brand.map_or_else(|| boxed(b"wide", &[]), |brand| boxed(b"ftyp", &[brand, &[0; 4], brand]));
    let data: Vec<u8> = tracks.iter().flat_map(|track| track.chunks.concat()).collect();
    let media = boxed(b"mdat", &[&data, b"freeGPS ", HIDDEN.as_bytes()]);
    let movie = |start: usize| {
        let mut at = start;
        let mut content = full(b"mvhd", 0, &[&be(WHEN), &be(WHEN), &be(600), &be(30), &[0; 80]]);
        for track in tracks {
            let (boxed, end) = track.boxed(at);
            (at, content) = (end, [content, boxed].concat());
        }
        boxed(b"moov", &[&content, &user.concat()])
    };
    let rest = after.concat();
    if media_first {
        let movie = movie(head.len() + 8);
        [head, media, movie, rest].concat()
    } else {
        let movie = movie(head.len() + movie(0).len() + 8);
        [head, movie, media, rest].concat()
    }
}

pub fn samples() -> Vec<Sample> {
    let told = &[Removed::Place, Removed::Device, Removed::Author, Removed::Dates];
    let sample = |name, kind, bytes| Sample { name, kind, bytes, told, shows };
    let xmp = boxed(b"uuid", &[b"\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac", &tiff::xmp()]);
    let samsung = boxed(b"sefd", &[AUTHOR.as_bytes()]);
    let video = || track(b"vide", b"avc1", 10);
    let sound = || track(b"soun", b"mp4a", 40);
    let phone = film(Some(b"qt  "), &[video(), telemetry(b"mebx")], &[keys(), user_data()], true, &[]);
    let action = film(Some(b"mp41"), &[video(), telemetry(b"gpmd")], &[user_data()], false, std::slice::from_ref(&xmp));
    let both = film(Some(b"isom"), &[video(), sound()], &[user_data()], false, &[samsung]);
    let cover =
        film(Some(b"M4A "), &[track(b"soun", b"mp4a", 10), track(b"vide", b"jpeg", 70)], &[user_data()], true, &[xmp]);
    // With messages between the pictures: of a camcorder, of an encoder.
    let camcorder = Track { chunks: messages::chunks_h264(10), ..video() };
    let camcorder = film(Some(b"isom"), &[camcorder], &[user_data()], false, &[]);
    let encoded = Track { codec: b"hvc1", chunks: messages::chunks_h265(10), ..video() };
    let encoded = film(Some(b"mp42"), &[encoded], &[user_data()], true, &[]);
    let voice = film(Some(b"M4A "), &[track(b"soun", b"alac", 10)], &[user_data()], false, &[]);
    let early = film(None, &[video()], &[user_data()], true, &[boxed(b"skip", &[HIDDEN.as_bytes()])]);
    vec![
        sample("a phone's film", Kind::Mov, phone),
        sample("an early QuickTime film", Kind::Mov, early),
        sample("an action camera's film", Kind::Mp4, action),
        Sample { name: "a film with sound", kind: Kind::Mp4, bytes: both, told, shows: shows_both },
        sample("a song with a cover", Kind::M4a, cover),
        sample("a camcorder's film", Kind::Mp4, camcorder),
        sample("a film in H.265", Kind::Mp4, encoded),
        sample("a voice memo", Kind::M4a, voice),
    ]
}
