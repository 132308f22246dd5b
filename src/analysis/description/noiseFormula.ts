import { type NoiseFloor } from '../noiseFloor'

/** Returns how a noise floor is computed, `1.96/√768`; that of means of `count` cells, `1.96/√(768 × 9)`. */
export function noiseFormula({ size, otherSize }: NoiseFloor, count?: string): string {
  const times = count === undefined ? '' : ` × ${count}`
  if (otherSize === undefined) {
    return count === undefined ? `1.96/√${size}` : `1.96/√(${size}${times})`
  }
  if (size === otherSize) return `1.96·√2/√${count === undefined ? size : `(${size}${times})`}`
  const sum = `1/${size} + 1/${otherSize}`
  return count === undefined ? `1.96·√(${sum})` : `1.96·√((${sum})/${count})`
}

/** Returns the directions whose cosines, or differences of cosines, a noise floor is about. */
export function noiseDirections({ otherSize }: NoiseFloor): string {
  return otherSize === undefined
    ? 'random directions'
    : 'random directions, if those of A and B are independent'
}
