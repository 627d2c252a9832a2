# The hosts of the pretend internet, and what answers there.
import struct
from _hw import ask
from micropython import const

_NETWORK = const(11)
_WEB = const(80)
_ECHO = const(7)
_TIME = const(123)

# Addresses that belong to nobody.
hosts = {
    'micropython.org': '192.0.2.80',
    'www.micropython.org': '192.0.2.80',
    'pool.ntp.org': '192.0.2.123',
    'time.google.com': '192.0.2.123',
}
_PAGE = b"""<!DOCTYPE html>
<html lang="en">
    <head>
        <title>Test</title>
    </head>
    <body>
        <h1>Hello from the virtual board</h1>
        This page is kept on the board itself: everything but the internet works.
    </body>
</html>
"""


def ntp_time():
    # What the clock of the computer says, as NTP writes it: seconds since 1900 and a fraction of 32 bits, both big-endian.
    return ask(_NETWORK)


def server_at(address, datagrams, is_connected):
    # What answers at this address; None where nothing does.
    ip, port = address
    if ip in hosts.values() and is_connected:
        if port == _TIME and datagrams:
            return TimeServer(address)
        if port == _ECHO:
            return Server(address)
        if port == _WEB and ip == hosts['micropython.org'] and not datagrams:
            return WebServer(address)


class Server:
    # Says everything again.
    def __init__(self, address):
        self.address = address
        self.said = b''
        self.ended = False

    def take(self, data):
        self.said += data

    def give(self, size):
        if size < 0:
            size = len(self.said)
        data = self.said[:size]
        self.said = self.said[size:]
        return data

    def give_line(self):
        return self.give(self.said.find(b'\n') + 1 or -1)


class WebServer(Server):
    # Has one page, and ends after each request.
    def __init__(self, address):
        super().__init__(address)
        self._request = b''

    def take(self, data):
        self._request += data
        if b'\r\n\r\n' not in self._request or self.ended:
            return
        words = self._request.split(b' ', 2)
        status, page = (b'200 OK', _PAGE) if words[1] == b'/ks/test.html' else (b'404 Not Found', b'There is no such page here.\n')
        head = b'HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\nConnection: close\r\n\r\n' % (status, len(page))
        self.said = head if words[0] == b'HEAD' else head + page
        self.ended = True


class TimeServer(Server):
    # NTP, RFC 5905: the time of the answer is the last of four.
    def take(self, data):
        if len(data) >= 48:
            now = ntp_time()
            self.said = b'\x24\x01\x00\xec' + bytes(12) + now + data[40:48] + now + now
