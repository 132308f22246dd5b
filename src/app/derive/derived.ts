import { finish, type Sliced } from '../../analysis/Sliced'
import { inSlices } from '../../worker/inSlices'
import { SharedWork, type Work } from './Work'

/** Most cells that one pass can read in a moment. A derived value that costs no more is made at once. */
export const MAX_COST_AT_ONCE = 1 << 17

/**
 * A value that is made from a tensor, or from another object that holds many cells. It may exist already, or be made at
 * once, in slices beside the page's other work, in a worker, or by fetching; the caller sees no difference.
 *
 * `derived` makes most of them from a recipe. A value that combines others calls their `now` and `soon`.
 */
export interface Derived<Input, T> {
  /** Returns the object that the value is made from. */
  readonly of: (input: Input) => object
  /** Returns the key of an input. Inputs with the same object and equal keys have the same value. */
  readonly key: (input: Input) => string
  /** Returns the value if it exists or can be made in a moment, else undefined. */
  readonly now: (input: Input) => T | undefined
  /**
   * Returns the value, however long it takes to make. Rejects with the error of its making, or with the signal's
   * reason.
   */
  readonly soon: (input: Input, work: Work) => Promise<T>
}

/** A way to make a value. The same object and key must give the same value. */
export type Recipe<Input, T> = Pick<Derived<Input, T>, 'of' | 'key'> & {
  /**
   * Number of values that are kept per object, the most recently made ones; default 1. They are kept as long as the
   * object is.
   */
  readonly keptCount?: number
  /** Returns the value if it need not be made, else undefined. */
  readonly known?: (input: Input) => T | undefined
} & (MadeHere<Input, T> | MadeElsewhere<Input, T>)

interface MadeHere<Input, T> {
  /**
   * Returns the number of cell reads, repeated reads included. Other work counts as the reads that take the same time.
   */
  readonly cost: (input: Input) => number
  readonly make: (input: Input) => Sliced<T>
  /** Replaces `make` if the cost exceeds `MAX_COST_AT_ONCE`; default `make` in slices. */
  readonly makeElsewhere?: (input: Input, work: Work) => Promise<T>
}

/** A recipe whose value is never made at once. */
interface MadeElsewhere<Input, T> {
  readonly makeElsewhere: (input: Input, work: Work) => Promise<T>
}

/** The values of one object by their keys: the finished ones, oldest first, and those in the making. */
interface Shelf<T> {
  readonly values: Map<string, T>
  readonly works: Map<string, SharedWork<T>>
}

/**
 * Returns the derived value of a recipe. It keeps finished values, and never makes the same value twice at the same
 * time.
 */
export function derived<Input, T>(recipe: Recipe<Input, T>): Derived<Input, T> {
  const { of, key, known, keptCount = 1 } = recipe
  const shelves = new WeakMap<object, Shelf<T>>()

  function shelfOf(input: Input): Shelf<T> {
    const object = of(input)
    const shelf = shelves.get(object) ?? { values: new Map(), works: new Map() }
    shelves.set(object, shelf)
    return shelf
  }

  function keep(input: Input, value: T): T {
    const { values } = shelfOf(input)
    values.delete(key(input))
    values.set(key(input), value)
    const [oldest] = values.keys()
    if (values.size > keptCount && oldest !== undefined) values.delete(oldest)
    return value
  }

  function now(input: Input): T | undefined {
    const there = known?.(input) ?? shelfOf(input).values.get(key(input))
    if (there !== undefined) return there
    const isQuick = 'make' in recipe && recipe.cost(input) <= MAX_COST_AT_ONCE
    return isQuick ? keep(input, finish(recipe.make(input))) : undefined
  }

  function sharedWork(input: Input, { jobs }: Work): SharedWork<T> {
    const { works } = shelfOf(input)
    const running = works.get(key(input))
    if (running?.isAborted === false) return running
    const started = new SharedWork(async (given) =>
      keep(input, await madeSlowly(recipe, input, { jobs, ...given })),
    )
    const forget = (): void => {
      if (works.get(key(input)) === started) works.delete(key(input))
    }
    works.set(key(input), started)
    started.result.then(forget, forget)
    return started
  }

  async function soon(input: Input, work: Work): Promise<T> {
    work.signal?.throwIfAborted()
    return now(input) ?? sharedWork(input, work).wait(work)
  }

  return { of, key, now, soon }
}

function madeSlowly<Input, T>(recipe: Recipe<Input, T>, input: Input, work: Work): Promise<T> {
  if (!('make' in recipe)) return recipe.makeElsewhere(input, work)
  return recipe.makeElsewhere?.(input, work) ?? inSlices(recipe.make(input), work.signal)
}
