import { readdirSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** A text that the sources hand to `t` or mark by `text`. */
export interface SourceText {
  text: string
  /** Where catalogues keep it: the text, with its context behind it. */
  entry: string
  /** Such as `renderer/layout/Rail.tsx:12`. */
  at: string
  /** The values given with it, by name; null when there are none that can be read. */
  values: readonly string[] | null
  isMarked: boolean
}

/** What a look through sources finds. */
export interface FoundTexts {
  texts: SourceText[]
  /** Calls and literals that break a rule, with the place and the source. */
  faults: string[]
}

/** Attributes that are read or heard. */
const SPOKEN_ATTRIBUTES = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'placeholder',
  'title',
  'label',
  'hint',
  'reason',
  'part',
])
/** Not translated: names, units, and what is written the same everywhere. */
const SAME_EVERYWHERE = new Set(['Perfboard', 'MicroPython', 'RAM', 'KB', 'MB', 'Deutsch', 'English', '/dev/ttyACM0, COM7'])
/** Failures that only a fault of the program's own brings about: they are for its makers. */
const PROGRAM_FAULTS = new Set(["'internal'", "'invalid-request'"])

/** The TypeScript files below a folder, without tests. */
export function sourceFiles(top: string, folder: string): string[] {
  return readdirSync(path.join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
}

/** Looks through a source for texts that users see. */
export function textsIn(file: string, source: string): FoundTexts {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const found: FoundTexts = { texts: [], faults: [] }
  const placeOf = (node: ts.Node): string => `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
  const fault = (node: ts.Node, why: string): void => void found.faults.push(`${placeOf(node)} ${why}: ${node.getText().slice(0, 80)}`)

  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && ['t', 'text'].includes(node.expression.text)) look(node)
    if (ts.isJsxText(node) && isWords(node.text) && !isCode(node.parent)) fault(node, 'text that is not translated')
    if (ts.isJsxAttribute(node)) lookAtAttribute(node)
    if (ts.isNewExpression(node) && node.expression.getText() === 'AppError') lookAtError(node)
    ts.forEachChild(node, visit)
  }
  const look = (call: ts.CallExpression): void => {
    const isMarked = (call.expression as ts.Identifier).text === 'text'
    const [first, values] = call.arguments
    if (!isMarked && isAtModuleLevel(call)) fault(call, 't at module level, before the language is known')
    if (first !== undefined && ts.isStringLiteralLike(first)) {
      const context = contextOf(values)
      const entry = context === null ? first.text : `${first.text}|${context}`
      found.texts.push({ text: first.text, entry, at: placeOf(call), values: isMarked ? null : namesOf(values), isMarked })
    } else if (
      isMarked ||
      first === undefined ||
      !(ts.isIdentifier(first) || ts.isPropertyAccessExpression(first) || ts.isElementAccessExpression(first))
    ) {
      fault(call, 'not one literal')
    }
  }
  const lookAtAttribute = (attribute: ts.JsxAttribute): void => {
    const { initializer } = attribute
    const value = initializer !== undefined && ts.isJsxExpression(initializer) ? initializer.expression : initializer
    if (value !== undefined && SPOKEN_ATTRIBUTES.has(attribute.name.getText()))
      for (const literal of literalsOf(value)) fault(literal, 'attribute that is not translated')
  }
  const lookAtError = ({ arguments: given }: ts.NewExpression): void => {
    const [code, message] = given ?? []
    if (code === undefined || message === undefined || PROGRAM_FAULTS.has(code.getText())) return
    for (const literal of literalsOf(message)) fault(literal, 'message that is not translated')
  }
  visit(tree)
  return found
}

/** What is to be typed as it stands, or is printed on a drawn part. */
function isCode(node: ts.Node): boolean {
  return ts.isJsxElement(node) && ['code', 'kbd', 'text'].includes(node.openingElement.tagName.getText())
}

/** The literals that an attribute's value may become. */
function literalsOf(value: ts.Node): ts.Node[] {
  if (ts.isStringLiteralLike(value)) return isWords(value.text) ? [value] : []
  if (ts.isTemplateExpression(value))
    return [value.head.text, ...value.templateSpans.map((span) => span.literal.text)].some(isWords) ? [value] : []
  if (ts.isConditionalExpression(value)) return [...literalsOf(value.whenTrue), ...literalsOf(value.whenFalse)]
  return ts.isParenthesizedExpression(value) ? literalsOf(value.expression) : []
}

function isWords(text: string): boolean {
  const plain = text.trim()
  return /\p{L}{2}/u.test(plain) && !SAME_EVERYWHERE.has(plain)
}

function isAtModuleLevel(node: ts.Node): boolean {
  for (let up = node.parent; !ts.isSourceFile(up); up = up.parent) {
    if (ts.isFunctionLike(up) || (ts.isPropertyDeclaration(up) && !up.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)))
      return false
  }
  return true
}

/** The literal `context` among the values; null without one. */
function contextOf(values: ts.Expression | undefined): string | null {
  if (values === undefined || !ts.isObjectLiteralExpression(values)) return null
  for (const property of values.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText() === 'context' && ts.isStringLiteral(property.initializer))
      return property.initializer.text
  }
  return null
}

/** The names of an object literal's properties; null for anything else, or when there are others than plain ones. */
function namesOf(values: ts.Expression | undefined): string[] | null {
  if (values === undefined) return []
  if (!ts.isObjectLiteralExpression(values)) return null
  const names = values.properties.map((property) =>
    ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property) ? property.name.getText() : null,
  )
  return names.every((name) => name !== null) ? names : null
}
