import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { svgText } from '../../../src/export/xml/serialize'
import { withSvgTensor } from '../../../src/export/svgFile'
import { sourceOfBlob } from '../../../src/formats/source/ByteSource'
import { readTensor } from '../../../src/formats/readTensor'
import { canonicalJson } from '../../../src/formats/canonical/canonicalJson'
import { type Tensor } from '../../../src/tensor/Tensor'
import { figureOfCase } from '../figure/drawCase'
import { anyTensor } from '../formats/anyTensor'
import { packedOf } from '../formats/envelope/carriers'

/** Where no query has unknown keys, an empty entry for each and none at all say the same. */
function plain(tensor: Tensor | undefined): object {
  return { ...tensor, queryExtra: tensor?.queryExtra.filter((entries) => entries.length > 0) }
}

it('a drawn figure, with all its texts, gives back the tensor that it carries', async () => {
  await fc.assert(
    fc.asyncProperty(anyTensor, async (tensor) => {
      const json = canonicalJson(tensor).join('')
      const svg = svgText(await figureOfCase({ name: 'drawn', json }))
      const file = new Blob(withSvgTensor(svg, await packedOf(tensor)))
      const { tensors } = await readTensor(sourceOfBlob(file, 'drawn.svg'))
      expect(plain(tensors[0]?.tensor)).toStrictEqual(plain(tensor))
    }),
    { numRuns: 60 },
  )
})
