/** What terminals act upon: control characters, and those that change the direction of what follows. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text from elsewhere (a board's names, messages with such names) as one line that no terminal acts upon. */
export function plainText(text: string): string {
  return text.replace(CONTROLS, '�')
}

/** The same for text of several lines, such as a traceback. */
export function plainLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => plainText(line.replaceAll('\t', '    ')))
    .join('\n')
}

/** `12345` as `12.1K`, as `ls -h` says it. */
export function humanSize(bytes: number): string {
  const units = ['', 'K', 'M', 'G', 'T']
  let size = bytes
  let unit = 0
  while (size >= 1_024 && unit < units.length - 1) {
    size /= 1_024
    unit += 1
  }
  return unit === 0 ? String(size) : `${size.toFixed(1)}${units[unit] ?? ''}`
}
