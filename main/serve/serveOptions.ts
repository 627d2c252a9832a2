import { parseArgs } from 'node:util'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'

/** What the command line of the serving host can say. */
export interface ServeOptions {
  /** 0 picks a free one. */
  port: number
}

/** Reads `--port N` (also `--serve`, which the launcher passes on); throws `invalid-request` for anything else. */
export function parseServeOptions(args: readonly string[]): ServeOptions {
  const { values } = parse(args)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new AppError('invalid-request', t('“{{port}}” is no port number', { port: values.port }))
  return { port }
}

function parse(args: readonly string[]): { values: { port: string } } {
  try {
    return parseArgs({ args: [...args], options: { port: { type: 'string', default: '0' }, serve: { type: 'boolean', default: true } } })
  } catch (thrown) {
    throw new AppError('invalid-request', thrown instanceof Error ? thrown.message : String(thrown))
  }
}
