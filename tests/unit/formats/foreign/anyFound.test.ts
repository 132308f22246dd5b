import { array, assert, constantFrom, integer, option, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import { type Dimension, type FoundArray } from '../../../../src/formats/foreign/FoundFile'
import { tensorsOfFound } from '../../../../src/formats/foreign/tensorsOfFound'
import { layerCountOf, rowOf, type Tensor } from '../../../../src/tensor/Tensor'
import { parseView, viewNotices } from '../../../../src/tensor/View'

const names = constantFrom('layer', 'head', 'token', 'dest', 'key', '__proto__', 'constructor', '')
const dimension = record(
  {
    size: integer({ min: 1, max: 4 }),
    name: names,
    role: constantFrom('query', 'layer', 'token'),
    isDescending: constantFrom(true, false),
    prefix: option(constantFrom('L', '', 'the ', '__proto__'), { nil: undefined }),
  } as const,
  { requiredKeys: ['size'] },
)
const found = record({
  dimensions: array(dimension, { minLength: 1, maxLength: 5 }),
  lengths: array(integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 8 }),
  isRagged: constantFrom(true, false),
  tokenLists: array(array(string(), { maxLength: 4 }), { maxLength: 3 }),
})

function arrayOf(
  dimensions: readonly (Dimension & { readonly prefix?: string | undefined })[],
  lengths: readonly number[] | undefined,
): FoundArray {
  const outer = dimensions.slice(0, -1).reduce((product, { size }) => product * size, 1)
  const last = dimensions.at(-1)?.size ?? 1
  const rowLengths = Uint32Array.from({ length: outer }, (_, row) =>
    Math.min(lengths?.[row % lengths.length] ?? last, last),
  )
  const count = rowLengths.reduce((sum, length) => sum + length, 0)
  return {
    name: 'x',
    values: Float64Array.from({ length: count }, (_, i) => i % 3),
    dimensions: dimensions.map(({ prefix, ...rest }) =>
      prefix === undefined
        ? rest
        : Object.assign(rest, {
            labels: Array.from({ length: rest.size }, (_, i) => `${prefix}${i}`),
          }),
    ),
    ...(lengths && { rowLengths }),
  }
}

function faultsOf(tensor: Tensor): string[] {
  const faults: string[] = []
  if (tensor.rowOffsets.at(-1) !== tensor.values.length) faults.push('offsets')
  if (tensor.queries.length !== tensor.queryRows.length - 1) faults.push('queries')
  tensor.queries.forEach((_, query) => {
    const layerCount = layerCountOf(tensor, query)
    if (layerCount !== (tensor.layerLabels?.length ?? layerCount)) faults.push('layers')
    for (let layer = 0; layer < layerCount; layer++) {
      if (rowOf(tensor, query, layer).length > (tensor.tokenCounts[query] ?? 0)) faults.push('row')
    }
  })
  return [...faults, ...viewNotices(parseView(tensor.view).problems)]
}

test('whatever a file says of its dimensions, the tensor is sound', () => {
  assert(
    property(found, ({ dimensions, lengths, isRagged, tokenLists }) => {
      const each = arrayOf(dimensions, isRagged ? lengths : undefined)
      if (each.values.length === 0) return
      const { tensors } = tensorsOfFound({ arrays: [each], notices: [], tokenLists }, 'x')
      expect(tensors.flatMap(({ tensor }) => faultsOf(tensor))).toEqual([])
    }),
  )
})
