import { useMemo } from 'react'
import { figureBasis, type FigureBasis } from '../../figure/figureBasis'
import { type OpenTensor } from '../state/appState'
import { displayName } from '../state/displayName'

/**
 * The basis of the open tensor's figure. The pinned cell and the zoom are not in it: they must not cost a pass over the
 * cells.
 */
export function useFigureBasis(open: OpenTensor | undefined): FigureBasis | undefined {
  const { query, axis, layers, width, colormap, domain, detail } = open?.view ?? {}
  return useMemo(() => {
    if (open === undefined) return undefined
    const { cell: _cell, x: _x, ...view } = open.view
    return basisOf({ ...open, view })
    // oxlint-disable-next-line react/exhaustive-deps -- the parts of the view stand for `open.view`, which changes with the pinned cell too
  }, [open?.tensor, query, axis, layers, width, colormap, domain, detail])
}

/** The basis of an open tensor's figure; undefined for a query that it does not have. */
export function basisOf(open: OpenTensor): FigureBasis | undefined {
  const { tensor, view, pyramid, fileName } = open
  const statistics = open.statistics[view.query]
  if (statistics === undefined) return undefined
  return figureBasis({ tensor, view, pyramid, statistics, name: displayName(fileName) })
}
