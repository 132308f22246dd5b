import { bytesOf } from '../source/bytesOf'
import { type Chunk } from '../source/ByteSource'
import { cellLimitOf } from '../source/tooLarge'
import { type Format } from './Format'
import { type FoundFile } from './FoundFile'
import { tensorsOfFound } from './tensorsOfFound'

/** The properties from which `arrayFormat` makes a format. */
interface ArrayReader extends Pick<Format, 'name' | 'recognizes'> {
  /** Returns the content of the file. Token lists without arrays apply to the open tensor. Throws TensorError. */
  readonly found: (bytes: Chunk, maxCellCount: number) => FoundFile | Promise<FoundFile>
}

/** Returns a format whose files are read as a whole, because their content cannot be found in parts. */
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
