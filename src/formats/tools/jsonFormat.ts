import { canonicalDialect } from '../canonical/readCanonical'
import { type Format } from '../foreign/Format'
import { scanJson } from '../json/scanJson'
import { withPlace } from '../json/withPlace'
import { foreignDialect } from './foreignDialect'
import { type JsonDialect } from './JsonDialect'

/** Asked in this order; the canonical one takes what no other wants, for its sentences are about tensors. */
const dialects: readonly JsonDialect[] = [foreignDialect, canonicalDialect]

export const jsonFormat: Format = {
  name: 'a JSON file',
  recognizes: () => true,
  async read(source, options) {
    try {
      const document = await scanJson(source, options)
      const dialect =
        dialects.find((candidate) => candidate.recognizes(document)) ?? canonicalDialect
      return await dialect.read(document, stemOf(source.name))
    } catch (error) {
      throw await withPlace(error, source)
    }
  },
}

function stemOf(name: string): string {
  return name.replace(/(?:\.simlens)?\.(?:jsonl?|ndjson|ipynb)$/i, '') || name
}
