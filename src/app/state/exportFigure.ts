import { createElement } from 'react'
import { download } from '../../export/download'
import { fileBaseName } from '../../export/fileName'
import { pngBlob } from '../../export/pngBlob'
import { svgText } from '../../export/svgFile'
import { cellPicture } from '../../figure/CellPicture'
import { Figure } from '../../figure/Figure'
import { figureModel } from '../../figure/figureModel'
import { figureTitle } from '../../figure/figureText'
import { type FigureSize } from '../../layout/FigureLayout'
import { copyText } from '../copyText'
import { describeFigure, type FindingOptions } from '../findings/figureFindings'
import { basisSoon } from '../figure/basisSoon'
import { binsOf } from '../../tensor/Bins'
import { type Tensor } from '../../tensor/Tensor'
import { type OpenTensor } from './appState'
import { displayName } from './displayName'
import { exportFrame, type ExportFrame } from './exportFrame'
import { jsonBlob } from './jsonBlob'

export type ExportKind = 'svg' | 'png' | 'json' | 'description' | 'copied description'
export type Background = 'white' | 'dark' | 'transparent'

export interface ExportOptions {
  readonly background: Background
  /** PNG pixels per CSS pixel of the figure. */
  readonly scale: '1' | '2' | '3' | '4'
  /** What of a zoomed figure is saved. */
  readonly part: 'visible' | 'whole'
  /** Whether a pinned cell is outlined and named in the caption. */
  readonly hasMark: boolean
}

export const defaultExportOptions: ExportOptions = {
  background: 'white',
  scale: '2',
  part: 'visible',
  hasMark: true,
}

/** The options of the menu, and how the description in the figure is made. */
export interface DescribedOptions extends ExportOptions {
  readonly findings: FindingOptions
}

/** Saves the figure at its size on the page, its description, or the tensor. Rejects with a sentence where the browser cannot. */
export async function exportFigure(
  open: OpenTensor,
  size: FigureSize,
  kind: ExportKind,
  options: DescribedOptions,
): Promise<void> {
  const { tensor, view } = open
  const title = figureTitle(tensor, view.query, displayName(open.fileName))
  if (kind === 'json') {
    download(await jsonBlob(tensor), `${fileBaseName(title)}.simlens.json`)
    return
  }
  const name = fileBaseName(`${title}${queryMark(tensor, view.query, title)}`)
  if (kind === 'description' || kind === 'copied description') {
    const text = await describeFigure(await basisSoon(open), options.findings, true)
    if (kind === 'description') download(new Blob([text], { type: 'text/markdown' }), `${name}.md`)
    else if (!(await copyText(text))) throw new Error('this page may not copy here')
    return
  }
  const frame = exportFrame(kind, view, size, Number(options.scale))
  const { svg, width, height } = await standaloneFigure(open, frame, options)
  if (kind === 'svg') {
    download(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`)
    return
  }
  const picture = { width, height, scale: frame.scaleOf(width) }
  download(await pngBlob(svg, picture, frame.pngChunks), `${name}.png`)
}

/** Figures of several queries of one tensor are several files. */
function queryMark({ queries }: Tensor, queryIndex: number, title: string): string {
  const label = queries[queryIndex]?.label ?? ''
  return queries.length < 2 || title.includes(label) ? '' : ` • ${label}`
}

interface StandaloneFigure {
  readonly svg: string
  readonly width: number
  readonly height: number
}

async function standaloneFigure(
  open: OpenTensor,
  { size, physicalWidth }: ExportFrame,
  { background, hasMark, part, findings }: DescribedOptions,
): Promise<StandaloneFigure> {
  const { cell: _cell, ...unmarked } = open.view
  const basis = await basisSoon(hasMark ? open : { ...open, view: unmarked })
  const { columns, layers } = part === 'visible' ? open.windows : {}
  const model = figureModel(basis, {
    size,
    theme: background === 'dark' ? 'dark' : 'light',
    ...(columns && { columnWindow: columns }),
    ...(layers && { layerWindow: layers }),
  })
  const figure = createElement(Figure, {
    model,
    picture: cellPicture(model, model.layout.grid, binsOf(model.source)),
    isTransparent: background === 'transparent',
    isStandalone: true,
    ...(physicalWidth !== undefined && { physicalWidth }),
    description: await describeFigure(basis, findings),
  })
  return { svg: svgText(figure), width: model.layout.width, height: model.layout.height }
}
