import { bytesOf } from '../source/bytesOf'
import { type Chunk } from '../source/ByteSource'
import { cellLimitOf } from '../source/tooLarge'
import { type Format } from './Format'
import { type FoundFile } from './FoundFile'
import { tensorsOfFound } from './tensorsOfFound'

/** What makes a format of a reader of bytes. */
interface ArrayReader extends Pick<Format, 'name' | 'recognizes'> {
  /** What the file holds; token lists alone are for the tensor that is open. Throws `TensorError`. */
  readonly found: (bytes: Chunk, maxCellCount: number) => FoundFile | Promise<FoundFile>
}

/** A format whose files are read whole, for what they hold can be found only with all of it at hand. */
export function arrayFormat({ name, recognizes, found }: ArrayReader): Format {
  return {
    name,
    recognizes,
    async read(source, options) {
      const file = await found(await bytesOf(source, options), cellLimitOf(options))
      const { arrays, tokenLists = [] } = file
      if (arrays.length === 0) {
        return { tensors: [], notices: [], tokens: { kind: 'texts', lists: tokenLists } }
      }
      return tensorsOfFound(file, source.name.replace(/\.[^.]*$/, '') || source.name)
    },
  }
}
