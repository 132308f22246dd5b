import { expect, it } from 'vitest'
import { isolated, withIsolatedQuotes } from '../../../src/text/isolated'

it.each(['שלום', 'a שלום', 'مرحبا', '𐤀'])('isolates %s', (text) => {
  expect(isolated(text)).toBe(`\u2068${text}\u2069`)
})

it.each(['', 'level', 'Ωμέγα', 'привет', '日本', '👍', '3 − 4'])('leaves "%s"', (text) => {
  expect(isolated(text)).toBe(text)
})

it('isolates what a sentence quotes, and nothing else', () => {
  expect(withIsolatedQuotes('“שלום.json” has 3 rows; “a” has 4.')).toBe(
    '“\u2068שלום.json\u2069” has 3 rows; “a” has 4.',
  )
})
