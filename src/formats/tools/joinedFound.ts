import { type FoundArray, type FoundFile } from '../foreign/FoundFile'

/**
 * What several parts of a file hold together, with the part before the names of its arrays where it has a name; undefined
 * where none holds anything.
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

/** Arrays of equal names are numbered. */
export function uniquelyNamed(arrays: readonly FoundArray[]): readonly FoundArray[] {
  const counts = new Map<string, number>()
  return arrays.map((array) => {
    const count = (counts.get(array.name) ?? 0) + 1
    counts.set(array.name, count)
    return count === 1 ? array : Object.assign({ ...array }, { name: `${array.name} (${count})` })
  })
}
