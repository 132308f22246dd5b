import { isTensorError } from '../../tensor/TensorError'
import { type Content, type NamedContent } from './Content'

/** What of a file with several contents could be read, and whole sentences about what could not. */
export interface ReadableContents {
  readonly contents: readonly NamedContent[]
  readonly notices: readonly string[]
}

/** Contents that have a sentence of their own. */
const MOST_NOTICES = 3

/**
 * Reads each content by itself, so that one of an unknown kind does not take the others along. Throws what the first
 * threw where none could be read, and what is wrong with the file itself.
 */
export function readableContents<Item extends { readonly name: string }>(
  items: readonly Item[],
  read: (item: Item) => Content,
): ReadableContents {
  const contents: NamedContent[] = []
  const notices: string[] = []
  let first: unknown
  for (const item of items) {
    try {
      contents.push({ name: item.name, content: read(item) })
    } catch (error) {
      if (!isTensorError(error) || error.tag !== 'unsupported') throw error
      first ??= error
      notices.push(`${item.name} was left out: ${error.message} ${error.problem.advice}`)
    }
  }
  if (contents.length === 0 && first !== undefined) throw first
  return { contents, notices: notices.slice(0, MOST_NOTICES) }
}
