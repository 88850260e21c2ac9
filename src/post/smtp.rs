//! SMTP by steps (RFC 5321): what is known of a mail differs before and after its bytes went over the line.

use std::time::Duration;

use data_encoding::BASE64;
use domain::mail::Why;
use lettre::transport::smtp::{
    Error,
    authentication::{Credentials, DEFAULT_MECHANISMS},
    client::{AsyncSmtpConnection, Certificate, CertificateStore, Identity, TlsParameters},
    commands::{Data, Mail, Rcpt},
    extension::ClientId,
};
use tokio::time::timeout;

use crate::{letter::Address, transport::Delivery};

/// How long one step may take. RFC 5321 section 4.5.3.2 allows minutes; a server that needs more than these is tried later.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The name under which we greet: it tells nobody which machine we are.
const HELLO: &str = "signaalkluis.invalid";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// STARTTLS, and no mail where the server does not offer it.
    StartTls,
    /// TLS from the first byte.
    Tls,
    /// In the clear: to this machine itself only.
    None,
}

/// A mail server. No `Debug`: it holds a password and a key.
#[derive(Clone)]
pub struct Server {
    pub host: String,
    pub port: u16,
    pub security: Security,
    /// PEM of an authority of one's own, in place of the public ones.
    pub authority: Option<Vec<u8>>,
    /// User and password.
    pub login: Option<(String, String)>,
    /// PEM of our own certificate and of its key.
    pub own: Option<(Vec<u8>, Vec<u8>)>,
    /// How long one step may take.
    pub patience: Duration,
}

/// What stopped a step, as far as the next attempt needs to know.
enum Stopped {
    Slow,
    /// It does not know us, or not by this password.
    Stranger,
    By(Error),
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Self {
        Self::By(error)
    }
}

impl Stopped {
    /// Of an attempt that did not get as far as the mail: it waits, whatever the reason.
    fn waits(&self) -> Why {
        match self {
            Self::Slow => Why::Slow,
            Self::Stranger => Why::Stranger,
            Self::By(error) => why(error),
        }
    }

    /// Of one whose bytes were under way. An answer says what became of it (section 4.2.5); without one nobody knows, and it
    /// is not sent again.
    fn during(&self) -> Delivery {
        match self {
            Self::By(error) if error.is_permanent() => Delivery::Refused,
            Self::By(error) if error.is_transient() => Delivery::Later(why(error)),
            _ => Delivery::Unknown,
        }
    }
}

fn why(error: &Error) -> Why {
    match error {
        _ if error.is_tls() || has_bad_certificate(error) => Why::Certificate,
        _ if error.is_transient() || error.is_permanent() => Why::Busy,
        _ if error.is_timeout() => Why::Slow,
        _ if error.is_client() => Why::Unprotected,
        _ => Why::Unreachable,
    }
}

/// rustls tells of a handshake that failed by an error of input, whatever was wrong.
fn has_bad_certificate(error: &Error) -> bool {
    let mut sources = std::iter::successors(std::error::Error::source(error), |error| error.source());
    sources.any(|error| {
        error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::InvalidData)
    })
}

/// The first certificate in a PEM file, as DER.
fn first_certificate(pem: &[u8]) -> Option<Vec<u8>> {
    let (_, rest) = std::str::from_utf8(pem).ok()?.split_once("-----BEGIN CERTIFICATE-----")?;
    let (body, _) = rest.split_once("-----END CERTIFICATE-----")?;
    BASE64.decode(body.split_whitespace().collect::<String>().as_bytes()).ok()
}

impl Server {
    async fn step<T>(&self, doing: impl Future<Output = Result<T, Error>>) -> Result<T, Stopped> {
        match timeout(self.patience, doing).await {
            Ok(done) => Ok(done?),
            Err(_) => Err(Stopped::Slow),
        }
    }

    /// How the line is protected. The certificate is checked, always.
    pub fn tls(&self) -> Result<Option<TlsParameters>, Error> {
        if self.security == Security::None {
            return Ok(None);
        }
        let mut builder = TlsParameters::builder(self.host.clone());
        if let Some(pem) = &self.authority {
            builder =
                builder.certificate_store(CertificateStore::None).add_root_certificate(Certificate::from_pem(pem)?);
        }
        if let Some((certificate, key)) = &self.own {
            // lettre 0.11.23 takes these bytes for DER where rustls is used. Without a certificate in them rustls refuses them.
            let certificate = first_certificate(certificate).unwrap_or_default();
            builder = builder.identify_with(Identity::from_pem(&certificate, key)?);
        }
        builder.build().map(Some)
    }

    /// Hands one mail over. `about_to` is asked right before its bytes go over the line: from then on this mail may have been
    /// delivered whatever happens. Where it says no, nothing is sent.
    pub async fn send(
        &self,
        from: &Address,
        to: &Address,
        mail: &[u8],
        about_to: impl AsyncFnOnce() -> bool,
    ) -> Delivery {
        let mut connection = match self.greeted().await {
            Ok(connection) => connection,
            Err(stopped) => return Delivery::Later(stopped.waits()),
        };
        match self.offered(&mut connection, from, to).await {
            Ok(()) => {}
            Err(Stopped::By(error)) if error.is_permanent() => return Delivery::Refused,
            Err(stopped) => return Delivery::Later(stopped.waits()),
        }
        if !about_to().await {
            connection.abort().await;
            return Delivery::Given;
        }
        let delivery = match self.step(connection.message(mail)).await {
            Ok(_) => Delivery::Done,
            Err(stopped) => stopped.during(),
        };
        // It is delivered or not by now; how we part changes nothing.
        let _ = timeout(self.patience, connection.quit()).await;
        delivery
    }

    /// Whether the server answers, protects the line and lets us in. No mail is sent.
    pub async fn probe(&self) -> Result<(), Why> {
        match self.greeted().await {
            Ok(mut connection) => {
                let _ = timeout(self.patience, connection.quit()).await;
                Ok(())
            }
            Err(stopped) => Err(stopped.waits()),
        }
    }

    /// Says whose mail comes for whom; then the server waits for its bytes.
    async fn offered(&self, on: &mut AsyncSmtpConnection, from: &Address, to: &Address) -> Result<(), Stopped> {
        self.step(on.command(Mail::new(Some(from.inner().clone()), Vec::new()))).await?;
        self.step(on.command(Rcpt::new(to.inner().clone(), Vec::new()))).await?;
        self.step(on.command(Data)).await?;
        Ok(())
    }

    /// A connection that is protected, and on which we are let in.
    async fn greeted(&self) -> Result<AsyncSmtpConnection, Stopped> {
        let hello = ClientId::Domain(HELLO.to_owned());
        let (tls, address) = (self.tls()?, (self.host.as_str(), self.port));
        let at_once = tls.clone().filter(|_| self.security == Security::Tls);
        let mut connection =
            self.step(AsyncSmtpConnection::connect_tokio1(address, Some(self.patience), &hello, at_once, None)).await?;
        if let Some(tls) = tls.filter(|_| self.security == Security::StartTls) {
            self.step(connection.starttls(tls, &hello)).await?;
        }
        if let Some((user, password)) = &self.login {
            let credentials = Credentials::new(user.clone(), password.clone());
            match self.step(connection.auth(DEFAULT_MECHANISMS, &credentials)).await {
                Err(Stopped::By(error)) if error.is_permanent() => return Err(Stopped::Stranger),
                answered => answered?,
            };
        }
        Ok(connection)
    }
}
