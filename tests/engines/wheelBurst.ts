/** A burst of wheel steps over one point, on a page that is slow. */
export interface WheelBurst {
  /** In CSS pixels of the window. */
  readonly x: number
  readonly y: number
  /** `deltaY` of each step in CSS pixels; negative zooms in. */
  readonly steps: readonly number[]
  /** Milliseconds from one step to the next. */
  readonly interval: number
  /** Milliseconds of every frame that a loop burns meanwhile; 0 for none. */
  readonly burnt: number
}

/**
 * Runs in the page: dispatches the steps, all that are due at once, while a loop burns a part of every frame; resolves
 * two frames after the last step. It needs nothing outside itself, so that its text can be sent to any browser.
 */
export function wheelBurst({ x, y, steps, interval, burnt }: WheelBurst): Promise<void> {
  const figure = document.querySelector('[data-testid="figure"]')
  if (figure === null) throw new Error('no figure is drawn')
  return new Promise((resolve) => {
    const start = performance.now()
    let stepCount = 0
    let framesAfter = 0
    const turn = (): void => {
      while (stepCount < steps.length && performance.now() >= start + stepCount * interval) {
        const options = { bubbles: true, cancelable: true, view: window, deltaMode: 0 }
        const deltaY = steps[stepCount] ?? 0
        figure.dispatchEvent(
          new WheelEvent('wheel', { ...options, clientX: x, clientY: y, deltaY }),
        )
        stepCount += 1
      }
      if (stepCount < steps.length) setTimeout(turn, 0)
    }
    const burn = (): void => {
      const end = performance.now() + burnt
      while (performance.now() < end);
      if (stepCount === steps.length) framesAfter += 1
      if (framesAfter > 2) resolve()
      else requestAnimationFrame(burn)
    }
    turn()
    requestAnimationFrame(burn)
  })
}

/** Least and greatest sum of the steps' `deltaY` so far, away from where zooming ends at either side. */
const FARTHEST_IN = -3600
const FARTHEST_OUT = -400

/** Returns `count` steps in and out of unequal sizes, none of which a tensor of 4,096 columns clamps. */
export function mixedSteps(count: number): number[] {
  let sum = (FARTHEST_IN + FARTHEST_OUT) / 2
  const steps = [sum]
  for (let k = 1; k < count; k++) {
    const size = 20 + ((k * 67) % 110)
    const isIn = (k * k) % 13 < 6
    const wanted = isIn ? -size : size
    const step = sum + wanted < FARTHEST_IN || sum + wanted > FARTHEST_OUT ? -wanted : wanted
    steps.push(step)
    sum += step
  }
  return steps
}

/**
 * The first and the last column that are visible after all steps, about a point that lies at `share` of the plot's
 * width. A step of 100 is a factor of 2^0.2, as in d3-zoom.
 */
export function columnsAfter(
  steps: readonly number[],
  share: number,
  columnCount: number,
): { readonly first: number; readonly last: number } {
  const scale = 2 ** (-0.002 * steps.reduce((sum, step) => sum + step, 0))
  const span = columnCount / scale
  const start = share * (columnCount - span)
  return { first: Math.floor(start), last: Math.ceil(start + span) - 1 }
}
