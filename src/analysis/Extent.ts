/** The least and the greatest finite value found; both NaN where there is none. */
export interface Extent {
  readonly min: number
  readonly max: number
}
