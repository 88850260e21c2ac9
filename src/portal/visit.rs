//! What every handler starts from: the portal's state, and the language that the path asks for.

use std::{future::Ready, ops::Deref};

use actix_web::{Error, FromRequest, HttpRequest, HttpResponse, dev::Payload, web::Data};
use templates::{Text, layout::Frame};

use crate::state::State;

/// A request's language beside the state that all requests share. Nothing of who asks.
#[derive(Clone)]
pub struct Visit {
    state: Data<State>,
    pub text: Text,
}

impl Visit {
    /// Around a page that came out of a form: it cannot be asked for in another language without losing what was typed.
    pub fn frame(&self) -> Frame<'_> {
        let (organisation, logo) = (self.house.name.as_str(), self.house.logo.is_some());
        Frame { organisation, logo, notice: self.notice, text: self.text, path: None }
    }

    /// Around a page that stands at a path of its own.
    pub fn frame_at<'a>(&'a self, path: &'a str) -> Frame<'a> {
        Frame { path: Some(path), ..self.frame() }
    }

    /// The address of a page in this language, as somebody copies it from paper.
    pub fn address(&self, path: &str) -> String {
        [self.origin.host(), &self.text.path(path)].concat()
    }

    /// A redirect to a page in the same language.
    pub fn see_other(&self, path: &str) -> HttpResponse {
        web::see_other(&self.text.path(path))
    }
}

impl Deref for Visit {
    type Target = State;
    fn deref(&self) -> &State {
        &self.state
    }
}

impl FromRequest for Visit {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let text = Text::of_path(request.path());
        let state = Data::<State>::from_request(request, payload).into_inner();
        std::future::ready(state.map(|state| Self { state, text }))
    }
}
