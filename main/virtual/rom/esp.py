# Many programs for an ESP begin with a word to it.
def osdebug(uart, level=None):
    pass


def flash_size():
    return 2097152


def flash_user_start():
    return 0


def check_fw():
    return True


def sleep_type(sleep_type=None):
    return 0 if sleep_type is None else None
