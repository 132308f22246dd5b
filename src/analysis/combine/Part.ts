import { layerCountOf, layerLabel, type Tensor } from '../../tensor/Tensor'
import { type View } from '../../tensor/View'

/** One query of a tensor, to be combined with others. */
export interface Part {
  /** The name under which the tensor is open. Tensors may have the same name. */
  readonly name: string
  readonly tensor: Tensor
  readonly queryIndex: number
  /** The comparison that is displayed in place of the tensor's values. */
  readonly transform: View['transform']
}

/** Returns the labels of the layers that the query has. */
export function layersOf({ tensor, queryIndex }: Part): readonly string[] {
  const count = layerCountOf(tensor, queryIndex)
  return Array.from({ length: count }, (_, layer) => layerLabel(tensor, layer))
}

/** Returns two parts that differ in what `valueOf` returns: the first part, and the first one unlike it. */
export function unlikePair(
  parts: readonly Part[],
  valueOf: (part: Part) => string | number | boolean,
): readonly [Part, Part] | undefined {
  const [first] = parts
  if (first === undefined) return undefined
  const value = valueOf(first)
  const other = parts.find((part) => valueOf(part) !== value)
  return other && [first, other]
}
