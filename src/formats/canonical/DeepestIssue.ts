import { type BaseIssue } from 'valibot'
import { type JsonPath } from '../json/JsonPath'

/** A problem of a value: the message, the input, and its path from the root of the validated document. */
export interface DeepestIssue {
  readonly path: JsonPath
  /** Noun phrase for the expected value. */
  readonly message: string
  readonly input: unknown
}

/**
 * Returns the issue, or if it is that of a union without a matching branch, the issue of the branch that matched up to
 * the longest path. `above` is the path of the validated value.
 */
export function deepestOf(issue: BaseIssue<unknown>, above: JsonPath): DeepestIssue {
  const path = [...above, ...pathOf(issue)]
  const own: DeepestIssue = { path, message: issue.message, input: issue.input }
  if (issue.type !== 'union' || issue.issues === undefined) return own
  return issue.issues
    .map((branch) => deepestOf(branch, path))
    .reduce((best, candidate) => (isFarther(candidate.path, best.path) ? candidate : best), own)
}

function pathOf(issue: BaseIssue<unknown>): JsonPath {
  const keys = issue.path?.map(({ key }) => key) ?? []
  return keys.filter((key) => typeof key === 'string' || typeof key === 'number')
}

function isFarther(path: JsonPath, best: JsonPath): boolean {
  if (path.length !== best.length) return path.length > best.length
  const last = path.at(-1)
  const bestLast = best.at(-1)
  return typeof last === 'number' && typeof bestLast === 'number' && last > bestLast
}
