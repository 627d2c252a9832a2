import { mkdir, readFile, readdir, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { Log } from '../../../main/log/log'
import { RotatingFile } from '../../../main/log/rotatingFile'
import { SessionLog } from '../../../main/log/sessionLog'
import { temporaryFolder } from '../../rig/temporaryFolder'

test('the log keeps the newest 1,000 entries at hand and every one of them as a line on the disk', async () => {
  const file = path.join(await temporaryFolder(), 'logs/perfboard.log')
  const log = new Log(file)
  const told: number[] = []
  log.onEntry(({ id }) => told.push(id))
  for (let index = 1; index <= 1_200; index++) log.write('info', `entry ${index}`)
  await log.close()
  expect(told).toHaveLength(1_200)
  expect(log.entries()).toHaveLength(1_000)
  expect(log.entries()[0]).toMatchObject({ id: 201, level: 'info', text: 'entry 201' })
  expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(1_200)
})

test('a text from a board can’t forge an entry of the log', async () => {
  const file = path.join(await temporaryFolder(), 'perfboard.log')
  const log = new Log(file)
  log.write('warn', 'a\n2026-01-01T00:00:00.000Z info  forged\u001b[2J', { port: '/dev/x' })
  await log.close()
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  expect(lines.filter((line) => /^\d{4}-/.test(line))).toHaveLength(1)
  expect(lines.join('')).not.toContain('\u001b')
  expect(lines.join('')).toContain('{"port":"/dev/x"}')
})

test('a folder that can’t be written, or details that can’t be told, never break what is being logged', async () => {
  const folder = await temporaryFolder()
  await writeFile(path.join(folder, 'logs'), 'a file where the folder should be')
  const log = new Log(path.join(folder, 'logs/perfboard.log'))
  const circular: Record<string, unknown> = {}
  circular.self = circular
  log.write('error', 'still here', circular)
  await log.close()
  expect(log.entries()[0]?.text).toContain('still here')
})

test('a session’s log holds exactly the bytes that the board sent, whatever the board is called', async () => {
  const folder = await temporaryFolder()
  const log = new SessionLog(folder, '../usb:2E8A:0005:e66')
  const sent = Uint8Array.from({ length: 100_000 }, (_unused, index) => (index * 7) & 0xff)
  for (let at = 0; at < sent.length; at += 77) log.write(sent.subarray(at, at + 77))
  await log.close()
  expect(log.path).toBe(path.join(folder, 'board-usb-2E8A-0005-e66.log'))
  expect(Buffer.compare(await readFile(log.path), sent)).toBe(0)
  log.write(sent.subarray(0, 3))
  await log.close()
  expect(await readFile(log.path)).toHaveLength(100_003)
})

test('a log that is full goes on in the next file; the newest bytes are kept and the disk does not fill up', async () => {
  const folder = await temporaryFolder()
  const file = new RotatingFile(path.join(folder, 'x.log'), { size: 10, files: 3 })
  file.append(Buffer.from('0123456789abcdefghijABCDEFGHIJklm'))
  await file.close()
  const again = new RotatingFile(path.join(folder, 'x.log'), { size: 10, files: 3 })
  again.append(Buffer.from('nop'))
  await again.close()
  expect((await readdir(folder)).sort()).toEqual(['x.1.log', 'x.2.log', 'x.log'])
  const texts = await Promise.all(['x.2.log', 'x.1.log', 'x.log'].map((name) => readFile(path.join(folder, name), 'utf8')))
  expect(texts).toEqual(['abcdefghij', 'ABCDEFGHIJ', 'klmnop'])
  expect(again.lostBytes).toBe(0)
})

test('bytes that the disk refused are counted, and the log goes on when the disk is back', async () => {
  const folder = await temporaryFolder()
  const place = path.join(folder, 'logs')
  await writeFile(place, '')
  const file = new RotatingFile(path.join(place, 'x.log'), { size: 10, files: 2 })
  file.append(Buffer.from('lost'))
  await file.flush()
  expect(file.lostBytes).toBe(4)
  await unlink(place)
  await mkdir(place)
  file.append(Buffer.from('kept'))
  await file.close()
  expect(await readFile(path.join(place, 'x.log'), 'utf8')).toBe('kept')
})
