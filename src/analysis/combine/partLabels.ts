import { modelOf, queryOf, type Tensor } from '../../tensor/Tensor'
import { grouped } from '../../text/counted'
import { listedSome } from '../../text/listed'
import { distinctTexts } from './distinctTexts'
import { type Part } from './Part'

/**
 * Returns a label for each part, all different: that of its query, after the shortest name of its tensor if there are
 * several tensors, `step 0 · Meta Token #2`. Equal labels get numbers.
 */
export function partLabels(parts: readonly Part[]): readonly string[] {
  const origins = originNames(parts)
  const isOne = parts.every(({ tensor }) => tensor === parts[0]?.tensor)
  const labels = parts.map(({ tensor, queryIndex }, k) => {
    const { label } = queryOf(tensor, queryIndex)
    const prefix = `${origins[k]} · `
    return isOne || label.startsWith(prefix) ? label : prefix + label
  })
  return numbered(labels)
}

/** Returns a name for the tensor of parts: the names of their tensors. */
export function combinedName(parts: readonly Part[]): string {
  const names = [...new Set(originNames(parts))]
  const [first = ''] = names
  return names.length === 1 ? `${first}, ${grouped(parts.length)} combined` : listedSome(names)
}

/**
 * Returns the shortest name of each part's tensor: what is different in the models of the tensors, or else in the names
 * under which they are open, or in their titles. Tensors of one name get numbers.
 */
export function originNames(parts: readonly Part[]): readonly string[] {
  const fields = [
    parts.map(({ tensor, queryIndex }) => modelOf(tensor, queryIndex)),
    parts.map(({ name }) => name),
    parts.map(({ tensor }) => tensor.title),
  ]
  const apart = fields.find((texts) => tellsApart(texts, parts))
  if (apart !== undefined) return distinctTexts(apart.map((text = '') => text))
  return distinctTexts(
    numbered(
      parts.map(({ name }) => name),
      parts.map(({ tensor }) => tensor),
    ),
  )
}

/** Whether the parts of different tensors all have different texts. */
function tellsApart(texts: readonly (string | undefined)[], parts: readonly Part[]): boolean {
  const tensors = new Map<string, Tensor>()
  return texts.every((text, k) => {
    const { tensor } = parts[k] ?? {}
    if (text === undefined || text === '' || tensor === undefined) return false
    const holder = tensors.get(text) ?? tensor
    tensors.set(text, holder)
    return holder === tensor
  })
}

/**
 * Returns the texts with a number after each that occurred before, `a`, `a (2)`, `a (3)`, unless it occurred for the
 * same holder.
 */
function numbered(texts: readonly string[], holders: readonly object[] = []): string[] {
  const taken = new Set(texts)
  const counts = new Map<string, number>()
  const given = new Map<object, string>()
  return texts.map((text, k) => {
    const holder = holders[k]
    const known = holder && given.get(holder)
    if (known !== undefined) return known
    let count = (counts.get(text) ?? 0) + 1
    while (count > 1 && taken.has(`${text} (${count})`)) count++
    counts.set(text, count)
    const unique = count === 1 ? text : `${text} (${count})`
    taken.add(unique)
    if (holder) given.set(holder, unique)
    return unique
  })
}
