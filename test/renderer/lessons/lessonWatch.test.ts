import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SessionSnapshot } from '../../../shared/board'
import { openExample } from '../../../renderer/editor/exampleTab'
import { modelOf } from '../../../renderer/editor/models'
import { removeTab } from '../../../renderer/editor/openTabs'
import { isLessonDone } from '../../../renderer/lessons/lesson'
import { lessonOf, LESSONS } from '../../../renderer/lessons/lessons'
import { LessonWatch } from '../../../renderer/lessons/lessonWatch'
import { putBoardLevel } from '../../../renderer/stores/boardTreeStore'
import { useDocuments } from '../../../renderer/stores/documentsStore'
import { useLayout } from '../../../renderer/stores/layoutStore'
import { rememberEnd, rememberRun } from '../../../renderer/stores/runStore'
import { useSessions } from '../../../renderer/stores/sessionsStore'

vi.mock('../../../renderer/editor/monaco', async () => (await import('../actions/fakeMonaco')).fakeMonaco)

const session = { id: 's1', boardKey: 'virtual', port: { kind: 'virtual' }, state: { kind: 'running' } } as SessionSnapshot
let watch: LessonWatch
let listed = 0

const done = (): readonly string[] => useLayout.getState().stepsDone
const print = (text: string) =>
  watch.sink({ channel: 'virtual', items: [{ kind: 'bytes', bytes: new TextEncoder().encode(text) }], kept: false, fresh: false })

function boardHolds(...names: string[]): void {
  const entries = names.map((name) => ({ name, path: `/${name}`, kind: 'file' as const, size: 1 }))
  putBoardLevel('virtual', '/', entries, ++listed)
}

/** Runs a lesson's program, or what the user has made of it, and lets it print. */
async function run(id: string, output: string, change: (program: string) => string = (program) => program): Promise<void> {
  const lesson = lessonOf(id)
  const document = `untitled:${lesson.file}`
  openExample(lesson)
  const changed = change(lesson.program)
  if (changed !== lesson.program) modelOf(document)?.setValue(changed)
  rememberRun('s1', document, { name: lesson.file, text: changed })
  const marker = { kind: 'marker', text: 'Run', tone: 'info', starts: 'run' } as const
  await watch.sink({ channel: 'virtual', items: [marker], kept: false, fresh: false })
  await print(output)
}

beforeEach(() => {
  useLayout.setState({ stepsDone: [] })
  useSessions.setState({ sessions: { s1: session }, active: 's1' })
  boardHolds()
  watch = new LessonWatch()
})

afterEach(() => {
  watch.dispose()
  for (const id of useDocuments.getState().order) removeTab(id)
})

describe('a lesson ticks itself off', () => {
  it('when its program has printed what it should, cut anywhere, and not before', async () => {
    await run('blink', 'led: 0\r\nle')
    expect(done()).toEqual([])
    await print('d: 1\r\n')
    expect(done()).toEqual(['blink.run'])
  })

  it('when the one thing was changed and the program run again', async () => {
    await run('blink', 'led: 1\r\n')
    await run('blink', 'led: 1\r\n', (program) => program.replace('sleep(0.5)', 'sleep( .1)'))
    expect(done()).toEqual(['blink.run', 'blink.change'])
    expect(isLessonDone(lessonOf('blink'), done())).toBe(true)
  })

  it('but not for another change', async () => {
    await run('blink', 'led: 1\r\n', (program) => program.replace('range(10)', 'range(20)'))
    expect(done()).toEqual(['blink.run'])
  })

  it('and not for a program that fails', async () => {
    await run('countdown', 'Traceback (most recent call last):\r\n  File "<stdin>", line 1\r\nSyntaxError: invalid syntax\r\n')
    expect(done()).toEqual([])
  })

  it('and a program of the user’s own is none of its business', async () => {
    rememberRun('s1', 'untitled:mine.py', { name: 'mine.py', text: '' })
    const marker = { kind: 'marker', text: 'Run', tone: 'info', starts: 'run' } as const
    await watch.sink({ channel: 'virtual', items: [marker], kept: false, fresh: false })
    await print('led: 1\r\n')
    expect(done()).toEqual([])
  })
})

describe('each lesson can be finished by doing what it says', () => {
  it('Print and count', async () => {
    await run('countdown', '5\r\n4\r\n3\r\n2\r\n1\r\nGo!\r\n')
    await run('countdown', '10\r\n9\r\n2\r\n1\r\nGo!\r\n', (program) => program.replace('start = 5', 'start = 10'))
    expect(isLessonDone(lessonOf('countdown'), done())).toBe(true)
  })

  it('Press a button: a press, the other LED, and Stop', async () => {
    await run('button', '')
    expect(done()).toEqual([])
    await print('pressed: 1\r\n')
    await run('button', 'pressed: 1\r\n', (program) => program.replace('Pin(15', 'Pin(2'))
    expect(done()).toEqual(['button.run', 'button.change'])
    rememberEnd('s1', 'stopped')
    expect(isLessonDone(lessonOf('button'), done())).toBe(true)
  })

  it('Read a sensor: the curve has to move', async () => {
    await run('light', 'light: 60\r\nlight: 61\r\nlight: 60\r\n')
    expect(done()).toEqual(['light.run'])
    await print('light: 80\r\n')
    await run('light', 'light: 60\r\nlight: 60\r\nlight: 60\r\n', (program) => program.replace('sleep(0.1)', 'sleep(0.02)'))
    expect(isLessonDone(lessonOf('light'), done())).toBe(true)
  })

  it('Dim an LED: the knob, the other way round, and Stop', async () => {
    await run('knob', 'level: 30000\r\nlevel: 40000\r\n')
    await run('knob', 'level: 30000\r\nlevel: 10000\r\n', (program) => program.replace('duty_u16(level)', 'duty_u16(65535 - level)'))
    rememberEnd('s1', 'stopped')
    expect(isLessonDone(lessonOf('knob'), done())).toBe(true)
  })

  it('Keep it on the board: run, save, reset, and take it off again', async () => {
    await run('keep', 'beat: 1\r\nbeat: 2\r\n')
    rememberEnd('s1', 'stopped')
    expect(done()).toEqual(['keep.run'])
    boardHolds('main.py')
    expect(done()).toEqual(['keep.run', 'keep.save'])
    await print('\r\nMPY: soft reboot\r\nbeat: 1\r\n')
    expect(done()).toEqual(['keep.run', 'keep.save', 'keep.reset'])
    boardHolds()
    expect(isLessonDone(lessonOf('keep'), done())).toBe(true)
  })
})

it('every lesson has a program and a file of its own, and something to do', () => {
  expect(new Set(LESSONS.map(({ file }) => file)).size).toBe(6)
  for (const { program, steps } of LESSONS) {
    expect(program).toMatch(/\n$/)
    expect(steps.length).toBeGreaterThan(1)
  }
})
