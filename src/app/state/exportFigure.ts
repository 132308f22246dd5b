import { createElement } from 'react'
import { download } from '../../export/download'
import { fileBaseName } from '../../export/fileName'
import { pngBlob } from '../../export/pngBlob'
import { svgText } from '../../export/svgFile'
import { Figure } from '../../figure/Figure'
import { figureTitle } from '../../figure/figureText'
import { canonicalJson } from '../../formats/writeTensor'
import { type FigureSize } from '../../layout/FigureLayout'
import { modelOf } from '../figure/useFigureModel'
import { type OpenTensor } from './appState'
import { displayName } from './displayName'

export type ExportKind = 'svg' | 'png' | 'json'
export type Background = 'white' | 'dark' | 'transparent'

export interface ExportOptions {
  readonly background: Background
  /** PNG pixels per CSS pixel of the figure. */
  readonly scale: '1' | '2' | '3' | '4'
  /** Whether a pinned cell is outlined and named in the caption. */
  readonly hasMark: boolean
}

export const defaultExportOptions: ExportOptions = {
  background: 'white',
  scale: '2',
  hasMark: true,
}

/** Pixel ratio of rasters in SVG files (design.md §5). */
const SVG_PIXEL_RATIO = 2

/** Saves the figure at its size on the page, or the tensor. Rejects with a sentence where the browser cannot. */
export async function exportFigure(
  open: OpenTensor,
  size: FigureSize,
  kind: ExportKind,
  options: ExportOptions,
): Promise<void> {
  const { tensor, view } = open
  const title = figureTitle(tensor, view.query, displayName(open.fileName))
  const name = fileBaseName(title)
  if (kind === 'json') {
    download(
      new Blob([...canonicalJson(tensor)], { type: 'application/json' }),
      `${name}.simlens.json`,
    )
    return
  }
  const scale = Number(options.scale)
  const pixelRatio = kind === 'png' ? scale : SVG_PIXEL_RATIO
  const figure = standaloneFigure(open, { ...size, pixelRatio }, options)
  if (kind === 'svg') download(new Blob([figure.svg], { type: 'image/svg+xml' }), `${name}.svg`)
  else download(await pngBlob(figure.svg, { ...figure, scale }), `${name}.png`)
}

interface StandaloneFigure {
  readonly svg: string
  readonly width: number
  readonly height: number
}

function standaloneFigure(
  open: OpenTensor,
  size: FigureSize,
  { background, hasMark }: ExportOptions,
): StandaloneFigure {
  const { cell: _cell, ...unmarked } = open.view
  const shown = hasMark ? open : { ...open, view: unmarked }
  const model = modelOf(shown, size, background === 'dark' ? 'dark' : 'light')
  if (model === undefined) throw new RangeError(`no query ${open.view.query}`)
  const isTransparent = background === 'transparent'
  const svg = svgText(createElement(Figure, { model, isTransparent, isStandalone: true }))
  return { svg, width: model.layout.width, height: model.layout.height }
}
