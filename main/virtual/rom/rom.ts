import asyncioCore from './_asyncio_core.py'
import asyncioNames from './_asyncio_names.py'
import asyncioQueue from './_asyncio_queue.py'
import asyncioStream from './_asyncio_stream.py'
import boot from './_boot.py'
import hardware from './_hw.py'
import micropython from './_micropython.py'
import viper from './_viper.py'
import machine from './machine.py'
import internet from './_internet.py'
import thread from './_thread.py'
import esp from './esp.py'
import esp32 from './esp32.py'
import mip from './mip.py'
import network from './network.py'
import ntptime from './ntptime.py'
import requests from './requests.py'
import rp2 from './rp2.py'
import socket from './socket.py'
import { otherNames } from './otherNames'

/** The folder of the board's own Python modules: they can be imported, but no listing shows them. */
export const ROM_FOLDER = '/.rom'

/** The board's own Python modules by file name. */
export const romModules: ReadonlyMap<string, string> = new Map([
  ['_boot.py', boot],
  ['_asyncio_core.py', asyncioCore],
  ['_asyncio_names.py', asyncioNames],
  ['_asyncio_queue.py', asyncioQueue],
  ['_asyncio_stream.py', asyncioStream],
  ['_hw.py', hardware],
  ['_micropython.py', micropython],
  ['_viper.py', viper],
  ['machine.py', machine],
  ['_internet.py', internet],
  ['_thread.py', thread],
  ['esp.py', esp],
  ['esp32.py', esp32],
  ['mip.py', mip],
  ['network.py', network],
  ['ntptime.py', ntptime],
  ['requests.py', requests],
  ['rp2.py', rp2],
  ['socket.py', socket],
  ...otherNames,
])
