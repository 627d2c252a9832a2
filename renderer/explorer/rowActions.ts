/** What a row's menu offers; the label in English, `reason` as a sentence that says why it can't be used now. */
export interface RowAction {
  label:
    | 'Open'
    | 'Rename'
    | 'Delete'
    | 'Download'
    | 'Upload to board'
    | 'Run at power-up'
    | 'New file'
    | 'New folder'
    | 'Sync folder with board…'
    | 'History…'
  keys?: string
  reason?: string | null
  /** A line is drawn above it. */
  startsGroup?: boolean
  run: () => void
}
