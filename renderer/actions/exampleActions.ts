import { useDocuments } from '../stores/documentsStore'
import { showTab } from '../editor/openTabs'
import { activeSession } from '../stores/sessionsStore'
import { connect } from './connectionActions'
import { newDocument } from './documentActions'
import { runActive } from './runActions'

const BLINK = `# Blinks the board's LED ten times and prints what it does.
from machine import Pin
import time

led = Pin(25, Pin.OUT)

for count in range(10):
    led.toggle()
    print('led:', led.value())
    time.sleep(0.5)
`

/** Connects the virtual board and runs a small program on it, in a tab of its own. */
export async function runBlink(): Promise<void> {
  await connect('virtual')
  if (activeSession()?.port.kind !== 'virtual') return
  const open = Object.values(useDocuments.getState().documents).find(
    (document) => document.ref.side === 'untitled' && document.name === 'blink.py',
  )
  if (open === undefined) newDocument('blink.py', BLINK)
  else showTab(open.id)
  await runActive()
}
