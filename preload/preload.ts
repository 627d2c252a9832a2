import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { EVENT_CHANNEL, type PreloadBridge, type Reply, REQUEST_CHANNEL } from '../shared/contract/bridge'

const bridge: PreloadBridge = {
  request: (name, params) => ipcRenderer.invoke(REQUEST_CHANNEL, name, params) as Promise<Reply>,
  onEvent(listener) {
    const receive = (_event: IpcRendererEvent, name: string, payload: unknown): void => listener(name, payload)
    ipcRenderer.on(EVENT_CHANNEL, receive)
    return () => ipcRenderer.off(EVENT_CHANNEL, receive)
  },
}

contextBridge.exposeInMainWorld('perfboard', bridge)
