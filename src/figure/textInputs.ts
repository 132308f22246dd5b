import { type NoiseCount } from '../analysis/noiseFloor'
import { mapPlots, type Plots } from '../layout/LayoutInput'
import { readoutOf, readoutText } from '../layout/readoutOf'
import { type MatrixCell } from '../tensor/binContents'
import { isZoomed, type Windows } from '../tensor/Windows'
import { type AbsentCounts } from './AbsentCounts'
import { type TextInput } from './captionsOf'
import { type FigureBasis } from './figureBasis'
import { panelNotes, summedCounts, summedNoiseCounts, type SharedBasis } from './plotBases'
import { cellWithin, hasOwnBars, profileInput, queryName } from './plotModel'
import { seenCells, windowsOfPlot, type SeenCells } from './seenCells'

/**
 * Returns the inputs of the texts of all plots. The counts are those of the whole figure, whose texts state them once.
 * `place` is that of the pinned cell.
 */
export function textInputs(
  bases: Plots<FigureBasis>,
  shared: SharedBasis,
  place: MatrixCell | undefined,
  windows: Windows = {},
): Plots<TextInput> {
  const ownWindows = mapPlots(bases, ({ matrix }) => windowsOfPlot(windows, matrix, bases.length))
  const seen = mapPlots(bases, (basis, index) =>
    seenCells(basis, ownWindows[index] ?? windows, bases.length),
  )
  const whole = {
    ...shared,
    counts: isZoomed(windows) ? { ...shared.counts, seen: summedSeen(seen) } : shared.counts,
    seenNoise: shared.noise && summedNoise(shared.noise, seen),
    isMarked: seen.some(({ columns }) => columns.length > 0),
  }
  return mapPlots(bases, (basis, index) => ({
    ...textInput(basis, whole, ownWindows[index] ?? windows),
    ownCounts: isZoomed(windows)
      ? { ...basis.counts, seen: seen[index]?.counts ?? 'many' }
      : basis.counts,
    ...pinnedText(basis, place && cellWithin(basis.matrix, place)),
    ...(bases.length > 1 && { queryName: queryName(basis) }),
    ...(index === 0 && { panelNotes: panelNotes(basis) }),
    hasOwnBars: hasOwnBars(bases),
  }))
}

function summedSeen(seen: Plots<SeenCells>): AbsentCounts | 'many' {
  const counts = seen.flatMap((each) => each.counts ?? [])
  return counts.length < seen.length ? 'many' : summedCounts(counts)
}

function summedNoise(noise: NoiseCount, seen: Plots<SeenCells>): NoiseCount | undefined {
  const all = seen.flatMap((each) => each.noise ?? [])
  return all.length < seen.length ? undefined : { ...noise, ...summedNoiseCounts(all) }
}

type WholeText = Pick<SharedBasis, 'noise'> & Pick<TextInput, 'counts' | 'seenNoise' | 'isMarked'>

function textInput(
  basis: FigureBasis,
  { counts, noise, seenNoise, isMarked }: WholeText,
  windows: Windows,
): Omit<TextInput, 'ownCounts'> {
  const { matrix, name, colorScale, specialNote, view } = basis
  return {
    matrix,
    name,
    colorScale,
    counts,
    isMarked,
    hasPadding: basis.counts.padding > 0,
    detail: view.detail,
    bins: basis.bins,
    isUpward: view.layers === 'up',
    specialNote,
    noise: noise ?? basis.noise,
    seenNoise,
    hasOwnNoise: noise === undefined,
    isFaded: view.fade,
    words: view,
    isInTurns: view.flick !== undefined,
    hasProfiles: profileInput(basis) !== undefined,
    comparedCount: basis.profiles?.queries?.length ?? 0,
    scale: view.scale,
    windows,
  }
}

function pinnedText(
  { matrix, tensor }: FigureBasis,
  pinned: MatrixCell | undefined,
): { pinned?: string } {
  if (pinned === undefined) return {}
  return { pinned: readoutText(readoutOf(matrix, pinned.rowIndex, pinned.columnIndex, tensor)) }
}
