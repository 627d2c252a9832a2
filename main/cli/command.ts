import type { Services } from '../services'
import type { OpenBoard } from './openBoard'
import type { Output } from './output'

/** An option of a command: `--long`, perhaps with one letter, perhaps with a value. */
export interface Option {
  type: 'boolean' | 'string'
  short?: string
  /** What stands for the value in the help. */
  value?: string
  /** English; for `t`. */
  help: string
}

/** What a command gets when it is run. */
export interface Call {
  services: Services
  output: Output
  /** The words behind the command that are no options. */
  words: string[]
  /** True for an option that was given. */
  has: (option: string) => boolean
  /** The value of an option; undefined when it wasn't given. */
  value: (option: string) => string | undefined
  /** True: the answer is one JSON value. */
  json: boolean
  /** Aborted at the first Ctrl-C, and when nobody reads the output any more. */
  signal: AbortSignal
  input: NodeJS.ReadStream
  /** True when somebody looks at standard error, who wants to know what happened. */
  terminal: boolean
}

/** A call of a command that works on a board. */
export interface BoardCall extends Call {
  board: OpenBoard
}

interface CommandFacts {
  name: string
  /** What stands behind the name, such as `[-r] SOURCE... DEST`; the same in all languages. */
  usage: string
  /** One line, English; for `t`. */
  summary: string
  /** More of it, English; for `t`. */
  details?: string
  options?: Readonly<Record<string, Option>>
  /** How many words it takes at least and at most. */
  words: readonly [least: number, most: number]
  /** True when it answers data, and so knows `--json`. */
  hasJson?: boolean
  /** True when it can put a program back that it has to stop, and so knows `--restart`. */
  stopsProgram?: boolean
}

/** A command that needs no board. Answers the exit code; failures are AppErrors, `invalid-request` for a wrong use. */
export interface HostCommand extends CommandFacts {
  kind: 'host'
  run(call: Call): Promise<number>
}

/** A command for a board. Answers the exit code, as above. */
export interface BoardCommand extends CommandFacts {
  kind: 'board'
  run(call: BoardCall): Promise<number>
}

export type Command = HostCommand | BoardCommand
