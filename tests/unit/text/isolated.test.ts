import { expect, it } from 'vitest'
import { isolated } from '../../../src/text/isolated'

it.each(['שלום', 'a שלום', 'مرحبا', '𐤀'])('isolates %s', (text) => {
  expect(isolated(text)).toBe(`\u2068${text}\u2069`)
})

it.each(['', 'level', 'Ωμέγα', 'привет', '日本', '👍', '3 − 4'])('leaves "%s"', (text) => {
  expect(isolated(text)).toBe(text)
})
