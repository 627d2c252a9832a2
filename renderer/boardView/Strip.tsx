import { memo, useEffect, useRef } from 'react'
import type { PixelStrip } from '../../shared/hardware'
import { t } from '../../shared/language/language'
import { useHardware } from '../stores/hardwareStore'
import { stripWords } from './colourName'
import { pinName } from './pinWords'
import { drawStrip, stripLayout } from './stripPicture'
import { useWidth } from './useWidth'

/** The light strip, once a program has written to one. */
export const Strip = memo(function Strip(): React.JSX.Element | null {
  const strip = useHardware(({ state }) => state.strip)
  return strip === null || strip.colours.length === 0 ? null : <Lights strip={strip} />
})

function Lights({ strip: { pin, colours } }: { strip: PixelStrip }): React.JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [place, room] = useWidth<HTMLDivElement>()
  const count = colours.length
  const { width, height } = stripLayout(count, room)
  useEffect(() => {
    const shown = canvas.current
    const context = shown?.getContext('2d')
    if (shown === null || context === undefined || context === null || room === 0) return
    const layout = stripLayout(colours.length, room)
    shown.width = layout.width * devicePixelRatio
    shown.height = layout.height * devicePixelRatio
    context.scale(devicePixelRatio, devicePixelRatio)
    drawStrip(context, colours, layout)
  }, [colours, room])
  const lights = t('{{count}} lights', { count })
  return (
    <div className="light-strip" ref={place}>
      <canvas
        ref={canvas}
        style={{ width, height }}
        role="img"
        aria-label={t('Light strip, {{pin}}: {{state}}', { pin: pinName(pin), state: stripWords(colours) })}
      />
      <div className="caption" aria-hidden="true">
        <span className="part-name">{t('Light strip')}</span>
        <span className="part-pin">{pinName(pin)}</span>
        <span className="part-words">{lights}</span>
      </div>
    </div>
  )
}
