//! What may stand between a reporter and the portal: it passes every request on and gives back what it likes.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::Arc,
    thread,
};

use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};

/// What is done with an answer: the request's first line and its headers, then the answer's head and its body.
type Hand = dyn Fn(&str, &mut String, &mut String) + Send + Sync;

/// A proxy. It listens as long as the test runs.
pub struct Between {
    pub address: String,
}

impl Between {
    /// Stands before a program, and changes answers so.
    pub fn before(program: &str, hand: impl Fn(&str, &mut String, &mut String) + Send + Sync + 'static) -> Self {
        let (listener, address) = listens();
        serve(listener, program, Arc::new(hand), Some);
        Self { address: format!("http://{address}") }
    }

    /// The same over TLS, with a certificate of its own for `localhost`; gives that certificate (PEM) too.
    pub fn over_tls(program: &str) -> (Self, String) {
        let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(own.signing_key.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let config =
            config.expect("versions").with_no_client_auth().with_single_cert(vec![own.cert.der().clone()], key);
        let config = Arc::new(config.expect("a configuration"));
        let (listener, address) = listens();
        serve(listener, program, Arc::new(|_: &str, _: &mut String, _: &mut String| {}), move |stream| {
            Some(StreamOwned::new(ServerConnection::new(Arc::clone(&config)).ok()?, stream))
        });
        let port = address.rsplit(':').next().expect("a port");
        (Self { address: format!("https://localhost:{port}") }, own.cert.pem())
    }
}

fn listens() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    (listener, address)
}

fn serve<S: Read + Write>(
    listener: TcpListener,
    program: &str,
    hand: Arc<Hand>,
    dress: impl Fn(TcpStream) -> Option<S> + Send + Sync + 'static,
) {
    let (program, dress) = (program.trim_start_matches("http://").to_owned(), Arc::new(dress));
    thread::spawn(move || {
        for person in listener.incoming().flatten() {
            let (program, hand, dress) = (program.clone(), Arc::clone(&hand), Arc::clone(&dress));
            thread::spawn(move || {
                let Some(mut person) = dress(person) else { return };
                let Some(request) = whole(&mut person) else { return };
                let Some((head, body)) = asked(&program, &request) else { return };
                let (mut head, mut body) = (head, body);
                hand(&String::from_utf8_lossy(&request), &mut head, &mut body);
                let kept = head.lines().filter(|line| !line.to_ascii_lowercase().starts_with("content-length"));
                let head: Vec<_> = kept.collect();
                let length = body.len();
                let answer =
                    format!("{}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}", head.join("\r\n"));
                let _ = person.write_all(answer.as_bytes());
                let _ = person.flush();
            });
        }
    });
}

/// One request, its body included.
fn whole(from: &mut impl Read) -> Option<Vec<u8>> {
    let (mut request, mut buffer) = (Vec::new(), [0; 16 * 1024]);
    loop {
        let text = String::from_utf8_lossy(&request).into_owned();
        if let Some((head, _)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
            if request.len() >= head.len() + 4 + length.unwrap_or(0_usize) {
                return Some(request);
            }
        }
        match from.read(&mut buffer) {
            Ok(more @ 1..) => request.extend_from_slice(&buffer[..more]),
            _ => return None,
        }
    }
}

/// The program's answer to a request: its head and its body.
fn asked(program: &str, request: &[u8]) -> Option<(String, String)> {
    let mut server = TcpStream::connect(program).ok()?;
    let text = String::from_utf8_lossy(request).into_owned();
    let (line, rest) = text.split_once("\r\n")?;
    server.write_all(format!("{line}\r\nconnection: close\r\n{rest}").as_bytes()).ok()?;
    let mut answer = Vec::new();
    server.read_to_end(&mut answer).ok()?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n")?;
    Some((head.to_owned(), body.to_owned()))
}
