# The radio of a board that has none: its networks are made up, and what is beyond them is in socket.py. Numbers and names are those of a
# board with the same chip.
import random
from micropython import const
from time import sleep_ms, ticks_diff, ticks_ms

_JOIN_MS = const(1000)
_SCAN_MS = const(300)
_EPERM = const(1)

STA_IF = 0
AP_IF = 1
STAT_IDLE = 0
STAT_CONNECTING = 1
STAT_GOT_IP = 3
STAT_CONNECT_FAIL = -1
STAT_NO_AP_FOUND = -2
STAT_WRONG_PASSWORD = -3

# Name, address, channel, strength, security, hidden. The first lets everybody in whose password could be one.
_networks = (
    (b'Perfboard', b'\x02\x50\x42\x00\x00\x01', 6, -48, 3, 0),
    (b'Workshop', b'\x02\x50\x42\x00\x00\x02', 1, -67, 3, 0),
    (b'Neighbour 2.4 GHz', b'\x02\x50\x42\x00\x00\x03', 11, -83, 3, 0),
)
_hostname = 'perfboard'
_country = 'XX'
_settings = {'reconnects': -1, 'txpower': 20, 'hidden': False, 'max_clients': 4, 'trace': 0}
_writable = ('ssid', 'essid', 'key', 'password', 'security', 'authmode', 'channel', 'pm', 'hostname', 'antenna', 'bssid')


def _checked(value, least, most, what):
    value = str(value, 'utf8') if isinstance(value, bytes) else value
    if not isinstance(value, str) or not least <= len(value.encode()) <= most:
        raise ValueError('invalid ' + what)
    return value


def hostname(name=None):
    global _hostname
    if name is None:
        return _hostname
    _hostname = _checked(name, 1, 32, 'hostname')


def country(code=None):
    global _country
    if code is None:
        return _country
    _country = _checked(code, 2, 2, 'country code').upper()


def ipconfig(param=None, **values):
    # Of all interfaces: the server of names, and which kind of address is preferred.
    if param == 'dns':
        return _station._address[3]
    if param == 'prefer':
        return 4
    for name, value in values.items():
        if name == 'dns':
            _station._address[3] = value
        elif name != 'prefer':
            raise ValueError('unexpected key')
    if param is not None:
        raise ValueError('unexpected key')


