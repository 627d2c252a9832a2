/**
 * True when nobody is typing elsewhere: a text that comes late, because its board was slow, must not catch what is meant for a dialog,
 * the terminal or a field.
 */
export function mayTakeFocus(active: Element | null = document.activeElement): boolean {
  if (active === null) return true
  if (active.closest('[role="dialog"], [role="alertdialog"]') !== null) return false
  return active.closest('.monaco-editor') !== null || !active.matches('input, textarea, [contenteditable="true"]')
}
