# The event loop of asyncio, in place of the one in this build of the firmware, which leaves the waiting to a browser. The rest of the
# package (events, locks, gather, wait_for) is the firmware's own, and so are the task and the queue below it. _asyncio_names.py brings
# it all together.
import sys
from _asyncio import Task, TaskQueue
from io import IOBase
from micropython import const
from time import sleep_ms as _wait, ticks_add, ticks_diff, ticks_ms as ticks

__name__ = 'asyncio.core'
_POLLIN = const(1)
_POLLOUT = const(4)
# A stream of the program's own can't wake the loop when it has something: it is asked this often, in milliseconds.
_ASK_AGAIN = const(5)


class CancelledError(BaseException):
    pass


class TimeoutError(Exception):
    pass


_exc_context = {'message': "Task exception wasn't retrieved", 'exception': None, 'future': None}
_stopped = (CancelledError, StopIteration)
_ended = (CancelledError, Exception)
_task_queue = TaskQueue()
cur_task = None


class SingletonGenerator:
    def __init__(self):
        self.state = None
        self.exc = StopIteration()

    def __iter__(self):
        return self

    def __next__(self):
        if self.state is None:
            self.exc.__traceback__ = None
            raise self.exc
        _task_queue.push(cur_task, self.state)
        self.state = None


class IOQueue:
    # The tasks that wait for streams.
    def __init__(self):
        # For each stream, by its id: who waits to read, who to write, and the stream.
        self.map = {}
        self.poller = None
        self.own = 0

    def queue_read(self, stream):
        self._queue(stream, 0)

    def queue_write(self, stream):
        self._queue(stream, 1)

    def _queue(self, stream, side):
        if self.poller is None:
            from select import poll

            self.poller = poll()
        entry = self.map.get(id(stream))
        if entry is None:
            entry = self.map[id(stream)] = [None, None, stream]
            if _is_own(stream):
                self.own += 1
        elif entry[side] is not None:
            raise RuntimeError('two tasks wait for one stream')
        entry[side] = cur_task
        # So that a task which is cancelled is taken out of here.
        cur_task.data = self
        self._register(entry)

    def _register(self, entry):
        flags = (_POLLIN if entry[0] else 0) | (_POLLOUT if entry[1] else 0)
        if flags:
            self.poller.register(entry[2], flags)
            return
        self.poller.unregister(entry[2])
        del self.map[id(entry[2])]
        if _is_own(entry[2]):
            self.own -= 1

    def remove(self, task):
        for entry in list(self.map.values()):
            if task is entry[0] or task is entry[1]:
                entry[0 if task is entry[0] else 1] = None
                self._register(entry)

    def wait_io_event(self, ms):
        # Waits until a stream is ready, at most so long (-1: no limit), and hands over the tasks that waited for it.
        if self.own and not 0 <= ms < _ASK_AGAIN:
            ms = _ASK_AGAIN
        for stream, event in self.poller.ipoll(ms):
            entry = self.map[id(stream)]
            # An error concerns both.
            if entry[0] and event & ~_POLLOUT:
                _task_queue.push(entry[0])
                entry[0] = None
            if entry[1] and event & ~_POLLIN:
                _task_queue.push(entry[1])
                entry[1] = None
            self._register(entry)


def _is_own(stream):
    # Whether it is made by the program, and has to be asked. What sets a flag has woken the board by itself.
    from asyncio.event import ThreadSafeFlag

    return isinstance(stream, IOBase) and not isinstance(stream, ThreadSafeFlag) and not hasattr(stream, 'wakes')


_io_queue = IOQueue()


def sleep_ms(t, sgen=SingletonGenerator()):
    sgen.state = ticks_add(ticks(), max(0, t))
    return sgen


def sleep(t):
    return sleep_ms(int(t * 1000))


def _promote_to_task(aw):
    return aw if isinstance(aw, Task) else create_task(aw)


def create_task(coro):
    if not hasattr(coro, 'send'):
        raise TypeError('coroutine expected')
    t = Task(coro, globals())
    _task_queue.push(t)
    return t


def _finish(t, er):
    # Hands the end of a task to those who wait for it.
    waited = False
    if t.state is True:
        t.state = None
    elif callable(t.state):
        t.state(t, er)
        t.state = False
        waited = True
    else:
        while t.state.peek():
            _task_queue.push(t.state.pop())
            waited = True
        t.state = False
    if not waited and not isinstance(er, _stopped):
        # It comes again, so that its exception is reported if nobody asks for it until then.
        _task_queue.push(t)
    t.data = er


def run_until_complete(main_task=None):
    global cur_task
    while True:
        t = _task_queue.peek()
        if not t and not _io_queue.map:
            cur_task = None
            return
        wait = ticks_diff(t.ph_key, ticks()) if t else -1
        if _io_queue.map:
            _io_queue.wait_io_event(max(0, wait) if t else -1)
            # Tasks whose stream is ready may have come before the first.
            t = _task_queue.peek()
            if not t or ticks_diff(t.ph_key, ticks()) > 0:
                continue
        elif wait > 0:
            _wait(wait)
            continue
        t = _task_queue.pop()
        cur_task = t
        try:
            exc = t.data
            if exc:
                t.data = None
                t.coro.throw(exc)
            else:
                t.coro.send(None)
        except _ended as er:
            if t is main_task:
                cur_task = None
                if isinstance(er, StopIteration):
                    return er.value
                raise er
            if t.state:
                _finish(t, er)
            elif t.state is None:
                t.data = exc
                _exc_context['exception'] = exc
                _exc_context['future'] = t
                Loop.call_exception_handler(_exc_context)


def run(coro):
    return run_until_complete(create_task(coro))


async def _stopper():
    pass


_stop_task = None


class Loop:
    _exc_handler = None

    def create_task(coro):
        return create_task(coro)

    def run_forever():
        global _stop_task
        _stop_task = Task(_stopper(), globals())
        run_until_complete(_stop_task)

    def run_until_complete(aw):
        return run_until_complete(_promote_to_task(aw))

    def stop():
        global _stop_task
        if _stop_task is not None:
            _task_queue.push(_stop_task)
            _stop_task = None

    def close():
        pass

    def set_exception_handler(handler):
        Loop._exc_handler = handler

    def get_exception_handler():
        return Loop._exc_handler

    def default_exception_handler(loop, context):
        print(context['message'], file=sys.stderr)
        print('future:', context['future'], 'coro=', context['future'].coro, file=sys.stderr)
        sys.print_exception(context['exception'], sys.stderr)

    def call_exception_handler(context):
        (Loop._exc_handler or Loop.default_exception_handler)(Loop, context)


def get_event_loop(runq_len=0, waitq_len=0):
    return Loop


def current_task():
    if cur_task is None:
        raise RuntimeError('no running event loop')
    return cur_task


def new_event_loop():
    global _task_queue, _io_queue
    _task_queue = TaskQueue()
    _io_queue = IOQueue()
    return Loop