class WLAN:
    IF_STA = STA_IF
    IF_AP = AP_IF
    SEC_OPEN = 0
    SEC_WPA_WPA2 = 4
    PM_NONE = 0
    PM_PERFORMANCE = 1
    PM_POWERSAVE = 2

    def __new__(cls, interface=STA_IF):
        if interface not in (STA_IF, AP_IF):
            raise ValueError('no such interface')
        return _station if interface == STA_IF else _access_point

    def _start(self, interface):
        self._interface = interface
        self._active = False
        self._config = {'ssid': '' if interface == STA_IF else 'PERFBOARD', 'key': '', 'security': 0, 'channel': 6, 'pm': 1}
        self._reset()
        return self

    def _reset(self):
        self._state = STAT_IDLE
        self._since = 0
        ip = '192.168.4.1' if self._interface == AP_IF else '0.0.0.0'
        self._address = [ip, '255.255.255.0', ip, ip]
        self._static = False

    def active(self, is_active=None):
        if is_active is None:
            return self._active
        if bool(is_active) != self._active:
            self._active = bool(is_active)
            self._state = STAT_GOT_IP if self._active and self._interface == AP_IF else STAT_IDLE

    def scan(self, **options):
        self._need_station()
        sleep_ms(_SCAN_MS)
        return [n[:3] + (n[3] + random.randint(-2, 2),) + n[4:] for n in _networks]

    def connect(self, ssid=None, key=None, *, security=None, auth=None, bssid=None, channel=None):
        self._need_station()
        if ssid is not None:
            self._config['ssid'] = _checked(ssid, 1, 32, 'ssid')
            self._config['key'] = '' if key is None else _checked(key, 0, 64, 'key')
        self._state = STAT_CONNECTING
        self._since = ticks_ms()

    def disconnect(self):
        self._state = STAT_IDLE
        if not self._static:
            self._address[:] = ('0.0.0.0', '255.255.255.0', '0.0.0.0', '0.0.0.0')

    def isconnected(self):
        # Nobody ever joins the board's own network.
        return self._interface == STA_IF and self._settle() == STAT_GOT_IP

    def status(self, param=None):
        if param is None:
            return self._settle()
        if param == 'rssi' and self._interface == STA_IF:
            if not self.isconnected():
                raise OSError(_EPERM)
            return _networks[0][3] + random.randint(-2, 2)
        if param == 'stations' and self._interface == AP_IF:
            return []
        raise ValueError('unknown status param')

    def ifconfig(self, config=None):
        self._settle()
        if config is None:
            return tuple(self._address)
        if config == 'dhcp':
            self._static = False
            return
        if len(config) != 4:
            raise ValueError('requested length 4 but object has length %d' % len(config))
        self._address[:] = config
        self._static = True

    def ipconfig(self, param=None, **values):
        self._settle()
        for name, value in values.items():
            self._set_ip(name, value)
        if param == 'addr4':
            return tuple(self._address[:2])
        if param == 'gw4':
            return self._address[2]
        if param == 'dhcp4':
            return not self._static
        if param == 'has_dhcp4':
            return self.isconnected() and not self._static
        if param == 'addr6':
            return []
        if param is not None or not values:
            raise ValueError('unexpected key')

    def config(self, *params, **values):
        if values:
            for name, value in values.items():
                self._set(name, value)
            return
        (name,) = params
        if name == 'mac':
            return b'\x28\xcd\xc1\x50\x42' + bytes((self._interface,))
        if name == 'hostname':
            return _hostname
        name = {'essid': 'ssid', 'authmode': 'security'}.get(name, name)
        if name in _settings:
            return _settings[name]
        if name in self._config and name != 'key':
            return self._config[name]
        raise ValueError('unknown config param')

    def _set(self, name, value):
        if name in _settings:
            _settings[name] = value
        elif name not in _writable:
            raise ValueError('unknown config param')
        elif name == 'hostname':
            hostname(value)
        else:
            self._config[{'essid': 'ssid', 'password': 'key', 'authmode': 'security'}.get(name, name)] = value

    def _set_ip(self, name, value):
        if name == 'addr4':
            ip, bits = value.split('/') if isinstance(value, str) and '/' in value else (value, 24)
            if not isinstance(ip, str):
                ip, mask = ip
            else:
                n = 0xFFFFFFFF << 32 - int(bits)
                mask = '.'.join(str(n >> s & 255) for s in (24, 16, 8, 0))
            self._address[:2] = ip, mask
            self._static = True
        elif name == 'gw4':
            self._address[2] = value
        elif name == 'dhcp4':
            self._static = not value
        elif name not in ('dhcp6', 'autoconf6'):
            raise ValueError('unexpected key')

    def _need_station(self):
        if self._interface != STA_IF or not self._active:
            raise OSError(_EPERM)

    def _settle(self):
        # What became of the attempt to connect: nothing for a second, as on the air.
        if self._state == STAT_CONNECTING and ticks_diff(ticks_ms(), self._since) >= _JOIN_MS:
            ssid, key = self._config['ssid'].encode(), self._config['key']
            if ssid not in (n[0] for n in _networks):
                self._state = STAT_NO_AP_FOUND
            elif ssid != _networks[0][0] or 0 < len(key) < 8:
                self._state = STAT_WRONG_PASSWORD
            else:
                self._state = STAT_GOT_IP
                if not self._static:
                    self._address[:] = '192.168.1.42', '255.255.255.0', '192.168.1.1', '192.168.1.1'
        return self._state

    def __repr__(self):
        return '<WLAN %s %s %s>' % ('AP' if self._interface else 'STA', 'up' if self._active else 'down', self._address[0])


_station = object.__new__(WLAN)._start(STA_IF)
_access_point = object.__new__(WLAN)._start(AP_IF)
