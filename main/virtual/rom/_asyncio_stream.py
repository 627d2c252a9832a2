# Streams of asyncio: on a UART, the console, a connection, or anything else that select.poll takes.
import sys
import asyncio.core as core


class Stream:
    def __init__(self, s, e={}):
        self.s = s
        self.e = e
        self.out_buf = b''
        # The console would wait for all that is asked of it, and so would every other task.
        self._bytewise = s is sys.stdin or s is sys.stdin.buffer

    def get_extra_info(self, v):
        return self.e[v]

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        await self.wait_closed()

    def close(self):
        pass

    async def wait_closed(self):
        self.s.close()

    async def read(self, n=-1):
        # What is there, at most n bytes; all until the end when n is negative.
        data = None
        while True:
            yield core._io_queue.queue_read(self.s)
            part = self.s.read(1 if self._bytewise else n)
            if part is None:
                continue
            data = part if data is None else data + part
            if not part or n >= 0:
                return data

    async def readinto(self, buf):
        yield core._io_queue.queue_read(self.s)
        if self._bytewise:
            part = self.s.read(1)
            buf[0] = part[0] if isinstance(part, bytes) else ord(part)
            return 1
        return self.s.readinto(buf)

    async def readexactly(self, n):
        data = b''
        while n:
            yield core._io_queue.queue_read(self.s)
            part = self.s.read(1 if self._bytewise else n)
            if part is None:
                continue
            if not part:
                raise EOFError
            data = data + part if data else part
            n -= len(part)
        return data

    async def readline(self):
        line = b''
        while True:
            yield core._io_queue.queue_read(self.s)
            part = self.s.read(1) if self._bytewise else self.s.readline()
            if part is None:
                continue
            line = line + part if line else part
            if not part or part[-1] in (10, '\n'):
                return line

    def write(self, buf):
        if not self.out_buf:
            taken = self.s.write(buf)
            if taken == len(buf):
                return
            if taken is not None:
                buf = buf[taken:]
        self.out_buf += buf

    async def drain(self):
        if not self.out_buf:
            # Others shall have their turn too.
            return await core.sleep_ms(0)
        left = memoryview(self.out_buf)
        while len(left):
            yield core._io_queue.queue_write(self.s)
            taken = self.s.write(left)
            if taken is not None:
                left = left[taken:]
        self.out_buf = b''


StreamReader = Stream
StreamWriter = Stream


async def open_connection(host, port, ssl=None, server_hostname=None):
    import socket

    if ssl:
        socket.refuse('encrypted connections')
    s = socket.socket()
    s.connect(socket.getaddrinfo(host, port)[0][-1])
    stream = Stream(s)
    return stream, stream


async def start_server(cb, host, port, backlog=5, ssl=None):
    import socket

    socket.socket().listen(backlog)
