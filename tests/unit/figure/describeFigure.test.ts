import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { findingsOf } from '../../../src/analysis/findings/findingsOf'
import { finish } from '../../../src/analysis/Sliced'
import {
  defaultFindingOptions,
  describeFigure,
  findingInput,
} from '../../../src/figure/describeFigure'
import { modelOfCase } from './drawCase'

/** Values, as JSON writes them, that sums and differences take beyond what a double can hold, or to its last bits. */
const pools = [
  ['1e308', '-1e308', '1.7e308', '0'],
  ['5e-324', '1e-320', '0'],
  ['1e308', '5e-324', '1'],
  ['1e16', '10000000000000002', '10000000000000004'],
  ['1e22', '1e-22'],
  ['0.1', '0.2', '0.30000000000000004', '0.3'],
  ['null', '1'],
  ['1', '1', 'Infinity', '-Infinity'],
  ['-0.0', '0'],
]

const queries = fc.constantFrom(...pools).chain((pool) => {
  const row = (length: number) =>
    fc.array(fc.constantFrom(...pool), { minLength: length, maxLength: length })
  const rows = (length: number) => fc.array(row(length), { minLength: 1, maxLength: 9 })
  const length = fc.integer({ min: 1, max: 9 })
  return length.chain((count) => fc.array(rows(count), { minLength: 1, maxLength: 3 }))
})

const views = fc.record({
  transform: fc.constantFrom('raw', 'token-z', 'token-mean', 'layer-mean', 'layer-change'),
  special: fc.constantFrom('mark', 'exclude'),
  width: fc.constantFrom('query', 'all'),
})

it('says nothing that is no number, of any numbers that a double holds', async () => {
  await fc.assert(
    fc.asyncProperty(queries, views, fc.constantFrom(2, 64, 768), async (values, view, size) => {
      const texts = values[0]?.[0]?.map((_, token) => 'a:b'[token % 3])
      const tokens = JSON.stringify(texts)
      const numbers = JSON.stringify(values).replaceAll('"', '')
      const json = `{"hidden_size":${size},"special":["a"],"tokens":${tokens},"values":${numbers}}`
      const model = await modelOfCase({ name: 'x', json, view: { ...view, query: 0 } })
      const { basis } = model.plots[0]
      const findings = finish(findingsOf(findingInput(basis), defaultFindingOptions))
      const said = [false, true].map((isExact) => describeFigure(basis, findings, { isExact }))
      const captions = model.layout.captions.map(({ text }) => text)
      const text = [...said, basis.description, ...captions].join('\n')
      expect(text).not.toMatch(/NaN|undefined|null|\[object|(?<![+−-])\bInfinity/)
    }),
  )
})
