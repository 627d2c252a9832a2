# The event loop of asyncio, in place of the one in this build of the firmware, which leaves the waiting to a browser. The rest of the
# package (events, locks, gather, wait_for) is the firmware's own, and so are the task and the queue below it.
import sys
from _asyncio import Task, TaskQueue
from time import sleep_ms as _wait, ticks_add, ticks_diff, ticks_ms as ticks


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
        if not t:
            cur_task = None
            return
        wait = ticks_diff(t.ph_key, ticks())
        if wait > 0:
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
    global _task_queue
    _task_queue = TaskQueue()
    return Loop
