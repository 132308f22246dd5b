import * as fc from 'fast-check'
import { createHash } from 'node:crypto'
import { inflateSync, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packEnvelope, unpackEnvelope, type PackedText } from '../../../src/codec/envelope'

function faultOf(bytes: Uint8Array): Promise<unknown> {
  return unpackEnvelope(Uint8Array.from(bytes)).then(
    () => 'none',
    (error: unknown) => error,
  )
}

async function textOf(text: PackedText): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of text.stream()) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('the envelope', () => {
  it('is zlib of JSON that says its version and the hash of the tensor’s text', async () => {
    const tensor = '{"values": [[0.5]]}'
    const text = inflateSync(await packEnvelope([tensor], '{"query":0}')).toString()
    expect(JSON.parse(text)).toStrictEqual({
      simlens: 1,
      sha256: createHash('sha256').update(tensor).digest('hex'),
      tensor: { values: [[0.5]] },
      view: { query: 0 },
    })
  })

  it('gives back the text and the view, whatever is in them', async () => {
    const views = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.constant(',"view":')))
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), views, async (document, view) => {
        const text = JSON.stringify(document)
        const packed = await packEnvelope(text, JSON.stringify(view))
        const envelope = await unpackEnvelope(Uint8Array.from(packed))
        expect(await textOf(envelope.tensor)).toBe(text)
        expect(envelope.tensor.size).toBe(Buffer.byteLength(text))
        expect(envelope.view).toStrictEqual(JSON.parse(JSON.stringify(view)))
      }),
      { numRuns: 50 },
    )
  })

  it('is as exact where text and view are longer than what is held of them', async () => {
    const pieces = Array.from({ length: 60_000 }, (_, k) => `${Math.sin(k)}, `)
    const view = { note: 'n'.repeat(200_000) }
    const packed = await packEnvelope(pieces, JSON.stringify(view))
    expect(inflateSync(packed).includes(pieces.join(''))).toBe(true)
    const envelope = await unpackEnvelope(Uint8Array.from(packed))
    expect(envelope.view).toStrictEqual(view)
    // Twice, for an error's place is looked for in a second reading.
    expect(await textOf(envelope.tensor)).toBe(pieces.join(''))
    expect(await textOf(envelope.tensor)).toBe(pieces.join(''))
  })

  it('is damaged where it is empty, cut off, of another kind, or not what its hash says', async () => {
    const packed = await packEnvelope(['{"values": [[0.5, 0.25]]}'], '{}')
    const changed = inflateSync(packed).toString().replace('0.25', '0.26')
    const damaged = [
      new Uint8Array(0),
      packed.subarray(0, packed.length - 5),
      deflateSync('{"values": [[1]]}'),
      deflateSync('{"simlens":1,"tensor":{}}'),
      deflateSync(changed),
    ]
    for (const bytes of damaged) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
      expect(await faultOf(bytes)).toMatchObject({ tag: 'envelope', fault: 'damaged' })
    }
  })

  it('is of a later version where it says so, whatever else is in it', async () => {
    const later = deflateSync('{"simlens":12,"tensors":[]}')
    expect(await faultOf(later)).toMatchObject({ fault: 'later', version: 12 })
  })
})
