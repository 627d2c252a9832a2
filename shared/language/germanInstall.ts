/** German of boards that aren't ready: what they are, and how to get MicroPython onto them. By the English text. */
export const germanInstall: Readonly<Record<string, string>> = {
  // The picker
  'Choose a board': 'Board wählen',
  Boards: 'Boards',
  'Other ports': 'Andere Ports',
  'Other port': 'Anderer Port',
  'Not ready': 'Nicht bereit',
  Connected: 'Verbunden',
  'No board found.': 'Kein Board gefunden.',
  'Charge-only cables look like data cables. Not listed? Name its port below.':
    'Reine Ladekabel sehen aus wie Datenkabel. Nicht in der Liste? Nenne unten den Port.',
  Choose: 'Wählen',
  Hide: 'Verbergen',
  'The list of boards shows it still.': 'Die Liste der Boards zeigt es weiterhin.',

  // A board that talks, but not MicroPython
  'Serial monitor': 'Serieller Monitor',
  'How to install MicroPython': 'MicroPython installieren',
  'This board talks, but not MicroPython.': 'Dieses Board spricht, aber kein MicroPython.',
  'This board talks, but not MicroPython': 'Dieses Board spricht, aber kein MicroPython',
  'Nothing was sent.': 'Es wurde nichts gesendet.',
  'Shows what it says and sends what you type, nothing else. Remembered for this board.':
    'Zeigt, was es sagt, und sendet, was du tippst, sonst nichts. Wird für dieses Board gemerkt.',
  'If it is MicroPython with a program that ignores Ctrl-C, start it anew by a hard reset and get the prompt again.':
    'Ist es MicroPython mit einem Programm, das Ctrl-C ignoriert, starte es mit einem Hard-Reset neu und hol noch einmal den Prompt.',
  'If it is MicroPython with a program that ignores Ctrl-C, press its reset button and get the prompt again.':
    'Ist es MicroPython mit einem Programm, das Ctrl-C ignoriert, drücke seine Reset-Taste und hol noch einmal den Prompt.',
  'This port is used as a serial monitor: only what you type is sent.':
    'Dieser Port dient als serieller Monitor: Nur was du tippst, wird gesendet.',
  'This board speaks MicroPython: the terminal shows what it says in any case.':
    'Dieses Board spricht MicroPython: Das Terminal zeigt ohnehin, was es sagt.',
  '{{board}} is used as a serial monitor': '{{board}} dient als serieller Monitor',
  'Only what you type is sent. If it is MicroPython after all, get the prompt first.':
    'Nur was du tippst, wird gesendet. Ist es doch MicroPython, hol zuerst den Prompt.',
  'The terminal shows all of it, and sends what you type.': 'Das Terminal zeigt alles und sendet, was du tippst.',
  'If a program on it ignores Ctrl-C, start it anew by a hard reset and try again.':
    'Ignoriert ein Programm darauf Ctrl-C, starte es mit einem Hard-Reset neu und versuch es noch einmal.',
  'If a program on it ignores Ctrl-C, press its reset button and try again.':
    'Ignoriert ein Programm darauf Ctrl-C, drücke die Reset-Taste und versuch es noch einmal.',
  'Tried {{rungs}}.': 'Versucht: {{rungs}}.',
  'A hard reset starts it anew.': 'Ein Hard-Reset startet es neu.',
  'Press its reset button, or plug it in anew.': 'Drücke seine Reset-Taste oder steck es neu ein.',
  '{{board}} doesn’t answer': '{{board}} antwortet nicht',
  'A serial monitor has no files: what is connected doesn’t speak MicroPython.':
    'Ein serieller Monitor hat keine Dateien: Was verbunden ist, spricht kein MicroPython.',
  'It is {{what}}.': 'Es ist {{what}}.',
  'It looks like {{what}}.': 'Es ist wohl {{what}}.',
  'It only sends back what it gets.': 'Es sendet nur zurück, was es bekommt.',
  'What it sends is no text: another speed, or another protocol.':
    'Was es sendet, ist kein Text: eine andere Geschwindigkeit oder ein anderes Protokoll.',
  'What it says has no sign of a prompt.': 'Was es sagt, hat kein Zeichen eines Prompts.',
  'It says “{{said}}”.': 'Es sagt „{{said}}“.',
  'a blank ESP32, with no program on it': 'ein leerer ESP32 ohne Programm',
  'an ESP32 that waits for a program to be installed': 'ein ESP32, der auf ein Programm wartet',
  'an ESP32 with another program, such as an Arduino sketch': 'ein ESP32 mit einem anderen Programm, etwa einem Arduino-Sketch',
  'an ESP with firmware for AT commands': 'ein ESP mit Firmware für AT-Befehle',
  'a board with Espruino, which speaks JavaScript': 'ein Board mit Espruino, das JavaScript spricht',
  'an ESP with NodeMCU, which speaks Lua': 'ein ESP mit NodeMCU, das Lua spricht',
  'the boot loader of a Linux computer (U-Boot)': 'der Bootloader eines Linux-Computers (U-Boot)',
  'the console of a Linux computer': 'die Konsole eines Linux-Computers',
  'a board with a Zephyr program': 'ein Board mit einem Zephyr-Programm',
  'a GPS receiver': 'ein GPS-Empfänger',
  'the controller of a CNC machine or 3D printer': 'die Steuerung einer CNC-Maschine oder eines 3D-Druckers',
  'an Arduino sketch': 'ein Arduino-Sketch',
  'a Pico with another program, such as an Arduino sketch': 'ein Pico mit einem anderen Programm, etwa einem Arduino-Sketch',
  'a micro:bit with another program, such as one from MakeCode': 'ein micro:bit mit einem anderen Programm, etwa aus MakeCode',

  // A board that waits in its bootloader
  '{{name}} without MicroPython': '{{name}} ohne MicroPython',
  'Drive {{drive}} waits for firmware.': 'Laufwerk {{drive}} wartet auf Firmware.',
  'Drive {{drive}} waits for firmware. It is not open yet.': 'Laufwerk {{drive}} wartet auf Firmware. Es ist noch nicht offen.',
  'It waits for firmware over USB.': 'Es wartet über USB auf Firmware.',
  'It waits for firmware at {{port}}.': 'Es wartet an {{port}} auf Firmware.',
  '{{name}} in maintenance mode': '{{name}} im Wartungsmodus',
  'Drive {{drive}} takes no programs.': 'Laufwerk {{drive}} nimmt keine Programme an.',

  // The guide
  'The guide to installing': 'Die Anleitung zum Installieren',
  'The clipboard could not be used': 'Die Zwischenablage ließ sich nicht benutzen',
  'Copied: {{text}}': 'Kopiert: {{text}}',
  'Copy {{text}}': '{{text}} kopieren',
  Copied: 'Kopiert',
  'Open it in your file manager.': 'Öffne es in deinem Dateimanager.',
  'Download the .uf2 file for your board: look for its name on this page.':
    'Lade die .uf2-Datei für dein Board herunter: Such seinen Namen auf dieser Seite.',
  'Press the board’s reset button twice, quickly. A drive appears.':
    'Drücke die Reset-Taste des Boards zweimal schnell. Ein Laufwerk erscheint.',
  'Copy the .uf2 file onto the drive {{drive}}.': 'Kopiere die .uf2-Datei auf das Laufwerk {{drive}}.',
  'Copy the .uf2 file onto that drive.': 'Kopiere die .uf2-Datei auf dieses Laufwerk.',
  'The drive vanishes: the board has started MicroPython. Choose it in the list of boards.':
    'Das Laufwerk verschwindet: Das Board hat MicroPython gestartet. Wähle es in der Liste der Boards.',
  'The program on the board is replaced. Files of an earlier MicroPython usually stay; keep a copy of those you need.':
    'Das Programm auf dem Board wird ersetzt. Dateien eines früheren MicroPython bleiben meist; kopiere, was du brauchst.',
  'Raspberry Pi Pico, Pico 2, and others with RP2040 or RP2350': 'Raspberry Pi Pico, Pico 2 und andere mit RP2040 oder RP2350',
  'Download the .uf2 file for your board, such as Pico, Pico W or Pico 2: each has its own.':
    'Lade die .uf2-Datei für dein Board herunter, etwa Pico, Pico W oder Pico 2: Jedes hat seine eigene.',
  'Unplug the board. Hold its BOOTSEL button while you plug it in again, then let go. The drive RPI-RP2 appears, or RP2350.':
    'Zieh das Board ab. Halte die BOOTSEL-Taste, während du es wieder einsteckst, dann lass los. Das Laufwerk RPI-RP2 oder RP2350 erscheint.',
  'The program on the board is replaced. Files of an earlier MicroPython stay.':
    'Das Programm auf dem Board wird ersetzt. Dateien eines früheren MicroPython bleiben.',
  'BBC micro:bit': 'BBC micro:bit',
  'Open this page and press Save. The .hex file that it gives holds MicroPython.':
    'Öffne diese Seite und drücke Save. Die .hex-Datei, die du bekommst, enthält MicroPython.',
  'Plug the micro:bit in without pressing its reset button. Is its drive called MAINTENANCE, unplug it and plug it in again.':
    'Steck den micro:bit ein, ohne die Reset-Taste zu drücken. Heißt das Laufwerk MAINTENANCE, zieh ihn ab und steck ihn wieder ein.',
  'Copy the .hex file onto the drive {{drive}}. A light flickers until all of it is there.':
    'Kopiere die .hex-Datei auf das Laufwerk {{drive}}. Ein Licht flackert, bis alles dort ist.',
  'Choose the micro:bit in the list of boards, connect it and get the prompt.':
    'Wähle den micro:bit in der Liste der Boards, verbinde ihn und hol den Prompt.',
  'The program on the micro:bit, and all files on it, are erased.': 'Das Programm und alle Dateien auf dem micro:bit werden gelöscht.',
  'SAMD21 and SAMD51: Feather M0 and M4, XIAO, Wio Terminal': 'SAMD21 und SAMD51: Feather M0 und M4, XIAO, Wio Terminal',
  'nRF52840: Feather, XIAO, ItsyBitsy': 'nRF52840: Feather, XIAO, ItsyBitsy',
  'Another board that shows a drive': 'Ein anderes Board, das ein Laufwerk zeigt',
  'Press the board’s reset button twice, quickly, or hold its BOOT button while you plug it in. A drive appears.':
    'Drücke die Reset-Taste des Boards zweimal schnell oder halte die BOOT-Taste beim Einstecken. Ein Laufwerk erscheint.',
  'Open INFO_UF2.TXT on the drive: it names the board. The file that you downloaded must be for that one.':
    'Öffne INFO_UF2.TXT auf dem Laufwerk: Dort steht das Board. Die heruntergeladene Datei muss für genau dieses sein.',
  'Disconnect the board here, so that the tool can have its port.': 'Trenne das Board hier, damit das Werkzeug den Port bekommt.',
  'Press the reset button. Choose the board in the list of boards, connect it and get the prompt.':
    'Drücke die Reset-Taste. Wähle das Board in der Liste der Boards, verbinde es und hol den Prompt.',
  'ESP32, S2, S3, C3, C6 and ESP8266': 'ESP32, S2, S3, C3, C6 und ESP8266',
  'Download the .bin file for your chip. The page shows its commands, too.':
    'Lade die .bin-Datei für deinen Chip herunter. Die Seite zeigt auch die Befehle dafür.',
  'Install Espressif’s tool. It needs Python on this computer.':
    'Installiere das Werkzeug von Espressif. Es braucht Python auf diesem Computer.',
  'Hold the BOOT button, press and let go of the reset button (EN), then let go of BOOT. Many boards do this by themselves.':
    'Halte die BOOT-Taste, drücke kurz die Reset-Taste (EN), dann lass BOOT los. Viele Boards tun das von selbst.',
  'Erase the board. PORT is its port, such as COM5.': 'Lösche das Board. PORT ist sein Port, etwa COM5.',
  'Write the file. ADDRESS is 0x1000 for ESP32 and S2, and 0 for S3, C3, C6 and ESP8266; FILE is what you downloaded.':
    'Schreib die Datei. ADDRESS ist 0x1000 bei ESP32 und S2, 0 bei S3, C3, C6 und ESP8266; FILE ist, was du heruntergeladen hast.',
  'Everything on the board is erased.': 'Alles auf dem Board wird gelöscht.',
  'Pyboard and other STM32 boards': 'Pyboard und andere STM32-Boards',
  'Download the .dfu file for your board: look for its name on this page.':
    'Lade die .dfu-Datei für dein Board herunter: Such seinen Namen auf dieser Seite.',
  'Install dfu-util from this page, or from your system’s packages.':
    'Installiere dfu-util von dieser Seite oder aus den Paketen deines Systems.',
  'Join the pins BOOT0 and 3V3 (pyboard: DFU and 3V3), or hold the BOOT0 button, and press the reset button.':
    'Verbinde die Pins BOOT0 und 3V3 (pyboard: DFU und 3V3) oder halte die BOOT0-Taste, und drücke die Reset-Taste.',
  'Write the file. FILE is what you downloaded.': 'Schreib die Datei. FILE ist, was du heruntergeladen hast.',
  'Take the pins apart. Press the reset button, then choose the board in the list of boards.':
    'Trenne die Pins. Drücke die Reset-Taste, dann wähle das Board in der Liste der Boards.',
  'Teensy 4.0 and 4.1': 'Teensy 4.0 und 4.1',
  'Download the .hex file for your Teensy: look for its name on this page.':
    'Lade die .hex-Datei für deinen Teensy herunter: Such seinen Namen auf dieser Seite.',
  'Install the Teensy Loader from this page.': 'Installiere den Teensy Loader von dieser Seite.',
  'Press the button on the Teensy.': 'Drücke die Taste auf dem Teensy.',
  'Open the .hex file in the Teensy Loader, then press Program and Reboot there.':
    'Öffne die .hex-Datei im Teensy Loader, dann drücke dort Program und Reboot.',
  'Choose the board in the list of boards, connect it and get the prompt.':
    'Wähle das Board in der Liste der Boards, verbinde es und hol den Prompt.',
  Arduino: 'Arduino',
  'See whether yours can run MicroPython: Nano 33 BLE, Nano RP2040 Connect, Nano ESP32, Giga, Portenta, Opta and Nicla Vision can. Uno R3, Mega, Leonardo and the classic Nano have too little memory.':
    'Prüfe, ob deiner MicroPython kann: Nano 33 BLE, Nano RP2040 Connect, Nano ESP32, Giga, Portenta, Opta und Nicla Vision können es. Uno R3, Mega, Leonardo und der klassische Nano haben zu wenig Speicher.',
  'Get Arduino’s MicroPython Installer from this page.': 'Hol den MicroPython Installer von Arduino von dieser Seite.',
  'Start the installer; it finds the board. Press Install MicroPython there.':
    'Starte den Installer; er findet das Board. Drücke dort Install MicroPython.',
  'The sketch on the board is replaced.': 'Der Sketch auf dem Board wird ersetzt.',
}
