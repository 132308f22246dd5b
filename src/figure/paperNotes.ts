import { paperOf } from '../layout/paper'
import { valueFormat, valueLabels } from '../layout/valueLabels'
import { type TextLine } from '../layout/shorten'
import { counted, grouped } from '../text/counted'
import { lengthText } from '../text/lengths'
import { listed } from '../text/listed'
import { type CellPicture } from './CellPicture'
import { type FigureModel } from './figureModel'

/** The size of a figure on paper in words, and what did not fit. */
export interface PaperReport {
  /** `82.6 × 52 mm · 8 pt`. */
  readonly size: string
  /** A sentence for each thing that the view asks for and the paper has no room for. */
  readonly notes: readonly string[]
}

/** Returns the report of a figure with the pictures of its plots; undefined if it is not made for paper. */
export function paperReport(
  model: FigureModel,
  pictures: readonly CellPicture[],
): PaperReport | undefined {
  const { view } = model.basis
  const paper = model.size.paper && paperOf(view)
  if (paper === undefined) return undefined
  const { mmPerPixel, points } = paper
  const { width, height } = model.layout
  const textOf = (length: number): string => lengthText(length * mmPerPixel, view.unit)
  const [wide, high] = [textOf(width), textOf(height)]
  return {
    size: `${wide.replace(/ .*/u, '')} × ${high} · ${Number(points.toFixed(1))} pt`,
    notes: [
      ...(width > paper.size.width + 0.01 ? [`The least width of this figure is ${wide}.`] : []),
      ...(paper.size.paper.isHeightGiven && height > paper.size.height + 0.01
        ? [`The least height of this figure is ${high}.`]
        : []),
      ...titleNotes(model),
      ...labelNotes(model),
      ...valueNotes(model, pictures),
    ],
  }
}

/** Returns a note if titles are shortened. */
function titleNotes({
  layout: { title, colorBar, captions, plots },
}: FigureModel): readonly string[] {
  const names = [
    isCut(title) && 'title',
    plots.some(({ tokenTitle }) => tokenTitle.some(({ whole }) => whole)) && 'horizontal axis',
    isCut(plots.map(({ layerTitle }) => layerTitle)) && 'vertical axis',
    isCut([colorBar?.title]) && 'color bar title',
    isCut(captions) && 'caption',
  ].filter((name) => name !== false)
  return names.length === 0 ? [] : [`Shortened to fit: ${listed(names)}.`]
}

function isCut(lines: readonly (TextLine | undefined)[]): boolean {
  return lines.some((line) => line?.fullText !== undefined)
}

/** Returns the notes on labels that are shortened or left out. */
function labelNotes({ plots }: FigureModel): readonly string[] {
  const tokens = plots.flatMap(({ layout }) => layout.tokenLabels.labels)
  const layers = plots.flatMap(({ layout }) => layout.layerLabels)
  const cutCount = [...tokens, ...layers].filter(({ fullText }) => fullText !== undefined).length
  const columnStrides = plots.map(({ layout: { tokenLabels } }) =>
    strideOf(tokenLabels.labels.map(({ columnIndex }) => columnIndex)),
  )
  const rowStrides = plots.map(({ layout: { layerLabels } }) =>
    strideOf(layerLabels.map(({ rowIndex }) => rowIndex)),
  )
  return [
    ...strideNote('column', columnStrides),
    ...strideNote('row', rowStrides),
    ...(cutCount > 0 ? [`${counted(cutCount, 'label')} had to be shortened.`] : []),
  ]
}

function strideOf([first, second]: readonly number[]): number {
  return first === undefined || second === undefined ? 1 : second - first
}

function strideNote(name: string, strides: readonly number[]): readonly string[] {
  const stride = Math.max(...strides)
  return stride > 1 ? [`Every ${ordinal(stride)} ${name} has a label.`] : []
}

function ordinal(count: number): string {
  if (count === 2) return 'second'
  const isTeen = count % 100 > 10 && count % 100 < 14
  return `${grouped(count)}${(!isTeen && ['th', 'st', 'nd', 'rd'][count % 10]) || 'th'}`
}

/** Returns a note if the view shows values in the cells, and no cell has room for them. */
function valueNotes({ plots }: FigureModel, pictures: readonly CellPicture[]): readonly string[] {
  const isWithout = plots.some(({ basis: { view, colorScale }, layout }, index) => {
    const picture = pictures[index]
    if (view.digits === 0 || colorScale === undefined || picture === undefined) return false
    const format = valueFormat(colorScale, view.digits)
    return picture.kind === 'raster' || !valueLabels(picture.bins, layout.grid, format)
  })
  return isWithout ? ['The cells have no room for their values.'] : []
}
