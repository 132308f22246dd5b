import { describe, expect, it, vi } from 'vitest'
import { type Progress } from '../../../src/formats/source/ReadOptions'
import { tensorsOfFound } from '../../../src/formats/foreign/tensorsOfFound'
import { valueAt } from '../../../src/tensor/Tensor'
import { isTensorError } from '../../../src/tensor/TensorError'
import { createJobClient, loadBlob, type JobClient } from '../../../src/worker/JobClient'
import { arrangeFound } from '../../../src/app/arrange/arrangeFound'
import { answer, FakeWorker, type Behavior } from './FakeWorker'
import { numbersOf } from '../tensor/numbersOf'
import { tensorOfRows } from '../tensor/anyTensor'
import { cellValues } from '../../../src/tensor/CellValues'

const file = new Blob(['[[0.5, null], [1, -1]]'])

/** A client whose workers behave in turn as given, the last one for all that follow. */
function clientOf(...behaviors: Behavior[]): { client: JobClient; workers: FakeWorker[] } {
  const workers: FakeWorker[] = []
  const client = createJobClient(() => {
    const worker = new FakeWorker(behaviors[workers.length] ?? behaviors.at(-1) ?? answer)
    workers.push(worker)
    return worker
  })
  return { client, workers }
}

function silence(): void {}

