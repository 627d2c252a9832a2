import type { Firmware } from '../../main/protocol/probe'

/** A board that can do what most can, and nothing more: no compression, no binary input. */
export const plainFirmware: Firmware = {
  implementation: 'micropython',
  version: '1.27.0',
  machine: 'scripted',
  platform: 'rp2',
  root: '/',
  hasHash: true,
  hasRename: true,
  hasFolders: true,
  hasBinascii: true,
  encoding: 'base64',
  hasStatvfs: true,
  pasteMode: 'raw-paste',
  canDeflate: false,
  hasCrc32: false,
  hasBinaryInput: false,
  hasBinaryOutput: false,
  hasKbdIntr: false,
  hasThreads: false,
  osFunctions: [],
  freeMemory: 150_000,
}
