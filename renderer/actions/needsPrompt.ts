import type { Choice } from '../stores/dialogsStore'
import type { StopChoice } from '../../shared/board'

/** Message 6: what a job that needs the prompt asks before it stops a program. */
export interface PromptQuestion {
  title: string
  text: string
  choices: Choice<StopChoice | 'cancel'>[]
}

/** What the buttons say for each kind of work; the first word of the verb decides. */
const DOING: Readonly<Record<string, string>> = {
  saving: 'save',
  running: 'run',
  listing: 'list files',
  opening: 'open',
  reading: 'read',
  uploading: 'upload',
  downloading: 'download',
  deleting: 'delete',
  counting: 'count',
  renaming: 'rename',
  moving: 'move',
  creating: 'create',
  making: 'create',
  comparing: 'compare',
}

/**
 * Words the question. `verb` reads as the beginning of a sentence, such as `Saving` or `Listing files`; `program` is the program's
 * name, or empty when nothing is known of it.
 */
export function promptQuestion(verb: string, program: string): PromptQuestion {
  const doing = DOING[verb.split(' ')[0]?.toLowerCase() ?? ''] ?? 'go on'
  const running = doing === 'run'
  const restart: Choice<StopChoice>[] = running ? [] : [{ id: 'restart', label: `Stop, ${doing}, start again`, kind: 'plain' }]
  return {
    title: program === '' ? 'A program may be running' : `${program} is running`,
    text: `${verb} needs the prompt, which stops the program.`,
    choices: [{ id: 'stop', label: `Stop and ${doing}`, kind: 'primary' }, ...restart, { id: 'cancel', label: 'Cancel', kind: 'plain' }],
  }
}
