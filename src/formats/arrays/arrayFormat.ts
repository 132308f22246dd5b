import { type ByteSource, type Chunk } from '../ByteSource'
import { type Format } from '../Format'
import { type FoundFile } from '../found/FoundArray'
import { tensorsOfFound } from '../found/tensorsOfFound'
import { bytesOf, cellLimitOf } from './bytesOf'

/** What makes a format of a reader of bytes. */
interface ArrayReader extends Pick<Format, 'name' | 'recognizes'> {
  /** Looks at the file before all of it is read, and throws where that would be for nothing. */
  readonly check?: (source: ByteSource) => Promise<void>
  /** Throws `TensorError`. */
  readonly found: (bytes: Chunk, maxCellCount: number) => FoundFile | Promise<FoundFile>
}

/** A format whose files are read whole, for what they hold can be found only with all of it at hand. */
export function arrayFormat({ name, recognizes, check, found }: ArrayReader): Format {
  return {
    name,
    recognizes,
    async read(source, options) {
      await check?.(source)
      const file = await found(await bytesOf(source, options), cellLimitOf(options))
      return tensorsOfFound(file, source.name.replace(/\.[^.]*$/, '') || source.name)
    },
  }
}
