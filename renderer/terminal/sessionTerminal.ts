import { FitAddon } from '@xterm/addon-fit'
import { SearchAddon } from '@xterm/addon-search'
import { Unicode11Addon } from '@xterm/addon-unicode11'
import { Terminal } from '@xterm/xterm'
import type { OutputItem } from '../../shared/board'
import { t } from '../../shared/language/language'
import { type Disposable, DisposableStore, toDisposable } from '../../shared/lifecycle'
import { onScreenReaderChange, wantsScreenReader } from '../stores/screenReader'
import { useSettings } from '../stores/settingsStore'
import { pasteToBoard, typeToBoard } from './boardInput'
import { copyText } from './clipboard'
import { guardEscapes } from './escapeGuard'
import { openTracebackPlace } from './openPlace'
import { isMac, keyTarget } from './terminalKeys'
import { sayInTerminal, useTerminal } from './terminalStore'
import { searchColours, terminalTheme } from './terminalTheme'
import { TerminalWriter } from './terminalWriter'
import { onThemeChange, token } from './themeTokens'
import { tracebackLinkProvider } from './tracebackLinks'

/** JetBrains Mono's own line is 1.32 times its size; 13 px then gives rows of 19 px. */
const LINE_HEIGHT = 1.1
/** Ends the alternate screen, mouse reports and colours that a program left behind. */
const CALM = '\x18\x1b[?47l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[!p'

/** A channel's terminal: it lives on while its panel is hidden, and after its session has ended. */
export class SessionTerminal implements Disposable {
  /** Moved into the panel while this terminal is shown. */
  readonly element = document.createElement('div')
  readonly xterm: Terminal
  private readonly search = new SearchAddon()
  private readonly fitter = new FitAddon()
  private readonly writer: TerminalWriter
  private readonly owned = new DisposableStore()
  /** Batches of kept output being drawn: questions in them were asked long ago and are not answered. */
  private replaying = 0
  private lockedAt: number | null = null

  constructor(readonly channel: string) {
    const settings = useSettings.getState()
    this.element.className = 'terminal-screen'
    this.xterm = new Terminal({
      allowProposedApi: true, // the unicode version is one
      convertEol: true, // a bare line feed must not make a staircase
      scrollback: settings.scrollback,
      fontSize: settings.terminalFontSize,
      fontFamily: token('--font-mono') || 'monospace',
      lineHeight: LINE_HEIGHT,
      screenReaderMode: wantsScreenReader(),
      minimumContrastRatio: 4.5,
      cursorBlink: false,
      theme: terminalTheme(),
    })
    this.xterm.loadAddon(this.search)
    this.xterm.loadAddon(this.fitter)
    this.xterm.loadAddon(new Unicode11Addon())
    this.xterm.unicode.activeVersion = '11'
    guardEscapes(this.xterm)
    this.writer = new TerminalWriter(this.xterm)
    this.owned.add(this.xterm)
    this.listen()
  }

  /** Draws output; resolves when that is done. */
  async draw(items: readonly OutputItem[], kept: boolean, fresh: boolean): Promise<void> {
    if (kept) this.replaying++
    await this.writer.write(items, fresh ? () => this.xterm.reset() : undefined)
    if (kept) this.replaying--
  }

  /** Shows the terminal inside a host until disposed; it fits itself to the host. */
  attach(host: HTMLElement): Disposable {
    host.append(this.element)
    if (this.xterm.element === undefined) {
      this.xterm.open(this.element)
      this.remeasureWithFont()
    }
    const observer = new ResizeObserver(() => this.fit())
    observer.observe(host)
    this.fit()
    return toDisposable(() => {
      observer.disconnect()
      this.element.remove()
    })
  }

  focus(): void {
    this.xterm.focus()
  }

  /** Clears the screen and what was scrolled off it; the line with the prompt stays. */
  clear(): void {
    this.xterm.write(CALM, () => {
      this.xterm.clear()
    })
    if (this.lockedAt !== null) this.setScrollLock(false)
  }

