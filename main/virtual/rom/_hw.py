# How the board's own modules reach its hardware: registers in memory, as on a chip, and requests to the parts around it.
import uctypes

with open('/.rom/registers') as f:
    _start = int(f.readline())
    registers = uctypes.bytearray_at(_start, int(f.readline()))

_parts = open('/.rom/parts', 'r+b', 0)


def words(offset, count, kind=uctypes.UINT16):
    # A row of registers of 16 or 32 bits, counted from 0.
    return uctypes.struct(_start + offset, {'row': (uctypes.ARRAY | 0, count | kind)}, uctypes.LITTLE_ENDIAN).row


def ask(part, request=b''):
    # Hands a part (see parts/part.ts) a request, and returns its answer. OSError when the part refuses.
    _parts.write(bytes((part,)) + request)
    return _parts.read()


def changed():
    # To be called after a register was written that the board's picture shows.
    if not registers[0]:
        registers[0] = 1
        _parts.write(b'\x00')
