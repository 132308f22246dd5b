import { expect, it } from 'vitest'
import { plainWriting } from '../../../../src/analysis/description/Writing'
import { sentenceOf } from '../../../../src/analysis/description/sentenceOf'
import { visibleText } from '../../../../src/text/visibleText'
import { matrixOf } from '../../../../src/tensor/Matrix'
import { findIn, only } from '../findings/findTensor'
import { ragged } from '../ragged'

it.each([
  [20, true],
  [12, false],
])('of %i queries says whether only some were compared: %j', (count, isSome) => {
  const tensor = ragged(Array.from({ length: count }, (_, query) => [[1, query, 2]]))
  const finding = only(findIn(tensor), 'queries')
  if (finding === undefined) throw new Error('the queries were not compared')
  const matrix = matrixOf(tensor, 0, 'distance', 'query')
  const text = sentenceOf(finding, matrix, plainWriting({ visibleText }))
  expect(/of the 12 queries about this one \(there are 20\)/iu.test(text)).toBe(isSome)
})
