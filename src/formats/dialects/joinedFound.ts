import { type FoundFile } from '../found/FoundArray'

/** What several parts of a file hold together; undefined where none holds anything. */
export function joinedFound(files: readonly (FoundFile | undefined)[]): FoundFile | undefined {
  const found = files.filter((file) => file !== undefined)
  if (found.length === 0) return undefined
  return {
    arrays: found.flatMap(({ arrays }) => arrays),
    tokenLists: found.flatMap(({ tokenLists = [] }) => tokenLists),
    notices: found.flatMap(({ notices }) => notices),
  }
}
