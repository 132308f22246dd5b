import { Fragment, useSyncExternalStore, type ReactNode } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { areaRects } from './areaRects'
import { type FindingsState } from './useFindingsPanel'

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
