/** Something a reader must know about a color scale: where its ends come from, or what of a request could not be met. */
export type ColorNote =
  /** The ends are those of the middle share of the values. */
  | { readonly tag: 'middle'; readonly percent: 98 | 90 }
  /** The ends are those of the middle 98 %, since a few values are far from all others. */
  | { readonly tag: 'without-outliers' }
  /** The ends reach past the middle 98 %, but a few values are still beyond them. */
  | { readonly tag: 'without-farthest' }
  /** The middle share of the values is one number, so the ends are those of all values. */
  | { readonly tag: 'middle-is-one'; readonly percent: 98 | 90; readonly value: number }
  /** The ends are a range around the one number that all values are. */
  | { readonly tag: 'all-equal'; readonly value: number }
  /** The ends asked for are no range, so the ends are those of the values. */
  | { readonly tag: 'unusable-ends'; readonly low: number; readonly high: number }
  /** The ends are held while queries and files change. */
  | { readonly tag: 'locked' }
  /** The ends are those of all queries, or of the cells in view. */
  | { readonly tag: 'scope'; readonly scope: 'all' | 'view' }
  /** No two values differ on the scale asked for, so it is linear. */
  | { readonly tag: 'flat' }
  /** The value for the middle color is outside the ends, so it has no color. */
  | { readonly tag: 'pivot-outside'; readonly pivot: number }
