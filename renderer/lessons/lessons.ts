import { text } from '../../shared/language/language'
import { hasMoved, type Lesson, printedValues } from './lesson'
import { BLINK, BUTTON, COUNTDOWN, HEARTBEAT, KNOB, LIGHT } from './lessonPrograms'

/** The first number that a program has behind these words; null where it has none. */
function numberBehind(program: string, words: RegExp): number | null {
  const found = new RegExp(`${words.source}\\s*([\\d.]+)`, 'm').exec(program)?.[1]
  return found === undefined ? null : Number(found)
}

/** True when the program has another number there than the lesson's own. */
function changed(program: string, words: RegExp, from: number): boolean {
  const number = numberBehind(program, words)
  return number !== null && number !== from
}

const SLEEP = /^\s*sleep\(/
const ENDLESS = text('Press Stop: this program goes on until it is stopped.')

const blink: Lesson = {
  id: 'blink',
  title: text('Blink the LED'),
  words: [
    text('A board is a small computer without a screen. What it can do is switch its pins on and off. One pin has a small lamp: an LED.'),
    text(
      'The program goes ten times through its last three lines. They switch the LED over, print what it is now, and wait for half a second.',
    ),
  ],
  steps: [
    { id: 'run', text: text('Press “Open and run”.'), done: ({ output }) => /^led: 1/m.test(output) },
    {
      id: 'change',
      text: text('In the last line, change 0.5 to 0.1. Then press Run.'),
      done: ({ program, output }) => changed(program, SLEEP, 0.5) && /^led: 1/m.test(output),
    },
  ],
  worked: text('The LED in the Board view blinks, and the terminal prints led: 1 and led: 0 in turn. After the change it blinks faster.'),
  file: 'blink.py',
  program: BLINK,
  panel: 'terminal',
}

const countdown: Lesson = {
  id: 'countdown',
  title: text('Print and count'),
  words: [
    text('A program tells you what it does by printing. What it prints appears in the terminal, below the editor.'),
    text(
      'A variable is a name for a value: here, start is 5. The lines below “for” are repeated, once for each number from start down to 1. They stand four spaces further right: that is how Python knows what to repeat.',
    ),
  ],
  steps: [
    { id: 'run', text: text('Press “Open and run” and watch the terminal.'), done: ({ output }) => printedLast(output) },
    {
      id: 'change',
      text: text('Change start = 5 to start = 10. Then press Run.'),
      done: ({ program, output }) => changed(program, /^start\s*=/, 5) && printedLast(output),
    },
  ],
  worked: text('The terminal prints 5, 4, 3, 2, 1 and the word. After the change it begins at 10.'),
  file: 'countdown.py',
  program: COUNTDOWN,
  panel: 'terminal',
}

/** A number and, further below, a line that is none. */
function printedLast(output: string): boolean {
  return /^1\s*\n\S/m.test(output)
}

const button: Lesson = {
  id: 'button',
  title: text('Press a button'),
  words: [
    text('A pin can also listen. Button A is between pin 14 and ground: while it is pressed, the pin reads 0.'),
    text('When nothing is pressed, something must hold the pin at 1. The board does that itself: PULL_UP asks for it.'),
  ],
  steps: [
    {
      id: 'run',
      text: text('Press “Open and run”. Then press button A in the Board view.'),
      done: ({ output }) => printedValues(output, 'pressed').length > 0,
    },
    {
      id: 'change',
      text: text('The red LED is at pin 15, a blue one at pin 2. Change 15 to 2, press Run, and press button A again.'),
      done: ({ program, output }) => changed(program, /^led\s*=\s*Pin\(/, 15) && printedValues(output, 'pressed').length > 0,
    },
    { id: 'stop', text: ENDLESS, done: ({ stopped }) => stopped },
  ],
  worked: text('An LED is lit for as long as the button is pressed, and the terminal counts the presses.'),
  file: 'button.py',
  program: BUTTON,
  panel: 'terminal',
}

const light: Lesson = {
  id: 'light',
  title: text('Read a sensor'),
  words: [
    text(
      'A light sensor gives a voltage. The board measures it with its ADC, as a number from 0 to 65535; the program makes a percentage of it.',
    ),
    text('Lines such as light: 42 are points of a curve. The Plotter draws them while the program runs.'),
  ],
  steps: [
    {
      id: 'run',
      text: text('Press “Open and run” and watch the Plotter.'),
      done: ({ output }) => printedValues(output, 'light').length > 2,
    },
    {
      id: 'move',
      text: text('Move the slider “Light” in the Board view. The curve follows.'),
      done: ({ output }) => hasMoved(output, 'light', 5),
    },
    {
      id: 'change',
      text: text('Change the pause from 0.1 to 0.02 and press Run: the curve gets finer.'),
      done: ({ program, output }) => changed(program, SLEEP, 0.1) && printedValues(output, 'light').length > 2,
    },
  ],
  worked: text('The Plotter shows a curve called light, which rises and falls with the light.'),
  file: 'light.py',
  program: LIGHT,
  panel: 'plotter',
}

const knob: Lesson = {
  id: 'knob',
  title: text('Dim an LED'),
  words: [
    text('A pin is on or off, nothing between. But it can switch so fast that the eye sees only how long it is on: that is called PWM.'),
    text('The knob gives a number from 0 to 65535, and duty_u16 takes just such a number: 0 is always off, 65535 always on.'),
  ],
  steps: [
    {
      id: 'run',
      text: text('Press “Open and run”. Then turn the knob in the Board view.'),
      done: ({ output }) => hasMoved(output, 'level', 2_000),
    },
    {
      id: 'change',
      text: text('Change duty_u16(level) to duty_u16(65535 - level), press Run, and turn the knob again.'),
      done: ({ program, output }) => /duty_u16\(\s*65535\s*-\s*level\s*\)/.test(program) && hasMoved(output, 'level', 2_000),
    },
    { id: 'stop', text: ENDLESS, done: ({ stopped }) => stopped },
  ],
  worked: text('The LED follows the knob. After the change it gets darker where it got brighter before.'),
  file: 'knob.py',
  program: KNOB,
  panel: 'terminal',
}

const keep: Lesson = {
  id: 'keep',
  title: text('Keep it on the board'),
  words: [
    text(
      'Run sends your text to the board, and the board forgets it afterwards. A file called main.py is different: the board keeps it, and runs it whenever it gets power.',
    ),
    text('So a board can do its work without a computer. A soft reset does what switching it off and on does.'),
  ],
  steps: [
    {
      id: 'run',
      text: text('Press “Open and run”, look at the LED, then press Stop.'),
      done: ({ output, stopped }) => stopped && /^beat: 1/m.test(output),
    },
    { id: 'save', text: text('In the menu Run, choose “Run at power-up”. It saves the text as main.py.'), done: ({ hasMain }) => hasMain },
    {
      id: 'reset',
      text: text('In the menu Board, choose “Soft reset”. The program begins by itself.'),
      done: ({ output, hasMain }) => hasMain && /soft reboot[^]*^beat: \d/m.test(output),
    },
    {
      id: 'remove',
      text: text('Press Stop. To take it off the board again, delete main.py in Board files.'),
      done: ({ output, hasMain }) => !hasMain && /soft reboot/.test(output),
    },
  ],
  worked: text('After the soft reset the LED blinks although nobody has pressed Run.'),
  file: 'heartbeat.py',
  program: HEARTBEAT,
  panel: 'terminal',
}

/** The first steps, in their order. */
export const LESSONS: readonly Lesson[] = [blink, countdown, button, light, knob, keep]

/** The lesson whose program has that file name, or null. */
export function lessonOfFile(name: string): Lesson | null {
  return LESSONS.find((lesson) => lesson.file === name) ?? null
}

/** The lesson of that id; the first one where there is none. */
export function lessonOf(id: string | null): Lesson {
  const [first = blink] = LESSONS
  return LESSONS.find((lesson) => lesson.id === id) ?? first
}
