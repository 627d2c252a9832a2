# Would install packages from the internet.
from socket import refuse


def install(package, index=None, target=None, version=None, mpy=True):
    refuse('packages')
