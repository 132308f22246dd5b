import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_LINKED, linkTextOf, linkedTensor } from '../../../../src/app/open/linkedTensor'
import { canonicalJson } from '../../../../src/formats/canonical/canonicalJson'
import { anyTensor } from '../../formats/anyTensor'
import { tensorOfRows } from '../../tensor/anyTensor'

describe('a tensor in a link', () => {
  it('is the tensor, whatever its numbers and texts are', async () => {
    await fc.assert(
      fc.asyncProperty(anyTensor, async (tensor) => {
        const packed = linkTextOf(tensor)
        fc.pre(packed !== undefined)
        expect(packed).toMatch(/^[\w-]+$/u)
        const blob = await linkedTensor(packed)
        expect(await blob.text()).toBe(canonicalJson(tensor).join(''))
      }),
      { numRuns: 50 },
    )
  })

  it('is none where the link would be too long', () => {
    const rows = [Array.from({ length: 4000 }, (_, k) => Math.sin(k))]
    expect(linkTextOf(tensorOfRows(rows))).toBeUndefined()
    expect(linkTextOf(tensorOfRows([[0.5]]))?.length).toBeLessThan(MAX_LINKED)
  })

  it.each([
    ['nothing', ''],
    ['no base64', '!'],
    ['nothing deflated', 'AAAA'],
    ['the beginning only', 'eJw'],
    ['far too long', 'A'.repeat(3 * MAX_LINKED)],
  ])('says that it is damaged: %s', async (_name, text) => {
    await expect(linkedTensor(text)).rejects.toThrow('The tensor in this link is damaged.')
  })
})
