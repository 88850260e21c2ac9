//! The cookies that the programs set, and only when somebody opened something.

use std::borrow::Cow;

use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
};

/// What a program calls its cookie. Over https it is a `__Host-` cookie: another site under the municipality's name cannot
/// plant one for this host (RFC 6265bis, section 4.1.3.2).
fn full_name(name: &str, secure: bool) -> Cow<'_, str> {
    if secure { ["__Host-", name].concat().into() } else { name.into() }
}

/// A cookie that scripts and other sites cannot use. `secure` wherever the program is reached over https.
pub fn strict(name: &str, value: String, secure: bool) -> Cookie<'_> {
    Cookie::build(full_name(name, secure), value)
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(secure)
        .path("/")
        .finish()
}

/// The same cookie, gone.
pub fn gone(name: &str, secure: bool) -> Cookie<'_> {
    let mut cookie = strict(name, String::new(), secure);
    cookie.set_max_age(Duration::ZERO);
    cookie
}

/// The value of a cookie; empty counts as none. Two of one name count as none, too: one of them is not ours, and nobody can
/// say which.
pub fn value(request: &HttpRequest, name: &str, secure: bool) -> Option<String> {
    let cookies = request.cookies().ok()?;
    let name = full_name(name, secure);
    let mut ours = cookies.iter().filter(|cookie| cookie.name() == name);
    match (ours.next(), ours.next()) {
        (Some(one), None) => Some(one.value().to_owned()).filter(|value| !value.is_empty()),
        _ => None,
    }
}

/// Whether the browser sent a cookie of this name, of whatever value.
pub fn is_sent(request: &HttpRequest, name: &str, secure: bool) -> bool {
    request.cookie(&full_name(name, secure)).is_some()
}
