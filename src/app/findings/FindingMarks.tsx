import { Fragment, useSyncExternalStore, type ReactNode } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { type Store } from '../Store'
import { areaRects } from './areaRects'
import { type MarkedCells } from './useFindingsPanel'

interface FindingMarksProps {
  readonly model: FigureModel
  readonly store: Store<MarkedCells>
}

/** Outlines of the cells that a finding points at, over the figure: dashes of a dark line on a light one. */
export function FindingMarks({ model, store }: FindingMarksProps): ReactNode {
  const { matrix, areas } = useSyncExternalStore(store.subscribe, store.get)
  if (matrix?.tensor !== model.basis.matrix.tensor) return null
  return (
    <g className="finding-marks" data-testid="finding-marks">
      {areaRects(model, areas).map((rect) => (
        <Fragment key={`${rect.x},${rect.y}`}>
          <rect {...rect} />
          <rect {...rect} />
        </Fragment>
      ))}
    </g>
  )
}
