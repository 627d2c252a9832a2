/** A measured value as the legend shows it: six digits that count. */
export function formatValue(value: number | null | undefined): string {
  if (value == null) return '–'
  const size = Math.abs(value)
  if (Number.isInteger(value) && size < 1e9) return String(value)
  if (size !== 0 && (size >= 1e9 || size < 1e-4)) return value.toExponential(3)
  return String(Number(value.toPrecision(6)))
}
