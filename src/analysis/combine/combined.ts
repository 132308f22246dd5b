import { joinedSpecial } from '../../tensor/isSpecialToken'
import {
  differenceOf,
  hiddenSizeOf,
  modelOf,
  queryOf,
  sourceOf,
  type Query,
  type Tensor,
} from '../../tensor/Tensor'
import { confirmed, doubtOf, withDoubt } from '../../tensor/unconfirmed'
import { type Sliced } from '../Sliced'
import { filledNotice, leftOutNotices, partDifferences } from './combineNotices'
import { joinedRows } from './joinedRows'
import { joinedCompanions, joinedValues } from './joinedValues'
import { joinedTokens } from './joinedTokens'
import { layerUnion, type LayerUnion } from './layerUnion'
import { layersOf, type Part } from './Part'
import { partLabels } from './partLabels'

/** A tensor that was made of parts, and whole sentences about what differs in them. */
export interface Combined {
  readonly tensor: Tensor
  readonly notices: readonly string[]
}

/**
 * Returns one tensor of the parts, a query each, in their order. Values are not copied, unless rows must be filled up or
 * are of another width. Throws RangeError if `combineRefusal` says that they cannot be combined.
 */
export function* combined(parts: readonly Part[]): Sliced<Combined> {
  const union = layerUnion(parts.map(layersOf))
  const [first] = parts
  if (first === undefined) throw new RangeError('nothing to combine')
  const firstIndex = Math.min(...parts.map(({ tensor }) => tensor.firstIndex))
  const rows = joinedRows(parts, union.layers, firstIndex)
  const companions = yield* joinedCompanions(parts, rows)
  const tensors = [...new Set(parts.map(({ tensor }) => tensor))]
  const shared = sharedFacts(parts)
  const known = tensors.map(confirmed)
  const extra = sharedExtra(known)
  const doubt = tensors.map(doubtOf).find((reason) => reason !== undefined)
  const labels = layerLabelsOf(parts, union)
  const tensor: Tensor = {
    values: yield* joinedValues(
      parts.map((part) => part.tensor.values),
      rows,
    ),
    rowOffsets: rows.rowOffsets,
    queryRows: rows.queryRows,
    tokenCounts: rows.tokenCounts,
    ...(companions.length > 0 && { companions }),
    queries: queriesOf(parts, shared),
    hasQueries: true,
    tokens: joinedTokens(parts, rows, firstIndex),
    firstIndex,
    align: rows.align,
    special: joinedSpecial(tensors.map(({ special }) => special)),
    axes: first.tensor.axes,
    metric: first.tensor.metric,
    ...shared,
    ...titleOf(tensors),
    ...(labels && { layerLabels: labels }),
    extra,
    queryExtra: parts.map(({ tensor: { queryExtra }, queryIndex }) => queryExtra[queryIndex] ?? []),
  }
  return {
    tensor: doubt === undefined ? tensor : withDoubt(tensor, doubt),
    notices: [
      ...partDifferences(parts, union),
      ...filledNotice(rows.filledCount),
      ...leftOutNotices(known, { extra, companions }),
    ],
  }
}

type Origin = Pick<Query, 'hiddenSize' | 'model' | 'source' | 'difference'>

function originOf({ tensor, queryIndex }: Part): Origin {
  return definedOf({
    hiddenSize: hiddenSizeOf(tensor, queryIndex),
    model: modelOf(tensor, queryIndex),
    source: sourceOf(tensor, queryIndex),
    difference: differenceOf(tensor, queryIndex),
  })
}

/** Returns the facts about the origin that are the same for all parts, which the tensor states once. */
function sharedFacts(parts: readonly Part[]): Origin {
  const [first = {}, ...others] = parts.map(originOf)
  const isShared = (key: keyof Origin): boolean => others.every((each) => each[key] === first[key])
  return definedOf({
    hiddenSize: isShared('hiddenSize') ? first.hiddenSize : undefined,
    model: isShared('model') ? first.model : undefined,
    source: isShared('source') ? first.source : undefined,
    difference: isShared('difference') ? first.difference : undefined,
  })
}

function queriesOf(parts: readonly Part[], shared: Origin): readonly Query[] {
  const labels = partLabels(parts)
  return parts.map((part, k) => {
    const { position } = queryOf(part.tensor, part.queryIndex)
    const { hiddenSize, model, source, difference } = originOf(part)
    return {
      label: labels[k] ?? '',
      position,
      ...definedOf({
        hiddenSize: hiddenSize === shared.hiddenSize ? undefined : hiddenSize,
        model: model === shared.model ? undefined : model,
        source: source === shared.source ? undefined : source,
        difference: difference === shared.difference ? undefined : difference,
      }),
    }
  })
}

function definedOf({
  hiddenSize,
  model,
  source,
  difference,
}: { readonly [Key in keyof Origin]: Origin[Key] | undefined }): Origin {
  return {
    ...(hiddenSize !== undefined && { hiddenSize }),
    ...(model !== undefined && { model }),
    ...(source !== undefined && { source }),
    ...(difference !== undefined && { difference }),
  }
}

function titleOf([first, ...others]: readonly Tensor[]): Pick<Tensor, 'title'> {
  const title = first?.title
  return title !== undefined && others.every((each) => each.title === title) ? { title } : {}
}

/** Returns the labels of the layers as they are in the parts, numbers or texts, or undefined if they are 0, 1, 2 … */
function layerLabelsOf(
  parts: readonly Part[],
  { labels, layers }: LayerUnion,
): Tensor['layerLabels'] {
  if (labels.every((label, layer) => label === String(layer))) return undefined
  return labels.map((label, layer) => {
    const k = layers.findIndex((own) => (own[layer] ?? -1) >= 0)
    return parts[k]?.tensor.layerLabels?.[layers[k]?.[layer] ?? -1] ?? label
  })
}

/** Returns the unknown keys that all tensors have with the same value. */
function sharedExtra([first, ...others]: readonly Tensor[]): Tensor['extra'] {
  const texts = others.map(({ extra }) => new Map(extra.map(([key, value]) => [key, json(value)])))
  return (first?.extra ?? []).filter(([key, value]) => {
    return texts.every((each) => each.get(key) === json(value))
  })
}

function json(value: unknown): string {
  return JSON.stringify(value)
}
