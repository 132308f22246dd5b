import { type FoundArray, type FoundFile } from '../foreign/FoundFile'

/**
 * Returns the content of several parts of a file as one. If `part` is not empty, the names of its arrays begin with it.
 * Returns undefined if no part has content.
 */
export function joinedFound(
  files: readonly (FoundFile | undefined)[],
  part = '',
): FoundFile | undefined {
  const found = files.filter((file) => file !== undefined)
  if (found.length === 0) return undefined
  const prefix = part === '' ? '' : `${part}/`
  return {
    arrays: uniquelyNamed(
      found.flatMap(({ arrays }) =>
        arrays.map((array) => Object.assign({ ...array }, { name: `${prefix}${array.name}` })),
      ),
    ),
    tokenLists: found.flatMap(({ tokenLists = [] }) => tokenLists),
    notices: found.flatMap(({ notices }) => notices),
  }
}

/** Returns the arrays with a number added to names that occurred before. */
export function uniquelyNamed(arrays: readonly FoundArray[]): readonly FoundArray[] {
  const counts = new Map<string, number>()
  return arrays.map((array) => {
    const count = (counts.get(array.name) ?? 0) + 1
    counts.set(array.name, count)
    return count === 1 ? array : Object.assign({ ...array }, { name: `${array.name} (${count})` })
  })
}
