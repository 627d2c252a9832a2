/** The window's signs, each with one meaning everywhere. Lucide, drawn at 16 px. */
export {
  Square as StopIcon,
  Cpu as BoardIcon,
  History as HistoryIcon,
  Laptop as ComputerIcon,
  Lock as WatchOnlyIcon,
  LockOpen as NotLockedIcon,
  Play as RunIcon,
  Power as HardResetIcon,
  RotateCcw as SoftResetIcon,
  Save as SaveIcon,
  Upload as UploadIcon,
} from 'lucide-react'

/** Pixels. */
export const ICON = 16
