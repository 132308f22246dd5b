import { Fragment, useSyncExternalStore, type ReactNode } from 'react'
import { type Area } from '../../analysis/findings/Finding'
import { type FigureModel } from '../../figure/figureModel'
import { cellMarkRect, type Rect } from '../../layout/PlotGrid'
import { type BinAxis } from '../../tensor/BinAxis'
import { columnOfToken, rowOfLayer } from '../../tensor/Matrix'
import { type Store } from '../base/Store'
import { type FindingsState } from './useFindings'

interface FindingMarksProps extends Pick<FindingsState, 'marks' | 'list'> {
  readonly model: FigureModel
}

/** Outlines the cells of a finding over the figure, with dashes of a dark line on a light one. */
export function FindingMarks({ model, marks, list }: FindingMarksProps): ReactNode {
  const finding = useSyncExternalStore(marks.subscribe, marks.get)
  // An earlier finding, of other cells or other parameters, is not outlined.
  if (finding === undefined || list?.includes(finding) !== true) return null
  return (
    <g className="finding-marks" data-testid="finding-marks">
      {areaRects(model, finding.areas).map((rect) => (
        <Fragment key={`${rect.x},${rect.y}`}>
          <rect {...rect} />
          <rect {...rect} />
        </Fragment>
      ))}
    </g>
  )
}

/** Returns the rectangles of the visible areas in the figure. Areas in the same bin share one rectangle. */
function areaRects(
  { current: { basis, layout } }: FigureModel,
  areas: readonly Area[],
): readonly Rect[] {
  const { columns, layers, plot } = layout.grid
  const places = new Map<string, Rect>()
  for (const { layerIndex, tokenIndex } of areas) {
    const cell = {
      columnIndex:
        tokenIndex === undefined ? firstCell(columns) : columnOfToken(basis.matrix, tokenIndex),
      rowIndex: layerIndex === undefined ? firstCell(layers) : rowOfLayer(basis.matrix, layerIndex),
    }
    const rect = cellMarkRect(layout.grid, cell)
    if (rect === undefined) continue
    const { x, width } = tokenIndex === undefined ? plot : rect
    const { y, height } = layerIndex === undefined ? plot : rect
    places.set(`${x},${y}`, { x, y, width, height })
  }
  return [...places.values()]
}

function firstCell({ firstBin, cellsPerBin }: BinAxis): number {
  return firstBin * cellsPerBin
}

interface LongDescriptionProps {
  readonly store: Store<string | undefined>
  /** Text that is shown until the long description is made. */
  readonly short: string
}

/** Shows the long description of the figure, or the short one until it is made. */
export function LongDescription({ store, short }: LongDescriptionProps): ReactNode {
  return useSyncExternalStore(store.subscribe, store.get) ?? short
}
