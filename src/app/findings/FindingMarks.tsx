import { Fragment, useSyncExternalStore, type ReactNode } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { areaRects } from './areaRects'
import { type FindingsState } from './useFindingsPanel'

interface FindingMarksProps extends Pick<FindingsState, 'marks' | 'list'> {
  readonly model: FigureModel
}

/** Outlines of the cells that a finding points at, over the figure: dashes of a dark line on a light one. */
export function FindingMarks({ model, marks, list }: FindingMarksProps): ReactNode {
  const finding = useSyncExternalStore(marks.subscribe, marks.get)
  // What was found before, in other cells or by other parameters, is not pointed at any more.
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
