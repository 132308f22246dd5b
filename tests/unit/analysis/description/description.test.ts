import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleText } from '../../../../src/text/visibleText'
import { exactText } from '../../../../src/tensor/exactText'
import { withMinus } from '../../../../src/text/rounded'
import {
  layerCountOf,
  sequenceIndex,
  tokenCountOf,
  tokenText,
  valueAt,
  type Tensor,
} from '../../../../src/tensor/Tensor'
import { anySpec, tensorOf } from '../../tensor/anyTensor'
import { ragged } from '../ragged'

import { sample, told } from './described'

describe('a description', () => {
  it('says of nothing that there is nothing', () => {
    expect(told(ragged([[]]))).toBe(
      'A title\nOverview\nHeatmap of cosine similarity for Meta Token #1: 0 layers by 0 past tokens. It has no cells.',
    )
    expect(told(ragged([[[NaN, NaN]]]))).toContain('No cell has a finite value.')
    expect(told(ragged([[[0.3, 0.3]]]))).toContain('All values are 0.3.')
    expect(told(ragged([[[0.3, Infinity, 0.3]]]))).toContain('All finite values are 0.3.')
    expect(told(ragged([[[0.3, NaN]]]))).toContain('The only value is 0.3.')
  })

  it('calls none of several equal cells the highest', () => {
    const text = told(ragged([[[2, 1, 2]]]))
    expect(text).toContain(
      'The highest cells are layer 0, token 0 (3 back), 2; layer 0, token 2, 2;',
    )
    expect(told(ragged([[Array.from({ length: 30 }, (_, index) => index % 2)]]))).toContain(
      '15 cells share the highest value, 1: layer 0, token 1; layer 0, token 3; layer 0, token 5; layer 0, token 7; layer 0, token 9; and 10 more.',
    )
  })

  it('says which cells no finding counts, and by which rule they are there', () => {
    const tensor = ragged([[[1, 2, NaN], [1]]])
    expect(told(tensor, { options: { paddingCount: 2 } })).toContain(
      'Of 6 cells, 1 is missing and 2 are padding. No finding counts them. Short rows cover the first tokens.',
    )
  })

  it('says that nothing is known of chance only where nothing is', () => {
    const tensor = ragged([[[0.1, 0.2]]])
    expect(told(tensor)).toContain('these have no noise floor')
    expect(told(tensor, { options: { hiddenSize: 64 } })).not.toContain('no noise floor')
  })

  it('takes nothing in a text for a sign of Markdown', () => {
    const tensor = ragged([[[0.1, 0.2, 0.3]]], { texts: ['a`b', '*', '``'] })
    const text = told({ ...tensor, title: '# *A* [title]' }, { isMarkdown: true })
    expect(text).toContain(String.raw`## \# \*A\* \[title\]`)
    expect(text).toContain('token 2 ``` `` ``` (1 back), 0.3')
    expect(text).toContain('`` a`b `` (0)')
    expect(text).toContain('- **Highest:** ')
  })

  it('is of 400 words at most, the same each time', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const tensor = tensorOf(spec)
        const text = told(tensor)
        expect(text.split(/\s+/).length).toBeLessThanOrEqual(400)
        expect(told(tensor)).toBe(text)
        expect(text).not.toMatch(/undefined|NaN|\[object/)
      }),
    )
  })

  it('is of 400 words at most for tokens of many letters and long pasts', async () => {
    const texts = Array.from({ length: 60 }, (_, index) => `${'a b '.repeat(40)}${index % 9}`)
    const layers = Array.from({ length: 14 }, (_, layer) =>
      texts.map((__, token) => Math.sin(token) + (layer * token) / 50),
    )
    expect(told(ragged([layers], { texts })).split(/\s+/).length).toBeLessThanOrEqual(400)
    for (const name of ['list-recall', 'five-lists']) {
      // oxlint-disable-next-line no-await-in-loop -- one sample after the other
      expect(told(await sample(name)).split(/\s+/).length).toBeLessThanOrEqual(400)
    }
  })

  it('names no cell that does not exist, and no other number for one than its own', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const tensor = tensorOf(spec)
        expect(() => expectTrue(told(tensor, { isExact: true }), tensor)).not.toThrow()
      }),
    )
  })

  it('does so for the samples, too', async () => {
    for (const name of ['meta-token-2', 'list-recall', 'five-lists']) {
      // oxlint-disable-next-line no-await-in-loop -- one sample after the other
      const tensor = await sample(name)
      expect(() => expectTrue(told(tensor, { isExact: true }), tensor)).not.toThrow()
    }
  })
})

const NUMBER = String.raw`−?(?:Infinity|\d[\d.]*(?:e[+−]?\d+)?)`
/** `layer 1, token 12 "level" (3 back), 0.031` and `layer 1, "level" (12), 0.031`. */
const CELL = new RegExp(
  String.raw`layer (\d+), (?:token (\d+)(?: "[^"]*")?(?: \(\d+ back\))?|"[^"]*" \((\d+)\)), (${NUMBER})(?=[;.])`,
  'g',
)
/** `"level" (12) falls from 0.04 (layer 0) to 0.001 (layer 11)`, perhaps with `then falls to` and one more. */
const TREND = new RegExp(
  String.raw`(?:[Tt]oken (\d+)|"[^"]*" \((\d+)\)) (?:mostly )?(?:rises|falls),? from (${NUMBER}) \(layer (\d+)\) to (${NUMBER}) \(layer (\d+)\)`,
  'g',
)

/** What an exact description says of cells is what the tensor holds there. */
function expectTrue(description: string, tensor: Tensor): void {
  // That of other queries is about other tokens.
  const text = description.replace(/^The token with the highest mean .*$/m, '')
  const isFloat32 = tensor.values instanceof Float32Array
  const expectCell = (
    layer: string | undefined,
    index: string | undefined,
    number: string | undefined,
  ): void => {
    const value = valueAt(tensor, 0, Number(layer), Number(index) - tensor.firstIndex)
    expect(value, `layer ${layer}, token ${index}`).toBeDefined()
    expect(number).toBe(withMinus(exactText(value ?? NaN, isFloat32)))
  }
  for (const [, layer, index, listed, number] of text.matchAll(CELL))
    expectCell(layer, index ?? listed, number)
  for (const [, index, listed, first, from, last, to] of text.matchAll(TREND)) {
    expectCell(from, index ?? listed, first)
    expectCell(to, index ?? listed, last)
  }
  for (const [, layer] of text.matchAll(/layer (\d+)/g)) {
    expect(Number(layer)).toBeLessThan(layerCountOf(tensor, 0))
  }
  for (const [, name, index] of text.matchAll(/("[^"]*") \((\d+)\)/g)) {
    const token = Number(index) - tensor.firstIndex
    expect(token).toBeLessThan(tokenCountOf(tensor, 0))
    expect(sequenceIndex(tensor, token)).toBe(Number(index))
    expect(name).toBe(`"${visibleText(tokenText(tensor, 0, token) ?? '')}"`)
  }
}
