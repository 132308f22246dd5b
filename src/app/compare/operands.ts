import { modelOf, queryOf } from '../../tensor/Tensor'
import { SAMPLE } from '../open/samples'
import { type Chosen, type OpenTensor } from '../state/AppState'

/**
 * Returns the open tensors with which a comparison begins: the active one, and those of its metric and its axes. Samples
 * are not among them, unless the active one is a sample too.
 */
export function alikeTensors(
  open: readonly OpenTensor[],
  activeId: number | undefined,
): readonly OpenTensor[] {
  const active = open.find(({ id }) => id === activeId) ?? open[0]
  if (active === undefined) return []
  const kind = kindOf(active)
  return open.filter((each) => {
    return each === active || (kindOf(each) === kind && (isSample(active) || !isSample(each)))
  })
}

function kindOf({ tensor: { metric, axes } }: OpenTensor): string {
  return JSON.stringify([metric.trim().toLowerCase(), axes.row, axes.column])
}

function isSample({ origin = '' }: OpenTensor): boolean {
  return origin.startsWith(SAMPLE)
}

/**
 * Returns the queries A and B that are subtracted at first, the later one first: two of the active tensor if it shows
 * panels or no other is like it, else the shown query, and that of the tab before it (or else after it) with the
 * same label.
 */
export function firstOperands(
  open: readonly OpenTensor[],
  activeId: number | undefined,
): readonly [a: Chosen, b: Chosen] | undefined {
  const active = open.find(({ id }) => id === activeId) ?? open[0]
  if (active === undefined) return undefined
  const alike = alikeTensors(open, active.id)
  const hasMany = active.tensor.queries.length > 1
  const others = hasMany || alike.length > 1 ? alike : open
  const place = others.indexOf(active)
  const other = others[place - 1] ?? others[place + 1]
  if (other === undefined || (hasMany && active.view.panels !== 'one')) return withinOne(active)
  return acrossTwo(active, other, place > 0)
}

/** Returns the queries of two tensors; without a step of training in both, `isAfter` says whether the first is later. */
function acrossTwo(
  active: OpenTensor,
  other: OpenTensor,
  isAfter: boolean,
): readonly [a: Chosen, b: Chosen] {
  const shown = chosenOf(active, active.view.query)
  const { label } = queryOf(active.tensor, active.view.query)
  const same = other.tensor.queries.findIndex((query) => query.label === label)
  const partner = chosenOf(other, same < 0 ? other.view.query : same)
  const [step, before] = [stepOf(active), stepOf(other)]
  const isLater = step === undefined || before === undefined ? isAfter : step >= before
  return isLater ? [shown, partner] : [partner, shown]
}

function withinOne(open: OpenTensor): readonly [a: Chosen, b: Chosen] {
  const { query } = open.view
  const other = query > 0 ? query - 1 : Math.min(1, open.tensor.queries.length - 1)
  return [chosenOf(open, Math.max(query, other)), chosenOf(open, Math.min(query, other))]
}

function chosenOf({ id }: OpenTensor, queryIndex: number): Chosen {
  return { id, queryIndex }
}

const STEP = /(?:step|iter(?:ation)?|epoch|checkpoint|ckpt)[\s_=:#-]*(\d+)/iu

/** Returns the step of training that the model or the file name states. */
function stepOf({ tensor, fileName, view }: OpenTensor): number | undefined {
  const text = [modelOf(tensor, view.query) ?? '', fileName].find((name) => STEP.test(name))
  const digits = STEP.exec(text ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}
