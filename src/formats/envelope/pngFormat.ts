import { ENVELOPE_KEYWORD } from '../../codec/envelope'
import { PNG_SIGNATURE } from '../../codec/pngChunk'
import { pngTexts } from '../../codec/pngTexts'
import { type Format } from '../foreign/Format'
import { bytesOf } from '../source/ByteSource'
import { readCarried, withoutTensor } from './readCarried'

/** The format of PNG pictures that carry their tensor. */
export const pngFormat: Format = {
  name: 'a PNG picture',
  recognizes: (head) => PNG_SIGNATURE.every((byte, k) => head[k] === byte),
  async read(source, options) {
    const { texts, isWhole } = pngTexts(await bytesOf(source, options))
    const packed = texts.get(ENVELOPE_KEYWORD)
    if (packed === undefined) throw withoutTensor(source.name, pngFormat.name, isWhole)
    return readCarried(new TextDecoder().decode(packed), source.name, options)
  },
}
