"""A mail server for the tests: aiosmtpd, which knows nothing of lettre.

Arguments: a folder, how it behaves, and "starttls", "tls" or "none". Every mail that it took is a file there: its envelope
as JSON in the first line, then its bytes. Says "port NUMBER" once it listens.
"""
import asyncio
import json
import pathlib
import ssl
import sys
import uuid

from aiosmtpd.smtp import SMTP

folder, behaviour, security = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
grey = set()


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if behaviour == "refuses-one" and address.startswith("weg@"):
            return "550 no such person"
        if behaviour == "greylists" and address not in grey:
            grey.add(address)
            return "451 try again later"
        if behaviour == "hangs-before":
            (folder / "reached").touch()
            await asyncio.sleep(600)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if behaviour == "cuts-before":
            server.transport.abort()
            return "250 never heard"
        if behaviour == "refuses-mail":
            return "554 not this one"
        count = uuid.uuid4().hex
        head = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": server.transport.get_extra_info("ssl_object") is not None,
                "user": (session.auth_data.login.decode() if session.authenticated else None)}
        unfinished = folder / f"{count}.part"
        unfinished.write_bytes(json.dumps(head).encode() + b"\n" + envelope.original_content)
        unfinished.rename(folder / f"{count}.mail")
        if behaviour == "cuts-after":
            server.transport.abort()
        if behaviour == "hangs-after":
            (folder / "reached").touch()
            await asyncio.sleep(600)
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    from aiosmtpd.smtp import AuthResult
    return AuthResult(success=data.login == b"kluis" and data.password == b"geheim van de post", auth_data=data)


class Slow(SMTP):
    """Answers a byte a second."""

    async def push(self, status):
        for byte in (status if isinstance(status, bytes) else status.encode()) + b"\r\n":
            self._writer.write(bytes([byte]))
            await asyncio.sleep(1)


async def main():
    context = None
    if security != "none":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(folder / "server.pem", folder / "server.key")
    if behaviour == "asks-certificate":
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(folder / "authority.pem")
        # The tests' certificates say no more than they must.
        context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    kind = Slow if behaviour == "slow" else SMTP
    starttls = context if security == "starttls" else None

    def make():
        return kind(Handler(), hostname="post.test", tls_context=starttls, require_starttls=starttls is not None,
                    authenticator=authenticate, auth_required=behaviour == "asks-who",
                    auth_require_tls=security == "starttls",
                    auth_exclude_mechanism=["LOGIN", "PLAIN"] if security == "none" else [], loop=asyncio.get_running_loop())

    listening = await asyncio.get_running_loop().create_server(
        make, "127.0.0.1", 0, ssl=context if security == "tls" else None)
    print("port", listening.sockets[0].getsockname()[1], flush=True)
    await listening.serve_forever()


asyncio.run(main())
