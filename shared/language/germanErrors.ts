/** German of what an error means and what to do about it, by the English text. Python’s own words stay. */
export const germanErrors: Readonly<Record<string, string>> = {
  '{{name}}, line {{line}}': '{{name}}, Zeile {{line}}',
  'Copy {{file}} to the board…': '{{file}} aufs Board kopieren…',
  'At input(), line {{line}}, this program waits: type your answer here and press Enter':
    'Bei input() in Zeile {{line}} wartet dieses Programm: Tippe deine Antwort hier und drücke Enter',
  'At input(), line {{line}}, this program waits without a word: type here and press Enter. input("Your answer? ") would say so':
    'Bei input() in Zeile {{line}} wartet dieses Programm stumm: Tippe hier und drücke Enter. input("Deine Antwort? ") würde es sagen',
  'Error of the last run': 'Fehler des letzten Laufs',
  'Close the error': 'Fehler schließen',
  'Saved {{path}}. Run the program again': '{{path}} gespeichert. Führe das Programm noch einmal aus',
  '{{name}} could not be copied to the board': '{{name}} konnte nicht aufs Board kopiert werden',
  '{{name}} will run without an end': '{{name}} wird ohne Ende laufen',
  'The board runs {{name}} each time it gets power. The loop on line {{line}} never ends and never pauses, so the board is busy from then on. Stop, or Ctrl-C in the terminal, gives the prompt back. A pause in the loop, such as time.sleep(0.1), makes that easier.':
    'Das Board führt {{name}} bei jedem Einschalten aus. Die Schleife in Zeile {{line}} endet nie und macht nie Pause; das Board ist dann immer beschäftigt. „Anhalten“ oder Ctrl-C im Terminal bringt den Prompt zurück. Eine Pause in der Schleife, etwa time.sleep(0.1), macht das leichter.',
  Check: 'Prüfen',
  'It happened in {{file}}, line {{line}}.': 'Es geschah in {{file}}, Zeile {{line}}.',
  'Save anyway': 'Trotzdem speichern',

  // Modules
  'The module has nothing called {{name}}.': 'Im Modul gibt es nichts namens {{name}}.',
  'The board has no module of that name. Copy it to the board, or check how it is spelled.':
    'Das Board hat kein Modul mit diesem Namen. Kopiere es aufs Board oder prüfe die Schreibweise.',
  '{{name}} is for the large Raspberry Pi. On this board write: from machine import Pin':
    '{{name}} ist für den großen Raspberry Pi. Schreibe auf diesem Board: from machine import Pin',
  '{{name}} belongs to CircuitPython, and this board runs MicroPython. Look for an example for MicroPython.':
    '{{name}} gehört zu CircuitPython, und auf diesem Board läuft MicroPython. Such ein Beispiel für MicroPython.',
  '{{name}} is made for Python on a computer; boards don’t have it.': '{{name}} ist für Python auf einem Computer; Boards haben es nicht.',
  '{{name}} is a library, and this board’s firmware doesn’t have it.':
    '{{name}} ist eine Bibliothek, und die Firmware dieses Boards hat sie nicht.',
  'Get its file from github.com/{{source}} and copy it to the folder lib on the board.':
    'Hol ihre Datei von github.com/{{source}} und kopiere sie in den Ordner lib auf dem Board.',
  'Only the firmware of some boards has {{name}}; this board’s doesn’t.':
    '{{name}} gibt es nur in der Firmware mancher Boards; dieses hat es nicht.',
  'The board has no module {{name}}, neither in its firmware nor as a file {{name}}.py.':
    'Das Board hat kein Modul {{name}}, weder in der Firmware noch als Datei {{name}}.py.',
  'Upload its file to the board, or check how it is spelled.': 'Lade die Datei aufs Board oder prüfe die Schreibweise.',

  // Names
  'A variable of this function is used before it gets its value. If the one outside of the function is meant, write “global” and its name at the beginning of the function.':
    'Eine Variable dieser Funktion wird benutzt, bevor sie ihren Wert bekommt. Ist die außerhalb der Funktion gemeint, schreibe „global“ und ihren Namen an den Anfang der Funktion.',
  'Nothing of that name is known here. Check its spelling, and that it is set before this line.':
    'Diesen Namen gibt es hier nicht. Prüfe die Schreibweise, und ob er vor dieser Zeile einen Wert bekommt.',
  'The module {{module}} of this board has nothing called {{name}}.': 'Im Modul {{module}} dieses Boards gibt es nichts namens {{name}}.',
  'A value of the class {{type}} has nothing called {{name}}.': 'Ein Wert der Klasse {{type}} hat nichts namens {{name}}.',
  'This object has nothing of that name. Check its spelling, and what kind of object it is.':
    'Dieses Objekt hat nichts mit diesem Namen. Prüfe die Schreibweise, und was für ein Objekt es ist.',
  'Did you mean “{{other}}”?': 'Meintest du „{{other}}“?',
  'Python writes it {{word}}.': 'In Python heißt es {{word}}.',
  'self is known only inside of a method that has it as its first name in the brackets: def move(self):':
    'self gibt es nur in einer Methode, die es als ersten Namen in den Klammern hat: def move(self):',
  'The module {{name}} was not imported. Write “import {{name}}” at the top of the program.':
    'Das Modul {{name}} wurde nicht importiert. Schreibe „import {{name}}“ oben ins Programm.',
  '{{name}} was not imported. Write “from {{module}} import {{name}}” at the top of the program.':
    '{{name}} wurde nicht importiert. Schreibe „from {{module}} import {{name}}“ oben ins Programm.',
  'Nothing is called {{name}} here.': 'Hier heißt nichts {{name}}.',
  'A name must get its value before the line that uses it, and upper and lower case count. A text needs quotes: "{{name}}"':
    'Ein Name braucht seinen Wert vor der Zeile, die ihn benutzt, und Groß- und Kleinschreibung zählt. Ein Text braucht Anführungszeichen: "{{name}}"',
  'This is None, that is nothing at all, so it has no {{name}}.': 'Das ist None, also gar nichts; darum hat es kein {{name}}.',
  'A function without return gives None, and so do methods that change something in place, such as sort().':
    'Eine Funktion ohne return ergibt None, ebenso Methoden, die etwas an Ort und Stelle ändern, etwa sort().',
  'How long something is tells len(…).': 'Wie lang etwas ist, sagt len(…).',

  // Syntax
  'return gives a function’s result, and this line is in no function. Is it indented as it should be?':
    'return liefert das Ergebnis einer Funktion, und diese Zeile steht in keiner. Stimmt ihre Einrückung?',
  'break and continue belong inside of a loop. Is the line indented as it should be?':
    'break und continue gehören in eine Schleife. Stimmt die Einrückung der Zeile?',
  '{{word}} belongs inside of a function.': '{{word}} gehört in eine Funktion.',
  'At the left of = must stand a name. To compare two values, write ==': 'Links von = muss ein Name stehen. Zum Vergleichen schreibe ==',
  'A number can’t begin with 0 and go on with other digits.': 'Eine Zahl kann nicht mit 0 beginnen und mit anderen Ziffern weitergehen.',
  'Two values in the function’s brackets have the same name.': 'Zwei Werte in den Klammern der Funktion haben denselben Namen.',
  'The spaces at the beginning of this line don’t fit the lines around it.':
    'Die Leerzeichen am Anfang dieser Zeile passen nicht zu den Zeilen ringsum.',
  'Python can’t read this line. Look for a missing bracket, quote or colon, here or on the line above.':
    'Python kann diese Zeile nicht lesen. Fehlt hier oder in der Zeile darüber eine Klammer, ein Anführungszeichen oder ein Doppelpunkt?',
  '{{mistake}}.': '{{mistake}}.',
  'Line {{line}}: {{mistake}}.': 'Zeile {{line}}: {{mistake}}.',
  '“else if” is one word in Python: elif': '„else if“ ist in Python ein Wort: elif',
  'One = gives a name its value. To compare, write ==': 'Ein = gibt einem Namen seinen Wert. Zum Vergleichen schreibe ==',
  'A colon is missing at the end of “{{header}}”': 'Am Ende von „{{header}}“ fehlt ein Doppelpunkt',
  'Brackets are missing behind the function’s name: def {{name}}():': 'Hinter dem Namen der Funktion fehlen Klammern: def {{name}}():',
  'print needs brackets: print({{what}})': 'print braucht Klammern: print({{what}})',
  'Python has no {{sign}}: write {{name}} {{op}}= 1': 'Python kennt kein {{sign}}: schreibe {{name}} {{op}}= 1',
  'This {{sign}} is never closed': 'Dieses {{sign}} wird nie geschlossen',
  'The text that begins with {{sign}} doesn’t end on this line: a {{sign}} is missing':
    'Der Text, der mit {{sign}} beginnt, endet nicht in dieser Zeile: Es fehlt ein {{sign}}',
  'This {{sign}} has no opening bracket': 'Zu diesem {{sign}} fehlt die öffnende Klammer',
  'This {{sign}} doesn’t fit the bracket that was opened': 'Dieses {{sign}} passt nicht zur Klammer, die geöffnet wurde',
  'Tabs and spaces are mixed at the beginnings of these lines. Use spaces alone, four for each step':
    'Am Anfang dieser Zeilen sind Tabs und Leerzeichen gemischt. Nimm nur Leerzeichen, vier für jede Stufe',
  'This line is indented, but no block begins above it': 'Diese Zeile ist eingerückt, aber darüber beginnt kein Block',
  'The line below a colon must be indented, by four spaces': 'Die Zeile unter einem Doppelpunkt muss eingerückt sein, um vier Leerzeichen',
  'The spaces at the beginning of this line fit no line above it': 'Die Leerzeichen am Anfang dieser Zeile passen zu keiner Zeile darüber',
  'The text that begins with {{sign}} is never closed': 'Der Text, der mit {{sign}} beginnt, wird nie geschlossen',

  // The system
  'A file or folder of that name is there already.': 'Eine Datei oder einen Ordner mit diesem Namen gibt es schon.',
  'The other side didn’t answer in time. Check the wiring, the address or the network.':
    'Die andere Seite hat nicht rechtzeitig geantwortet. Prüfe die Verdrahtung, die Adresse oder das Netz.',
  'The board’s storage is full. Delete files on it that you don’t need.':
    'Der Speicher des Boards ist voll. Lösche darauf Dateien, die du nicht brauchst.',
  'No device answered at that address. Check its wiring and its power; i2c.scan() lists the addresses that answer.':
    'An dieser Adresse hat kein Gerät geantwortet. Prüfe Verdrahtung und Stromversorgung; i2c.scan() nennt die Adressen, die antworten.',
  'Talking to the device failed. Check the wiring, and the pins that the program names.':
    'Die Verbindung zum Gerät ist fehlgeschlagen. Prüfe die Verdrahtung und die Pins im Programm.',
  'The file can’t be used like this: it is closed, or was opened for reading only. To write, open it with "w".':
    'So lässt sich die Datei nicht benutzen: Sie ist geschlossen oder nur zum Lesen offen. Zum Schreiben öffne sie mit "w".',
  'The board has no memory left for this. A reset gives it back.': 'Das Board hat dafür keinen Speicher mehr. Ein Reset gibt ihn zurück.',
  'The board doesn’t allow that.': 'Das erlaubt das Board nicht.',
  'That is a folder, not a file.': 'Das ist ein Ordner, keine Datei.',
  'One of the values in the brackets can’t be used here.': 'Einer der Werte in den Klammern geht hier nicht.',
  'The board’s storage can only be read now.': 'Der Speicher des Boards lässt sich gerade nur lesen.',
  'The other side has closed the connection.': 'Die andere Seite hat die Verbindung geschlossen.',
  'Nobody listens at that address and port.': 'An dieser Adresse und diesem Port lauscht niemand.',
  'The board can’t reach that address. Is it connected to the network?':
    'Das Board erreicht diese Adresse nicht. Ist es mit dem Netz verbunden?',
  'The port is in use already, maybe by an earlier run. A soft reset sets it free.':
    'Der Port ist schon in Benutzung, vielleicht von einem früheren Lauf. Ein Soft-Reset gibt ihn frei.',
  'The name of the other side could not be found. Is the board connected to the network, and is the name right?':
    'Der Name der anderen Seite wurde nicht gefunden. Ist das Board mit dem Netz verbunden, und stimmt der Name?',
  'Something that belongs to the board itself, a file, a device or the network, refused this.':
    'Etwas am Board selbst hat das abgelehnt: eine Datei, ein Gerät oder das Netz.',
  'There is no file or folder of that name on the board.': 'Eine Datei oder einen Ordner mit diesem Namen gibt es auf dem Board nicht.',
  'There is no “{{file}}” on the board. Files of the computer must be uploaded first, and upper and lower case count.':
    'Auf dem Board gibt es kein „{{file}}“. Dateien vom Computer müssen erst hochgeladen werden, und Groß- und Kleinschreibung zählt.',
}
