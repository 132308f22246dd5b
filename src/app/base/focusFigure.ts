/** Moves the focus to the figure. A focused button that is about to be removed would lose it to the top of the page. */
export function focusFigure(options?: FocusOptions): void {
  document.querySelector<SVGElement>('[data-testid="figure"]')?.focus(options)
}
