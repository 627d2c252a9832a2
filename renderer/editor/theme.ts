import type { Theme } from '../theme/themeStore'
import { monaco } from './monaco'

/** A token's value as Monaco takes it: `#rrggbb`. The build may have shortened it to `#rgb`. */
function token(name: string): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim()
  return /^#[0-9a-f]{3}$/i.test(value) ? value.replace(/[0-9a-f]/gi, '$&$&') : value
}

/** Defines the editor's colours from the window's tokens and puts them on. The page's `data-theme` must be that theme already. */
export function applyEditorTheme(theme: Theme): void {
  const hex = (name: string): string => token(name).slice(1)
  monaco.editor.defineTheme('perfboard', {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: hex('--text') },
      { token: 'comment', foreground: hex('--muted'), fontStyle: 'italic' },
      { token: 'keyword', foreground: hex('--accent') },
      { token: 'string', foreground: hex('--ok') },
      { token: 'string.escape', foreground: hex('--warn') },
      { token: 'number', foreground: hex('--board') },
      { token: 'tag', foreground: hex('--warn') },
      { token: 'type', foreground: hex('--warn') },
      { token: 'delimiter', foreground: hex('--text') },
    ],
    colors: {
      'editor.background': token('--ground'),
      'editor.foreground': token('--text'),
      'editorLineNumber.foreground': token('--muted'),
      'editorLineNumber.activeForeground': token('--text'),
      'editorCursor.foreground': token('--accent'),
      'editor.lineHighlightBackground': token('--side'),
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': `${token('--accent')}44`,
      'editor.inactiveSelectionBackground': `${token('--accent')}22`,
      'editorIndentGuide.background1': token('--divider'),
      'editorIndentGuide.activeBackground1': token('--edge'),
      'editorWidget.background': token('--raised'),
      'editorWidget.foreground': token('--text'),
      'editorWidget.border': token('--divider'),
      'editorError.foreground': token('--error'),
      'editorWarning.foreground': token('--warn'),
      'input.background': token('--ground'),
      'input.foreground': token('--text'),
      'input.border': token('--edge'),
      'diffEditor.insertedLineBackground': `${token('--ok')}1a`,
      'diffEditor.insertedTextBackground': `${token('--ok')}3d`,
      'diffEditor.removedLineBackground': `${token('--error')}1a`,
      'diffEditor.removedTextBackground': `${token('--error')}3d`,
      'list.hoverBackground': `${token('--text')}14`,
      'list.activeSelectionBackground': `${token('--accent')}2e`,
      'list.activeSelectionForeground': token('--text'),
      'list.highlightForeground': token('--accent'),
      'list.focusHighlightForeground': token('--accent'),
      'quickInput.background': token('--side'),
      'quickInputList.focusBackground': `${token('--accent')}2e`,
      'quickInputList.focusForeground': token('--text'),
      'editorSuggestWidget.background': token('--side'),
      'editorSuggestWidget.selectedBackground': `${token('--accent')}2e`,
      'editorSuggestWidget.selectedForeground': token('--text'),
      'editorHoverWidget.background': token('--side'),
      'input.placeholderForeground': token('--muted'),
      focusBorder: token('--accent'),
      'scrollbar.shadow': '#00000000',
    },
  })
  monaco.editor.setTheme('perfboard')
}
