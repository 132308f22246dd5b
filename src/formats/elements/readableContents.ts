import { isTensorError } from '../../tensor/TensorError'
import { type Content, type NamedContent } from './Content'

/** The contents of a file that could be read, and whole sentences about those that could not. */
export interface ReadableContents {
  readonly contents: readonly NamedContent[]
  readonly notices: readonly string[]
}

/** Number of contents that get a sentence of their own. */
const MOST_NOTICES = 3

/**
 * Returns the contents that could be read. Each is read by itself, so that one of an unknown kind does not affect the
 * others. If none could be read, throws the first error. Throws every error other than `unsupported` at once, because
 * it concerns the whole file.
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
