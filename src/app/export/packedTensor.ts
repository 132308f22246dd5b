import { carriedTensor, type CarriedTensor } from '../../export/carriedTensor'
import { type Carried } from '../../export/ExportOptions'
import { type ShownTensor } from '../../figure/figureBasis'
import { partOf } from '../../tensor/CellValues'
import { partOfCompanion } from '../../tensor/companionsAt'
import { settingsOfView } from '../../tensor/shownView'
import { type Tensor } from '../../tensor/Tensor'
import { derived } from '../derive/derived'
import { inSlices, copyOfValues } from '../../worker/inSlices'
import { shownBasis } from '../derive/shownBasis'
import { type Work } from '../derive/Work'

interface PackInput {
  readonly shown: ShownTensor
  /** Amount of the tensor that a figure carries. */
  readonly carried: Carried
}

/**
 * The tensor that a figure carries, in base64; empty if it carries none. It is kept because its size is shown before it
 * is saved.
 */
export const packedTensor = derived<PackInput, string>({
  of: ({ shown }) => shown.tensor,
  key: ({ shown: { view, windows, cell }, carried }) =>
    JSON.stringify([carried, view, windows, cell]),
  makeElsewhere: async ({ shown, carried }, work) => {
    const content = await carriedTensor(shown, carried, () => shownBasis.soon(shown, work))
    return content === undefined ? '' : packed(content, work)
  },
})

/** Number of cells above which packing takes so long that the size is estimated from a sample of `SAMPLE` cells. */
const SAMPLED = 1 << 22
const SAMPLE = 1 << 18

/** The size of the tensor in a figure, in bytes. */
export interface PackedSize {
  readonly byteCount: number
  /** True if the size was estimated from a sample. */
  readonly isAbout: boolean
}

/** Returns the size that the tensor adds to a figure. Rejects as `packedTensor` does. */
export async function packedSize(input: PackInput, work: Work): Promise<PackedSize> {
  const { tensor } = input.shown
  const count = tensor.values.length
  if (input.carried !== 'all' || count <= SAMPLED) {
    return { byteCount: (await packedTensor.soon(input, work)).length, isAbout: false }
  }
  const row: Tensor = {
    ...tensor,
    values: partOf(tensor.values, 0, SAMPLE),
    rowOffsets: Float64Array.of(0, SAMPLE),
    queryRows: Uint32Array.of(0, 1),
    queries: tensor.queries.slice(0, 1),
    tokens: { kind: 'none' },
    companions: (tensor.companions ?? []).map((companion) => ({
      name: companion.name,
      values: partOfCompanion(companion, 0, SAMPLE),
    })),
  }
  const { length } = await packed({ ...input.shown, tensor: row }, work)
  return { byteCount: (length * count) / SAMPLE, isAbout: true }
}

async function packed(content: CarriedTensor, { jobs, signal, onProgress }: Work): Promise<string> {
  const { tensor } = content
  const values = await inSlices(copyOfValues(tensor.values), signal)
  const view = JSON.stringify(settingsOfView(content))
  return jobs.run('pack', { tensor: { ...tensor, values }, view }, { signal, onProgress })
}
