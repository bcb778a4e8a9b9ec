"""What goes wrong on the net, in one sentence each. No sentence holds an address with a password in it: they
name the host only."""

from __future__ import annotations

import errno
import http.client
import socket
import ssl

from urllib3.exceptions import HTTPError, SSLError
from urllib3.exceptions import TimeoutError as SlowError

from pkm_app.base.errors import NetworkProblem
from pkm_app.net.guard import is_this_machine
from pkm_app.net.socks import SocksError
from pkm_app.net.target import Target
from pkm_app.net.unpack import BadPacking, TooBig

FAILURES = (OSError, HTTPError, http.client.HTTPException, ValueError, TooBig, BadPacking)

_REFUSED = (errno.ECONNREFUSED, getattr(errno, "WSAECONNREFUSED", errno.ECONNREFUSED))


def problem_of(error: Exception, target: Target, seconds: float, limit: int) -> NetworkProblem:
    """Return the sentence for a failure while talking to a target."""
    host = target.bare_host
    if isinstance(error, TooBig):
        return NetworkProblem("{host} sends more than {megabytes} MB, which is more than is taken in.",
                              kind="too-big", host=host, megabytes=_megabytes(limit))
    if isinstance(error, BadPacking):
        return NetworkProblem("What {host} sent is packed in a way that cannot be read ({why}).",
                              kind="broken", host=host, why=str(error))
    if isinstance(error, SSLError) and isinstance(inner := error.args[0] if error.args else None, Exception):
        error = inner
    if isinstance(error, TimeoutError | SlowError):
        return NetworkProblem("{host} did not answer in full within {seconds} seconds.", kind="timeout", host=host,
                              seconds=_number(seconds))
    if isinstance(error, ssl.SSLCertVerificationError):
        return _of_certificate(error, host)
    if isinstance(error, ssl.SSLError):
        return NetworkProblem("No secure connection with {host} could be made.", kind="broken", host=host)
    if isinstance(error, socket.gaierror):
        return NetworkProblem("There is no host called {host}, or this computer is not connected: check the address.",
                              kind="unreachable", host=host)
    if isinstance(error, OSError):
        return _of_system(error, host)
    return NetworkProblem("What {host} sent is not a proper answer, so it was not used.", kind="broken", host=host)


def without_script(problem: NetworkProblem, target: Target, script: str) -> NetworkProblem:
    """Say what may be the matter where a script that is not run would have chosen a proxy."""
    if problem.kind not in ("unreachable", "timeout") or is_this_machine(target.host):
        return problem
    return NetworkProblem("{host} did not answer; on this computer a script ({script}) chooses the proxy, which PKM "
                          "does not run: set HTTPS_PROXY to the address of the proxy.", kind=problem.kind,
                          host=target.bare_host, script=script)


def _of_certificate(error: ssl.SSLCertVerificationError, host: str) -> NetworkProblem:
    """Say the usual faults in words; the numbers are OpenSSL's (X509_V_ERR_...)."""
    if error.verify_code == 10:
        return NetworkProblem("The certificate of {host} has expired, so nothing was fetched.", kind="certificate",
                              host=host)
    if error.verify_code == 9:
        return NetworkProblem("The certificate of {host} is not valid yet, so nothing was fetched. Is the date of this "
                              "computer right?", kind="certificate", host=host)
    if error.verify_code in (18, 19, 20, 21):
        return NetworkProblem("The certificate of {host} comes from nobody whom this computer trusts, so nothing was "
                              "fetched.", kind="certificate", host=host)
    if error.verify_code in (62, 64):
        return NetworkProblem("{host} shows the certificate of another host, so nothing was fetched.",
                              kind="certificate", host=host)
    return NetworkProblem("The certificate of {host} cannot be trusted ({why}), so nothing was fetched.",
                          kind="certificate", host=host, why=error.verify_message or "not valid")


def _of_system(error: OSError, host: str) -> NetworkProblem:
    if str(error).startswith("Tunnel connection failed"):
        code = "".join(ch for ch in str(error)[24:30] if ch.isdigit())
        return NetworkProblem("The proxy of this system does not let a connection with {host} through ({code}).",
                              kind="unreachable", host=host, code=code)
    if isinstance(error, SocksError):
        return _of_socks(error, host)
    if error.errno in _REFUSED:
        return NetworkProblem("Nobody answers at {host}: the connection was refused.", kind="unreachable", host=host)
    if isinstance(error, ConnectionError):
        return NetworkProblem("{host} broke the connection off.", kind="broken", host=host)
    return NetworkProblem("{host} cannot be reached from here.", kind="unreachable", host=host)


def _of_socks(error: SocksError, host: str) -> NetworkProblem:
    if error.code == SocksError.LOGIN:
        return NetworkProblem("The proxy that is set on this computer does not accept the name and password that are "
                              "set for it.", kind="unreachable")
    if error.code == SocksError.NONE:
        return NetworkProblem("What is set on this computer as a SOCKS proxy is none.", kind="unreachable")
    if error.code in (3, 4, 6):
        return NetworkProblem("{host} cannot be reached from here.", kind="unreachable", host=host)
    if error.code == 5:
        return NetworkProblem("Nobody answers at {host}: the connection was refused.", kind="unreachable", host=host)
    return NetworkProblem("The proxy of this system does not let a connection with {host} through ({code}).",
                          kind="unreachable", host=host, code=error.code)


def _megabytes(limit: int) -> float | int:
    return limit // (1024 * 1024) if limit >= 1024 * 1024 else round(limit / (1024 * 1024), 3)


def _number(seconds: float) -> float | int:
    return int(seconds) if seconds == int(seconds) else seconds
