import { concat, endsWith, utf8 } from '../../../main/protocol/bytes'
import { ENTER_RAW, FRIENDLY, INTERRUPT, RAW_BANNER } from '../../../main/protocol/controlBytes'
import type { VirtualBoard } from '../../../main/virtual/virtualBoard'
import type { BoardTree } from './operation'

/** A board that takes longer for a step is not in order. */
const STEP_LIMIT_MS = 3_000
/** Bytes of a file in one step. */
const PIECE = 8_192
const END = '\u0004'

/** The board's own modules, whatever boot.py has put before them; `w` appends to a file. */
const CLEAR = `
import sys
sys.modules.pop('hold',None)
os=sys.modules.get('real os') or __import__('os')
def rm(p):
 for e in list(os.ilistdir(p or '/')):
  q=p+'/'+e[0]
  if e[1]&0x4000:
   rm(q)
   os.rmdir(q)
  else:os.remove(q)
rm('')
def w(p,b):
 with open(p,'ab') as f:f.write(b)
`

/**
 * Gives a board at its prompt these files and no others, and resets its interpreter: a tenth of the work of a power cycle. By bytes of its own, so that
 * nothing of what is tested takes part. False when the board did not answer as it should.
 */
export async function refill(board: VirtualBoard, tree: BoardTree): Promise<boolean> {
  const talk = new Talk(board)
  try {
    await talk.say(Uint8Array.of(INTERRUPT, FRIENDLY, INTERRUPT, ENTER_RAW), RAW_BANNER)
    await talk.run(CLEAR)
    for (const [path, bytes] of tree) {
      const name = JSON.stringify(path)
      if (bytes === null) await talk.run(`os.mkdir(${name})`)
      else if (bytes.every((byte) => byte === 0))
        await talk.run(
          `w(${name},bytearray(0))\nfor i in range(${Math.ceil(bytes.length / PIECE)}):w(${name},bytearray(min(${PIECE},${bytes.length}-i*${PIECE})))`,
        )
      else
        for (let at = 0; at < bytes.length; at += PIECE)
          await talk.run(`w(${name},bytes.fromhex('${Buffer.from(bytes.slice(at, at + PIECE)).toString('hex')}'))`)
    }
    await talk.say(utf8(END), RAW_BANNER)
    await talk.say(Uint8Array.of(FRIENDLY), utf8('>>> '))
    return true
  } catch {
    return false // the power cycle that follows mends it
  } finally {
    talk.end()
  }
}

/** Bytes to the board and back, without any protocol. */
class Talk {
  private heard: Uint8Array = new Uint8Array()
  private look: () => void = () => undefined
  private readonly listening

  constructor(private readonly board: VirtualBoard) {
    this.listening = board.onData((bytes) => {
      this.heard = concat(this.heard, bytes)
      this.look()
    })
  }

  async run(code: string): Promise<void> {
    await this.say(utf8(code + END), utf8(`OK${END}${END}>`))
  }

  /** Sends, and waits until what came ends so. */
  async say(bytes: Uint8Array, answer: Uint8Array): Promise<void> {
    this.heard = new Uint8Array()
    await this.board.write(bytes)
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error('no answer')), STEP_LIMIT_MS)
      this.look = () => {
        if (!endsWith(this.heard, answer)) return
        clearTimeout(limit)
        this.look = () => undefined
        resolve()
      }
      this.look()
    })
  }

  end(): void {
    this.listening.dispose()
  }
}
