/** Passes the focus to the figure: from a button that is about to go, it would fall back to the top of the page. */
export function focusFigure(options?: FocusOptions): void {
  document.querySelector<SVGElement>('[data-testid="figure"]')?.focus(options)
}
