import { expect, it } from 'vitest'
import { csvText } from '../../../src/export/csvText'

it('a table that repeats long texts ends in a sentence', () => {
  const rows = Array.from({ length: 100 }, () => ['x'.repeat(1000), '1'])
  expect(() => [...csvText(rows, 50_000)]).toThrow('Save it as JSON, which has each text once.')
  expect([...csvText(rows, 200_000)]).toHaveLength(100)
})
