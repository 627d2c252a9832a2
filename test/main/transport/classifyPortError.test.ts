import { mkdir, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { classifyPortError, portErrorCode } from '../../../main/transport/classifyPortError'
import { AppError } from '../../../shared/errors'
import { temporaryFolder } from '../../rig/temporaryFolder'

test.each([
  [new Error('Error Resource temporarily unavailable Cannot lock port'), 'port-busy'],
  [new Error('Error: No such file or directory, cannot open /dev/x'), 'port-not-found'],
  [new Error('Error: Permission denied, cannot open /dev/x'), 'port-permission'],
  [new Error('Opening COM7: File not found'), 'port-not-found'],
  [new Error('Opening COM7: Access denied'), 'port-busy'],
  [Object.assign(new Error('EIO: i/o error, write'), { code: 'EIO' }), 'port-gone'],
  [Object.assign(new Error('ENXIO'), { code: 'ENXIO' }), 'port-gone'],
  [new Error('Opening COM7: Unknown error code 31'), undefined],
])('“%s” is told as %s', (thrown, code) => {
  expect(portErrorCode(thrown)).toBe(code)
})

test('a busy port names the program that has it, as far as the system tells', async () => {
  const root = await temporaryFolder()
  const device = path.join(root, 'ttyACM0')
  await writeFile(device, '')
  await mkdir(path.join(root, 'proc/77/fd'), { recursive: true })
  await mkdir(path.join(root, 'proc/self'), { recursive: true })
  await symlink('/dev/null', path.join(root, 'proc/77/fd/0'))
  await symlink(device, path.join(root, 'proc/77/fd/5'))
  await writeFile(path.join(root, 'proc/77/comm'), 'python3\n')
  await writeFile(path.join(root, 'proc/77/cmdline'), '/usr/bin/python3\0-m\0thonny\0')
  await symlink(device, path.join(root, 'by-id'))
  const error = await classifyPortError(path.join(root, 'by-id'), new Error('Cannot lock port'), {
    procRoot: path.join(root, 'proc'),
    platform: 'linux',
  })
  expect(error).toMatchObject({ code: 'port-busy', details: { port: path.join(root, 'by-id'), holder: 'thonny' } })
  expect(error.message).toContain('thonny')
})

test('a port without permission names the group to join', async () => {
  const root = await temporaryFolder()
  const device = path.join(root, 'ttyUSB0')
  await writeFile(device, '')
  const groupFile = path.join(root, 'group')
  const { gid } = await stat(device)
  await writeFile(groupFile, `other:x:99999:\ndialout:x:${gid}:pi\n`)
  const error = await classifyPortError(device, new Error('Permission denied'), { groupFile, platform: 'linux' })
  expect(error).toMatchObject({ code: 'port-permission', details: { port: device, group: 'dialout' } })
})

test('in a desktop in another language a missing port is still told as missing', async () => {
  const error = await classifyPortError(
    '/nowhere/ttyUSB0',
    new Error('Error: Datei oder Verzeichnis nicht gefunden, cannot open /nowhere/ttyUSB0'),
  )
  expect(error.code).toBe('port-not-found')
})

test('what is an AppError already keeps its code', async () => {
  const known = new AppError('timeout', 'Opening took too long')
  expect(await classifyPortError('/dev/x', known)).toBe(known)
})
