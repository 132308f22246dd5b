import { type BinPowers } from '../analysis/meanRange'
import { meanRangeOf, typicalOf } from '../analysis/Typical'
import { type ColorScale } from '../color/ColorScale'
import { type PlotGrid } from '../layout/PlotGrid'
import { standingCells, standingOut, type StandingCell } from '../tensor/StandingOut'
import { type FigureBasis } from './figureBasis'
import { meansScale } from './figureScale'
import { type TypicalBins } from './TypicalBins'

/** Most cells that stand out which are listed, to be counted. */
const MOST_LISTED = 1000

const made = new WeakMap<FigureBasis, Map<string, FigureBasis>>()

/**
 * Returns the basis with the color scale of a grid's bins, and with the cells that stand out in them. It is the given
 * basis if each bin is one cell, or if the view shows something else than typical values. Grids whose bins have the same
 * powers of two share one basis, so that panning changes no color.
 */
export function binnedBasis(
  basis: FigureBasis,
  grid: Pick<PlotGrid, 'columns' | 'layers'>,
): FigureBasis {
  const powers = powersOf(grid)
  if (basis.view.detail !== 'typical' || powers.columns + powers.layers === 0) return basis
  const byPowers = made.get(basis) ?? new Map<string, FigureBasis>()
  const key = `${powers.columns} ${powers.layers}`
  const known = byPowers.get(key) ?? withBins(basis, powers)
  made.set(basis, byPowers.set(key, known))
  return known
}

function powersOf({ columns, layers }: Pick<PlotGrid, 'columns' | 'layers'>): BinPowers {
  return {
    columns: Math.floor(Math.log2(columns.cellsPerBin)),
    layers: Math.floor(Math.log2(layers.cellsPerBin)),
  }
}

function withBins(given: FigureBasis, powers: BinPowers): FigureBasis {
  const { displayed, matrix, pyramids, view, counts, noise } = given
  const range = meanRangeOf(displayed, view.query, powers)
  const standing = standingOut(typicalOf(displayed, view.query).baselines, range.threshold)
  const found = standingCells(matrix, pyramids, standing, MOST_LISTED + 1)
  const cells = found.slice(0, MOST_LISTED)
  const scale = meansScale(given, powers)
  const bins: TypicalBins = { standing, cells, isCut: found.length > MOST_LISTED, range }
  if (scale === undefined) return { ...given, given, bins }
  const leastCount = 2 ** (powers.columns + powers.layers)
  return {
    ...given,
    given,
    colorScale: scale,
    counts: { ...counts, ...beyondOf(cells, scale) },
    bins: {
      ...bins,
      means: {
        hasBelow: range.least < scale.low,
        hasAbove: range.most > scale.high,
        leastCount,
        ...(noise && { noiseLimit: noise.limit / Math.sqrt(leastCount) }),
      },
    },
  }
}

function beyondOf(
  cells: readonly StandingCell[],
  { low, high }: ColorScale,
): { readonly below: number; readonly above: number } {
  return {
    below: cells.filter(({ value }) => value < low).length,
    above: cells.filter(({ value }) => value > high).length,
  }
}
