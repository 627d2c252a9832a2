import { type Disposable, toDisposable } from '../../shared/lifecycle'

/** A colour or font of the theme that the page has now, such as `--ground`. */
export function token(name: `--${string}`): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** True while the page is dark. */
export function isDark(): boolean {
  return document.documentElement.dataset.theme !== 'light'
}

/** Calls back after the page's theme has changed: for what draws on a canvas, or keeps colours of its own. */
export function onThemeChange(listener: () => void): Disposable {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return toDisposable(() => {
    observer.disconnect()
  })
}
