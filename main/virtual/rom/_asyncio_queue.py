# asyncio.Queue as CPython has it: MicroPython leaves it out, and many programs expect it.
from asyncio import Event


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._items = []
        self._unfinished = 0
        self._put = Event()
        self._got = Event()
        self._done = Event()
        self._done.set()

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self.maxsize <= len(self._items)

    async def get(self):
        # Others may wait too, and one of them may have been quicker.
        while not self._items:
            self._put.clear()
            await self._put.wait()
        return self.get_nowait()

    def get_nowait(self):
        if not self._items:
            raise QueueEmpty
        self._got.set()
        return self._get()

    async def put(self, item):
        while self.full():
            self._got.clear()
            await self._got.wait()
        self.put_nowait(item)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._unfinished += 1
        self._done.clear()
        self._put.set()
        self._put_in(item)

    def task_done(self):
        if not self._unfinished:
            raise ValueError('task_done() called too many times')
        self._unfinished -= 1
        if not self._unfinished:
            self._done.set()

    async def join(self):
        await self._done.wait()

    def _get(self):
        return self._items.pop(0)

    def _put_in(self, item):
        self._items.append(item)
