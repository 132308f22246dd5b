import { expect, it } from 'vitest'
import { descriptionOf } from '../../../../src/analysis/description/descriptionOf'
import { plainDescription } from '../../../../src/analysis/description/Passage'
import { plainWriting } from '../../../../src/analysis/description/Writing'
import { visibleText } from '../../../../src/text/visibleText'
import { matrixOf } from '../../../../src/tensor/Matrix'
import { findIn, inputOf, only } from '../findings/findTensor'
import { ragged } from '../ragged'

it('a description says how many findings it leaves out', () => {
  const tensor = ragged([[[3, 1, 2]]])
  const { statistics } = inputOf(tensor)
  const finding = only(findIn(tensor, { hiddenSize: 64 }), 'noise')
  if (finding === undefined) throw new Error('there is no noise floor')
  const matrix = matrixOf(tensor, 0, 'distance', 'query')
  const writing = plainWriting({ visibleText })
  const said = (count: number): string => {
    const findings = Array.from({ length: count }, () => ({ ...finding }))
    const input = { title: 'A title', matrix, statistics, findings, isUpward: true }
    return plainDescription(descriptionOf(input, writing))
  }
  expect(said(2)).not.toContain('further finding')
  const text = said(60)
  const shownCount = text.split('1.96/√64').length - 1
  expect(shownCount).toBeGreaterThan(0)
  expect(text).toContain(`${60 - shownCount} further findings are in the panel.`)
})
