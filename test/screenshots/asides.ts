import type { Page } from 'playwright-core'

/** Shows a tab beside the editor, also where it is a drawer. */
export async function showAside(page: Page, tab: 'Board view' | 'Variables'): Promise<void> {
  const aside = page.getByRole('tablist', { name: 'Beside the editor' })
  if (!(await aside.isVisible())) await page.getByRole('button', { name: 'Show board view', exact: true }).click()
  await aside.getByRole('tab', { name: tab }).click()
}

/** Shows the explorer, also where it is a drawer. */
export async function showExplorer(page: Page): Promise<void> {
  const explorer = page.getByRole('button', { name: 'Explorer', exact: true })
  if ((await explorer.getAttribute('aria-pressed')) !== 'true') await explorer.click()
}
