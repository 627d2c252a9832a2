# Sets the clock by the internet's time: see _internet.py, whose time is the computer's.
import socket
from struct import unpack_from
from time import gmtime

host = 'pool.ntp.org'
timeout = 1
# Seconds from 1900, where NTP begins, to 1970, where time does.
_TO_1970 = 2208988800


def time():
    query = bytearray(48)
    query[0] = 0x1B
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        s.settimeout(timeout)
        s.sendto(query, socket.getaddrinfo(host, 123)[0][-1])
        answer = s.recv(48)
    finally:
        s.close()
    return unpack_from('!I', answer, 40)[0] - _TO_1970


def settime():
    from machine import RTC

    now = gmtime(time())
    RTC().datetime(now[:3] + (now[6],) + now[3:6] + (0,))
