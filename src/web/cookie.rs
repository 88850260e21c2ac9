//! The one cookie each program sets, and only when somebody opened something.

use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
};

/// A cookie that scripts and other sites cannot use. `secure` wherever the program is reached over https.
pub fn strict<'a>(name: &'a str, value: String, secure: bool, path: &'a str) -> Cookie<'a> {
    Cookie::build(name, value).http_only(true).same_site(SameSite::Strict).secure(secure).path(path).finish()
}

/// The same cookie, gone.
pub fn gone<'a>(name: &'a str, secure: bool, path: &'a str) -> Cookie<'a> {
    let mut cookie = strict(name, String::new(), secure, path);
    cookie.set_max_age(Duration::ZERO);
    cookie
}

/// The value of a cookie; empty counts as none.
pub fn value(request: &HttpRequest, name: &str) -> Option<String> {
    request.cookie(name).map(|cookie| cookie.value().to_owned()).filter(|value| !value.is_empty())
}
