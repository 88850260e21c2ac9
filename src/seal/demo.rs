//! The public halves of the demo's constant keys. Everybody can compute their private halves, so nothing but the demo
//! may accept them; a test holds this list against `unseal::demo`.

use crate::{Halves, Recipient, role};

/// Encrypting and verifying halves of every route's demo key.
pub const ROUTES: [(&str, &str); 7] = [
    (
        "age1hrle05yk78jdl5gtyxfrsu5m5q64xpdtcjr2f2uht3rw8a5k8qus494xjc",
        "verify1jfyfwmamp68et3d4dpt6yqnmlrww6unc4mffzm6kf93qskkkvm8qstazt4",
    ),
    (
        "age1w2f5xt2jhjhdp2yn7x9dwkc8jkqnrrw7t5mm7cffjcvunusvrgesc0pe6g",
        "verify15ecp0y2mnmnfea42mz8fzutemk950q8dut3e23ds5yhr35v3nrls2c4v6g",
    ),
    (
        "age194uz4us7hju2xp6ez4fc6mdeeg93m20g9d0j6f2uyamat4udvsmqsjzzjq",
        "verify1mhlruxy0ya75u7fdrmltgayxw3x0h6vly40qkq8seaawd36vkgeq8v3a74",
    ),
    (
        "age1kac7vm6ha7j7f7nljzdfyp6stckljj8rr39dd4ky40fg60jjgy8saaj6ny",
        "verify1vlm0kj4rmfm306zvue874qvn362kjuj35sslzrsurne3ax93ggjs5twhps",
    ),
    (
        "age15zy04y6fafuu27j8ynlzpunrgxd78r45kvx3m07th463h5zzlf9s6mk9x5",
        "verify18lmlsre7sshqfvs5hkr42pa3u8zxmc66k3nrtvxfzs7q3s5mjprqr4er6c",
    ),
    (
        "age1k3mtzp4f4kp6398hqkpdt3qrjj0nmztqd7py6ha92rjt7rk2ay0quvqdw7",
        "verify1vxl4rs4v3qjdn6zt452cdsle8dxul6nqr4mu8upkhfl8rncufdzs6s9wf9",
    ),
    (
        "age18egfw9xhfrzsudhz5rlakde2kpkjdjpxetq3v3ynln5r3gz504gsdm3pzm",
        "verify109w9ze7h5s3tfh4jun8tt6kp2udgpahugy3t50nncyylyhdljvpssv6rwu",
    ),
];

/// The recovery recipient of every demo.
pub const RECOVERY: &str = "age1nv9uyrwagqmwldy4e53a0wpxv485ll4jx0nndlvqtlasflfgpsgq0tdhz7";

/// Whether either half is the demo's.
pub fn is_demo_route(halves: &Halves<role::Route>) -> bool {
    let (encrypt, verify) = (halves.encrypt.to_string(), halves.verify.to_string());
    ROUTES.iter().any(|(demo_encrypt, demo_verify)| encrypt == *demo_encrypt || verify == *demo_verify)
}

pub fn is_demo_recovery(recovery: &Recipient<role::Recovery>) -> bool {
    recovery.to_string() == RECOVERY
}
