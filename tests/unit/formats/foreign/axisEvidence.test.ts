import { describe, expect, it } from 'vitest'
import {
  axisEvidence,
  axisScores,
  hasGrowingRows,
} from '../../../../src/formats/foreign/axisEvidence'
import { type Dimension } from '../../../../src/formats/foreign/FoundFile'

const nothing = { tokenLists: [], isGrowing: false }
const labels = (...texts: string[]): Dimension => ({ size: texts.length, labels: texts })

describe('the evidence for the role of an axis', () => {
  it.each<readonly [says: string, dimension: Dimension, role: string, strength: number]>([
    ['has this role in its format', { size: 3, role: 'query' }, 'query', 9],
    ['has such a name', { size: 3, name: 'n_layers' }, 'layer', 3],
    ['has such a name', { size: 3, name: 'block' }, 'layer', 3],
    ['has such a name', { size: 3, name: 'hook' }, 'layer', 3],
    ['has such a name', { size: 3, name: 'L' }, 'layer', 3],
    ['has such a name', { size: 3, name: 'head' }, 'part', 3],
    ['has such a name', { size: 3, name: 'destPos' }, 'query', 3],
    ['has such a name', { size: 3, name: 'step' }, 'query', 3],
    ['has such a name', { size: 3, name: 'checkpoint' }, 'query', 3],
    ['has such a name', { size: 3, name: 'Token position' }, 'token', 3],
    ['has such a name', { size: 3, name: 'src' }, 'token', 3],
    ['has such a name', { size: 3, name: 'seq' }, 'token', 3],
    ['has labels that name it', labels('L2', 'L0', 'L9'), 'layer', 3],
    ['has labels that name it', labels('blocks.1.mlp', 'blocks.2.mlp'), 'layer', 3],
    ['has labels that name it', labels('Layer 3', 'Layer 4'), 'layer', 3],
    ['has labels that name it', labels('pos 0', 'pos 1'), 'token', 3],
    ['has texts of a tokenizer', labels('the', ' cat'), 'token', 2],
    ['has texts of a tokenizer', labels('▁the', 'Ġcat'), 'token', 2],
    ['has texts of a tokenizer', labels('<s>', 'cat'), 'token', 2],
    ['has texts of a tokenizer', labels('[CLS]', '##cat'), 'token', 2],
    ['has texts of a tokenizer', labels('cat', '.'), 'token', 2],
    ['has texts as labels', labels('gpt2', 'llama'), 'token', 1],
  ])('%s: %j', (says, dimension, role, strength) => {
    const found = axisEvidence.filter(({ roleOf }) => roleOf(dimension, nothing) !== undefined)
    expect(found.map((one) => one.says)).toContain(says)
    expect(axisScores(dimension, nothing)).toMatchObject({ [role]: strength })
  })

  it('is as long as the list of tokens', () => {
    const context = { tokenLists: [['a', 'b', 'c']], isGrowing: false }
    expect(axisScores({ size: 3 }, context).token).toBe(2)
    expect(axisScores(labels('0', '1', '2'), context).token).toBe(2)
    expect(axisScores({ size: 3, name: 'layer' }, context).token).toBe(0)
    expect(axisScores({ size: 4 }, context).token).toBe(0)
  })

  it('grows by one in each row, as a past does', () => {
    expect(axisScores({ size: 3 }, { tokenLists: [], isGrowing: true }).token).toBe(3)
    expect(hasGrowingRows({ rowLengths: Uint32Array.of(5, 6, 7) })).toBe(true)
    expect(hasGrowingRows({ rowLengths: Uint32Array.of(5, 6, 8) })).toBe(false)
    expect(hasGrowingRows({})).toBe(false)
  })

  it.each<readonly [string, Dimension]>([
    ['no name', { size: 3 }],
    ['a name that says nothing', { size: 3, name: 'model' }],
    ['labels that count', labels('0', '1', '2')],
    ['labels that count from another number', labels('-3', '-2', '-1')],
    ['numbers in no order', labels('7', '1', '22')],
    ['dates', labels('2026-01-01', '2026-01-02', '2026-01-03')],
    ['numbered runs in no order', labels('m10', 'm2', 'm7')],
  ])('is nothing for %s', (_, dimension) => {
    expect(axisScores(dimension, nothing)).toEqual({ query: 0, layer: 0, part: 0, token: 0 })
  })
})
