import { memo, useEffect, useRef } from 'react'
import { t } from '../../shared/language/language'
import { useHardware } from '../stores/hardwareStore'
import { displayWords, paintDisplay } from './displayPicture'
import { useWidth } from './useWidth'
import './screens.css'

/** What the usual display has; drawn dark as long as no program has set one up. */
const USUAL = { width: 128, height: 64 }
/** The display's own name on its bus, as programs know it. */
const ADDRESS = '0x3c'
/** The glass around the dots, on both sides together. Pixels. */
const FRAME = 14

/** The small display, each of its dots a whole number of the screen's. */
export const Display = memo(function Display(): React.JSX.Element {
  const display = useHardware(({ state }) => state.display)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [place, room] = useWidth<HTMLDivElement>()
  const { width, height } = display ?? USUAL
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context === undefined || context === null) return
    const picture = context.createImageData(width, height)
    if (display !== null) paintDisplay(display, picture.data)
    context.putImageData(picture, 0, 0)
  }, [display, width, height])
  const dots = Math.max(1, Math.floor(((room - FRAME) * devicePixelRatio) / USUAL.width)) / devicePixelRatio
  const words = displayWords(display)
  return (
    <div className="display" ref={place} data-on={display?.on === true}>
      <div className="display-glass">
        <canvas
          ref={canvas}
          className="display-dots"
          width={width}
          height={height}
          style={{ width: width * dots, height: height * dots }}
          role="img"
          aria-label={t('Display, I2C {{address}}: {{state}}', { address: ADDRESS, state: words })}
        />
      </div>
      <div className="caption" aria-hidden="true">
        <span className="part-name">{t('Display')}</span>
        <span className="part-pin">{t('I2C {{address}}', { address: ADDRESS })}</span>
        <span className="part-words">{words}</span>
      </div>
    </div>
  )
})
