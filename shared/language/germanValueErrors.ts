/** German of errors about kinds of values and about values, by the English text. Python’s own words stay. */
export const germanValueErrors: Readonly<Record<string, string>> = {
  // Kinds of values
  'A {{type}} can change, so it can be no key of a dict and stand in no set. Use a tuple.':
    '{{type}} ist veränderlich; darum taugt es nicht als Schlüssel eines dict und nicht für ein set. Nimm ein Tupel.',
  'This can’t be done with a value of the class {{type}}.': 'Mit einem Wert der Klasse {{type}} geht das nicht.',
  'A text and a value of the class {{type}} can’t be joined. Turn it into text: str(…)':
    'Ein Text und ein Wert der Klasse {{type}} lassen sich nicht verbinden. Mach Text daraus: str(…)',
  'A number is wanted here, and this is a text. Turn it into a number: int(…) or float(…)':
    'Hier wird eine Zahl gebraucht, und das ist ein Text. Mach eine Zahl daraus: int(…) oder float(…)',
  'A number ({{wanted}}) is wanted here, and this is of the class {{type}}.':
    'Hier wird eine Zahl ({{wanted}}) gebraucht, und das ist von der Klasse {{type}}.',
  'The function wants more values in its brackets than it got.': 'Die Funktion braucht mehr Werte in ihren Klammern, als sie bekommen hat.',
  'The function knows no {{name}}=… in its brackets.': 'Die Funktion kennt kein {{name}}=… in ihren Klammern.',
  'A number can’t be gone through one by one. To do something several times write: for i in range(5):':
    'Eine Zahl lässt sich nicht Stück für Stück durchgehen. Um etwas mehrmals zu tun, schreibe: for i in range(5):',
  'A value of the class {{type}} can’t be gone through one by one.':
    'Ein Wert der Klasse {{type}} lässt sich nicht Stück für Stück durchgehen.',
  'A value of the class {{type}} has no parts, so no [ ] can stand behind it.':
    'Ein Wert der Klasse {{type}} hat keine Teile; darum kann kein [ ] dahinter stehen.',
  'A part of a {{type}} can’t be replaced: it stays as it was made. Make a new one, or use a list.':
    'Ein Teil von {{type}} lässt sich nicht ersetzen: Es bleibt, wie es gemacht wurde. Mach ein neues oder nimm eine Liste.',
  'A value of the class {{type}} has no parts that could be set with [ ].':
    'Ein Wert der Klasse {{type}} hat keine Teile, die sich mit [ ] setzen ließen.',
  'A value of the class {{type}} has no length.': 'Ein Wert der Klasse {{type}} hat keine Länge.',
  'A value of the wrong kind is used here, or the number of values in the brackets is wrong.':
    'Hier steht ein Wert der falschen Art, oder in den Klammern stehen zu viele oder zu wenige Werte.',
  'None means nothing at all: a function without return gives it.': 'None heißt gar nichts: Eine Funktion ohne return ergibt es.',
  'One side of {{sign}} is None.': 'Eine Seite von {{sign}} ist None.',
  '+ can’t join a text and a number. Turn the number into text, str(…), or the text into a number, int(…). What input() gives is a text.':
    '+ kann Text und Zahl nicht verbinden. Mach aus der Zahl Text, str(…), oder aus dem Text eine Zahl, int(…). Was input() liefert, ist Text.',
  '{{sign}} can’t be used between a text and a number. Turn the text into a number: int(…). What input() gives is a text.':
    '{{sign}} geht nicht zwischen Text und Zahl. Mach aus dem Text eine Zahl: int(…). Was input() liefert, ist Text.',
  '{{sign}} can’t be used between {{left}} and {{right}}.': '{{sign}} geht nicht zwischen {{left}} und {{right}}.',
  'The function wants {{wanted}} values in its brackets and got {{given}}.':
    'Die Funktion braucht {{wanted}} Werte in ihren Klammern und hat {{given}} bekommen.',
  '{{name}}() wants {{wanted}} values in its brackets and got {{given}}.':
    '{{name}}() braucht {{wanted}} Werte in den Klammern und hat {{given}} bekommen.',
  'A function in a class gets the object as its first value: def {{name}}(self):':
    'Eine Funktion in einer Klasse bekommt als ersten Wert das Objekt: def {{name}}(self):',
  'The program has given the name {{name}} a value of its own on line {{line}}, so Python’s own {{name}}() can’t be called any more. Choose another name there.':
    'Das Programm hat dem Namen {{name}} in Zeile {{line}} einen eigenen Wert gegeben; darum lässt sich Pythons {{name}}() nicht mehr aufrufen. Nimm dort einen anderen Namen.',
  '{{name}} is no function: it got a value of the class {{type}} on line {{line}}.':
    '{{name}} ist keine Funktion: In Zeile {{line}} bekam es einen Wert der Klasse {{type}}.',
  'A value of the class {{type}} is no function: no ( ) can stand behind it. To multiply, write *.':
    'Ein Wert der Klasse {{type}} ist keine Funktion: Dahinter kann kein ( ) stehen. Zum Malnehmen schreibe *.',

  // Values
  'An empty text can’t be turned into a number.': 'Aus einem leeren Text lässt sich keine Zahl machen.',
  'int() can’t turn the text “{{value}}” into a whole number.': 'int() kann aus dem Text „{{value}}“ keine ganze Zahl machen.',
  'For a number with a point use float().': 'Für eine Zahl mit Punkt nimm float().',
  'This text can’t be turned into a number: it may hold only digits, a sign and a point.':
    'Aus diesem Text lässt sich keine Zahl machen: Er darf nur Ziffern, ein Vorzeichen und einen Punkt enthalten.',
  'At the right of = are more values than the {{wanted}} names at its left.':
    'Rechts von = stehen mehr Werte als die {{wanted}} Namen links.',
  'At the left of = are more names than values at its right.': 'Links von = stehen mehr Namen als Werte rechts.',
  'This board has no such pin, or the pin can’t do that. Look at the pins of this board.':
    'Diesen Pin hat das Board nicht, oder er kann das nicht. Sieh dir die Pins dieses Boards an.',
  'There is no result for this number, such as the root of a negative one.':
    'Für diese Zahl gibt es kein Ergebnis, etwa die Wurzel aus einer negativen.',
  'The list holds no such element. Ask first: if x in my_list:': 'In der Liste ist kein solches Element. Frag erst: if x in my_list:',
  'max() and min() need at least one value; the list is empty.': 'max() und min() brauchen mindestens einen Wert; die Liste ist leer.',
  'The file is closed already. Read and write before close(), or inside of the with block.':
    'Die Datei ist schon geschlossen. Lies und schreib vor close() oder innerhalb des with-Blocks.',
  'The value is of the right kind, but can’t be used here.': 'Der Wert ist von der richtigen Art, geht hier aber nicht.',
  'The list is empty, so nothing can be taken out of it.': 'Die Liste ist leer; darum lässt sich nichts herausnehmen.',
  'The {{type}} has no element at that place. Places count from 0, so the last one is len(…) - 1.':
    'An dieser Stelle von {{type}} ist kein Element. Gezählt wird ab 0; die letzte Stelle ist also len(…) - 1.',
  'There is no element at that place. Places count from 0.': 'An dieser Stelle ist kein Element. Gezählt wird ab 0.',
  'The dict has no key {{key}}. Check how it is spelled, or ask with get(), which gives None instead.':
    'Das dict hat keinen Schlüssel {{key}}. Prüfe die Schreibweise oder frag mit get(), das dann None ergibt.',
  'The dictionary has no such key.': 'Diesen Schlüssel hat das dict nicht.',
  'Something is divided by zero here.': 'Hier wird durch null geteilt.',
  'The program itself says with assert that this must be true, and it is not.':
    'Das Programm sagt selbst mit assert, dass dies stimmen muss, und es stimmt nicht.',
  'These bytes are no text in UTF-8. Data of a sensor or of a radio is not always text: keep it as bytes.':
    'Diese Bytes sind kein Text in UTF-8. Daten eines Sensors oder Funkmoduls sind nicht immer Text: Behalte sie als Bytes.',
  'There is nothing more to take: the last one has been given already.': 'Es gibt nichts mehr zu holen: Das letzte wurde schon geliefert.',
  'This board’s MicroPython can’t do that.': 'Das kann das MicroPython dieses Boards nicht.',
  'A function calls itself again and again without an end. It needs a case in which it doesn’t.':
    'Eine Funktion ruft sich ohne Ende selbst auf. Sie braucht einen Fall, in dem sie das nicht tut.',
  'The board has no room left for {{size}} bytes in its memory.': 'Das Board hat in seinem Speicher keinen Platz mehr für {{size}} Byte.',
  'Keep less in lists and texts, import fewer modules, or work in smaller pieces.':
    'Behalte weniger in Listen und Texten, importiere weniger Module oder arbeite in kleineren Stücken.',
  'The board has no memory left for this. Keep less in lists and strings, or import fewer modules.':
    'Das Board hat dafür keinen Speicher mehr. Behalte weniger in Listen und Texten oder importiere weniger Module.',
}
