/**
 * A fact that a reader needs about a color scale: the source of its ends, or a part of a request that could not be met.
 */
export type ColorNote =
  /** The ends are those of the middle share of the values. */
  | { readonly tag: 'middle'; readonly percent: 98 | 90 }
  /** The ends are those of the middle 98 %, since a few values are far from all others. */
  | { readonly tag: 'without-outliers' }
  /** The ends extend beyond the middle 98 %, but a few values are still outside them. */
  | { readonly tag: 'without-farthest' }
  /** The middle share of the values is a single number, so the ends are those of all values. */
  | { readonly tag: 'middle-is-one'; readonly percent: 98 | 90; readonly value: number }
  /** All values are the same number, so the ends are a range around it. */
  | { readonly tag: 'all-equal'; readonly value: number }
  /** The requested ends are not a range, so the ends are those of the values. */
  | { readonly tag: 'unusable-ends'; readonly low: number; readonly high: number }
  /** The ends stay the same while queries and files change. */
  | { readonly tag: 'locked' }
  /** The ends are those of all queries, or of the cells in view. */
  | { readonly tag: 'scope'; readonly scope: 'all' | 'view' }
  /** No two values differ on the requested scale, so the scale is linear. */
  | { readonly tag: 'flat' }
  /** The value of the middle color is outside the ends, so it has no color. */
  | { readonly tag: 'pivot-outside'; readonly pivot: number }
