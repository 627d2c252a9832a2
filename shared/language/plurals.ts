/** English texts that depend on a number: `_one` and `_other` behind the text as `t` gets it. */
export const englishPlurals: Readonly<Record<string, string>> = {
  '{{count}} more_one': '{{count}} more',
  '{{count}} more_other': '{{count}} more',
}
