/** German of the command line, and of ports on the network. */
export const germanCli: Readonly<Record<string, string>> = {
  // How it is used
  Usage: 'Aufruf',
  'Show this help': 'Diese Hilfe zeigen',
  'Answer in JSON': 'In JSON antworten',
  'Bits per second of a serial port; else as set in the app':
    'Bits pro Sekunde einer seriellen Schnittstelle; sonst wie in der App eingestellt',
  'Afterwards a soft reset starts boot.py and main.py again': 'Danach startet ein Soft Reset boot.py und main.py wieder',
  'The built-in board; it is switched on for the command and off behind it':
    'Das eingebaute Board; es wird für den Befehl ein- und danach ausgeschaltet',
  'The only board that is plugged in': 'Das einzige Board, das angesteckt ist',
  'A serial port': 'Eine serielle Schnittstelle',
  'A serial port behind a plain network socket': 'Eine serielle Schnittstelle hinter einem einfachen Netzwerk-Socket',
  'The same with its signal lines and its speed (RFC 2217)': 'Dasselbe mit Signalleitungen und Geschwindigkeit (RFC 2217)',
  'PORT COMMAND --help says more of one command. A port alone opens its REPL.':
    'PORT BEFEHL --help sagt mehr zu einem Befehl. Ein Port allein öffnet seine REPL.',
  'Paths on the board may begin with “:”; cp needs that to tell both sides apart. Those without “/” begin at the board’s main folder.':
    'Pfade auf dem Board dürfen mit „:“ beginnen; cp braucht das, um beide Seiten zu unterscheiden. Die ohne „/“ beginnen im Hauptordner des Boards.',
  'Connecting sends nothing and resets nothing. A command that needs the prompt stops a running program with Ctrl-C; --restart starts it again afterwards.':
    'Das Verbinden sendet nichts und setzt nichts zurück. Ein Befehl, der den Prompt braucht, hält ein laufendes Programm mit Strg-C an; --restart startet es danach wieder.',
  'Exit codes: 0 done; 1 failed, also the program that was run; 2 wrong use; 130 stopped by Ctrl-C. What a program gives to sys.exit() is the exit code of run and exec.':
    'Exit-Codes: 0 erledigt; 1 gescheitert, auch das ausgeführte Programm; 2 falscher Aufruf; 130 durch Strg-C beendet. Was ein Programm sys.exit() gibt, ist der Exit-Code von run und exec.',
  // What is wrong with a call, and what can be done
  '“{{path}}” is no path on a board': '„{{path}}“ ist kein Pfad auf einem Board',
  '“{{word}}” is no baud rate': '„{{word}}“ ist keine Baudrate',
  '“{{word}}” stands where the port should be': '„{{word}}“ steht, wo der Port stehen müsste',
  '“{{word}}” takes no port': '„{{word}}“ braucht keinen Port',
  'There is no command “{{name}}”. The order is: PORT COMMAND, and the commands are {{names}}':
    'Es gibt keinen Befehl „{{name}}“. Die Reihenfolge ist: PORT BEFEHL, und die Befehle sind {{names}}',
  '{{command}}: “{{word}}” can’t be used so': '{{command}}: „{{word}}“ geht so nicht',
  'The use is: {{usage}}': 'Der Aufruf ist: {{usage}}',
  '“devs” lists the ports': '„devs“ listet die Ports auf',
  'On Linux: sudo usermod -aG dialout $USER, then log out and in': 'Unter Linux: sudo usermod -aG dialout $USER, dann ab- und anmelden',
  'Close it there (a serial monitor, another IDE, Perfboard itself) and try again':
    'Schließ es dort (serieller Monitor, andere IDE, Perfboard selbst) und versuch es noch einmal',
  'Press its reset button and try again; a long native call can’t be interrupted':
    'Drück den Reset-Knopf und versuch es noch einmal; ein langer nativer Aufruf lässt sich nicht unterbrechen',
  '--help says more': '--help sagt mehr',
  '“df” shows the space, “rm” makes some': '„df“ zeigt den Platz, „rm“ schafft welchen',
  'Look at it and try again': 'Sieh nach und versuch es noch einmal',
  'No board is plugged in. A port can be named by its path; “virtual” is the built-in board':
    'Es ist kein Board angesteckt. Ein Port kann mit seinem Pfad genannt werden; „virtual“ ist das eingebaute Board',
  'Several boards are plugged in; name one of them: {{names}}': 'Es sind mehrere Boards angesteckt; nenn eines davon: {{names}}',
  // Looking
  'List the ports: path, USB ids, serial number, name': 'Die Ports auflisten: Pfad, USB-Kennungen, Seriennummer, Name',
  'Say what the board is: firmware, memory, storage': 'Sagen, was für ein Board es ist: Firmware, Speicher, Ablage',
  'Looking at the board': 'Board ansehen',
  '{{free}} of {{total}} bytes free': '{{free}} von {{total}} Bytes frei',
  'List a folder: sizes and names': 'Einen Ordner auflisten: Größen und Namen',
  'Show a folder with all that is below it': 'Einen Ordner mit allem darunter zeigen',
  'With the sizes of files': 'Mit den Größen der Dateien',
  'With sizes such as 12.1K': 'Mit Größen wie 12.1K',
  'Show the space of the board’s storage': 'Den Platz auf dem Board zeigen',
  'Looking at the storage': 'Speicherplatz ansehen',
  'This firmware doesn’t tell the space of its storage': 'Diese Firmware verrät ihren Speicherplatz nicht',
  // Files
  'Print files of the board, byte for byte': 'Dateien des Boards ausgeben, Byte für Byte',
  'Print the SHA-256 of files': 'Die SHA-256 von Dateien ausgeben',
  'The board reads and hashes them itself; where its firmware can’t, they are read from it and hashed here.':
    'Das Board liest und hasht sie selbst; wo seine Firmware das nicht kann, werden sie gelesen und hier gehasht.',
  'Make empty files where there are none': 'Leere Dateien anlegen, wo keine sind',
  'Make folders': 'Ordner anlegen',
  'Remove empty folders': 'Leere Ordner entfernen',
  'Remove files, with -r also folders': 'Dateien entfernen, mit -r auch Ordner',
  '“rm -r :” empties the board’s main folder.': '„rm -r :“ leert den Hauptordner des Boards.',
  'Folders with all that is in them': 'Ordner mit allem, was darin ist',
  '{{path}} is a folder; -r removes folders': '{{path}} ist ein Ordner; -r entfernt Ordner',
  'Rename, or move into a folder': 'Umbenennen oder in einen Ordner verschieben',
  'Never over something that is there.': 'Nie über etwas, das schon da ist.',
  'Copy files; “:” marks those of the board: cp main.py :': 'Dateien kopieren; „:“ bezeichnet die des Boards: cp main.py :',
  'Several sources need a folder as DEST. A folder goes into a folder that is there, else it becomes DEST; “.” copies what is in it. Files that hold the same already, by SHA-256, are left out. A file is written beside the old one, proved by its hash, and put in its place.':
    'Mehrere Quellen brauchen als Ziel einen Ordner. Ein Ordner kommt in einen, der da ist, sonst wird er zum Ziel; „.“ kopiert, was darin ist. Dateien mit demselben Inhalt, nach SHA-256, werden ausgelassen. Eine Datei wird neben die alte geschrieben, mit ihrem Hash geprüft und an deren Stelle gesetzt.',
  'Also files that are the same already': 'Auch Dateien, die schon gleich sind',
  'The sources of one cp are all on the board (with “:”) or all on the computer':
    'Die Quellen eines cp sind alle auf dem Board (mit „:“) oder alle auf dem Computer',
  'One side of cp is the board: its paths begin with “:”': 'Eine Seite von cp ist das Board: seine Pfade beginnen mit „:“',
  'Folders can’t be copied on the board itself; copy them to the computer and back':
    'Ordner lassen sich nicht auf dem Board selbst kopieren; kopier sie auf den Computer und zurück',
  'Copying {{name}}': '{{name}} kopieren',
  '{{path}} can’t be copied onto itself': '{{path}} lässt sich nicht auf sich selbst kopieren',
  '{{path}} is a folder; -r copies folders': '{{path}} ist ein Ordner; -r kopiert Ordner',
  'Two of the files would both become {{path}}': 'Zwei der Dateien würden beide zu {{path}}',
  '{{count}} files copied_one': '{{count}} Datei kopiert',
  '{{count}} files copied_other': '{{count}} Dateien kopiert',
  '{{count}} files copied, {{same}} were the same_one': '{{count}} Datei kopiert, {{same}} gleich',
  '{{count}} files copied, {{same}} were the same_other': '{{count}} Dateien kopiert, {{same}} gleich',
  // Programs
  'Run a file of the computer without saving it': 'Eine Datei des Computers ausführen, ohne sie zu speichern',
  'What it prints comes as it is printed. The first Ctrl-C goes to the program, the second leaves. “-” reads the program from standard input.':
    'Die Ausgabe kommt, wie sie entsteht. Das erste Strg-C geht an das Programm, das zweite verlässt es. „-“ liest das Programm von der Standardeingabe.',
  'Run Python statements': 'Python-Anweisungen ausführen',
  'Print the value of a Python expression': 'Den Wert eines Python-Ausdrucks ausgeben',
  'Running {{name}}': '{{name}} ausführen',
  'Start it and leave it running; what it prints is not waited for':
    'Starten und weiterlaufen lassen; auf seine Ausgabe wird nicht gewartet',
  'Begin with a soft reset, so that nothing of an earlier program is left':
    'Mit einem Soft Reset beginnen, damit von einem früheren Programm nichts übrig ist',
  '--clean and --no-follow don’t go together': '--clean und --no-follow gehen nicht zusammen',
  'The virtual board is switched off when the command ends, so nothing can be left running on it':
    'Das virtuelle Board wird am Ende des Befehls ausgeschaltet, darum kann darauf nichts weiterlaufen',
  'Open a terminal at the board; Ctrl-] or Ctrl-X leaves': 'Ein Terminal am Board öffnen; Strg-] oder Strg-X verlässt es',
  'Sends nothing by itself: a program that runs goes on. A board that vanishes and comes back is connected again.':
    'Sendet von selbst nichts: ein laufendes Programm läuft weiter. Ein Board, das verschwindet und wiederkommt, wird wieder verbunden.',
  'Also write what the board prints into a file': 'Die Ausgabe des Boards auch in eine Datei schreiben',
  '{{board}}. Ctrl-] leaves': '{{board}}. Strg-] verlässt es',
  // The board itself
  'Reset the board as its button does': 'Das Board zurücksetzen wie mit seinem Knopf',
  'Start Python again; boot.py and main.py run': 'Python neu starten; boot.py und main.py laufen',
  'Restart into the bootloader, for new firmware': 'In den Bootloader neu starten, für neue Firmware',
  'The virtual board has no bootloader': 'Das virtuelle Board hat keinen Bootloader',
  'This firmware has no machine.{{name}}()': 'Diese Firmware hat kein machine.{{name}}()',
  'Show the board’s clock, or set it to this computer’s': 'Die Uhr des Boards zeigen oder nach dem Computer stellen',
  'As machine.RTC().datetime() has it: year, month, day, weekday from Monday = 0, hours, minutes, seconds, subseconds; local time.':
    'Wie machine.RTC().datetime() sie hat: Jahr, Monat, Tag, Wochentag ab Montag = 0, Stunden, Minuten, Sekunden, Bruchteile; Ortszeit.',
  'Set it to this computer’s local time': 'Nach der Ortszeit des Computers stellen',
  'Looking at the clock': 'Uhr ansehen',
  'The board’s clock was set, but shows {{time}}': 'Die Uhr des Boards wurde gestellt, zeigt aber {{time}}',
  // Ports on the network
  '“{{path}}” is no port on the network: socket://host:port or rfc2217://host:port':
    '„{{path}}“ ist kein Port im Netzwerk: socket://host:port oder rfc2217://host:port',
  '{{path}} is no RFC 2217 server; a plain socket is named socket://host:port':
    '{{path}} ist kein RFC-2217-Server; ein einfacher Socket heißt socket://host:port',
  '/dev/ttyACM0, socket://pi:4000': '/dev/ttyACM0, socket://pi:4000',
  'Setting {{path}}': '{{path}} einstellen',
  '{{path}} leaves its signal lines as they are': '{{path}} lässt seine Signalleitungen, wie sie sind',
  'The port behind {{path}} can’t be set so': 'Der Port hinter {{path}} lässt sich nicht so einstellen',
  'Nothing listens at {{path}}': 'Unter {{path}} ist nichts zu erreichen',
  'The host of {{path}} isn’t known': 'Der Rechner von {{path}} ist nicht bekannt',
  '{{path}} can’t be reached': '{{path}} ist nicht erreichbar',
  '{{path}} doesn’t answer': '{{path}} antwortet nicht',
  '{{path}} refused the connection': '{{path}} hat die Verbindung abgelehnt',
  // Sync, backup, restore
  'perfboard: the old version of {{path}} is not in the history ({{why}})':
    'perfboard: die alte Version von {{path}} ist nicht im Verlauf ({{why}})',
  'too large for it': 'zu groß dafür',
  'the disk of this computer': 'die Festplatte dieses Computers',
  'the board can’t read it': 'das Board kann sie nicht lesen',
  '{{uploaded}} uploaded, {{downloaded}} downloaded, {{removed}} deleted on the board, {{same}} the same':
    '{{uploaded}} hochgeladen, {{downloaded}} heruntergeladen, {{removed}} auf dem Board gelöscht, {{same}} gleich',
  '{{proven}} of {{copied}} copies proven by SHA-256': '{{proven}} von {{copied}} Kopien mit SHA-256 geprüft',
  'changed on both sides; --force takes the source’s': 'auf beiden Seiten geändert; --force nimmt die der Quelle',
  'perfboard: {{path}} can’t be copied ({{why}})': 'perfboard: {{path}} lässt sich nicht kopieren ({{why}})',
  'Only show what would be done': 'Nur zeigen, was geschehen würde',
  'Where both sides changed, take the source’s': 'Wo beide Seiten geändert sind, die der Quelle nehmen',
  'Bring a folder of the board up to date with one of the computer':
    'Einen Ordner des Boards auf den Stand von einem des Computers bringen',
  'New and changed files go to the board; nothing is deleted without --mirror. What changed on the board since the last sync is not replaced without --force. What is replaced or deleted goes into the history. A file .perfboardignore names what is left out.':
    'Neue und geänderte Dateien kommen aufs Board; ohne --mirror wird nichts gelöscht. Was seit dem letzten Abgleich auf dem Board geändert wurde, wird ohne --force nicht ersetzt. Was ersetzt oder gelöscht wird, kommt in den Verlauf. Eine Datei .perfboardignore nennt, was ausgelassen wird.',
  'The other way: from the board to the computer; nothing is deleted': 'Andersherum: vom Board auf den Computer; nichts wird gelöscht',
  'Both ways: each side gets what changed on the other since the last sync':
    'In beide Richtungen: jede Seite bekommt, was sich auf der anderen seit dem letzten Abgleich geändert hat',
  '--mirror, --download and --both don’t go together': '--mirror, --download und --both gehen nicht zusammen',
  'Write all files of the board into a zip': 'Alle Dateien des Boards in ein Zip schreiben',
  'With a list of their SHA-256. The zip is new and whole, or not there.':
    'Mit einer Liste ihrer SHA-256. Das Zip ist neu und vollständig, oder nicht da.',
  'Replace a file that is there': 'Eine vorhandene Datei ersetzen',
  '{{path}} exists already; -f replaces it': '{{path}} gibt es schon; -f ersetzt es',
  '{{count}} files in {{file}}, {{proven}} proven by SHA-256_one': '{{count}} Datei in {{file}}, {{proven}} mit SHA-256 geprüft',
  '{{count}} files in {{file}}, {{proven}} proven by SHA-256_other': '{{count}} Dateien in {{file}}, {{proven}} mit SHA-256 geprüft',
  'perfboard: {{path}} can’t be read and is not in the backup': 'perfboard: {{path}} lässt sich nicht lesen und ist nicht in der Sicherung',
  'Bring the files of a backup onto the board': 'Die Dateien einer Sicherung auf das Board bringen',
  'What is replaced or deleted goes into the history.': 'Was ersetzt oder gelöscht wird, kommt in den Verlauf.',
}
