import { describe, expect, it, vi } from 'vitest'
import { derived, MAX_COST_AT_ONCE, type Derived } from '../../../../src/app/derive/derived'
import { type Work } from '../../../../src/app/derive/Work'
import { createJobClient } from '../../../../src/worker/JobClient'
import { answer, FakeWorker } from '../../worker/FakeWorker'

const jobs = createJobClient(() => new FakeWorker(answer))

interface Input {
  readonly from: object
  readonly name: string
  readonly cost: number
}

const CHEAP = { from: {}, name: 'a', cost: MAX_COST_AT_ONCE }
const COSTLY = { from: {}, name: 'a', cost: MAX_COST_AT_ONCE + 1 }

/** Spells the name of the input, one slice a letter, and counts how often it does. */
function spelling(keptCount?: number): { spelled: Derived<Input, string>; onMade: () => void } {
  const onMade = vi.fn<() => void>()
  const spelled = derived<Input, string>({
    of: ({ from }) => from,
    key: ({ name }) => name,
    ...(keptCount !== undefined && { keptCount }),
    cost: ({ cost }) => cost,
    *make({ name }) {
      onMade()
      for (let letter = 0; letter < name.length; letter++) yield
      return name.toUpperCase()
    },
  })
  return { spelled, onMade }
}

function unbegun(): never {
  throw new Error('nobody waits yet')
}

/** Made elsewhere: settles when it is told to, or is aborted. */
function waiting(): {
  value: Derived<Input, string>
  settle: (value: string) => void
  fail: (error: Error) => void
  works: Work[]
} {
  const works: Work[] = []
  let settle: (value: string) => void = unbegun
  let fail: (error: Error) => void = unbegun
  const promise = new Promise<string>((resolve, reject) => {
    settle = resolve
    fail = reject
  })
  const value = derived<Input, string>({
    of: ({ from }) => from,
    key: ({ name }) => name,
    makeElsewhere: (_, work) => {
      works.push(work)
      return works.length === 1 ? promise : Promise.resolve('second')
    },
  })
  return { value, settle, fail, works }
}

describe('derived', () => {
  it('makes at once what costs no more than the threshold', () => {
    expect(spelling().spelled.now(CHEAP)).toBe('A')
  })

  it('makes what costs more only for who waits', async () => {
    const { spelled } = spelling()
    expect(spelled.now(COSTLY)).toBeUndefined()
    expect(await spelled.soon(COSTLY, { jobs })).toBe('A')
    expect(spelled.now(COSTLY)).toBe('A')
  })

  it('makes nothing twice, and nothing of one object for another', async () => {
    const { spelled, onMade } = spelling()
    spelled.now(CHEAP)
    spelled.now({ ...CHEAP })
    await spelled.soon(CHEAP, { jobs })
    expect(onMade).toHaveBeenCalledTimes(1)
    spelled.now({ ...CHEAP, from: {} })
    expect(onMade).toHaveBeenCalledTimes(2)
  })

  it('keeps the values that were made last, so many of an object', () => {
    const { spelled, onMade } = spelling(2)
    for (const name of ['a', 'b', 'c', 'b', 'c']) spelled.now({ ...CHEAP, name })
    expect(onMade).toHaveBeenCalledTimes(3)
    spelled.now({ ...CHEAP, name: 'a' })
    expect(onMade).toHaveBeenCalledTimes(4)
  })

  it('makes nothing for what is known', () => {
    const known = derived<Input, string>({
      of: ({ from }) => from,
      key: ({ name }) => name,
      known: ({ name }) => (name === 'a' ? 'known' : undefined),
      makeElsewhere: () => Promise.reject(new Error('not to be made')),
    })
    expect(known.now(COSTLY)).toBe('known')
    expect(known.now({ ...COSTLY, name: 'b' })).toBeUndefined()
  })

  it('makes a value once for all who wait for it', async () => {
    const { value, settle, works } = waiting()
    const both = Promise.all([value.soon(COSTLY, { jobs }), value.soon(COSTLY, { jobs })])
    settle('made')
    expect(await both).toStrictEqual(['made', 'made'])
    expect(works).toHaveLength(1)
  })

  it('goes on for who still waits when another gives up', async () => {
    const { value, settle, works } = waiting()
    const controller = new AbortController()
    const left = value.soon(COSTLY, { jobs, signal: controller.signal })
    const stayed = value.soon(COSTLY, { jobs })
    controller.abort(new Error('enough'))
    await expect(left).rejects.toThrow('enough')
    expect(works[0]?.signal?.aborted).toBe(false)
    settle('made')
    expect(await stayed).toBe('made')
  })

  it('ends when all have given up, and begins again for who asks then', async () => {
    const { value, works } = waiting()
    const controller = new AbortController()
    const left = value.soon(COSTLY, { jobs, signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(left).rejects.toThrow('enough')
    expect(works[0]?.signal?.aborted).toBe(true)
    expect(await value.soon(COSTLY, { jobs })).toBe('second')
  })

  it('rejects with what went wrong, and tries again when it is asked again', async () => {
    const { value, fail } = waiting()
    const failing = value.soon(COSTLY, { jobs })
    fail(new Error('no memory'))
    await expect(failing).rejects.toThrow('no memory')
    expect(await value.soon(COSTLY, { jobs })).toBe('second')
  })

  it('does not begin where the signal is aborted already', async () => {
    const { value, works } = waiting()
    const signal = AbortSignal.abort(new Error('too late'))
    await expect(value.soon(COSTLY, { jobs, signal })).rejects.toThrow('too late')
    expect(works).toHaveLength(0)
  })

  it('passes progress on to all who wait', async () => {
    const { value, settle, works } = waiting()
    const shares: number[] = []
    const onProgress = (share: number): void => void shares.push(share)
    const both = [
      value.soon(COSTLY, { jobs, onProgress }),
      value.soon(COSTLY, { jobs, onProgress }),
    ]
    works[0]?.onProgress?.(0.5)
    settle('made')
    await Promise.all(both)
    expect(shares).toStrictEqual([0.5, 0.5])
  })
})
