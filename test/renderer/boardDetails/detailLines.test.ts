import { expect, it } from 'vitest'
import { detailLines, detailText } from '../../../renderer/boardDetails/detailLines'
import { FirmwareFacts } from '../../../shared/firmware'
import { plainFirmware } from '../../rig/plainFirmware'

it('tells what a board is and can do, and leaves out what it doesn’t say', () => {
  const firmware = { ...FirmwareFacts.parse(plainFirmware), mpy: 774 + (7 << 10), osFunctions: ['stat', 'rename'] }
  const space = { total: 1_441_792, free: 1_048_576 }
  const mounts = [{ path: '/', kind: 'VfsLfs2', space }]
  const text = detailText(detailLines({ firmware, memory: { total: 204_800, free: 102_400 }, mounts }))
  expect(text.split('\n')).toEqual([
    'Firmware: micropython 1.27.0',
    'Board: scripted',
    'Platform: rp2',
    'Memory: 100 KB free of 200 KB',
    'Files in /: 1.0 MB free of 1.4 MB (VfsLfs2)',
    '.mpy: Version 6.3, native code for armv7emsp',
    'Can do: folders, renaming, SHA-256, raw-paste',
    'Can’t do: CRC-32, expanding compressed data, compressing, binary input and output, Ctrl-C as data, threads',
    'Functions of os: stat, rename',
  ])
})
