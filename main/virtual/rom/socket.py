# A small pretend internet: a program on the virtual board must not reach the computer or its network. There are a web page, a server that
# says everything again, and one for the time, on hosts that tutorials use; every other way is refused with an error that says so.
import network
from io import IOBase
from micropython import const
from _internet import hosts, server_at

AF_INET = const(2)
AF_INET6 = const(10)
SOCK_STREAM = const(1)
SOCK_DGRAM = const(2)
SOCK_RAW = const(3)
IPPROTO_TCP = const(6)
IPPROTO_UDP = const(17)
IPPROTO_IP = const(0)
SOL_SOCKET = const(4095)
SO_REUSEADDR = const(4)
SO_BROADCAST = const(32)
SO_KEEPALIVE = const(8)
SO_LINGER = const(128)

_EAI_NONAME = const(-2)
_EBADF = const(9)
_EAGAIN = const(11)
_EOPNOTSUPP = const(95)
_ENOTCONN = const(107)
_EHOSTUNREACH = const(113)
_POLL = const(3)
_CLOSE = const(4)


def refuse(what):
    raise OSError(_EOPNOTSUPP, 'no %s: the virtual board has no way out to the real internet' % what)


def getaddrinfo(host, port, af=0, type=0, proto=0, flags=0):
    ip = host if _is_address(host) else hosts.get(host)
    if not network.WLAN().isconnected() and not network.WLAN(network.AP_IF).active():
        raise OSError(_EAI_NONAME, 'not connected to a network')
    if ip is None:
        raise OSError(_EAI_NONAME, 'the virtual board has no way out to the real internet: it only knows micropython.org and pool.ntp.org')
    return [(AF_INET, type or SOCK_STREAM, proto, '', (ip, port))]


def _is_address(host):
    parts = host.split('.')
    return len(parts) == 4 and all(part.isdigit() for part in parts)


class socket(IOBase):
    # Nothing comes while a program waits: asyncio need not ask again and again.
    wakes = True

    def __init__(self, af=AF_INET, type=SOCK_STREAM, proto=0):
        self._type = type
        self._server = None
        self._wait = True
        self._open = True

    def connect(self, address):
        self._server = server_at(address, self._type == SOCK_DGRAM, network.WLAN().isconnected())
        if self._server is None:
            raise OSError(_EHOSTUNREACH, 'the virtual board has no way out to the real internet')

    def bind(self, address):
        pass

    def listen(self, backlog=0):
        raise OSError(_EOPNOTSUPP, 'nobody can reach a server on the virtual board')

    accept = listen

    def send(self, data):
        if not self._open:
            raise OSError(_EBADF)
        if self._server is None:
            raise OSError(_ENOTCONN)
        self._server.take(data.encode() if isinstance(data, str) else bytes(data))
        return len(data)

    write = send

    def sendall(self, data):
        self.send(data)

    def sendto(self, data, address):
        self.connect(address)
        return self.send(data)

    def recv(self, size):
        data = self.read(size)
        if data is None:
            raise OSError(_EAGAIN)
        return data

    def recvfrom(self, size):
        return self.recv(size), self._server.address

    def read(self, size=-1):
        if not self._open:
            raise OSError(_EBADF)
        if self._server is None:
            raise OSError(_ENOTCONN)
        return self._given(self._server.give(size))

    def _given(self, data):
        # What a server has not said yet, it will not say by itself: waiting for it would be for ever.
        if data or self._server.ended:
            return data
        if self._wait:
            raise OSError(110)
        return None

    def readinto(self, buffer, size=-1):
        data = self.read(len(buffer) if size < 0 else size)
        if data is None:
            return None
        buffer[: len(data)] = data
        return len(data)

    def recv_into(self, buffer, size=-1):
        return self.readinto(buffer, size)

    def readline(self):
        if self._server is None:
            raise OSError(_ENOTCONN)
        return self._given(self._server.give_line())

    def makefile(self, mode='rb', buffering=0):
        return self

    def settimeout(self, seconds):
        self._wait = seconds != 0

    def setblocking(self, flag):
        self._wait = bool(flag)

    def setsockopt(self, level, option, value):
        pass

    def close(self):
        self._open = False

    def ioctl(self, request, flags):
        if request == _CLOSE:
            self.close()
            return 0
        if request != _POLL:
            return -1
        server = self._server
        return flags & (4 | (1 if server is not None and (server.said or server.ended) else 0))

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()
