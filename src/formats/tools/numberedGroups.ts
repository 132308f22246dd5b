import { type Dimension } from '../foreign/FoundFile'

/** Keys that differ only in their numbers, such as `layer_0` and `layer_1`. */
export interface NumberedGroup {
  /**
   * One dimension for each number in the keys. Its name is the words before the number (`layer`); its labels are the
   * numbers in the order of first appearance.
   */
  readonly dimensions: readonly Dimension[]
  /** Keys, row-major over the dimensions. */
  readonly keys: readonly string[]
}

const NUMBER = /\d+/g

/** The words, and the characters between them and their number. */
const WORDS_BEFORE = /([A-Za-z]{2,}(?:[ _-][A-Za-z]+)*)[^A-Za-z]*$/

/** Returns the groups of at least two keys that have every combination of their numbers. */
export function numberedGroups(keys: readonly string[]): NumberedGroup[] {
  const forms = new Map<string, string[]>()
  for (const key of keys) {
    // Longer keys, and keys with longer numbers, do not count anything.
    if (key.length > 200 || !/\d/.test(key) || /\d{9}/.test(key)) continue
    const form = key.replace(NUMBER, '#')
    const members = forms.get(form)
    if (members === undefined) forms.set(form, [key])
    else members.push(key)
  }
  return [...forms].flatMap(([form, members]) => {
    const group = members.length > 1 ? groupOf(form, members) : undefined
    return group === undefined ? [] : [group]
  })
}

function groupOf(form: string, members: readonly string[]): NumberedGroup | undefined {
  const numbers = members.map((key) => key.match(NUMBER) ?? [])
  const places = (numbers[0] ?? []).map((_, place) => ({
    name: WORDS_BEFORE.exec(form.split('#')[place] ?? '')?.[1],
    labels: [...new Set(numbers.map((each) => each[place] ?? ''))],
    place,
  }))
  const varying = places.filter(({ labels }) => labels.length > 1)
  const count = varying.reduce((product, { labels }) => product * labels.length, 1)
  if (count !== members.length) return undefined
  const indices = varying.map(({ labels }) => new Map(labels.map((label, i) => [label, i])))
  const keys: string[] = []
  members.forEach((key, member) => {
    let at = 0
    varying.forEach(({ labels, place }, d) => {
      at = at * labels.length + (indices[d]?.get(numbers[member]?.[place] ?? '') ?? 0)
    })
    keys[at] = key
  })
  return {
    dimensions: varying.map(({ name, labels }) => {
      const size = labels.length
      return name === undefined ? { size, labels } : { size, labels, name: name.toLowerCase() }
    }),
    keys,
  }
}
