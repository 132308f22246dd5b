import { finish, type Sliced } from '../../analysis/findings/Sliced'
import { inSlices } from './inSlices'
import { SharedWork } from './SharedWork'
import { type Work } from './Work'

/** Cells that a pass over takes a moment: a derived value that costs no more is made at once. */
export const MAX_COST_AT_ONCE = 1 << 17

/**
 * A value that is made from a tensor, or from another object that holds many cells. It may be there already, or be made
 * at once, in slices beside the page's other work, in a worker, or by fetching; whoever asks cannot tell.
 *
 * Most are made by `derived` from a recipe; one that is put together from others asks these in `now` and `soon`.
 */
export interface Derived<Input, T> {
  /** Returns the object that the value is made from. */
  readonly of: (input: Input) => object
  /** Tells the values of one object apart: inputs of the same object and with equal keys have the same value. */
  readonly key: (input: Input) => string
  /** Returns the value if it is there or made in a moment, else undefined. */
  readonly now: (input: Input) => T | undefined
  /** Makes the value in as long as it takes. Rejects with what went wrong, or with the signal's reason. */
  readonly soon: (input: Input, work: Work) => Promise<T>
}

/** How a value is made. It has to be the same for the same object and key. */
export type Recipe<Input, T> = Pick<Derived<Input, T>, 'of' | 'key'> & {
  /** How many values of one object are kept while it is, those that were made last; default 1. */
  readonly keptCount?: number
  /** Returns the value if nothing has to be made for it. */
  readonly known?: (input: Input) => T | undefined
} & (MadeHere<Input, T> | MadeElsewhere<Input, T>)

interface MadeHere<Input, T> {
  /** How many cells are looked at, each time counted; other work by how long it takes. */
  readonly cost: (input: Input) => number
  readonly make: (input: Input) => Sliced<T>
  /** In place of `make` where the cost is more than `MAX_COST_AT_ONCE`; default `make` in slices. */
  readonly makeElsewhere?: (input: Input, work: Work) => Promise<T>
}

/** Never made at once. */
interface MadeElsewhere<Input, T> {
  readonly makeElsewhere: (input: Input, work: Work) => Promise<T>
}

/** The values of one object by their keys: those that are there, oldest first, and those that are being made. */
interface Shelf<T> {
  readonly values: Map<string, T>
  readonly works: Map<string, SharedWork<T>>
}

/** Returns the derived value of a recipe, which keeps what was made, and makes nothing twice at the same time. */
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
