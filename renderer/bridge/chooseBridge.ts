import type { Bridge, PreloadBridge } from '../../shared/contract/bridge'
import { systemClock } from '../../shared/clock'
import { electronBridge } from './electronBridge'
import { type Socket, SocketBridge } from './socketBridge'

declare global {
  interface Window {
    perfboard?: PreloadBridge
  }
}

/** Electron's bridge where the preload has put one, else the WebSocket of the page's own origin. */
export function chooseBridge(): Bridge {
  if (window.perfboard !== undefined) return electronBridge(window.perfboard)
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return new SocketBridge(() => browserSocket(`${scheme}://${location.host}/bridge`), systemClock)
}

function browserSocket(address: string): Socket {
  const webSocket = new WebSocket(address)
  webSocket.binaryType = 'arraybuffer'
  const socket: Socket = {
    send: (frame) => webSocket.send(frame),
    close: () => webSocket.close(),
    onopen: null,
    onclose: null,
    onmessage: null,
  }
  webSocket.onopen = () => socket.onopen?.()
  webSocket.onclose = () => socket.onclose?.()
  webSocket.onmessage = (event: MessageEvent<unknown>) => {
    if (event.data instanceof ArrayBuffer) socket.onmessage?.(new Uint8Array(event.data))
  }
  return socket
}
