/** German of boards that don’t answer, and of the ways to their prompt. By the English text. */
export const germanRescue: Readonly<Record<string, string>> = {
  // While it goes on
  'The board is being waited for already': 'Auf das Board wird schon gewartet',
  'Waiting for the board to start': 'Warten auf den Start des Boards',
  'Waiting to catch the board when it starts. Press its reset button, or plug it in again.':
    'Warten, um das Board beim Start abzufangen. Drücke seine Reset-Taste oder steck es neu an.',
  'Soft reset without a prompt': 'Soft-Reset ohne Prompt',
  'Ctrl-C at the start': 'Ctrl-C beim Start',
  'Caught. Change or delete main.py before the next reset.': 'Abgefangen. Ändere oder lösche main.py vor dem nächsten Reset.',
  'Trying now: {{rung}}.': 'Gerade versucht: {{rung}}.',

  'The soft reset took the port away. Trying once more when it is back.':
    'Der Soft-Reset nahm den Port weg. Noch ein Versuch, wenn er wieder da ist.',

  // What a board tells of itself
  'Asking the board': 'Das Board fragen',
  'The board could not be asked': 'Das Board konnte nicht gefragt werden',
  'Board information': 'Informationen zum Board',
  'What the board told': 'Was das Board gesagt hat',
  Firmware: 'Firmware',
  Platform: 'Plattform',
  'Unique id': 'Eindeutige Kennung',
  Memory: 'Speicher',
  'Files in {{path}}': 'Dateien in {{path}}',
  'Can do': 'Kann',
  'Can’t do': 'Kann nicht',
  'Functions of os': 'Funktionen von os',
  'Largest small integer': 'Größte kleine Ganzzahl',
  'Version {{format}}, no native code': 'Version {{format}}, kein nativer Code',
  'Version {{format}}, native code for {{architecture}}': 'Version {{format}}, nativer Code für {{architecture}}',
  'Version {{format}}, native code of an architecture unknown here': 'Version {{format}}, nativer Code einer hier unbekannten Architektur',
  folders: 'Ordner',
  renaming: 'Umbenennen',
  'expanding compressed data': 'Komprimiertes entpacken',
  compressing: 'Komprimieren',
  'binary input and output': 'binäre Ein- und Ausgabe',
  'Ctrl-C as data': 'Ctrl-C als Daten',
  'raw-paste': 'Raw-Paste',
  threads: 'Threads',

  // The strips
  '{{board}} doesn’t answer.': '{{board}} antwortet nicht.',
  'Catch at boot': 'Beim Start abfangen',
  'Sends Ctrl-C from the board’s first moment on, before a program can ignore it.':
    'Sendet Ctrl-C vom ersten Moment des Boards an, bevor ein Programm es ignorieren kann.',
  'Starts the board as its reset button does.': 'Startet das Board wie seine Reset-Taste.',
  'How to rescue this board': 'Dieses Board retten',
  'Restart the board now.': 'Starte das Board jetzt neu.',
  '{{count}} seconds left._one': 'Noch {{count}} Sekunde.',
  '{{count}} seconds left._other': 'Noch {{count}} Sekunden.',

  // The dialog
  'The ways to rescue a board': 'Die Wege, ein Board zu retten',
  'From the gentlest way to the last one. Files stay until the last step.':
    'Vom sanftesten Weg bis zum letzten. Dateien bleiben bis zum letzten Schritt erhalten.',
  'Ctrl-C, again and again, and the ways out of raw and paste mode. Takes five seconds.':
    'Ctrl-C, immer wieder, und die Wege aus Raw- und Paste-Modus. Dauert fünf Sekunden.',
  'Soft reset: Ctrl-D at a prompt that doesn’t show. Programs and variables in the board’s memory are lost.':
    'Soft-Reset: Ctrl-D an einem Prompt, der sich nicht zeigt. Programme und Variablen im Speicher des Boards gehen verloren.',
  'Hard reset: the board starts as after power-up.': 'Hard-Reset: Das Board startet wie nach dem Einschalten.',
  'Catch at boot: Ctrl-C from the first moment on, while you restart the board. It is waited for a minute.':
    'Beim Start abfangen: Ctrl-C vom ersten Moment an, während du das Board neu startest. Darauf wird eine Minute gewartet.',
  'Safe mode: the board starts without boot.py and main.py.': 'Abgesicherter Modus: Das Board startet ohne boot.py und main.py.',
  'Erase: all files on the board are lost.': 'Löschen: Alle Dateien auf dem Board gehen verloren.',

  // What a user does to each kind of board
  'Press the reset button on the board, or pull its USB plug and put it in again.':
    'Drücke die Reset-Taste auf dem Board oder zieh seinen USB-Stecker und steck ihn wieder ein.',
  'Pull the board’s USB plug and put it in again. Most of these boards have no reset button.':
    'Zieh den USB-Stecker des Boards und steck ihn wieder ein. Die meisten dieser Boards haben keine Reset-Taste.',
  'Install MicroPython again.': 'Installiere MicroPython neu.',
  'Press Hard reset here.': 'Drücke hier auf Hard-Reset.',
  'Hold the BOOTSEL button while you plug the board in. A drive called RPI-RP2 or RP2350 appears.':
    'Halte die Taste BOOTSEL, während du das Board ansteckst. Ein Laufwerk namens RPI-RP2 oder RP2350 erscheint.',
  'Copy flash_nuke.uf2 onto it; Raspberry Pi offers it for download. It erases all files, and the drive appears again.':
    'Kopiere flash_nuke.uf2 darauf; Raspberry Pi bietet die Datei zum Download an. Sie löscht alle Dateien, und das Laufwerk erscheint wieder.',
  'Copy the UF2 file with MicroPython onto the drive.': 'Kopiere die UF2-Datei mit MicroPython auf das Laufwerk.',
  'Press the button EN or RST on the board.': 'Drücke die Taste EN oder RST auf dem Board.',
  'Press the button RST on the board.': 'Drücke die Taste RST auf dem Board.',
  'Disconnect the board here, so that its port is free.': 'Trenne das Board hier, damit sein Port frei ist.',
  'Run esptool with erase_flash. Hold the button BOOT while it starts, if it doesn’t connect.':
    'Starte esptool mit erase_flash. Halte beim Start die Taste BOOT, wenn es keine Verbindung bekommt.',
  'Run esptool with erase_flash. Hold the button FLASH while you press RST, if it doesn’t connect.':
    'Starte esptool mit erase_flash. Halte die Taste FLASH, während du RST drückst, wenn es keine Verbindung bekommt.',
  'Press the switch RST on the board.': 'Drücke den Taster RST auf dem Board.',
  'Hold the switch USR, then press and release RST.': 'Halte den Taster USR, dann drücke RST und lass RST los.',
  'Hold USR until only the orange LED is on, then let go. The orange LED flashes four times quickly.':
    'Halte USR, bis nur die orange LED leuchtet, dann lass los. Die orange LED blinkt viermal schnell.',
  'Hold USR until the green and the orange LED are on together, then let go. All files are erased, and new start-up files are made.':
    'Halte USR, bis die grüne und die orange LED zusammen leuchten, dann lass los. Alle Dateien werden gelöscht und neue Startdateien angelegt.',
  'When the LEDs are off, press RST.': 'Wenn die LEDs aus sind, drücke RST.',
  'Where the board has a user button: hold it, then press and release reset. Let go when the LEDs show the second of three patterns.':
    'Wenn das Board eine User-Taste hat: Halte sie, dann drücke Reset und lass Reset los. Lass die User-Taste los, wenn die LEDs das zweite von drei Mustern zeigen.',
  'As for the safe mode, but let go of the user button at the third pattern. All files are erased.':
    'Wie beim abgesicherten Modus, aber lass die User-Taste beim dritten Muster los. Alle Dateien werden gelöscht.',
  'Without a user button: erase the whole flash with the tool that MicroPython was installed with, and install it again.':
    'Ohne User-Taste: Lösche den ganzen Flash mit dem Werkzeug, mit dem MicroPython installiert wurde, und installiere es neu.',
  'Press the RESET button on the board.': 'Drücke die Taste RESET auf dem Board.',
  'Hold SW1, then press and release RESET. Let go of SW1 when LED1 has flashed twice.':
    'Halte SW1, dann drücke RESET und lass RESET los. Lass SW1 los, wenn LED1 zweimal geblinkt hat.',
  'Hold SW1, then press and release RESET. Let go of SW1 when LED1 has flashed three times. All files are erased.':
    'Halte SW1, dann drücke RESET und lass RESET los. Lass SW1 los, wenn LED1 dreimal geblinkt hat. Alle Dateien werden gelöscht.',
  'Connect GP28 to 3V3 and press reset. The LED flashes slowly.': 'Verbinde GP28 mit 3V3 und drücke Reset. Die LED blinkt langsam.',
  'Release GP28 within three seconds: the board starts without its start-up files.':
    'Löse GP28 innerhalb von drei Sekunden: Das Board startet ohne seine Startdateien.',
  'In the safe mode, run os.mkfs with /flash at the prompt. All files in the flash are erased.':
    'Führe im abgesicherten Modus am Prompt os.mkfs mit /flash aus. Alle Dateien im Flash werden gelöscht.',
  'Press the reset button on the board once.': 'Drücke die Reset-Taste auf dem Board einmal.',
  'Press the reset button twice quickly: the board shows as a drive.':
    'Drücke die Reset-Taste zweimal schnell: Das Board zeigt sich als Laufwerk.',
  'Copy the maker’s UF2 file that erases the flash onto it, where there is one.':
    'Kopiere die UF2-Datei des Herstellers darauf, die den Flash löscht, wenn es eine gibt.',
  'Press reset twice again, and copy the UF2 file with MicroPython onto the drive.':
    'Drücke wieder zweimal Reset und kopiere die UF2-Datei mit MicroPython auf das Laufwerk.',
  'Press the reset button on the back of the board.': 'Drücke die Reset-Taste auf der Rückseite des Boards.',
  'Copy a HEX file with MicroPython onto the drive MICROBIT. All files are erased.':
    'Kopiere eine HEX-Datei mit MicroPython auf das Laufwerk MICROBIT. Alle Dateien werden gelöscht.',
  'Press the button on the Teensy: it waits for a program then.': 'Drücke die Taste auf dem Teensy: Dann wartet er auf ein Programm.',
  'With the Teensy Loader write a program that erases the files, or hold the button for 15 seconds to erase all of the flash.':
    'Schreibe mit dem Teensy Loader ein Programm, das die Dateien löscht, oder halte die Taste 15 Sekunden lang, um den ganzen Flash zu löschen.',
  'Erase the whole flash with the tool that MicroPython was installed with.':
    'Lösche den ganzen Flash mit dem Werkzeug, mit dem MicroPython installiert wurde.',
  'Press the reset button twice quickly: the board waits in its bootloader.':
    'Drücke die Reset-Taste zweimal schnell: Das Board wartet in seinem Bootloader.',
  'Erase the whole flash with the tool that MicroPython was installed with. Installing it again alone leaves the files as they are.':
    'Lösche den ganzen Flash mit dem Werkzeug, mit dem MicroPython installiert wurde. Es nur neu zu installieren lässt die Dateien, wie sie sind.',
}
