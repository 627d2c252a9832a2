# HTTP for programs, as far as the pretend internet (see socket.py) goes.
import json as _json
import socket


class Response:
    def __init__(self, status, reason, headers, content):
        self.status_code = status
        self.reason = reason
        self.headers = headers
        self.content = content
        self.encoding = 'utf-8'

    @property
    def text(self):
        return str(self.content, self.encoding)

    def json(self):
        return _json.loads(self.content)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        pass


def request(method, url, data=None, json=None, headers={}, stream=None, auth=None, timeout=None, parse_headers=True):
    scheme, _, host, path = (url + '/').split('/', 3)
    if scheme == 'https:':
        socket.refuse('encrypted connections')
    if scheme != 'http:':
        raise ValueError('Unsupported protocol: ' + scheme)
    host, _, port = host.partition(':')
    body = _json.dumps(json) if json is not None else data or b''
    body = body.encode() if isinstance(body, str) else body
    given = {'Host': host, 'Content-Length': len(body)}
    given.update(headers)
    s = socket.socket()
    try:
        s.connect(socket.getaddrinfo(host, int(port or 80))[0][-1])
        s.send('%s /%s HTTP/1.0\r\n' % (method, path[:-1]))
        for name, value in given.items():
            s.send('%s: %s\r\n' % (name, value))
        s.send(b'\r\n' + body)
        _, status, reason = s.readline().split(None, 2)
        found = {}
        while True:
            name, separator, value = str(s.readline(), 'utf-8').partition(':')
            if not separator:
                break
            found[name] = value.strip()
        return Response(int(status), reason.rstrip(), found, s.read())
    finally:
        s.close()


def head(url, **kw):
    return request('HEAD', url, **kw)


def get(url, **kw):
    return request('GET', url, **kw)


def post(url, **kw):
    return request('POST', url, **kw)


def put(url, **kw):
    return request('PUT', url, **kw)


def patch(url, **kw):
    return request('PATCH', url, **kw)


def delete(url, **kw):
    return request('DELETE', url, **kw)
