import { rgb } from 'd3-color'
import { interpolateRgb } from 'd3-interpolate'

/** Returns the contrast of two CSS colors, 1 … 21, as WCAG 2.2 defines it. */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((p, q) => p - q)
  return (high + 0.05) / (low + 0.05)
}

/**
 * Returns black or white, whichever has the higher contrast with a color. That contrast is at least 4.58: at the
 * luminance with equal contrasts, (1 + 0.05) / (L + 0.05) = (L + 0.05) / 0.05 = √21.
 */
export function inkOn(color: string): '#000000' | '#ffffff' {
  return contrast(color, '#000000') > contrast(color, '#ffffff') ? '#000000' : '#ffffff'
}

/** Returns the color seen under a veil of the given opacity, 0 … 1, as `#rrggbb`. */
export function veiled(color: string, veil: string, opacity: number): string {
  return rgb(interpolateRgb(color, veil)(opacity)).formatHex()
}

function luminance(color: string): number {
  const { r, g, b } = rgb(color)
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
