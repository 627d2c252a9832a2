import { z } from 'zod'
import { Language } from './language/language'

/** What belongs to tools of the computer, not to a board's program; and cards, which are synced by their own folder. */
export const DEFAULT_EXCLUDES: readonly string[] = [
  '/sd',
  '/sdcard',
  '/rom',
  '.git',
  '.svn',
  '.hg',
  '__pycache__',
  '*.pyc',
  '.venv',
  'venv',
  'node_modules',
  '.DS_Store',
  '._*',
  'Thumbs.db',
  'desktop.ini',
  '.vscode',
  '.idea',
  '.mypy_cache',
  '.ruff_cache',
  '.pytest_cache',
  'System Volume Information',
  '.Trash*',
  '.fseventsd',
  '.Spotlight-V100',
  '*~',
  '*.swp',
]

/** Everything the user can set, with what a new user gets. */
export const Settings = z.object({
  /** `system` is the language of the computer, where it is one of ours. */
  language: z.enum(['system', ...Language.options]).default('system'),
  theme: z.enum(['system', 'dark', 'light']).default('system'),
  /** Simple shows the beginner's part of the window; the palette has everything in both. */
  layout: z.enum(['simple', 'full']).default('full'),
  /** Pixels. */
  editorFontSize: z.number().int().min(8).max(40).default(14),
  terminalFontSize: z.number().int().min(8).max(40).default(13),
  /** Lines kept in the terminal. */
  scrollback: z.number().int().min(1_000).max(200_000).default(10_000),
  /** Puts the terminal's text into the page for assistive technology. */
  screenReader: z.boolean().default(false),
  /** Bits per second of serial ports. */
  baudRate: z.number().int().min(50).max(12_000_000).default(115_200),
  /** Run begins with a soft reset, so that nothing of an earlier run is left. */
  cleanRun: z.boolean().default(true),
  wordWrap: z.boolean().default(false),
  /** Old versions of files on boards are kept on this computer. */
  history: z.boolean().default(true),
  /** Kilobytes; larger files are not kept. */
  historyFileLimit: z.number().int().min(1).max(32_768).default(1_024),
  /** Megabytes of the whole store; what was not seen for longest goes first. */
  historyStoreLimit: z.number().int().min(1).max(100_000).default(500),
  /** What sync and backups leave out, in the form of a .gitignore, a pattern each. */
  syncExcludes: z
    .array(z.string().max(200))
    .max(200)
    .default([...DEFAULT_EXCLUDES]),
})
export type Settings = z.infer<typeof Settings>

const { language, theme, layout, editorFontSize, terminalFontSize, scrollback, screenReader, baudRate, cleanRun, wordWrap } = Settings.shape
const { history, historyFileLimit, historyStoreLimit, syncExcludes } = Settings.shape

/** A change of some settings. Without the defaults: what is absent stays as it is. */
export const SettingsPatch = z
  .object({
    language: language.unwrap(),
    theme: theme.unwrap(),
    layout: layout.unwrap(),
    editorFontSize: editorFontSize.unwrap(),
    terminalFontSize: terminalFontSize.unwrap(),
    scrollback: scrollback.unwrap(),
    screenReader: screenReader.unwrap(),
    baudRate: baudRate.unwrap(),
    cleanRun: cleanRun.unwrap(),
    wordWrap: wordWrap.unwrap(),
    history: history.unwrap(),
    historyFileLimit: historyFileLimit.unwrap(),
    historyStoreLimit: historyStoreLimit.unwrap(),
    syncExcludes: syncExcludes.unwrap(),
  })
  .partial()
export type SettingsPatch = z.infer<typeof SettingsPatch>

export const defaultSettings: Settings = Settings.parse({})
