import { z } from 'zod'
import { Language } from './language/language'

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
})
export type Settings = z.infer<typeof Settings>

const { language, theme, layout, editorFontSize, terminalFontSize, scrollback, screenReader, baudRate, cleanRun, wordWrap } = Settings.shape

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
  })
  .partial()
export type SettingsPatch = z.infer<typeof SettingsPatch>

export const defaultSettings: Settings = Settings.parse({})
