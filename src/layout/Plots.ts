/** One of each plot of a figure, in reading order; a figure has at least one. */
export type Plots<T> = readonly [first: T, ...others: T[]]

/** Returns what `make` makes of each plot, in the same order. */
export function mapPlots<T, U>(plots: Plots<T>, make: (plot: T, index: number) => U): Plots<U> {
  const [first, ...others] = plots
  return [make(first, 0), ...others.map((plot, k) => make(plot, k + 1))]
}
