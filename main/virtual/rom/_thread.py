# The board runs one program at a time. Locks are there: a program that has a single thread may use them all the same.
class LockType:
    def __init__(self):
        self._locked = False

    def acquire(self, wait=1, timeout=-1):
        if self._locked:
            if wait:
                raise RuntimeError('the virtual board has one thread: nobody could release this lock')
            return False
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError
        self._locked = False

    def locked(self):
        return self._locked

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, kind, value, traceback):
        self.release()


def allocate_lock():
    return LockType()


def get_ident():
    return 1


def stack_size(size=0):
    return 0


def start_new_thread(function, args, kwargs=None):
    raise NotImplementedError('the virtual board has one thread: use asyncio, or a Timer')


def exit():
    raise SystemExit
