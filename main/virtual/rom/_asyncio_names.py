# Stands for asyncio.core until asyncio is used, and lends it its names: those that are used often as they are, the others when they are
# asked for. A program that has no asyncio pays for none of it.
import sys

__all__ = (
    '__getattr__',
    'CancelledError',
    'Loop',
    'Task',
    'TimeoutError',
    'create_task',
    'current_task',
    'get_event_loop',
    'new_event_loop',
    'run',
    'sleep',
    'sleep_ms',
)


def __getattr__(name):
    core = sys.modules['asyncio.core'] = __import__('_asyncio_core')
    if name == 'core':
        return core
    if name.startswith('Queue'):
        return getattr(__import__('_asyncio_queue'), name)
    if name.startswith('Stream') or name in ('open_connection', 'start_server'):
        return getattr(__import__('_asyncio_stream'), name)
    if name == 'ThreadSafeFlag':
        from asyncio.event import ThreadSafeFlag

        return ThreadSafeFlag
    if not hasattr(core, name):
        raise AttributeError("'module' object has no attribute '%s'" % name)
    return getattr(core, name)
