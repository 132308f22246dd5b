import { finish } from '../../../src/analysis/Sliced'
import { asLoaded, displayedOf } from '../../../src/analysis/displayedOf'
import { captionFile } from '../../../src/export/captionFile'
import { type ExportHost } from '../../../src/export/ExportHost'
import { fileName } from '../../../src/export/fileName'
import { defaultFindingOptions } from '../../../src/figure/describeFigure'
import { figureBasis } from '../../../src/figure/figureBasis'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfText } from '../../../src/formats/source/ByteSource'
import { parseView, resolveView, type ViewSettings } from '../../../src/tensor/View'

const nothing = (): never => {
  throw new Error('a caption needs the figure alone')
}

/** The caption file of a canonical document's figure, and its name without the ending. */
export async function captionOf(
  document: unknown,
  settings: ViewSettings = { paper: 'column' },
): Promise<{ readonly text: string; readonly name: string }> {
  const tab = 'tensor.json'
  const { tensors } = await readTensor(sourceOfText(JSON.stringify(document), tab))
  const tensor = tensors[0]?.tensor
  if (tensor === undefined) throw new Error('no tensor')
  const view = resolveView(tensor, { ...parseView(tensor.view).settings, ...settings }, {})
  const displayed = displayedOf(asLoaded(tensor), view)
  const basis = figureBasis({ tensor, displayed, view, windows: {}, name: 'tensor' })
  const figure = {
    ...asLoaded(tensor),
    fileName: tab,
    view,
    windows: {},
    size: { width: 960, height: 600, pixelRatio: 1 },
    findings: defaultFindingOptions,
  }
  const host: ExportHost = {
    software: 'SimLens 0.0.0',
    basisOf: () => Promise.resolve(basis),
    findings: nothing,
    packed: nothing,
    inSlices: (work) => Promise.resolve(finish(work)),
    rasterized: nothing,
    pageElements: nothing,
    notice: nothing,
  }
  const pieces = await captionFile(figure, { part: 'visible', hasMark: true }, host)
  return { text: pieces.join(''), name: fileName('', { tab, tensor, queryIndex: view.query }) }
}
