import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

interface Finding {
  id: string
  impact: string
  help: string
  nodes: string[]
}

/** Fails on any finding of axe above minor. It is put into the page by evaluation, which the page's security policy lets pass. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  // A colour on its way to another is none that anybody has to read.
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(fading.map((animation) => animation.finished))
  })
  const findings = await page.evaluate(async (): Promise<Finding[]> => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const results = await axe.run(document, { resultTypes: ['violations'] })
    return results.violations.map(({ id, impact, help, nodes }) => ({
      id,
      impact: impact ?? 'none',
      help,
      nodes: nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`.slice(0, 400)),
    }))
  })
  expect(findings.filter(({ impact }) => impact !== 'minor' && impact !== 'none')).toEqual([])
}
