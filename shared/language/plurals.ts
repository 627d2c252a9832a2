/** English texts that depend on a number: `_one` and `_other` behind the text as `t` gets it. */
export const englishPlurals: Readonly<Record<string, string>> = {
  '{{count}} lights_one': '{{count}} light',
  '{{count}} lights_other': '{{count}} lights',
}
