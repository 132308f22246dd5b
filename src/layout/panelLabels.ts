import { type HorizontalFrame } from './horizontalFrame'
import {
  mapPlots,
  styleOf,
  type FigureSize,
  type LayoutInput,
  type PlotInput,
  type Plots,
} from './LayoutInput'
import { panelRect, panelsOf, type Panel } from './panelsOf'
import { plotGrid } from './PlotGrid'
import { sharesColumns } from './sharesColumns'
import { tokenLabels, type TokenLabels } from './tokenLabels'
import { tokenLabelSource } from './tokenLabelSource'

/** Length of labels beyond a plot that has another one at its right, in CSS pixels. */
const NEAR = 14

const NO_LABELS: TokenLabels = { angle: 0, labels: [], depth: 0 }

/**
 * Returns the token labels of all plots. If the columns are shared, only the lowest plot of each column of panels has
 * any. Labels that would be cut between two panels of the whole figure are turned by 90° in all of them.
 */
export function panelLabels(
  input: LayoutInput,
  panels: Plots<Panel>,
  frame: HorizontalFrame,
): Plots<TokenLabels> {
  const columnCount = Math.max(...panels.map(({ column }) => column)) + 1
  // A zoom may not turn the labels, or else the plots would jump.
  const isWhole = input.windows?.columns === undefined
  const whole = isWhole ? panels : panelsOf({ ...input, windows: {} }, columnCount)
  const labels = labelsIn(input, whole, frame)
  const isUpright = whole.some(({ column }, k) => column > 0 && isCut(labels[k] ?? NO_LABELS))
  return isWhole && !isUpright ? labels : labelsIn(input, panels, frame, isUpright)
}

function isCut({ angle, labels }: TokenLabels): boolean {
  return angle === -45 && labels.some(({ fullText }) => fullText !== undefined)
}

function labelsIn(
  input: LayoutInput,
  panels: Plots<Panel>,
  frame: HorizontalFrame,
  isUpright = false,
): Plots<TokenLabels> {
  const isShared = sharesColumns(input.plots.map(({ matrix }) => matrix))
  const labelled = panels.filter(({ isLowest }) => isLowest || !isShared)
  const place = { frame, isShared, isUpright }
  const first = labelled.map((panel) => labelsOf(input, panel, place))
  // If all labels are turned by the same angle, they may extend below the panel at the left without touching its labels.
  const angles = new Set(first.map(({ angle }) => angle))
  const hasProfile = input.plots.some(({ profile }) => profile !== undefined)
  const isOpen = angles.size === 1 && angles.has(-45) && !hasProfile
  const labels = labelled.map((panel, k) => {
    const isFree = isOpen && (panel.isInLastRow || !isShared) && panel.column > 0
    const open = { ...place, frame: { ...frame, gap: Infinity } }
    return isFree ? labelsOf(input, panel, open) : first[k]
  })
  return mapPlots(panels, (panel) => labels[labelled.indexOf(panel)] ?? NO_LABELS)
}

interface LabelsPlace {
  readonly frame: HorizontalFrame
  readonly isShared: boolean
  /** Whether labels are upright or turned by 90°, so that they need no room beside their columns. */
  readonly isUpright: boolean
}

/** Returns the labels of a plot; if the columns are shared, those of the plot with the most tokens. */
function labelsOf(
  { plots, size, isUpward, hasIndices = false }: LayoutInput,
  panel: Panel,
  { frame, isShared, isUpright }: LabelsPlace,
): TokenLabels {
  const { column, isLast, windows } = panel
  const { matrix } = isShared ? plots.reduce(withMoreTokens) : panel.plot
  const { x, width } = panelRect(
    panel,
    frame,
    { top: 0, pitch: 0, height: size.height },
    size.pixelRatio,
  )
  const figureLeft = column === 0 ? 0 : Math.max(0, x - frame.gap / 2)
  const room = {
    maxDepth: maxDepthOf(size),
    figureWidth: isLast ? frame.plotEnd : x + width + NEAR,
    figureLeft,
    hasIndices,
    keepsRoom: size.paper === undefined,
    style: isUpright ? { ...styleOf(size), hasSlantedTokens: false } : styleOf(size),
  }
  const plot = { x, y: 0, width, height: size.height }
  const { pixelRatio } = size
  const grid = plotGrid(matrix, plot, { isUpward, pixelRatio, windows })
  const labels = tokenLabels(tokenLabelSource(matrix, grid, room))
  if (windows.columns === undefined || size.paper !== undefined) return labels
  // On the screen, a zoom may change the labels but not their depth, or else the plot would jump.
  const wholeGrid = plotGrid(matrix, plot, { isUpward, pixelRatio })
  const wholeLabels = tokenLabels(tokenLabelSource(matrix, wholeGrid, room))
  return { ...labels, depth: Math.max(labels.depth, wholeLabels.depth) }
}

/** Largest depth of the labels. On paper it depends on the width, which is given, and not on the height. */
function maxDepthOf({ paper, width, height }: FigureSize): number {
  return paper === undefined
    ? Math.min(130, Math.max(64, height * 0.25))
    : Math.min(160, Math.max(64, width * 0.3))
}

function withMoreTokens(most: PlotInput, each: PlotInput): PlotInput {
  return each.matrix.tokenCount > most.matrix.tokenCount ? each : most
}
