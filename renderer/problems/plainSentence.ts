/** What the commonest errors of MicroPython mean, in words for a beginner. The first that fits is taken. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^OSError.*(?:ENOENT|\[Errno 2\]|: 2$)/, 'There is no file or folder of that name on the board.'],
  [
    /^OSError.*(?:ETIMEDOUT|\[Errno 110\]|\[Errno 116\]|: 110$)/,
    'The other side didn’t answer in time. Check the wiring, the address or the network.',
  ],
  [/^OSError.*(?:ENOSPC|\[Errno 28\]|: 28$)/, 'The board’s storage is full. Delete files on it that you don’t need.'],
  [/^OSError.*(?:ENODEV|\[Errno 19\]|: 19$)/, 'No device answered at that address. Check its wiring and its power.'],
  [/^OSError.*(?:EIO|\[Errno 5\]|: 5$)/, 'Talking to the device failed. Check the wiring, and the pins that the program names.'],
  [/^MemoryError/, 'The board has no memory left for this. Keep less in lists and strings, or import fewer modules.'],
  [/^ImportError|^ModuleNotFoundError/, 'The board has no module of that name. Copy it to the board, or check how it is spelled.'],
  [/^IndentationError|^SyntaxError: unindent/, 'The spaces at the beginning of this line don’t fit the lines around it.'],
  [/^SyntaxError/, 'Python can’t read this line. Look for a missing bracket, quote or colon, here or on the line above.'],
  [/^NameError/, 'Nothing of that name is known here. Check its spelling, and that it is set before this line.'],
  [/^AttributeError/, 'This object has nothing of that name. Check its spelling, and what kind of object it is.'],
  [/^TypeError/, 'A value of the wrong kind is used here, or the number of arguments is wrong.'],
  [/^ValueError/, 'The value is of the right kind, but can’t be used here.'],
  [/^IndexError/, 'The list has no element at that place: places count from 0.'],
  [/^KeyError/, 'The dictionary has no such key.'],
  [/^ZeroDivisionError/, 'Something is divided by zero here.'],
]

/** Says in plain words what an error such as `NameError: name 'x' isn't defined` means; null for one that it doesn't know. */
export function plainSentence(message: string): string | null {
  return SENTENCES.find(([pattern]) => pattern.test(message))?.[1] ?? null
}
