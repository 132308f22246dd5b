import { carriedTensor } from '../../export/carriedTensor'
import { type Carried } from '../../export/ExportOptions'
import { type CarriedTensor } from '../../export/visibleTensor'
import { type ShownTensor } from '../../figure/ShownTensor'
import { partOf } from '../../tensor/CellValues'
import { settingsOfView } from '../../tensor/shownView'
import { type Tensor } from '../../tensor/Tensor'
import { copyOfValues } from '../derive/copyOfValues'
import { inSlices } from '../derive/inSlices'
import { type Work } from '../derive/Work'
import { basisSoon } from '../figure/basisSoon'

interface Packed {
  readonly tensor: Tensor
  readonly key: string
  readonly text: Promise<string>
}

/** What was packed last: its size is shown before it is saved. */
let last: Packed | undefined

/**
 * What a figure carries, in base64; empty where that is nothing. It is packed in a worker. Rejects with `TensorError`.
 */
export function packedTensor(open: ShownTensor, carried: Carried, work: Work): Promise<string> {
  const { tensor, view, windows, cell } = open
  const key = JSON.stringify([carried, view, windows, cell])
  if (last?.tensor !== tensor || last.key !== key) {
    const text = packed(open, carried, work)
    last = { tensor, key, text }
    // What failed is tried anew.
    text.catch(() => {
      last = undefined
    })
  }
  return last.text
}

/** Cells above which packing takes so long that the size is told by a sample of so many. */
const SAMPLED = 1 << 22
const SAMPLE = 1 << 18

/** How many bytes the tensor adds to a figure. */
export interface CarriedSize {
  readonly byteCount: number
  /** Whether that was told by a sample. */
  readonly isAbout: boolean
}

/** Rejects as `packedTensor` does. */
export async function carriedSize(
  open: ShownTensor,
  carried: Carried,
  work: Work,
): Promise<CarriedSize> {
  const { tensor } = open
  const count = tensor.values.length
  if (carried !== 'all' || count <= SAMPLED) {
    return { byteCount: (await packedTensor(open, carried, work)).length, isAbout: false }
  }
  const row: Tensor = {
    ...tensor,
    values: partOf(tensor.values, 0, SAMPLE),
    rowOffsets: Float64Array.of(0, SAMPLE),
    queryRows: Uint32Array.of(0, 1),
    queries: tensor.queries.slice(0, 1),
  }
  const { length } = await textOf({ ...open, tensor: { ...row, tokens: { kind: 'none' } } }, work)
  return { byteCount: (length * count) / SAMPLE, isAbout: true }
}

async function packed(open: ShownTensor, carried: Carried, work: Work): Promise<string> {
  const content = await carriedTensor(open, carried, () => basisSoon(open, work))
  return content === undefined ? '' : textOf(content, work)
}

async function textOf(content: CarriedTensor, { jobs }: Work): Promise<string> {
  const { tensor } = content
  const values = await inSlices(copyOfValues(tensor.values))
  const view = JSON.stringify(settingsOfView(content))
  return jobs.run('pack', { tensor: { ...tensor, values }, view })
}
