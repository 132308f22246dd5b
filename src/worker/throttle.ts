/**
 * Passes on a call when at least `interval` milliseconds have gone since the last one that was passed
 * on, the first after as long from now; drops the others. `now` is a clock in milliseconds.
 */
export function throttle<T>(
  call: (value: T) => void,
  interval: number,
  now: () => number,
): (value: T) => void {
  let last = now()
  return (value) => {
    const time = now()
    if (time - last < interval) return
    last = time
    call(value)
  }
}
