import asyncioCore from './_asyncio_core.py'
import boot from './_boot.py'
import hardware from './_hw.py'
import machine from './machine.py'

/** The folder of the board's own Python modules: they can be imported, but no listing shows them. */
export const ROM_FOLDER = '/.rom'

/** The board's own Python modules by file name. */
export const romModules: ReadonlyMap<string, string> = new Map([
  ['_boot.py', boot],
  ['_asyncio_core.py', asyncioCore],
  ['_hw.py', hardware],
  ['machine.py', machine],
])
