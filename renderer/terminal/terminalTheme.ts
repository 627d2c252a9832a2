import type { ITheme } from '@xterm/xterm'
import { isDark, token } from './themeTokens'

/** The sixteen colours that a board may ask for, readable on each ground. Bright black is muted text: markers use it. */
const DARK_ANSI = {
  black: '#3B4453',
  red: '#FF8A85',
  green: '#5ED39B',
  yellow: '#EDB84F',
  blue: '#7FB2FF',
  magenta: '#DFA3E8',
  cyan: '#5CD0E0',
  white: '#D5DAE3',
  brightRed: '#FFA8A4',
  brightGreen: '#86E5B6',
  brightYellow: '#F7CF7D',
  brightBlue: '#A6CAFF',
  brightMagenta: '#EBC0F1',
  brightCyan: '#8BE2EE',
  brightWhite: '#FFFFFF',
}
const LIGHT_ANSI = {
  black: '#1A1E26',
  red: '#B3261E',
  green: '#12704A',
  yellow: '#7D5600',
  blue: '#0A55A8',
  magenta: '#8B2F8F',
  cyan: '#00687A',
  white: '#5B6472',
  brightRed: '#9A1B14',
  brightGreen: '#0C5E3C',
  brightYellow: '#694800',
  brightBlue: '#083F80',
  brightMagenta: '#702474',
  brightCyan: '#005260',
  brightWhite: '#343A45',
}

/** The terminal's colours for the theme that the page has now. */
export function terminalTheme(): ITheme {
  const accent = token('--accent')
  return {
    ...(isDark() ? DARK_ANSI : LIGHT_ANSI),
    brightBlack: token('--muted'),
    background: token('--ground'),
    foreground: token('--text'),
    cursor: accent,
    cursorAccent: token('--ground'),
    selectionBackground: isDark() ? '#2F5578' : '#B5D7F5',
    selectionInactiveBackground: isDark() ? '#33404F' : '#D6E2EE',
    scrollbarSliderBackground: isDark() ? '#727C8E80' : '#6F7A8B66',
    scrollbarSliderHoverBackground: isDark() ? '#727C8EB0' : '#6F7A8B99',
    scrollbarSliderActiveBackground: token('--edge'),
  }
}

/** Colours of the matches of a search; `active` is the one that was gone to. */
export function searchColours(): { match: string; active: string; border: string } {
  return isDark() ? { match: '#5A4A1E', active: '#8A6A14', border: '#EDB84F' } : { match: '#FFE9B0', active: '#FFCF5C', border: '#7D5600' }
}
