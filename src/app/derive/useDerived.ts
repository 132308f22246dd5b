import { useEffect, useMemo, useState } from 'react'
import { type Store } from '../base/Store'
import { afterFigure } from './afterFigure'
import { type Derived } from './derived'
import { useWork } from './Work'

/** A value and the input that it was made from. */
export interface Made<Input, T> {
  readonly input: Input
  readonly value: T
}

export interface DerivedOptions {
  /**
   * True for an addition to a figure: it is made only after the figure is on the screen, however quick it is. Default
   * false.
   */
  readonly isAfterFigure?: boolean
  /** Set to the finished share (0 to 1) while work that can measure it runs, else to undefined. */
  readonly progress?: Store<number | undefined>
}

/**
 * Returns the value for an input if it exists or can be made in a moment. Otherwise returns the last value, which may
 * belong to another input, until the new one is made; undefined before the first. Errors are reported.
 */
export function useDerived<Input, T>(
  derived: Derived<Input, T>,
  given: Input | undefined,
  { isAfterFigure = false, progress }: DerivedOptions = {},
): Made<Input, T> | undefined {
  const { jobs, report } = useWork()
  const input = useSame(derived, given)
  const [last, setLast] = useState<Made<Input, T>>()
  const now = useMemo(() => {
    const value = input === undefined || isAfterFigure ? undefined : derived.now(input)
    return input === undefined || value === undefined ? undefined : { input, value }
  }, [derived, input, isAfterFigure])
  useEffect(() => {
    if (input === undefined || now !== undefined) return undefined
    const controller = new AbortController()
    const { signal } = controller
    const make = async (): Promise<void> => {
      try {
        const value = await derived.soon(input, { jobs, signal, onProgress: progress?.set })
        if (signal.aborted) return
        progress?.set(undefined)
        setLast({ input, value })
      } catch (error) {
        if (signal.aborted) return
        progress?.set(undefined)
        report(error)
      }
    }
    const cancel = isAfterFigure ? afterFigure(() => void make()) : void make()
    return () => {
      cancel?.()
      controller.abort()
      progress?.set(undefined)
    }
  }, [derived, input, now, jobs, report, isAfterFigure, progress])
  if (now !== undefined && last !== now) setLast(now)
  return now ?? last
}

/** Returns the first of several inputs that have the same value, so that it is not made again for the others. */
function useSame<Input, T>(
  derived: Derived<Input, T>,
  given: Input | undefined,
): Input | undefined {
  const [first, setFirst] = useState(() => given)
  const isSame =
    first === undefined || given === undefined
      ? first === given
      : derived.of(first) === derived.of(given) && derived.key(first) === derived.key(given)
  if (isSame) return first
  setFirst(() => given)
  return given
}
