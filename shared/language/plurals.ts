/** English texts that depend on a number: `_one` and `_other` behind the text as `t` gets it. */
export const englishPlurals: Readonly<Record<string, string>> = {
  '{{count}} lights_one': '{{count}} light',
  '{{count}} lights_other': '{{count}} lights',
  '{{count}} files_one': '{{count}} file',
  '{{count}} files_other': '{{count}} files',
  'It has {{count, number}} bytes and is not UTF-8 text, so it can’t be edited here._one':
    'It has {{count, number}} byte and is not UTF-8 text, so it can’t be edited here.',
  'It has {{count, number}} bytes and is not UTF-8 text, so it can’t be edited here._other':
    'It has {{count, number}} bytes and is not UTF-8 text, so it can’t be edited here.',
  'Replace {{count}} files {{where}}?_one': 'Replace {{count}} file {{where}}?',
  'Replace {{count}} files {{where}}?_other': 'Replace {{count}} files {{where}}?',
  '{{count, number}} samples_one': '{{count, number}} sample',
  '{{count, number}} samples_other': '{{count, number}} samples',
  '{{count, number}} lines skipped_one': '{{count, number}} line skipped',
  '{{count, number}} lines skipped_other': '{{count, number}} lines skipped',
  'Uploading {{count}} files_one': 'Uploading {{count}} file',
  'Uploading {{count}} files_other': 'Uploading {{count}} files',
  '{{count}} files copied_one': '{{count}} file copied',
  '{{count}} files copied_other': '{{count}} files copied',
  '{{count}} files copied, {{same}} were the same_one': '{{count}} file copied, {{same}} were the same',
  '{{count}} files copied, {{same}} were the same_other': '{{count}} files copied, {{same}} were the same',
  '{{count}} files in {{file}}, {{proven}} proven by SHA-256_one': '{{count}} file in {{file}}, {{proven}} proven by SHA-256',
  '{{count}} files in {{file}}, {{proven}} proven by SHA-256_other': '{{count}} files in {{file}}, {{proven}} proven by SHA-256',
  '{{count}} seconds left._one': '{{count}} second left.',
  '{{count}} seconds left._other': '{{count}} seconds left.',
  '{{count}} more_one': '{{count}} more',
  '{{count}} more_other': '{{count}} more',
}
