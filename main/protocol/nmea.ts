/** `$`, who talks, what of, fields, `*` and the checksum; at most 82 characters (NMEA 0183). */
const SENTENCE = /^\$([A-Z]{2}[A-Z]{3}[^*\n]{0,76})\*([0-9A-F]{2})$/gim

/** How many whole sentences of a GPS receiver stand in the text, each with the right checksum. */
export function validSentences(text: string): number {
  return [...text.matchAll(SENTENCE)].filter(([, body = '', sum = '']) => checksum(body) === Number.parseInt(sum, 16)).length
}

function checksum(body: string): number {
  let sum = 0
  for (let at = 0; at < body.length; at++) sum ^= body.charCodeAt(at)
  return sum
}
