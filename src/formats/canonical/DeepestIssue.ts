import { type BaseIssue } from 'valibot'
import { type JsonPath } from '../json/JsonPath'

/** What is wrong, and where from the root of what was validated. */
export interface DeepestIssue {
  readonly path: JsonPath
  /** The noun of what was expected. */
  readonly message: string
  readonly input: unknown
}

/** The issue itself or, of a union none of whose branches fits, that of the branch that got farthest. */
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
