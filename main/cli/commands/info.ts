import { t, text } from '../../../shared/language/language'
import { portName } from '../../../shared/portName'
import type { BoardCommand } from '../command'
import { EXIT } from '../exitCodes'

/** `info`: what the board is. */
export const info: BoardCommand = {
  kind: 'board',
  name: 'info',
  usage: '',
  summary: text('Say what the board is: firmware, memory, storage'),
  words: [0, 0],
  hasJson: true,
  stopsProgram: true,
  async run({ board, output, json }) {
    const { memory, storage, firmware } = await board.job(t('Looking at the board'), async (job) => ({
      firmware: job.firmware,
      storage: await job.files.storage(job.firmware.root),
      memory: await job.files.memory(),
    }))
    const { port } = board.session.snapshot()
    if (json) {
      output.json({ port: { ...port, name: portName(port) }, firmware, memory, storage })
      return EXIT.ok
    }
    const rows: [string, string][] = [
      ['port', port.name === port.path ? port.path : `${port.path} (${portName(port)})`],
      ['firmware', `${firmware.implementation} ${firmware.version}`],
      ['machine', firmware.machine],
      ['platform', firmware.platform],
      ['id', firmware.uniqueId ?? '-'],
      ['files', firmware.root],
      ['memory', t('{{free}} of {{total}} bytes free', { ...memory })],
      ['storage', storage === null ? '-' : t('{{free}} of {{total}} bytes free', { ...storage })],
    ]
    for (const [name, value] of rows) output.line(`${name.padEnd(10)}${value}`)
    return EXIT.ok
  },
}
