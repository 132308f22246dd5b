/**
 * Returns a function that passes on a call if at least `interval` milliseconds have passed since the last call that it
 * passed on (at first, since its creation), and drops other calls. `now` returns a time in milliseconds.
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
