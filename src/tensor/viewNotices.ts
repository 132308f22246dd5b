import { type ViewProblem } from './View'

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
      : `${holder} has ${shortened(problem.key)} = ${brief(problem.value)}, which this version does not know.`,
  )
}

function brief(value: unknown): string {
  return shortened(jsonOf(value))
}

/** Returns the value as JSON, or the name of its type if JSON cannot write it (a bigint, a circular object). */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value
  } catch {
    return typeof value
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
