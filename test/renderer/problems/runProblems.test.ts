import { beforeEach, describe, expect, it } from 'vitest'
import { explainError } from '../../../renderer/problems/explainError'
import { groupProblems, nextProblem, shownProblems } from '../../../renderer/problems/problemList'
import { reportRun, runProblem } from '../../../renderer/problems/runProblems'
import { type OpenDocument, useDocuments } from '../../../renderer/stores/documentsStore'
import { type Problem, setProblems, useProblems } from '../../../renderer/stores/problemsStore'

const TRACEBACK = [
  'Traceback (most recent call last):',
  '  File "<stdin>", line 7, in <module>',
  '  File "<stdin>", line 3, in f',
  "NameError: name 'x' isn't defined",
  '',
].join('\r\n')

function openDocument(id: string, path = '/main.py'): OpenDocument {
  const ref = { side: 'board', board: 'b', path } as const
  return {
    id,
    ref,
    name: id,
    status: 'text',
    unsaved: false,
    saving: false,
    base: null,
    mtime: null,
    size: 0,
    proven: true,
    changedElsewhere: false,
  }
}

function problem(document: string, line: number): Problem {
  return { document, line, severity: 'error', message: `at ${line}`, source: 'Run' }
}

beforeEach(() => {
  useProblems.setState({ problems: [] })
  useDocuments.setState({ documents: { d: openDocument('d') }, order: ['d'], active: 'd' })
})

describe('the error of a run', () => {
  it('stands at the innermost line of the text that was run', () => {
    reportRun('d', { kind: 'error', seconds: 1, traceback: TRACEBACK }, '')
    expect(useProblems.getState().problems).toMatchObject([
      { document: 'd', line: 3, severity: 'error', message: "NameError: name 'x' isn't defined", source: 'Run' },
    ])
  })

  it('stands at the line of the text that led into a module of the board', () => {
    const traceback = TRACEBACK.replace('"<stdin>", line 3', '"/lib/a.py", line 30')
    expect(runProblem('d', traceback, null)?.line).toBe(7)
    expect(runProblem('d', traceback, '/lib/a.py')?.line).toBe(30)
  })

  it('is said to be in the board’s module where it is, and not explained from the text that was run', () => {
    const traceback = TRACEBACK.replace('"<stdin>", line 3', '"/lib/a.py", line 30')
    const words = runProblem('d', traceback, null, 'xx = 1')?.words
    expect(words).toMatch(/^It happened in \/lib\/a\.py, line 30\. Nothing is called x here/)
    expect(runProblem('d', TRACEBACK, null, 'y = 1')?.words).not.toContain('happened in')
  })

  it('is taken away by a good run, and by one that was stopped, but not by a lost board', () => {
    for (const kind of ['ended', 'stopped'] as const) {
      reportRun('d', { kind: 'error', seconds: 1, traceback: TRACEBACK }, '')
      reportRun('d', { kind: 'lost', seconds: 1 }, '')
      expect(useProblems.getState().problems.length).toBe(1)
      reportRun('d', { kind, seconds: 1 }, '')
      expect(useProblems.getState().problems).toEqual([])
    }
  })

  it('leaves what other tools say alone', () => {
    setProblems('d', 'Linter', [{ ...problem('d', 1), source: 'Linter' }])
    reportRun('d', { kind: 'ended', seconds: 1 }, '')
    expect(useProblems.getState().problems.length).toBe(1)
  })

  it('is explained to a beginner', () => {
    expect(explainError("NameError: name 'x' isn't defined")).toMatch(/called x/)
    expect(explainError('OSError: [Errno 2] ENOENT')).toMatch(/no file/i)
    expect(explainError('OSError: 28')).toMatch(/storage is full/)
    expect(explainError('SomethingElse: 1')).toBeNull()
  })
})

describe('the list of problems', () => {
  const documents = { d: openDocument('d'), e: openDocument('e') }
  const all = [problem('e', 2), problem('closed', 1), problem('d', 9), problem('d', 4)]

  it('goes by tabs and lines, and leaves out closed files', () => {
    const groups = groupProblems(all, documents, ['d', 'e'])
    expect(groups.map((group) => [group.document.id, group.problems.map((entry) => entry.line)])).toEqual([
      ['d', [4, 9]],
      ['e', [2]],
    ])
  })

  it('tells a line that was found wrong before only once when a run stops at it', () => {
    const check = { ...problem('d', 4), severity: 'warning', source: 'Check' } as const
    const lines = shownProblems([problem('d', 4), check, { ...check, line: 5 }, { ...check, document: 'e' }])
    expect(lines.map(({ document, line, source }) => `${document} ${line} ${source}`)).toEqual(['d 4 Run', 'd 5 Check', 'e 4 Check'])
  })

  it('is gone through by F8, round and round', () => {
    const groups = groupProblems(all, documents, ['d', 'e'])
    const seen: number[] = []
    let last: Problem | null = null
    for (let at = 0; at < 4; at++) {
      last = nextProblem(groups, last)
      seen.push(last?.line ?? -1)
    }
    expect(seen).toEqual([4, 9, 2, 4])
    expect(nextProblem([], null)).toBeNull()
  })
})
