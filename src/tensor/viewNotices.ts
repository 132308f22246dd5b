import { cutText } from '../text/cutText'
import { type ViewProblem } from './View'

/** Longest key or value in a sentence, in UTF-16 units. */
const LONGEST = 40

/**
 * Returns a sentence for each problem of a view. Each sentence begins with `holder`, the thing that contains the view.
 */
export function viewNotices(
  problems: readonly ViewProblem[],
  holder = 'The file’s view',
): readonly string[] {
  return problems.map((problem) =>
    problem.tag === 'no-object'
      ? `${holder} is not an object; it was ignored.`
      : `${holder} has ${cutText(problem.key, LONGEST)} = ${brief(problem.value)}, which this version does not know.`,
  )
}

function brief(value: unknown): string {
  return cutText(jsonOf(value), LONGEST)
}

/** Returns the value as JSON, or the name of its type if JSON cannot write it (a bigint, a circular object). */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value
  } catch {
    return typeof value
  }
}
