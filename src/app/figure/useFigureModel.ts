import { useMemo } from 'react'
import { figureModel, type FigureModel } from '../../figure/figureModel'
import { type ThemeName } from '../../figure/FigureTheme'
import { type FigureSize } from '../../layout/FigureLayout'
import { type OpenTensor } from '../state/appState'
import { displayName } from '../state/displayName'

/**
 * The model of the figure on the page; undefined until its size is known. The pinned cell is not in it: pinning must
 * not draw the cells anew.
 */
export function useFigureModel(
  open: OpenTensor | undefined,
  size: FigureSize | undefined,
  theme: ThemeName,
): FigureModel | undefined {
  const { query, axis, layers, width, colormap, domain } = open?.view ?? {}
  return useMemo(() => {
    if (open === undefined || size === undefined) return undefined
    const { cell: _cell, ...view } = open.view
    return modelOf({ ...open, view }, size, theme)
    // The parts of the view stand for `open.view`, which changes with the pinned cell too.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [open?.tensor, query, axis, layers, width, colormap, domain, size, theme])
}

/** The model of an open tensor at a size; throws RangeError for a query that it does not have. */
export function modelOf(
  open: OpenTensor,
  size: FigureSize,
  theme: ThemeName,
): FigureModel | undefined {
  const statistics = open.statistics[open.view.query]
  if (statistics === undefined) return undefined
  const { tensor, view } = open
  return figureModel({ tensor, name: displayName(open.fileName), statistics, view, size, theme })
}
