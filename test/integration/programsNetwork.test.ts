import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'

async function run(code: string): Promise<string[]> {
  const wire = await BoardWire.start()
  await wire.enterRaw()
  const { output, error } = await wire.run(code)
  expect(error).toBe('')
  return output.trimEnd().split('\r\n')
}

const CONNECT = `
def do_connect(ssid='Perfboard', key='12345678'):
    import machine, network
    wlan = network.WLAN()
    wlan.active(True)
    if not wlan.isconnected():
        print('connecting to network...')
        wlan.connect(ssid, key)
        while not wlan.isconnected():
            machine.idle()
    print('network config:', wlan.ipconfig('addr4'))
do_connect()
`

describe('programs that use the network', () => {
  it('find networks, and join one as on a board: it takes a while, and goes wrong for the known reasons', async () => {
    const output = await run(`
import network, time
wlan = network.WLAN(network.STA_IF)
print(wlan.active(), wlan.isconnected(), wlan.status() == network.STAT_IDLE)
try: wlan.connect('Perfboard', '12345678')
except OSError as e: print('not active', e.errno)
wlan.active(True)
for ssid, bssid, channel, rssi, security, hidden in wlan.scan():
    print(ssid.decode(), len(bssid), 1 <= channel <= 13, -100 < rssi < -30, security, hidden)
def join(ssid, key=None):
    wlan.connect(ssid, key)
    start = time.ticks_ms()
    while wlan.status() == network.STAT_CONNECTING:
        time.sleep_ms(50)
    print(ssid, wlan.status(), wlan.isconnected(), time.ticks_diff(time.ticks_ms(), start) > 500)
join('nowhere', '12345678')
join('Perfboard', 'short')
join('Neighbour 2.4 GHz', '12345678')
join('Perfboard')
print(wlan.ifconfig(), -100 < wlan.status('rssi') < -30)
wlan.disconnect()
print(wlan.isconnected(), wlan.ifconfig()[0])`)
    expect(output).toEqual([
      'False False True',
      'not active 1',
      'Perfboard 6 True True 3 0',
      'Workshop 6 True True 3 0',
      'Neighbour 2.4 GHz 6 True True 3 0',
      'nowhere -2 False True',
      'Perfboard -3 False True',
      'Neighbour 2.4 GHz -3 False True',
      'Perfboard 3 True True',
      "('192.168.1.42', '255.255.255.0', '192.168.1.1', '192.168.1.1') True",
      'False 0.0.0.0',
    ])
  })

  it('fetch a page as the tutorial does', async () => {
    const output = await run(`${CONNECT}
def http_get(url):
    import socket
    _, _, host, path = url.split('/', 3)
    addr = socket.getaddrinfo(host, 80)[0][-1]
    s = socket.socket()
    s.connect(addr)
    s.send(bytes('GET /%s HTTP/1.0\\r\\nHost: %s\\r\\n\\r\\n' % (path, host), 'utf8'))
    while True:
        data = s.recv(100)
        if data:
            print(str(data, 'utf8'), end='')
        else:
            break
    s.close()
http_get('http://micropython.org/ks/test.html')
import requests
r = requests.get('http://micropython.org/ks/test.html')
print(r.status_code, 'virtual board' in r.text, r.headers['Content-Type'])
print(requests.get('http://micropython.org/elsewhere').status_code)`)
    expect(output.slice(0, 3)).toEqual(['connecting to network...', "network config: ('192.168.1.42', '255.255.255.0')", 'HTTP/1.1 200 OK'])
    expect(output.join('\n')).toContain('<h1>Hello from the virtual board</h1>')
    expect(output.slice(-2)).toEqual(['200 True text/html', '404'])
  })

  it('are told politely that there is no way out', async () => {
    const output = await run(`
import socket
try: socket.getaddrinfo('micropython.org', 80)
except OSError as e: print(e)
${CONNECT}
def attempt(f):
    try: print(f())
    except (OSError, ImportError) as e: print(e)
import mip, requests
attempt(lambda: socket.getaddrinfo('example.com', 80))
attempt(lambda: socket.socket().connect(socket.getaddrinfo('192.168.1.1', 80)[0][-1]))
attempt(lambda: socket.socket().connect(('127.0.0.1', 22)))
attempt(lambda: socket.socket().listen(1))
attempt(lambda: requests.get('https://micropython.org/'))
attempt(lambda: mip.install('ssd1306'))
attempt(lambda: __import__('ssl'))
attempt(lambda: __import__('bluetooth'))`)
    expect(output).toEqual([
      "(-2, 'not connected to a network')",
      'connecting to network...',
      "network config: ('192.168.1.42', '255.255.255.0')",
      "(-2, 'the virtual board has no way out to the real internet: it only knows micropython.org and pool.ntp.org')",
      '[Errno 113] EHOSTUNREACH: the virtual board has no way out to the real internet',
      '[Errno 113] EHOSTUNREACH: the virtual board has no way out to the real internet',
      '[Errno 95] EOPNOTSUPP: nobody can reach a server on the virtual board',
      '[Errno 95] EOPNOTSUPP: no encrypted connections: the virtual board has no way out to the real internet',
      '[Errno 95] EOPNOTSUPP: no packages: the virtual board has no way out to the real internet',
      "no module named 'ssl': the virtual board has no encrypted connections",
      "no module named 'bluetooth': the virtual board has no Bluetooth radio",
    ])
  })

  it('talk over streams of asyncio, and are an access point that nobody joins', async () => {
    const output = await run(`${CONNECT}
import asyncio, network
async def main():
    reader, writer = await asyncio.open_connection('micropython.org', 7)
    writer.write(b'one\\ntwo\\nthree')
    await writer.drain()
    print(await reader.readline(), await reader.readexactly(4), await reader.read(100))
    try: await asyncio.wait_for_ms(reader.read(1), 20)
    except asyncio.TimeoutError: print('nothing more')
    writer.close()
    await writer.wait_closed()
    try: await asyncio.start_server(lambda r, w: None, '0.0.0.0', 80)
    except OSError as e: print(e)
asyncio.run(main())
ap = network.WLAN(network.WLAN.IF_AP)
ap.config(ssid='My AP', channel=11)
ap.active(True)
print(ap.config('ssid'), ap.config('channel'), ap.ifconfig()[0], ap.isconnected(), ap.status('stations'), len(ap.config('mac')))
try: ap.config('nonsense')
except ValueError as e: print(e)`)
    expect(output.slice(2)).toEqual([
      String.raw`b'one\n' b'two\n' b'three'`,
      'nothing more',
      '[Errno 95] EOPNOTSUPP: nobody can reach a server on the virtual board',
      'My AP 11 192.168.4.1 False [] 6',
      'unknown config param',
    ])
  })
})
