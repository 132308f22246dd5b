import { describe, expect, it, vi } from 'vitest'
import { DropQueue, type Drop } from '../../../../src/app/open/DropQueue'
import { type WaitingFiles } from '../../../../src/app/state/AppState'

/** A drop that is opened until it is cancelled or `finish` is called. */
function dropOf(...names: string[]): Drop & { finish: () => void; isBegun: () => boolean } {
  let isBegun = false
  const end = new AbortController()
  const finish = (): void => end.abort()
  const done = new Promise<void>((resolve) => {
    end.signal.addEventListener('abort', () => resolve())
  })
  return {
    names,
    run: (signal) => {
      isBegun = true
      signal.addEventListener('abort', finish)
      return done
    },
    finish,
    isBegun: () => isBegun,
  }
}

function queueOf() {
  const waiting: (WaitingFiles | undefined)[] = []
  const onError = vi.fn<(error: unknown) => void>()
  return { queue: new DropQueue((files) => void waiting.push(files), onError), waiting, onError }
}

/** Lets everything follow that waits for nothing. */
async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve)
  })
}

describe('DropQueue', () => {
  it('opens one drop after the other, and says what waits', async () => {
    const { queue, waiting } = queueOf()
    const [a, b, c] = [dropOf('a'), dropOf('b'), dropOf('c', 'd')]
    for (const drop of [a, b, c]) queue.add(drop)
    expect([a, b, c].map(({ isBegun }) => isBegun())).toEqual([true, false, false])
    expect(waiting).toEqual([undefined, { name: 'b', count: 1 }, { name: 'b', count: 3 }])
    a.finish()
    await settled()
    expect([b, c].map(({ isBegun }) => isBegun())).toEqual([true, false])
    b.finish()
    await settled()
    expect(c.isBegun()).toBe(true)
    expect(waiting.at(-1)).toBeUndefined()
  })

  it('opens no drop of a key while one of it is opened or waits', async () => {
    const { queue, waiting } = queueOf()
    const [a, b, c, d] = [dropOf('a'), dropOf('b'), dropOf('b'), dropOf('a')]
    const add = (drop: Drop): void => queue.add({ ...drop, key: drop.names.join() })
    for (const drop of [a, b, c, d]) add(drop)
    expect(waiting.at(-1)).toEqual({ name: 'b', count: 1 })
    a.finish()
    b.finish()
    await settled()
    add(d)
    expect([a, b, c, d].map(({ isBegun }) => isBegun())).toEqual([true, true, false, true])
  })

  it('opens the next drop when one is cancelled', async () => {
    const { queue } = queueOf()
    const [a, b] = [dropOf('a'), dropOf('b')]
    queue.add(a)
    queue.add(b)
    queue.cancel()
    await settled()
    expect(b.isBegun()).toBe(true)
  })

  it('opens only what is added after everything is cleared', async () => {
    const { queue } = queueOf()
    const [a, b, c] = [dropOf('a'), dropOf('b'), dropOf('c')]
    queue.add(a)
    queue.add(b)
    queue.clear()
    queue.add(c)
    await settled()
    expect([b, c].map(({ isBegun }) => isBegun())).toEqual([false, true])
  })

  it('goes on after a drop that throws, and reports its error', async () => {
    const { queue, onError } = queueOf()
    const next = dropOf('b')
    queue.add({ names: ['a'], run: () => Promise.reject(new Error('broken')) })
    queue.add(next)
    await settled()
    expect(onError).toHaveBeenCalledOnce()
    expect(next.isBegun()).toBe(true)
  })
})
