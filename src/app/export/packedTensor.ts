import { type Tensor } from '../../tensor/Tensor'
import { createLoadClient, type LoadClient } from '../../worker/LoadClient'
import { copyInSlices } from '../figure/copyInSlices'
import { basisSoon } from '../figure/basisSoon'
import { columnsOf } from '../links/viewDifference'
import { startWorker } from '../startWorker'
import { type OpenTensor } from '../state/appState'
import { type Extent } from './ExportOptions'
import { visibleOpen, type Carried } from './visibleOpen'

interface Packed {
  readonly tensor: Tensor
  readonly key: string
  readonly text: Promise<string>
}

let client: LoadClient | undefined

/** What was packed last: its size is shown before it is saved. */
let last: Packed | undefined

/**
 * What a figure carries, in base64; empty where that is nothing. It is packed in a worker. Rejects with `TensorError`.
 */
export function packedTensor(open: OpenTensor, carried: Extent | 'none'): Promise<string> {
  const { tensor, view, windows } = open
  const key = JSON.stringify([carried, view, windows])
  if (last?.tensor !== tensor || last.key !== key) {
    const text = packed(open, carried)
    last = { tensor, key, text }
    // What failed is tried anew.
    text.catch(() => {
      last = undefined
    })
  }
  return last.text
}

async function packed(open: OpenTensor, carried: Extent | 'none'): Promise<string> {
  if (carried === 'none') return ''
  const { windows } = open
  const { x: _x, ...view } = open.view
  const whole: Carried = { ...open, view: { ...view, ...columnsOf(windows) } }
  const content = carried === 'all' ? whole : visibleOpen(await basisSoon(open), windows)
  if (content === undefined) return ''
  const values = await copyInSlices(content.tensor.values)
  client ??= createLoadClient(startWorker)
  const result = await client.compute({
    type: 'pack',
    name: 'tensor',
    tensor: { ...content.tensor, values },
    view: JSON.stringify(content.view),
  })
  return result.packed ?? ''
}
