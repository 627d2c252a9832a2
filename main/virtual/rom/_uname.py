# What os.uname() says.
from collections import namedtuple
import sys

uname = namedtuple('uname', ('sysname', 'nodename', 'release', 'version', 'machine'))(
    sys.platform,
    sys.platform,
    '.'.join(str(n) for n in sys.implementation[1][:3]),
    sys.version.split('MicroPython ')[1],
    sys.implementation._machine,
)