describe('JobClient', () => {
  it('starts a worker ahead once it may, and not twice', () => {
    const { client, workers } = clientOf(answer)
    expect(workers).toHaveLength(0)
    client.warmUp()
    client.warmUp()
    expect(workers).toHaveLength(1)
  })

  it('gives the tensors with their statistics', async () => {
    const { client } = clientOf(answer)
    const { tensors, notices } = await loadBlob(client, file, 'a.json')
    expect(notices).toStrictEqual([])
    expect(tensors).toHaveLength(1)
    const [{ name, tensor, statistics } = { name: '', tensor: undefined, statistics: [] }] = tensors
    expect(name).toBe('a')
    expect(tensor && valueAt(tensor, 0, 1, 1)).toBe(-1)
    expect(statistics).toMatchObject([{ min: -1, max: 1, median: 0.5, missingCount: 1 }])
  })

  it('gives a pyramid over the values of each tensor', async () => {
    const { client } = clientOf(answer)
    const slice = JSON.stringify([[Array.from({ length: 40 }, (_, i) => i)]])
    const { tensors } = await loadBlob(client, new Blob([`[${slice},${slice}]`]), 'a.json')
    expect(
      tensors.map(({ pyramids }) => pyramids.flat().map(({ max }) => Array.from(max))),
    ).toStrictEqual([[[15, 31, 39]], [[15, 31, 39]]])
  })

  it('gives what a view displays of a tensor, with its own statistics', async () => {
    const { client } = clientOf(answer)
    const { tensors } = await loadBlob(client, file, 'a.json')
    const [raw] = tensors
    if (raw === undefined) throw new Error('no tensor')
    const settings = { transform: 'layer-change', special: 'mark' } as const
    const displayed = await client.run('display', { raw, settings })
    expect(numbersOf(displayed.tensor.values)).toStrictEqual([NaN, NaN, 0.5, NaN])
    expect(displayed.statistics).toMatchObject([{ min: 0.5, max: 0.5, missingCount: 3 }])
  })

  it('arranges an array of a foreign file, and gives it back', async () => {
    const { client } = clientOf(answer)
    const values = Float32Array.of(1, 2, 3, 4, 5, 6)
    const array = { name: '', values, dimensions: [{ size: 2 }, { size: 3 }] }
    const [named] = tensorsOfFound({ arrays: [array], notices: [] }, 'a').tensors
    if (named?.found === undefined) throw new Error('not a foreign tensor')
    const choice = { ...named.found.choice, arrangement: ['token', 'layer'] as const }
    const work = { jobs: client }
    const { tensor, found, statistics } = await arrangeFound(named.found, choice, work)
    expect(tensor.values).toStrictEqual(cellValues(Float32Array.of(1, 4, 2, 5, 3, 6)))
    expect(statistics).toMatchObject([{ min: 1, max: 6 }])
    expect(found.file.arrays[0]?.values).toStrictEqual(values)
    expect(found).toMatchObject({ choice, isCertain: true })
  })

  it('gives how values are spread', async () => {
    const { client } = clientOf(answer)
    const values = cellValues(Float64Array.of(0, 1, NaN, 3))
    const spread = await client.run('spread', { values, hasRanks: true })
    expect(spread).toMatchObject({ min: 0, max: 3 })
    expect(spread.ranks?.at(-1)).toBe(3)
  })

  it('generates a stress sample', async () => {
    const { client, workers } = clientOf(answer)
    const { tensors } = await client.run('generate', {
      layerCount: 2,
      tokenCount: 50,
      name: 'stress',
    })
    expect(tensors).toMatchObject([{ name: 'stress', statistics: [{ cellCount: 100, max: 0.2 }] }])
    expect(workers).toHaveLength(1)
  })

  it('uses a worker again after a small file, not after a large one', async () => {
    const { client, workers } = clientOf(answer)
    await loadBlob(client, file, 'a.json')
    await loadBlob(client, file, 'b.json')
    expect(workers).toHaveLength(1)
    const spaces = ' '.repeat(9 << 20)
    await loadBlob(client, new Blob(['[[1]]', spaces]), 'large.json')
    expect(workers.map(({ isTerminated }) => isTerminated)).toStrictEqual([true, false])
  })

  it('loads several files at the same time', async () => {
    const { client } = clientOf(answer)
    const results = await Promise.all(
      ['a.json', 'b.json', 'c.json'].map((name) => loadBlob(client, file, name)),
    )
    expect(results.map(({ tensors }) => tensors[0]?.name)).toStrictEqual(['a', 'b', 'c'])
  })

  it('rejects with the problem that the worker found, and uses the worker again', async () => {
    const { client, workers } = clientOf(answer)
    const error: unknown = await loadBlob(client, new Blob(['[[']), 'a.json').catch(
      (e: unknown) => e,
    )
    expect(isTensorError(error) && error.problem).toMatchObject({
      tag: 'syntax',
      place: { line: 1, column: 3 },
    })
    await expect(loadBlob(client, file, 'a.json')).resolves.toBeDefined()
    expect(workers).toHaveLength(1)
  })

  it('rejects with the reason of an abort at once, and ends the worker', async () => {
    const { client, workers } = clientOf(silence, answer)
    const controller = new AbortController()
    const loading = loadBlob(client, file, 'a.json', { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(loading).rejects.toThrow('enough')
    expect(workers[0]?.isTerminated).toBe(true)
    await expect(loadBlob(client, file, 'a.json')).resolves.toBeDefined()
  })

  it('does not begin when the signal is aborted already', async () => {
    const { client, workers } = clientOf(answer)
    const signal = AbortSignal.abort(new Error('too late'))
    await expect(loadBlob(client, file, 'a.json', { signal })).rejects.toThrow('too late')
    expect(workers).toHaveLength(0)
  })

  it.each<[string, Behavior]>([
    ['breaks', (worker) => worker.dispatchEvent(new Event('error', { cancelable: true }))],
    ['cannot send its answer', (worker) => worker.dispatchEvent(new Event('messageerror'))],
  ])('rejects when the worker %s, and starts a new one', async (_, behavior) => {
    const { client, workers } = clientOf(behavior, answer)
    const error: unknown = await loadBlob(client, file, 'a.json').catch((e: unknown) => e)
    expect(isTensorError(error) && error.problem.message).toContain('“a.json” could not be read')
    expect(workers.map(({ isTerminated }) => isTerminated)).toStrictEqual([true, false])
    await expect(loadBlob(client, file, 'a.json')).resolves.toBeDefined()
  })

  it('rejects when no worker can be started', async () => {
    const client = createJobClient(() => {
      throw new Error('blocked')
    })
    const error: unknown = await loadBlob(client, file, 'a.json').catch((e: unknown) => e)
    expect(isTensorError(error) && error.problem.message).toContain('blocked')
  })

  it('passes progress on', async () => {
    const onProgress = vi.fn<(progress: Progress) => void>()
    const progress = { bytesRead: 1, byteCount: 2, cellCount: 3 }
    const { client } = clientOf((worker, request) => {
      worker.respond({ type: 'progress', progress })
      answer(worker, request)
    })
    await loadBlob(client, file, 'a.json', { onProgress })
    expect(onProgress).toHaveBeenCalledWith(progress)
  })

  it('passes the progress of a clustering on as a share of 1', async () => {
    const shares: number[] = []
    const onProgress = (share: number): void => void shares.push(share)
    const { client } = clientOf((worker, request) => {
      worker.respond({ type: 'progress', progress: 0.25 })
      answer(worker, request)
    })
    const profiles = Float64Array.of(1, 2, 3, 3, 2, 1, 1, 2, 4)
    const { items } = await client.run('cluster', { profiles, count: 3 }, { onProgress })
    // On a busy machine the clustering has shares of its own to report.
    expect(shares[0]).toBe(0.25)
    expect(Math.max(...shares)).toBeLessThanOrEqual(1)
    expect(items.toSorted()).toStrictEqual(Uint32Array.of(0, 1, 2))
  })

  it.each<[string, Behavior]>([
    ['breaks', (worker) => worker.dispatchEvent(new Event('error', { cancelable: true }))],
    ['cannot send its answer', (worker) => worker.dispatchEvent(new Event('messageerror'))],
  ])('names what failed when the worker of any job %s', async (_, behavior) => {
    const { client } = clientOf(behavior)
    const packing = client.run('pack', { tensor: tensorOfRows([[1]]), view: '{}' })
    await expect(packing).rejects.toThrow('The tensor could not be packed')
  })
})
