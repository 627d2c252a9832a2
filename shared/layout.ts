import { z } from 'zod'
import { SyncMode } from './sync'

/** Where a tab's text lives. `board` names the board by its key (see `boardKey`). */
export const DocumentRef = z.discriminatedUnion('side', [
  z.object({ side: z.literal('board'), board: z.string(), path: z.string() }),
  z.object({ side: z.literal('computer'), path: z.string() }),
  z.object({ side: z.literal('untitled'), name: z.string() }),
])
export type DocumentRef = z.infer<typeof DocumentRef>

export const PanelTab = z.enum(['terminal', 'plotter', 'problems', 'log'])
export type PanelTab = z.infer<typeof PanelTab>

/** What stands at the right of the editor. */
export const AsideTab = z.enum(['board', 'variables'])
export type AsideTab = z.infer<typeof AsideTab>

/** Which folders were synced with a board last, and how. */
export const SyncPair = z.object({ board: z.string(), folder: z.string(), to: z.string(), mode: SyncMode })

/** A window's arrangement, as it survives a restart. Sizes are percentages of the window. */
export const Layout = z.object({
  explorerOpen: z.boolean().default(true),
  explorerSize: z.number().default(20),
  panelOpen: z.boolean().default(true),
  panelSize: z.number().default(32),
  panelTab: PanelTab.default('terminal'),
  asideOpen: z.boolean().default(false),
  asideSize: z.number().default(26),
  asideTab: AsideTab.default('board'),
  /** True once something was shown there: from then on it opens only when it is asked for. */
  asideSeen: z.boolean().default(false),
  tabs: z.array(DocumentRef).default([]),
  activeTab: z.string().nullable().default(null),
  /** True while the tab Welcome is open. */
  welcome: z.boolean().default(false),
  /** The folder opened in Computer files. */
  folder: z.string().nullable().default(null),
  recentFolders: z.array(z.string()).default([]),
  /** Files of boards and of the computer, the one opened last first. */
  recentFiles: z.array(DocumentRef).default([]),
  /** True while the first steps stand beside the code. */
  lessonsOpen: z.boolean().default(false),
  /** The lesson that is shown, by its id; null before the first. */
  lesson: z.string().nullable().default(null),
  /** What has been done of the lessons, as `lesson.step`. */
  stepsDone: z.array(z.string()).default([]),
  /** The latest first, one a board. */
  syncPairs: z.array(SyncPair).default([]),
  /** The port chosen last. */
  port: z.string().nullable().default(null),
})
export type Layout = z.infer<typeof Layout>

export const defaultLayout: Layout = Layout.parse({})

/** A document's identity: the same file has the same id in every window. */
export function documentId(ref: DocumentRef): string {
  if (ref.side === 'board') return `board:${ref.board}:${ref.path}`
  if (ref.side === 'computer') return `computer:${ref.path}`
  return `untitled:${ref.name}`
}

/** Text that was not saved, kept so that a crash loses nothing. */
export const JournalEntry = z.object({
  id: z.string(),
  document: DocumentRef,
  text: z.string(),
  /** SHA-256 (hexadecimal) of the file's bytes that the text was begun from; null for a new file. */
  base: z.string().nullable(),
  /** Milliseconds since 1970. */
  at: z.number(),
})
export type JournalEntry = z.infer<typeof JournalEntry>
