import type { Clock } from '../../shared/clock'
import { ScriptedPeer } from './scriptedPeer'

/** How a scripted REPL behaves. */
export interface ReplBehaviour {
  /** What it answers to the question for raw-paste. */
  paste: 'yes' | 'unsupported' | 'unknown'
  window: number
  /** What it prints for a program, ending included: `out\x04err\x04>`, or a banner with its prompt when it restarts. Undefined: it never answers. */
  run: (code: string) => string | undefined
  /** In raw-paste mode, the compiler gives up after this many bytes. */
  failAfter?: number
  /** What the friendly REPL prints when it is entered. */
  banner?: string
  /** What `sys.ps1` was set to. */
  prompt?: string
  /** While it takes code, the board restarts after this many bytes of it. Once. */
  resetAfter?: number
  /** Ctrl-C is ignored as long as this is positive. */
  deaf?: number
}

const RAW_BANNER = '\r\nraw REPL; CTRL-B to exit\r\n>'
/** What a board prints that restarts. */
export const BOOT = 'ets Jul 29 2019 12:21:46\r\n\r\nrst:0xc (SW_CPU_RESET)\r\n'
export const BANNER = '\r\nMicroPython v1.27.0 on 2025-12-10; a scripted board\r\nType "help()" for more information.\r\n>>> '

/** The bytes of MicroPython's REPL by its documentation, without the Python. It throws when more is sent than its window allows. */
export function rawReplPeer(clock: Clock, behaviour: ReplBehaviour): ScriptedPeer {
  let mode: 'friendly' | 'raw' | 'paste' | 'failed' | 'busy' = 'friendly'
  let line = ''
  let allowed = 0
  let unacknowledged = 0
  const prompt = behaviour.prompt ?? '>>> '
  const banner = behaviour.banner ?? BANNER.replace('>>> ', prompt)

  const answer = (peer: ScriptedPeer, lead: string, code: string): void => {
    const result = behaviour.run(code)
    mode = result === undefined ? 'busy' : result.endsWith(prompt) ? 'friendly' : 'raw'
    line = ''
    peer.send(lead + (result ?? ''))
  }

  const friendly = (byte: number, peer: ScriptedPeer): void => {
    if (byte === 1) {
      mode = 'raw'
      peer.send(RAW_BANNER)
    } else if (byte === 2) peer.send(banner)
    else if (byte === 3) peer.send(`\r\n${prompt}`)
  }

  const raw = (byte: number, peer: ScriptedPeer): void => {
    if (byte === 1 && line === '\x05A') {
      line = ''
      if (behaviour.paste === 'yes') {
        mode = 'paste'
        allowed = behaviour.window * 2
        unacknowledged = 0
        peer.send(`R\x01${String.fromCharCode(behaviour.window & 255, behaviour.window >> 8)}\x01`)
      } else peer.send(behaviour.paste === 'unsupported' ? 'R\x00>' : RAW_BANNER.slice(2))
    } else if (byte === 1) {
      line = ''
      peer.send(RAW_BANNER.slice(2))
    } else if (byte === 2) {
      mode = 'friendly'
      peer.send(banner)
    } else if (byte === 3) line = ''
    else if (byte === 4 && line === '') peer.send('OK\r\nMPY: soft reboot\r\nboot says hello\r\nraw REPL; CTRL-B to exit\r\n>')
    else if (byte === 4) answer(peer, 'OK', line)
    else line += String.fromCharCode(byte)
  }

  const paste = (byte: number, peer: ScriptedPeer): void => {
    if (byte === 3) {
      mode = 'raw'
      line = ''
      peer.send('\x04\x04Traceback (most recent call last):\r\nKeyboardInterrupt: \r\n\x04>')
      return
    }
    if (byte === 4) {
      answer(peer, '\x04', line)
      return
    }
    line += String.fromCharCode(byte)
    allowed -= 1
    if (allowed < 0) throw new Error('more was sent than the window allows')
    if (behaviour.failAfter !== undefined && line.length >= behaviour.failAfter) {
      mode = 'failed'
      peer.send('\x04')
      return
    }
    unacknowledged += 1
    if (unacknowledged === behaviour.window) {
      unacknowledged = 0
      allowed += behaviour.window
      peer.send('\x01')
    }
  }

  const restarts = (peer: ScriptedPeer): boolean => {
    if (behaviour.resetAfter === undefined || line.length < behaviour.resetAfter) return false
    behaviour.resetAfter = undefined
    mode = 'friendly'
    line = ''
    peer.send(BOOT + banner)
    return true
  }

  return new ScriptedPeer(clock, (byte, peer) => {
    if (restarts(peer)) return
    if (byte === 3 && (behaviour.deaf ?? 0) > 0) behaviour.deaf = (behaviour.deaf ?? 0) - 1
    else if (mode === 'friendly') friendly(byte, peer)
    else if (mode === 'raw') raw(byte, peer)
    else if (mode === 'paste') paste(byte, peer)
    else if (mode === 'failed' && (byte === 3 || byte === 4)) {
      mode = 'raw'
      line = ''
      peer.send('\x04Traceback (most recent call last):\r\n  File "<stdin>", line 1\r\nSyntaxError: invalid syntax\r\n\x04>')
    } else if (mode === 'busy' && byte === 3) {
      mode = 'raw'
      peer.send('\x04Traceback (most recent call last):\r\n  File "<stdin>", line 1, in <module>\r\nKeyboardInterrupt: \r\n\x04>')
    }
  })
}
