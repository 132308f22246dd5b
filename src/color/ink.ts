import { type Channels } from './Palette'

/** The contrast of two colors, 1 … 21, as WCAG 2.2 defines it. */
export function contrast(a: Channels, b: Channels): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((p, q) => p - q)
  return (high + 0.05) / (low + 0.05)
}

/**
 * Black or white, whichever is read better on a color. One of them always has a contrast of 4.58 at least: at the
 * luminance where both are equal, (1 + 0.05) / (L + 0.05) = (L + 0.05) / 0.05 = √21.
 */
export function inkOn(color: Channels): '#000000' | '#ffffff' {
  return contrast(color, [0, 0, 0]) > contrast(color, [255, 255, 255]) ? '#000000' : '#ffffff'
}

/** What is seen of a color under a veil of the given opacity, 0 … 1. */
export function veiled(color: Channels, veil: Channels, opacity: number): Channels {
  const mix = (k: 0 | 1 | 2): number => Math.round(color[k] + (veil[k] - color[k]) * opacity)
  return [mix(0), mix(1), mix(2)]
}

function luminance(color: Channels): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
