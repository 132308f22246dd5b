import { useMemo } from 'react'
import { figureBasis, type FigureBasis } from '../../figure/figureBasis'
import { type OpenTensor } from '../state/appState'
import { displayName } from '../state/displayName'

/**
 * The basis of the open tensor's figure. The pinned cell and the zoom are not in it: they must not cost a pass over the
 * cells.
 */
export function useFigureBasis(open: OpenTensor | undefined): FigureBasis | undefined {
  const { cell: _cell, x: _x, ...view } = open?.view ?? {}
  const settings = JSON.stringify(view)
  return useMemo(() => {
    if (open === undefined) return undefined
    const { cell: _pinned, x: _columns, ...still } = open.view
    return basisOf({ ...open, view: still })
    // oxlint-disable-next-line react/exhaustive-deps -- the settings stand for `open.view`, which changes with the pinned cell too
  }, [open?.tensor, settings])
}

/** The basis of an open tensor's figure; undefined for a query that it does not have. */
export function basisOf(open: OpenTensor): FigureBasis | undefined {
  const { tensor, view, pyramid, fileName } = open
  const statistics = open.statistics[view.query]
  if (statistics === undefined) return undefined
  return figureBasis({ tensor, view, pyramid, statistics, name: displayName(fileName) })
}
