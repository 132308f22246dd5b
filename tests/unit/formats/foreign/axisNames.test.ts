import { expect, test } from 'vitest'
import { axisNames } from '../../../../src/formats/foreign/axisNames'
import { DEFAULT_AXES } from '../../../../src/tensor/Axes'

test.each([
  ['head', 'Head'],
  ['heads', 'Head'],
  ['Model_Text_Combination', 'Model Text Combination'],
  ['hiddenUnits', 'Hidden Unit'],
  ['bias', 'Bias'],
  ['n_layers', 'Layer'],
  ['layer', 'Layer'],
  ['block', 'Block'],
  ['a\nb', 'A b'],
  ['x'.repeat(100), 'Layer'],
  ['a\u202eb', 'Layer'],
  [' ', 'Layer'],
])('rows of %j are called %j', (name, row) => {
  expect(axisNames({ layer: { size: 1, name } })).toEqual({ ...DEFAULT_AXES, row })
})

test('queries and columns keep their names too, and what has no name is called as usual', () => {
  const named = {
    query: { size: 1, name: 'dest' },
    layer: { size: 1 },
    token: { size: 1, name: 'keys' },
  }
  expect(axisNames(named)).toEqual({ query: 'Dest', row: 'Layer', column: 'Key' })
  expect(axisNames({ query: { size: 2 } })).toEqual({ ...DEFAULT_AXES, query: 'Query' })
  expect(axisNames({})).toEqual(DEFAULT_AXES)
})
