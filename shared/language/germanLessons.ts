/** German of the welcome page and of the first steps, by the English text. */
export const germanLessons: Readonly<Record<string, string>> = {
  // The welcome page
  Welcome: 'Willkommen',
  'No file is open': 'Keine Datei ist offen',
  'Write MicroPython, run it on a board, see what it does.': 'MicroPython schreiben, auf einem Board ausführen, sehen, was es tut.',
  'Run blink on the virtual board': 'Blink auf dem virtuellen Board ausführen',
  'Needs no cable: real MicroPython, built in': 'Braucht kein Kabel: echtes MicroPython, eingebaut',
  'Plug it in, then choose its port': 'Einstecken, dann den Port wählen',
  'Your project on this computer': 'Dein Projekt auf diesem Computer',
  'Run it before you decide where to save it': 'Ausführen, bevor du entscheidest, wo du speicherst',
  Recent: 'Zuletzt geöffnet',
  'On the board: {{path}}': 'Auf dem Board: {{path}}',

  // Around the lessons
  'First steps': 'Erste Schritte',
  'The first steps': 'Die ersten Schritte',
  Lessons: 'Lektionen',
  '{{number}} {{title}}': '{{number}} {{title}}',
  '{{number}} {{title}}, done': '{{number}} {{title}}, erledigt',
  '{{done}} of {{all}} done': '{{done}} von {{all}} erledigt',
  '{{title}}, done': '{{title}}, erledigt',
  'Do this': 'Deine Aufgabe',
  'Done:': 'Erledigt:',
  'Well done. That was this lesson.': 'Gut gemacht. Das war diese Lektion.',
  'Close first steps': 'Erste Schritte schließen',
  'It worked when': 'Geschafft, wenn',
  'Open and run': 'Öffnen und ausführen',
  Finish: 'Abschließen',
  Next: 'Weiter',
  'Start over': 'Von vorn',
  'Puts the lesson’s own program back.': 'Holt das Programm der Lektion zurück.',
  'Press Stop: this program goes on until it is stopped.': 'Drücke „Anhalten“: Dieses Programm läuft, bis es angehalten wird.',

  // 1
  'Blink the LED': 'Die LED blinken lassen',
  'A board is a small computer without a screen. What it can do is switch its pins on and off. One pin has a small lamp: an LED.':
    'Ein Board ist ein kleiner Computer ohne Bildschirm. Es kann seine Pins ein- und ausschalten. An einem Pin hängt ein Lämpchen: eine LED.',
  'The program goes ten times through its last three lines. They switch the LED over, print what it is now, and wait for half a second.':
    'Das Programm geht zehnmal durch seine letzten drei Zeilen. Sie schalten die LED um, geben aus, was sie jetzt ist, und warten eine halbe Sekunde.',
  'Press “Open and run”.': 'Drücke „Öffnen und ausführen“.',
  'In the last line, change 0.5 to 0.1. Then press Run.': 'Ändere in der letzten Zeile 0.5 in 0.1. Drücke dann „Ausführen“.',
  'The LED in the Board view blinks, and the terminal prints led: 1 and led: 0 in turn. After the change it blinks faster.':
    'Die LED in der Board-Ansicht blinkt, und im Terminal steht abwechselnd led: 1 und led: 0. Nach der Änderung blinkt sie schneller.',

  // 2
  'Print and count': 'Ausgeben und zählen',
  'A program tells you what it does by printing. What it prints appears in the terminal, below the editor.':
    'Mit print sagt dir ein Programm, was es tut. Was es ausgibt, erscheint im Terminal unter dem Editor.',
  'A variable is a name for a value: here, start is 5. The lines below “for” are repeated, once for each number from start down to 1. They stand four spaces further right: that is how Python knows what to repeat.':
    'Eine Variable ist ein Name für einen Wert: Hier ist start gleich 5. Die Zeilen unter „for“ werden wiederholt, einmal für jede Zahl von start bis hinunter zu 1. Sie stehen vier Leerzeichen weiter rechts: Daran erkennt Python, was zu wiederholen ist.',
  'Press “Open and run” and watch the terminal.': 'Drücke „Öffnen und ausführen“ und sieh ins Terminal.',
  'Change start = 5 to start = 10. Then press Run.': 'Ändere start = 5 in start = 10. Drücke dann „Ausführen“.',
  'The terminal prints 5, 4, 3, 2, 1 and the word. After the change it begins at 10.':
    'Im Terminal stehen 5, 4, 3, 2, 1 und das Wort. Nach der Änderung fängt es bei 10 an.',

  // 3
  'Press a button': 'Eine Taste drücken',
  'A pin can also listen. Button A is between pin 14 and ground: while it is pressed, the pin reads 0.':
    'Ein Pin kann auch zuhören. Taste A liegt zwischen Pin 14 und Masse: Solange sie gedrückt ist, liest der Pin 0.',
  'When nothing is pressed, something must hold the pin at 1. The board does that itself: PULL_UP asks for it.':
    'Ist nichts gedrückt, muss etwas den Pin auf 1 halten. Das tut das Board selbst: PULL_UP bittet darum.',
  'Press “Open and run”. Then press button A in the Board view.':
    'Drücke „Öffnen und ausführen“. Drücke dann Taste A in der Board-Ansicht.',
  'The red LED is at pin 15, a blue one at pin 2. Change 15 to 2, press Run, and press button A again.':
    'Die rote LED ist an Pin 15, eine blaue an Pin 2. Ändere 15 in 2, drücke „Ausführen“ und dann wieder Taste A.',
  'An LED is lit for as long as the button is pressed, and the terminal counts the presses.':
    'Eine LED leuchtet, solange die Taste gedrückt ist, und das Terminal zählt mit.',

  // 4
  'Read a sensor': 'Einen Sensor lesen',
  'A light sensor gives a voltage. The board measures it with its ADC, as a number from 0 to 65535; the program makes a percentage of it.':
    'Ein Lichtsensor liefert eine Spannung. Das Board misst sie mit seinem ADC, als Zahl von 0 bis 65535; das Programm macht daraus Prozent.',
  'Lines such as light: 42 are points of a curve. The Plotter draws them while the program runs.':
    'Zeilen wie light: 42 sind Punkte einer Kurve. Der Plotter zeichnet sie, während das Programm läuft.',
  'Press “Open and run” and watch the Plotter.': 'Drücke „Öffnen und ausführen“ und sieh in den Plotter.',
  'Move the slider “Light” in the Board view. The curve follows.': 'Verschiebe den Regler „Licht“ in der Board-Ansicht. Die Kurve folgt.',
  'Change the pause from 0.1 to 0.02 and press Run: the curve gets finer.':
    'Ändere die Pause von 0.1 in 0.02 und drücke „Ausführen“: Die Kurve wird feiner.',
  'The Plotter shows a curve called light, which rises and falls with the light.':
    'Der Plotter zeigt eine Kurve namens light, die mit dem Licht steigt und fällt.',

  // 5
  'Dim an LED': 'Eine LED dimmen',
  'A pin is on or off, nothing between. But it can switch so fast that the eye sees only how long it is on: that is called PWM.':
    'Ein Pin ist an oder aus, nichts dazwischen. Er kann aber so schnell schalten, dass das Auge nur sieht, wie lange er an ist: Das heißt PWM.',
  'The knob gives a number from 0 to 65535, and duty_u16 takes just such a number: 0 is always off, 65535 always on.':
    'Der Drehknopf liefert eine Zahl von 0 bis 65535, und genau so eine nimmt duty_u16: 0 ist immer aus, 65535 immer an.',
  'Press “Open and run”. Then turn the knob in the Board view.':
    'Drücke „Öffnen und ausführen“. Dreh dann am Drehknopf in der Board-Ansicht.',
  'Change duty_u16(level) to duty_u16(65535 - level), press Run, and turn the knob again.':
    'Ändere duty_u16(level) in duty_u16(65535 - level), drücke „Ausführen“ und dreh wieder am Drehknopf.',
  'The LED follows the knob. After the change it gets darker where it got brighter before.':
    'Die LED folgt dem Drehknopf. Nach der Änderung wird sie dunkler, wo sie vorher heller wurde.',

  // 6
  'Keep it on the board': 'Auf dem Board behalten',
  'Run sends your text to the board, and the board forgets it afterwards. A file called main.py is different: the board keeps it, and runs it whenever it gets power.':
    '„Ausführen“ schickt deinen Text ans Board, und das vergisst ihn danach. Eine Datei namens main.py ist anders: Das Board behält sie und führt sie aus, sobald es Strom bekommt.',
  'So a board can do its work without a computer. A soft reset does what switching it off and on does.':
    'So arbeitet ein Board auch ohne Computer. Ein Soft-Reset wirkt wie Aus- und Einschalten.',
  'Press “Open and run”, look at the LED, then press Stop.': 'Drücke „Öffnen und ausführen“, sieh auf die LED und drücke dann „Anhalten“.',
  'In the menu Run, choose “Run at power-up”. It saves the text as main.py.':
    'Wähle im Menü Ausführen „Beim Einschalten ausführen“. Das speichert den Text als main.py.',
  'In the menu Board, choose “Soft reset”. The program begins by itself.':
    'Wähle im Menü Board „Soft-Reset“. Das Programm fängt von selbst an.',
  'Press Stop. To take it off the board again, delete main.py in Board files.':
    'Drücke „Anhalten“. Um es wieder vom Board zu nehmen, lösche main.py unter Board-Dateien.',
  'After the soft reset the LED blinks although nobody has pressed Run.':
    'Nach dem Soft-Reset blinkt die LED, obwohl niemand „Ausführen“ gedrückt hat.',
}
