const LANGUAGES: Readonly<Record<string, string>> = {
  py: 'python',
  pyi: 'python',
  json: 'json',
  md: 'markdown',
  ini: 'ini',
  cfg: 'ini',
  toml: 'ini',
  html: 'html',
  htm: 'html',
  css: 'css',
  js: 'javascript',
  yaml: 'yaml',
  yml: 'yaml',
}

/** The editor's language for a file's name; plain text where the ending says nothing. */
export function languageOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return LANGUAGES[ending] ?? 'plaintext'
}
