/** A firmware that lacks something. */
export type Variant =
  'full' | 'noHash' | 'noRename' | 'renameRefuses' | 'noStatvfs' | 'noStdin' | 'noBinascii' | 'noDeflate' | 'rawOnly' | 'flat'

/** How a variant differs from the virtual board's own firmware. */
export interface VariantTraits {
  /** Names that modules lack. A module whose only names are missing is as good as none. */
  without: Readonly<Record<string, readonly string[]>>
  /** No folders, and nothing else of what came with them. */
  isFlat: boolean
  /** It knows no raw-paste mode. */
  isRawOnly: boolean
  /** Renaming refuses to overwrite. */
  refuses: boolean
}

const PLAIN: VariantTraits = { without: {}, isFlat: false, isRawOnly: false, refuses: false }
const NO_HASH = { hashlib: ['sha256', 'sha1', 'md5'] }
const NO_BINASCII = { binascii: ['hexlify', 'unhexlify', 'a2b_base64', 'b2a_base64', 'crc32'] }
const NO_STDIN = { sys: ['stdin'] }

/** What each variant lacks. */
export const VARIANTS: Readonly<Record<Variant, VariantTraits>> = {
  full: PLAIN,
  noHash: { ...PLAIN, without: NO_HASH },
  noRename: { ...PLAIN, without: { os: ['rename'] } },
  renameRefuses: { ...PLAIN, refuses: true },
  noStatvfs: { ...PLAIN, without: { os: ['statvfs'] } },
  noStdin: { ...PLAIN, without: NO_STDIN },
  noBinascii: { ...PLAIN, without: NO_BINASCII },
  noDeflate: { ...PLAIN, without: { deflate: ['DeflateIO'], zlib: ['decompress', 'DecompIO'] } },
  rawOnly: { ...PLAIN, isRawOnly: true },
  // As the micro:bit has it.
  flat: {
    ...PLAIN,
    without: {
      ...NO_HASH,
      ...NO_BINASCII,
      ...NO_STDIN,
      os: ['stat', 'mkdir', 'rmdir', 'rename', 'ilistdir', 'statvfs', 'chdir', 'getcwd', 'sync'],
    },
    isFlat: true,
    isRawOnly: true,
  },
}

/**
 * What boot.py has to say so that the firmware is that variant: it puts modules of its own before the built-in ones, so that whoever uses
 * what is missing fails as on a board that hasn't got it.
 */
export function bootText({ without, isFlat, refuses }: VariantTraits): string {
  const lines = ['def _variant():', ' import sys,os', ' real=sys.modules', ' class Module:pass']
  const shadow = (module: string, missing: readonly string[], extra: readonly string[] = []): void => {
    lines.push(
      ` try:r=__import__('${module}')`,
      ' except ImportError:r=None',
      ' m=Module()',
      ' if r is not None:',
      '  for k in dir(r):',
      `   if k not in ${JSON.stringify(missing)}:setattr(m,k,getattr(r,k))`,
      ...extra,
      ` real['${module}']=m`,
      ...(module === 'os' ? [" real['real os']=r"] : []),
    )
  }
  const size = isFlat ? [' def size(p,stat=os.stat):return stat(p)[6]', ' m.size=size'] : []
  const refusal = refuses
    ? [
        ' def rename(a,b,rename=os.rename,stat=os.stat):',
        '  try:stat(b)',
        '  except OSError:return rename(a,b)',
        '  raise OSError(17)',
        ' m.rename=rename',
      ]
    : []
  for (const [module, missing] of Object.entries(without)) shadow(module, missing, module === 'os' ? size : [])
  if (refuses) shadow('os', [], refusal)
  return `${lines.join('\n')}\n_variant()\ndel _variant\n`
}
