# Stands for the module micropython, which lacks what only boards have.
from micropython import *

__name__ = 'micropython'


def alloc_emergency_exception_buf(size):
    # An exception in a callback finds memory here without it.
    pass
