/** A text model that does what the actions need of Monaco's: text, versions that undo brings back, and a change event. */
class FakeModel {
  private version = 1
  private readonly listeners = new Set<() => void>()

  constructor(private text: string) {}

  getValue(): string {
    return this.text
  }

  getAlternativeVersionId(): number {
    return this.version
  }

  setValue(text: string): void {
    this.text = text
    this.version += 1
    for (const listener of this.listeners) listener()
  }

  pushEditOperations(_before: unknown, [edit]: { text: string }[]): void {
    this.setValue(edit?.text ?? '')
  }

  onDidChangeContent(listener: () => void): { dispose: () => void } {
    this.listeners.add(listener)
    return { dispose: () => this.listeners.delete(listener) }
  }

  getFullModelRange(): null {
    return null
  }

  pushStackElement(): void {
    // The fake keeps no undo history.
  }

  setEOL(): void {
    // Line ends are part of the fake's text.
  }

  updateOptions(): void {
    // Nothing is drawn.
  }

  dispose(): void {
    this.listeners.clear()
  }
}

/** Stands in for the module `renderer/editor/monaco`, which needs a page. */
export const fakeMonaco = {
  monaco: {
    editor: {
      createModel: (text: string) => new FakeModel(text),
      setModelLanguage: () => undefined,
      EndOfLinePreference: { TextDefined: 0 },
      EndOfLineSequence: { LF: 0, CRLF: 1 },
    },
  },
}
