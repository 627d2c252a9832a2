# Runs before boot.py: makes up for what this build of the firmware lacks against a board.
import _asyncio_names, _micropython
import sys, os, gc, builtins, micropython, struct, time, uctypes, __main__

# Found loaded already: by the asyncio package its core, by programs their micropython.
sys.modules['asyncio.core'] = sys.modules.pop('_asyncio_names')
sys.modules['micropython'] = sys.modules.pop('_micropython')

# Binary console: files of their own, which the text's line ends don't touch.
uctypes.bytearray_at(id(sys.stdin.buffer) + 4, 4)[0] = 3
uctypes.bytearray_at(id(sys.stdout.buffer) + 4, 4)[0] = 4


def collect(_):
    gc.collect()


with open('/.rom/collector', 'wb', 0) as f:
    f.write(struct.pack('<I', id(collect)))
gc.threshold(32768)

_ilistdir = os.ilistdir
_stat = os.stat


def ilistdir(path='.'):
    def entries():
        for entry in found:
            size = 0 if entry[1] == 0x4000 else _stat(b'/'.join((path, entry[0])) if isinstance(path, bytes) else path + '/' + entry[0])[6]
            yield (entry[0], entry[1], 0, size)

    found = _ilistdir(path)
    return entries()


def uname():
    return __import__('_uname').uname


def urandom(n):
    with open('/dev/urandom', 'rb', 0) as f:
        return f.read(n)


def sync():
    open('/.rom/sync', 'rb', 0).close()


for f in (ilistdir, uname, urandom, sync):
    setattr(os, f.__name__, f)
del os.mount, os.umount, os.VfsPosix


def seconds():
    # Whole ones, as on a board.
    return time.time_ns() // 1000000000


time.time = seconds
time.ticks_cpu = time.ticks_us
# The older names mean the same, not what the firmware had under them.
sys.modules['uos'] = os
sys.modules['utime'] = time


def _cast(name):
    def cast(value):
        return getattr(__import__('_viper'), name)(value)

    setattr(builtins, name, cast)


for f in ('uint', 'ptr', 'ptr8', 'ptr16', 'ptr32'):
    _cast(f)


def forget(*names):
    for name in names:
        __main__.__dict__.pop(name, None)


# Names that the firmware leaves in the program's globals.
forget('os', 'time', '__file__')


def run(name):
    forget('__file__')
    try:
        os.stat(name)
    except OSError:
        return
    micropython.kbd_intr(3)
    try:
        execfile(name, __main__.__dict__)
    except SystemExit:
        raise
    except BaseException as e:
        sys.print_exception(e)
    finally:
        micropython.kbd_intr(-1)
