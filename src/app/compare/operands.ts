import { modelOf, queryOf } from '../../tensor/Tensor'
import { type Chosen, type OpenTensor } from '../state/AppState'

/**
 * Returns the queries A and B that are subtracted at first, the later one first: the shown query, and that of the tab
 * before it (or else after it) with the same label, or of the same tensor if no other is open.
 */
export function firstOperands(
  open: readonly OpenTensor[],
  activeId: number | undefined,
): readonly [a: Chosen, b: Chosen] | undefined {
  const place = Math.max(
    0,
    open.findIndex(({ id }) => id === activeId),
  )
  const active = open[place]
  if (active === undefined) return undefined
  const shown = chosenOf(active, active.view.query)
  const other = open[place - 1] ?? open[place + 1]
  if (other === undefined) return withinOne(active)
  const { label } = queryOf(active.tensor, active.view.query)
  const same = other.tensor.queries.findIndex((query) => query.label === label)
  const partner = chosenOf(other, same < 0 ? other.view.query : same)
  const [step, before] = [stepOf(active), stepOf(other)]
  const isLater = step === undefined || before === undefined ? place > 0 : step >= before
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
