import type { Settings } from '../../shared/settings'

const ROWS = { simple: [26, 38, 50], full: [22, 28, 34, 40, 58, 64, 70, 76] }
const CODE = [34, 52, 44, 26, 48]

/** A small drawing of the window, in the colours of the theme. Says nothing that the words beside it don't. */
export function LayoutDrawing({ layout }: { layout: Settings['layout'] }): React.JSX.Element {
  return (
    <svg className="drawing" viewBox="0 0 160 96" aria-hidden="true" focusable="false">
      <rect className="drawing-ground" x="0.5" y="0.5" width="159" height="95" rx="5" />
      {layout === 'simple' ? <Simple /> : <Full />}
    </svg>
  )
}

function Simple(): React.JSX.Element {
  return (
    <>
      <path className="drawing-line" d="M1 16.5h158M44.5 17v78M45 66.5h114" />
      <rect className="drawing-accent" x="50" y="5" width="22" height="7" rx="2" />
      <rect className="drawing-block" x="6" y="5" width="34" height="7" rx="2" />
      <rect className="drawing-block" x="76" y="5" width="18" height="7" rx="2" />
      {ROWS.simple.map((y) => (
        <rect key={y} className="drawing-text" x="7" y={y} width="30" height="4" rx="2" />
      ))}
      {CODE.map((width, row) => (
        <rect key={row} className="drawing-text" x="52" y={25 + row * 8} width={width + 14} height="3" rx="1.5" />
      ))}
      <rect className="drawing-ok" x="52" y="74" width="40" height="3" rx="1.5" />
      <rect className="drawing-ok" x="52" y="82" width="28" height="3" rx="1.5" />
    </>
  )
}

function Full(): React.JSX.Element {
  return (
    <>
      <path className="drawing-line" d="M1 14.5h158M10.5 15v74M44.5 15v74M122.5 15v74M45 62.5h77M11 50.5h33M45 22.5h77M1 89.5h158" />
      <rect className="drawing-block" x="4" y="5" width="26" height="5" rx="2" />
      <rect className="drawing-accent" x="36" y="5" width="14" height="5" rx="2" />
      {[53, 66, 79, 92].map((x) => (
        <rect key={x} className="drawing-block" x={x} y="5" width="10" height="5" rx="2" />
      ))}
      {[19, 26, 33, 40].map((y) => (
        <rect key={y} className="drawing-block" x="4" y={y} width="4" height="4" rx="1" />
      ))}
      {ROWS.full.map((y) => (
        <rect key={y} className="drawing-text" x="15" y={y - 2} width={20 + (y % 4) * 2} height="2.5" rx="1.25" />
      ))}
      {CODE.map((width, row) => (
        <rect key={row} className="drawing-text" x="50" y={28 + row * 6} width={width} height="2.5" rx="1.25" />
      ))}
      <path className="drawing-curve" d="M49 82c6 0 7-14 14-14s8 14 15 14 8-14 15-14 8 14 15 14 6-6 9-10" />
      <rect className="drawing-block" x="128" y="22" width="25" height="40" rx="3" />
      <circle className="drawing-ok" cx="140" cy="33" r="4" />
    </>
  )
}
