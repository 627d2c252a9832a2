import type { Command } from './command'
import { mkdir, mv, rm, rmdir } from './commands/changing'
import { rtc } from './commands/clock'
import { cat, sha256sum, touch } from './commands/contents'
import { cp } from './commands/copy'
import { devs } from './commands/devs'
import { info } from './commands/info'
import { df, ls, tree } from './commands/looking'
import { evaluate, exec, run } from './commands/programs'
import { repl } from './commands/repl'
import { bootloader, reset, softReset } from './commands/resetting'
import { backup, restore, sync } from './commands/syncing'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  devs,
  info,
  ls,
  tree,
  cat,
  cp,
  rm,
  mkdir,
  rmdir,
  mv,
  touch,
  sha256sum,
  df,
  sync,
  backup,
  restore,
  run,
  exec,
  evaluate,
  repl,
  softReset,
  reset,
  bootloader,
  rtc,
]
