import { createElement } from 'react'
import { htmlPage } from '../../export/htmlPage'
import { pngBlob } from './pngBlob'
import { pngTextChunks } from '../../export/pngTextChunks'
import { svgText } from '../../export/svgText'
import { withSvgTensor } from '../../export/withSvgTensor'
import { cellPicture } from '../../figure/CellPicture'
import { Figure } from '../../figure/Figure'
import { type FigureBasis } from '../../figure/figureBasis'
import { figureModel } from '../../figure/figureModel'
import { type FigureSize } from '../../layout/FigureLayout'
import { binsOf } from '../../tensor/Bins'
import { isZoomed } from '../../tensor/Windows'
import { basisSoon } from '../figure/basisSoon'
import { describeFigure } from '../../figure/figureFindings'
import { inSlices } from '../inSlices'
import { type OpenTensor } from '../state/appState'
import { asLoaded } from '../../analysis/displayedOf'
import { exportFrame, type ExportFrame } from '../../export/exportFrame'
import { carriedOf, type DescribedOptions, type FigureKind } from '../../export/ExportOptions'
import { packedTensor } from './packedTensor'
import { pageElements } from './pageElements'
import { visibleOpen } from '../../export/visibleOpen'

/** The figure at its size on the page as a file that carries its tensor. Rejects with a sentence where the browser cannot. */
export async function figureFile(
  open: OpenTensor,
  size: FigureSize,
  kind: FigureKind,
  options: DescribedOptions,
): Promise<Blob> {
  const { cell: _cell, ...unmarked } = open.view
  const basis = await basisSoon(options.hasMark ? open : { ...open, view: unmarked })
  const description = await describedPart(basis, open, options)
  const texts = { title: basis.label, description }
  const packed = await packedTensor(open, carriedOf(open, options))
  if (kind === 'html') {
    return new Blob(htmlPage(pageElements(), texts, packed), { type: 'text/html' })
  }
  const frame = exportFrame(kind, open.view, size, Number(options.scale))
  const { svg, width, height } = standaloneFigure(basis, frame, {
    ...options,
    ...open,
    description,
  })
  if (kind === 'svg') return new Blob(withSvgTensor(svg, packed), { type: 'image/svg+xml' })
  const software = `SimLens ${__SIMLENS_VERSION__}`
  const chunks = pngTextChunks({ ...texts, source: open.tensor.source, software }, packed)
  const picture = { width, height, scale: frame.scaleOf(width) }
  return pngBlob(svg, picture, [...frame.pngChunks, ...chunks])
}

/** What a figure of a part says is about that part: it does not name tokens that cannot be seen. */
async function describedPart(
  basis: FigureBasis,
  open: OpenTensor,
  { part, findings }: DescribedOptions,
): Promise<string> {
  const visible =
    part === 'visible' && isZoomed(open.windows) ? visibleOpen(basis, open.windows) : undefined
  if (visible === undefined) return inSlices(describeFigure(basis, findings))
  const { tensor, view } = visible
  const { id, fileName } = open
  const shown = await basisSoon({ id, fileName, ...asLoaded(tensor), view, windows: {} })
  return inSlices(describeFigure(shown, findings))
}

interface StandaloneFigure {
  readonly svg: string
  readonly width: number
  readonly height: number
}

type Drawn = Pick<DescribedOptions, 'background' | 'part'> &
  Pick<OpenTensor, 'windows'> & { readonly description: string }

function standaloneFigure(
  basis: FigureBasis,
  { size, physicalWidth }: ExportFrame,
  { background, part, windows, description }: Drawn,
): StandaloneFigure {
  const model = figureModel(basis, {
    size,
    theme: background === 'dark' ? 'dark' : 'light',
    windows: part === 'visible' ? windows : {},
  })
  const figure = createElement(Figure, {
    model,
    picture: cellPicture(model, model.layout.grid, binsOf(model.source)),
    isTransparent: background === 'transparent',
    isStandalone: true,
    ...(physicalWidth !== undefined && { physicalWidth }),
    description,
  })
  return { svg: svgText(figure), width: model.layout.width, height: model.layout.height }
}
