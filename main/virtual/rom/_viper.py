# The casts of viper code. Such code is bytecode here (see firmware.ts), which doesn't know them: so they are functions.
import builtins, struct, uctypes


def uint(value):
    return int(value) & 0xFFFFFFFF


def ptr8(buffer):
    return _row(buffer, uctypes.UINT8, 1)


def ptr16(buffer):
    return _row(buffer, uctypes.UINT16, 2)


def ptr32(buffer):
    return _row(buffer, uctypes.INT32, 4)


ptr = ptr8


def _row(buffer, kind, size):
    # What a pointer points to, with the one difference that it has an end.
    if isinstance(buffer, int):
        raise ValueError('the virtual board has no hardware registers at fixed addresses')
    row = {'row': (uctypes.ARRAY | 0, _length(buffer) // size | kind)}
    return uctypes.struct(uctypes.addressof(buffer), row, uctypes.NATIVE).row


def _length(buffer):
    # In bytes. An array tells its length in items, and nothing of their size.
    count = len(buffer)
    for size in (8, 4, 2):
        try:
            struct.unpack_from('b', buffer, count * size - 1)
            return count * size
        except ValueError:
            # It is shorter.
            pass
    return count


for _cast in (uint, ptr, ptr8, ptr16, ptr32):
    setattr(builtins, _cast.__name__, _cast)
builtins.ptr = ptr