  /** Goes to the next or previous match from the selection; returns what is known of the matches by `onMatches`. */
  find(text: string, direction: 'next' | 'previous'): boolean {
    if (text === '') {
      this.endFind()
      return true
    }
    const { match, active, border } = searchColours()
    const options = {
      decorations: {
        matchBackground: match,
        matchOverviewRuler: match,
        activeMatchBackground: active,
        activeMatchBorder: border,
        activeMatchColorOverviewRuler: border,
      },
    }
    return direction === 'next' ? this.search.findNext(text, options) : this.search.findPrevious(text, options)
  }

  endFind(): void {
    this.search.clearDecorations()
    this.xterm.clearSelection()
  }

  /** Calls back with the number of matches and which of them is the current one (from 0; -1 for none). */
  onMatches(listener: (matches: { resultIndex: number; resultCount: number }) => void): Disposable {
    return this.search.onDidChangeResults(listener)
  }

  /** Copies the selection once: it is cleared, so that the next Ctrl+C interrupts the program. */
  copySelection(): void {
    if (!this.xterm.hasSelection()) {
      sayInTerminal(t('Nothing is selected'))
      return
    }
    copyText(this.xterm.getSelection(), t('Copied; Ctrl+C now goes to the board'))
    this.xterm.clearSelection()
  }

  copyAll(): void {
    this.xterm.selectAll()
    copyText(this.xterm.getSelection().trimEnd() + '\n', t('Everything copied'))
    this.xterm.clearSelection()
  }

  /** Keeps the view where it is while output goes on below. */
  setScrollLock(on: boolean): void {
    this.lockedAt = on ? this.xterm.buffer.active.viewportY : null
    if (!on) this.xterm.scrollToBottom()
    useTerminal.setState({ scrollLocked: on })
  }

  dispose(): void {
    this.owned.dispose()
    this.element.remove()
  }

  private listen(): void {
    const { xterm } = this
    xterm.onData((typed) => {
      if (this.replaying === 0) typeToBoard(this.channel, typed)
    })
    xterm.onBinary((typed) => {
      if (this.replaying === 0)
        typeToBoard(
          this.channel,
          Uint8Array.from(typed, (char) => char.charCodeAt(0)),
        )
    })
    xterm.attachCustomKeyEventHandler((event) => this.onKey(event))
    xterm.registerLinkProvider(tracebackLinkProvider(xterm, (place) => openTracebackPlace(this.channel, place)))
    xterm.onWriteParsed(() => {
      const { viewportY, baseY } = xterm.buffer.active
      if (this.lockedAt !== null && viewportY === baseY && viewportY > this.lockedAt) xterm.scrollToLine(this.lockedAt)
    })
    // Before xterm's own listener, which would send the text as if it were typed.
    this.element.addEventListener(
      'paste',
      (event) => {
        event.preventDefault()
        event.stopPropagation()
        pasteToBoard(this.channel, event.clipboardData?.getData('text/plain') ?? '')
      },
      true,
    )
    this.owned.add(
      onThemeChange(() => {
        xterm.options.theme = terminalTheme()
      }),
    )
    this.owned.add(
      onScreenReaderChange(() => {
        xterm.options.screenReaderMode = wantsScreenReader()
      }),
    )
    this.owned.add(
      toDisposable(
        useSettings.subscribe((settings) => {
          xterm.options.scrollback = settings.scrollback
          xterm.options.fontSize = settings.terminalFontSize
          this.fit()
        }),
      ),
    )
  }

  private onKey(event: KeyboardEvent): boolean {
    const target = keyTarget(event, this.xterm.hasSelection(), isMac())
    if (target === 'board') return true
    if (event.type === 'keydown' && target === 'copy') {
      event.preventDefault()
      this.copySelection()
    }
    if (event.type === 'keydown' && target === 'find') {
      event.preventDefault()
      useTerminal.setState({ findOpen: true })
    }
    return false
  }

  private fit(): void {
    if (this.element.clientWidth > 0 && this.element.clientHeight > 0) this.fitter.fit()
  }

  /** xterm measures the font once, maybe before it has been loaded. */
  private remeasureWithFont(): void {
    const family = token('--font-mono') || 'monospace'
    const remeasure = (): void => {
      this.xterm.options.fontFamily = 'monospace'
      this.xterm.options.fontFamily = family
      this.fit()
    }
    document.fonts.load(`${useSettings.getState().terminalFontSize}px ${family}`).then(remeasure, remeasure)
  }
}
