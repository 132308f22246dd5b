import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { packRamps } from '../../../src/build/packedRamps'
import { unpackRamp } from '../../../src/color/packedRamp'

const path = createRequire(import.meta.url).resolve('d3-scale-chromatic')
const code = readFileSync(path, 'utf8')

it('the four ramps of matplotlib are packed, and unpacked to the same colors', () => {
  const ramps = packRamps(code).split(/unpackRamp\("([^"]*)"\)/)
  expect(ramps).toHaveLength(9)
  const unpacked = ramps.map((part, k) => (k % 2 === 1 ? `"${unpackRamp(part)}"` : part)).join('')
  expect(unpacked.slice(unpacked.indexOf('\n') + 1)).toBe(code)
})

it('a module without ramps is refused', () => {
  expect(() => packRamps('export {}')).toThrow('no ramps')
})

it('a ramp with a jump is refused', () => {
  const jump = `"${'000000'.repeat(255)}ff0000"`
  expect(() => packRamps(jump)).toThrow('a step of 255')
})
