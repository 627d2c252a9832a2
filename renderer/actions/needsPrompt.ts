import { t, text } from '../../shared/language/language'
import type { Choice } from '../stores/dialogsStore'
import type { StopChoice } from '../../shared/board'
import { programWords } from '../../shared/programNames'

/** Message 6: what a job that needs the prompt asks before it stops a program. */
export interface PromptQuestion {
  title: string
  text: string
  choices: Choice<StopChoice | 'cancel'>[]
}

/** What the buttons say for each kind of work; the first word of the verb decides, in English. */
const DOING: Readonly<Record<string, string>> = {
  saving: text('save'),
  running: text('run'),
  listing: text('list files'),
  opening: text('open'),
  reading: text('read'),
  uploading: text('upload'),
  downloading: text('download'),
  deleting: text('delete'),
  counting: text('count'),
  renaming: text('rename'),
  moving: text('move'),
  making: text('create'),
  comparing: text('compare'),
  copying: text('copy'),
  syncing: text('sync'),
  restoring: text('restore'),
  backing: text('back up'),
  repairing: text('repair'),
}

/**
 * Words the question. `verb` reads as the beginning of a sentence, such as `Saving` or `Listing files`, and is English, marked by `text`;
 * `program` is the program's name, or empty when nothing is known of it.
 */
export function promptQuestion(verb: string, program: string): PromptQuestion {
  const doing = DOING[verb.split(' ')[0]?.toLowerCase() ?? ''] ?? text('go on')
  const running = doing === 'run'
  const restart: Choice<StopChoice>[] = running
    ? []
    : [{ id: 'restart', label: t('Stop, {{doing}}, start again', { doing: t(doing) }), kind: 'plain' }]
  return {
    title: program === '' ? t('A program may be running') : t('{{program}} is running', { program: programWords(program) }),
    text: t('{{verb}} needs the prompt, which stops the program.', { verb: t(verb) }),
    choices: [
      { id: 'stop', label: t('Stop and {{doing}}', { doing: t(doing) }), kind: 'primary' },
      ...restart,
      { id: 'cancel', label: t('Cancel'), kind: 'plain' },
    ],
  }
}
