/** Returns true if the target is the figure itself, and not a control that lies over it. */
export function isOnFigure(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('[data-testid="figure"]')
}
