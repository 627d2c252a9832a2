import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { Journal } from '../../../main/settings/journal'
import { documentId, type DocumentRef, type JournalEntry } from '../../../shared/layout'
import { temporaryFolder } from '../../rig/temporaryFolder'

const open: Journal[] = []

/** A journal as a process of its own has it; the lock of each is a socket, also in one process. */
function journalIn(folder: string): Journal {
  const journal = new Journal(folder)
  open.push(journal)
  return journal
}

/** What is left when the process that had the journal has ended. */
function endOf(journal: Journal): void {
  journal.dispose()
}

afterEach(() => open.splice(0).forEach((journal) => journal.dispose()))

function entry(name: string, at: number, text = `text of ${name}`, document: DocumentRef = { side: 'untitled', name }): JournalEntry {
  return { id: documentId(document), document, text, base: null, at }
}

const inFile = (text: string, at: number): JournalEntry => ({
  ...entry('a.py', at, text, { side: 'computer', path: '/home/a.py' }),
  base: 'abc',
})

test('unsaved text comes back after a restart, the newest version of each, in order', async () => {
  const folder = path.join(await temporaryFolder(), 'journal')
  const journal = journalIn(folder)
  expect(await journal.list('w')).toEqual([])
  const strange = entry('board:usb:1:/../../ä "x"\n', 2, 'Grüße 🐍\r\n\0')
  const put = (kept: JournalEntry): Promise<void> => journal.put('w', kept)
  await Promise.all([put(entry('b', 3)), put(strange), put(entry('a', 1, 'old')), put(entry('a', 4, 'new')), put(entry('gone', 5))])
  await journal.remove('w', entry('gone', 5).id)
  await journal.remove('w', 'never there')
  endOf(journal)
  expect(await journalIn(folder).list('w')).toEqual([strange, entry('b', 3), entry('a', 4, 'new')])
})

test('one damaged entry, or a write that a crash cut off, does not cost the other unsaved texts', async () => {
  const folder = await temporaryFolder()
  const journal = journalIn(folder)
  await journal.put('w', entry('a', 1))
  const seat = path.join(folder, '1')
  await writeFile(path.join(seat, 'damaged.json'), '{"id": "b", "te')
  await writeFile(path.join(seat, '.perfboard-00000000-0000-0000-0000-000000000000.tmp'), '{')
  expect(await journal.list('w')).toEqual([entry('a', 1)])
  expect((await readdir(seat)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('a second window does not get the unsaved text of a window that is there, and removing its own leaves the other’s', async () => {
  const journal = journalIn(await temporaryFolder())
  journal.connect('first')
  journal.connect('second')
  await journal.put('first', inFile('of the first', 1))
  expect(await journal.list('second')).toEqual([])
  await journal.put('second', inFile('of the second', 2))
  await journal.remove('second', inFile('', 0).id)
  expect(await journal.list('first')).toEqual([inFile('of the first', 1)])
})

test('when fewer windows are opened after a crash, they get the text of all; two texts of one file both come back', async () => {
  const folder = await temporaryFolder()
  const crashed = journalIn(folder)
  await crashed.put('first', inFile('older', 1))
  await crashed.put('second', inFile('newer', 2))
  await crashed.put('second', entry('notes.py', 3))
  await crashed.put('third', inFile('newer', 4))
  endOf(crashed)
  const journal = journalIn(folder)
  journal.connect('fresh')
  const texts = await journal.list('fresh')
  expect(texts).toEqual([entry('a-2.py', 1, 'older'), entry('notes.py', 3), { ...inFile('newer', 4) }])
  expect(await journal.list('fresh')).toEqual(texts)
  journal.connect('later')
  expect(await journal.list('later')).toEqual([])
  for (const { id } of texts) await journal.remove('fresh', id)
  endOf(journal)
  expect(await journalIn(folder).list('later')).toEqual([])
})

test('a window gets its own text first, whatever others that are gone had for the same file', async () => {
  const journal = journalIn(await temporaryFolder())
  await journal.put('own', inFile('mine', 1))
  await journal.put('gone', inFile('another', 2))
  expect(await journal.list('own')).toEqual([inFile('mine', 1), entry('a-2.py', 2, 'another')])
})

test('two processes on one account leave each other’s unsaved text alone; what a dead one left goes to the living', async () => {
  const folder = await temporaryFolder()
  const [one, two] = [journalIn(folder), journalIn(folder)]
  await one.put('main', inFile('of one', 1))
  await two.put('main', inFile('of two', 2))
  await two.remove('main', entry('never there', 0).id)
  expect(await one.list('main')).toEqual([inFile('of one', 1)])
  expect(await two.list('main')).toEqual([inFile('of two', 2)])
  endOf(two)
  expect(await one.list('main')).toEqual([inFile('of one', 1), entry('a-2.py', 2, 'of two')])
})

test('unsaved text of a version that knew no windows comes back', async () => {
  const folder = await temporaryFolder()
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'old.json'), JSON.stringify(entry('a', 1)))
  expect(await journalIn(folder).list('main')).toEqual([entry('a', 1)])
})
