import { type ICruiseResult, type IForbiddenRuleType, cruise } from 'dependency-cruiser'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'

const top = path.resolve(import.meta.dirname, '../..')
const folders = ['shared', 'main', 'preload', 'renderer']

/** Our own files outside the given folders. */
const oursExcept = (...allowed: string[]): { path: string; pathNot?: string[] } => ({
  path: '^(shared|main|preload|renderer|test|scripts)/',
  pathNot: allowed,
})

/** Layers of main that know nothing of hosts and windows. */
const engine = '^main/(transport|protocol|board|virtual|workspace|settings|log|history|archive)/'

const forbidden: IForbiddenRuleType[] = [
  { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'everything imported is there', severity: 'error', from: {}, to: { couldNotResolve: true } },
  { name: 'shared stands alone', severity: 'error', from: { path: '^shared/' }, to: oursExcept('^shared/') },
  { name: 'shared runs anywhere', severity: 'error', from: { path: '^shared/' }, to: { dependencyTypes: ['core'] } },
  { name: 'main knows shared only', severity: 'error', from: { path: '^main/' }, to: oursExcept('^main/', '^shared/') },
  { name: 'the page knows shared only', severity: 'error', from: { path: '^renderer/' }, to: oursExcept('^renderer/', '^shared/') },
  {
    name: 'the page has no Node',
    severity: 'error',
    from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'the preload knows the contract’s names only',
    severity: 'error',
    from: { path: '^preload/' },
    to: oursExcept('^shared/contract/bridge\\.ts$'),
  },
  {
    name: 'electron only in its folder',
    severity: 'error',
    from: { path: '^(shared|main|renderer)/', pathNot: '^main/electron/' },
    to: { path: '^electron(/|$)|node_modules/electron/' },
  },
  {
    name: 'only the entry starts Electron',
    severity: 'error',
    from: { path: '^main/', pathNot: '^main/(electron/|main\\.ts$)' },
    to: { path: '^main/electron/' },
  },
  {
    name: 'the engine knows no hosts',
    severity: 'error',
    from: { path: engine },
    to: { path: '^main/(host|serve|electron|cli)/|^main/[^/]+\\.ts$' },
  },
  {
    name: 'transport knows no Python',
    severity: 'error',
    from: { path: '^main/transport/' },
    to: { path: '^main/(protocol|board|virtual)/' },
  },
  {
    name: 'protocol knows no session and no kind of port',
    severity: 'error',
    from: { path: '^main/protocol/' },
    to: { path: '^main/(board|virtual|workspace)/' },
  },
  {
    name: 'the virtual board is a board, not a session',
    severity: 'error',
    from: { path: '^main/virtual/' },
    to: { path: '^main/(board|protocol)/' },
  },
  {
    name: 'files know no boards',
    severity: 'error',
    from: { path: '^main/(workspace|settings|log|history|archive)/' },
    to: { path: '^main/(board|protocol|transport|virtual)/' },
  },
]

let graph: ICruiseResult

beforeAll(async () => {
  const result = await cruise(
    folders,
    {
      baseDir: top,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^(dist|release|test-output)/' },
      ruleSet: { forbidden },
      validate: true,
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
    },
  )
  if (typeof result.output === 'string') throw new Error(result.output)
  graph = result.output
}, 60_000)

test('each layer knows only those that it may know, and none goes in circles', () => {
  expect(graph.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
})

test('the check sees the code: every layer, and what it imports', () => {
  const imports = graph.modules
    .filter(({ source }) => !source.includes('node_modules'))
    .map(({ source, dependencies }) => ({ source, count: dependencies.length }))
  for (const folder of folders)
    expect(imports.filter(({ source, count }) => source.startsWith(`${folder}/`) && count > 0)).not.toHaveLength(0)
  const electron = graph.modules
    .filter(({ source }) => source.startsWith('main/electron/'))
    .flatMap(({ dependencies }) => dependencies.map(({ module }) => module))
  expect(electron).toContain('electron')
})
