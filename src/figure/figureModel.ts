import { describe } from '../analysis/describe'
import { type Statistics } from '../analysis/Statistics'
import { resolveDomain, type Domain } from '../color/Domain'
import { rampOf, type Ramp } from '../color/Ramp'
import { type FigureLayout, type FigureSize } from '../layout/FigureLayout'
import { layoutFigure } from '../layout/layoutFigure'
import { readoutOf, readoutText } from '../layout/readout'
import { visibleText } from '../layout/visibleText'
import { binsOf, type Bins } from '../tensor/Bins'
import { columnOfToken, matrixOf, type Matrix } from '../tensor/Matrix'
import { valuesOfQuery, type Tensor } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { figureText, figureTitle, type AbsentCounts } from './figureText'
import { figureThemes, type FigureTheme, type ThemeName } from './FigureTheme'

export interface FigureInput {
  readonly tensor: Tensor
  /** File name without its extension. */
  readonly name: string
  /** Statistics of the shown query. */
  readonly statistics: Statistics
  readonly view: View
  readonly size: FigureSize
  readonly theme: ThemeName
}

/** Everything that the figure's components draw: computed once, then only rendered. */
export interface FigureModel {
  readonly label: string
  readonly description: string
  readonly matrix: Matrix
  readonly bins: Bins
  readonly domain: Domain | undefined
  readonly ramp: Ramp
  readonly theme: FigureTheme
  readonly layout: FigureLayout
  readonly counts: AbsentCounts
  readonly pinned?: PinnedCell
}

/** A cell by its indices in the tensor and its place as displayed. */
export interface PinnedCell {
  readonly layerIndex: number
  readonly columnIndex: number
}

/** The description of a figure, from a tensor's view: pure, so Node and the page make the same. */
export function figureModel(input: FigureInput): FigureModel {
  const { tensor, name, statistics, view, size, theme } = input
  const matrix = matrixOf(tensor, view.query, view.axis, view.width)
  const domain = resolveDomain(view.domain, statistics)
  const counts = absentCounts(matrix, statistics, domain)
  const pinned = pinnedCell(matrix, view)
  const text = figureText({ matrix, name, domain, counts, ...pinnedText(matrix, pinned) })
  const layout = layoutFigure({
    matrix,
    text,
    size,
    isUpward: view.layers === 'up',
    ...(domain === undefined ? {} : { domain }),
  })
  return {
    label: figureTitle(tensor, view.query, name),
    description: describe(matrix, statistics, { visibleText, isUpward: view.layers === 'up' }),
    matrix,
    bins: binsOf(matrix, layout.grid, statistics.median),
    domain,
    ramp: rampOf(view.colormap),
    theme: figureThemes[theme],
    layout,
    counts,
    ...(pinned === undefined ? {} : { pinned }),
  }
}

function pinnedCell(matrix: Matrix, view: View): PinnedCell | undefined {
  if (view.cell === undefined) return undefined
  const [layerIndex, tokenIndex] = view.cell
  const columnIndex = columnOfToken(matrix, tokenIndex)
  const isInside = layerIndex < matrix.layerCount && tokenIndex < matrix.tokenCount
  return isInside ? { layerIndex, columnIndex } : undefined
}

function pinnedText(matrix: Matrix, pinned: PinnedCell | undefined): { pinned?: string } {
  if (pinned === undefined) return {}
  return { pinned: readoutText(readoutOf(matrix, pinned.layerIndex, pinned.columnIndex)) }
}

function absentCounts(
  matrix: Matrix,
  statistics: Statistics,
  domain: Domain | undefined,
): AbsentCounts {
  const { cellCount, missingCount, belowCount, aboveCount, min, max } = statistics
  const counts = {
    padding: matrix.layerCount * matrix.columnCount - cellCount,
    missing: missingCount,
    below: belowCount,
    above: aboveCount,
  }
  if (domain === undefined || (domain.low <= min && domain.high >= max)) return counts
  let below = 0
  let above = 0
  for (const value of valuesOfQuery(matrix.tensor, matrix.queryIndex)) {
    if (value < domain.low) below++
    else if (value > domain.high) above++
  }
  return { ...counts, below, above }
}
