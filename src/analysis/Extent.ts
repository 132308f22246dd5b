/** The least and the greatest finite value; both are NaN if no value is finite. */
export interface Extent {
  readonly min: number
  readonly max: number
}
