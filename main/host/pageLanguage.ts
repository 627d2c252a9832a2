import type { Language } from '../../shared/language/language'

/**
 * The page's HTML as it is served in that language. Monaco takes its own words (menus, find box) while its modules are loaded, so they have to be
 * there before: a plain script is, and costs an English start nothing.
 */
export function inLanguage(html: string, language: Language): string {
  if (language === 'en') return html
  return html
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace('<script type="module"', `<script src="./words/${language}.js"></script>\n    $&`)
}
