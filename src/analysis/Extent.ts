/** The least and the greatest finite value found; both NaN where there is none. */
export interface Extent {
  readonly min: number
  readonly max: number
}

/**
 * The extent of several, as for "all queries". Extents without a finite value count for nothing;
 * both ends are NaN where none has one.
 */
export function mergeExtents(extents: readonly Extent[]): Extent {
  let min = NaN
  let max = NaN
  for (const extent of extents) {
    if (!(min <= extent.min) && !Number.isNaN(extent.min)) min = extent.min
    if (!(max >= extent.max) && !Number.isNaN(extent.max)) max = extent.max
  }
  return { min, max }
}
