import { type Arrangement, type Choice, type FoundOrigin } from '../../formats/foreign/FoundFile'
import { readStored, writeStored } from '../base/readStored'

const NAME = 'axes'

/** Most file forms that are remembered; the oldest are dropped first. */
const MAX_FORMS = 50

/**
 * Returns the choice last made for an array of the same form; undefined before the first choice, or if the page may
 * not use the browser's storage.
 */
export function recallChoice({ file, choice }: FoundOrigin): Choice | undefined {
  const array = file.arrays[choice.arrayIndex]
  const kept: unknown = readForms()[formOf({ file, choice })]
  if (array === undefined || !isArrangement(kept, array.dimensions.length)) return undefined
  const arrangement = kept.map((role, i) =>
    typeof role === 'string' ? role : Math.min(role, (array.dimensions[i]?.size ?? 1) - 1),
  )
  return { ...choice, arrangement }
}

/** Stores an array's arrangement for the next file of the same form. */
export function rememberChoice(origin: Pick<FoundOrigin, 'file' | 'choice'>): void {
  const form = formOf(origin)
  const { [form]: _former, ...others } = readForms()
  const forms = [...Object.entries(others), [form, origin.choice.arrangement]].slice(-MAX_FORMS)
  writeStored(NAME, Object.fromEntries(forms))
}

function readForms(): Record<string, unknown> {
  const kept = readStored(NAME)
  return typeof kept === 'object' && kept !== null ? { ...kept } : {}
}

/**
 * Returns a key that files of the same origin share: the array's path with every number replaced, and the names of its
 * dimensions.
 */
function formOf({ file, choice }: Pick<FoundOrigin, 'file' | 'choice'>): string {
  const { name = '', dimensions = [] } = file.arrays[choice.arrayIndex] ?? {}
  return [name.replace(/\d+/g, '#'), ...dimensions.map((each) => each.name ?? '')].join('|')
}

function isArrangement(kept: unknown, rank: number): kept is Arrangement {
  if (!Array.isArray(kept) || kept.length !== rank) return false
  const roles = kept.filter((role) => typeof role === 'string')
  return (
    new Set(roles).size === roles.length &&
    kept.every((role) => ['query', 'layer', 'token'].includes(role) || isIndex(role))
  )
}

function isIndex(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}
