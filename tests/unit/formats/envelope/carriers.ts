import { PNG } from 'pngjs'
import { createElement } from 'react'
import { finish } from '../../../../src/analysis/Sliced'
import { base64 } from '../../../../src/codec/base64'
import { packEnvelope } from '../../../../src/codec/envelope'
import { withPngChunks } from '../../../../src/codec/pngChunk'
import { htmlPage } from '../../../../src/export/htmlFile'
import { wholePdf } from '../../export/pdf/wholePdf'
import { pngTextChunks } from '../../../../src/export/pngFile'
import { withSvgTensor } from '../../../../src/export/svgFile'
import { canonicalPieces } from '../../../../src/formats/canonical/canonicalJson'
import { type Tensor } from '../../../../src/tensor/Tensor'

export const kinds = ['png', 'svg', 'html', 'pdf'] as const
export type Kind = (typeof kinds)[number]

/** What a figure carries of a tensor, in base64. */
export async function packedOf(tensor: Tensor, view: object = {}): Promise<string> {
  return base64(await packEnvelope(canonicalPieces(tensor), JSON.stringify(view)))
}

const head = ['<meta name="generator" content="SimLens">', '<script type="module">1</script>']

/** A small figure of each kind, with texts of its own, as the exports make it. */
export function figureFile(kind: Kind, packed: string, text = 'title'): Blob {
  if (kind === 'svg') {
    return new Blob(withSvgTensor('<svg xmlns="http://www.w3.org/2000/svg"></svg>\n', packed))
  }
  if (kind === 'pdf') {
    const figure = createElement('svg', { viewBox: '0 0 1 1' })
    const bytes = packed === '' ? undefined : Uint8Array.from(Buffer.from(packed, 'base64'))
    const options = { title: text, description: text, software: 'SimLens', packed: bytes }
    return new Blob([wholePdf(figure, options).bytes])
  }
  const texts = { title: text, description: text, source: text, software: 'SimLens' }
  if (kind === 'html') return new Blob(htmlPage({ head, licenses: '' }, texts, packed))
  return new Blob([withPngChunks(picture(), finish(pngTextChunks(texts, packed)))])
}

/** One black pixel. */
export function picture(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(PNG.sync.write(new PNG({ width: 1, height: 1 })))
}
