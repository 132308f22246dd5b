import { afterEach, describe, expect, it, vi } from 'vitest'
import { cellsInMemory, followCells, type GivenBins } from '../../../../src/app/derive/CellSource'
import { binsOf } from '../../../../src/tensor/Bins'
import { matrixOf, type Matrix } from '../../../../src/tensor/Matrix'
import { createJobClient } from '../../../../src/worker/JobClient'
import { tensorOfRows } from '../../tensor/anyTensor'
import { axisOf, sourceOf } from '../../tensor/binSource'
import { FakeWorker, answer } from '../../worker/FakeWorker'

const jobs = createJobClient(() => new FakeWorker(answer))

function fewCells(): Matrix {
  const rows = Array.from({ length: 8 }, (_, layer) => [layer, -layer, NaN, layer / 2])
  return matrixOf(tensorOfRows(rows), 0, 'position', 'query')
}

function manyCells(): Matrix {
  const row = Array.from({ length: 30_000 }, (_, k) => Math.sin(k))
  return matrixOf(tensorOfRows([row, row, row, row, row]), 0, 'position', 'query')
}

/** A clock on which every look takes longer than a slice may. */
function slowClock(): void {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 100))
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('cellsInMemory', () => {
  it('has the exact bins of few cells at once', () => {
    const source = sourceOf(fewCells(), { columns: axisOf(4, 2) })
    const given = cellsInMemory(source).cellsIn(source, 'extreme').now()
    expect(given).toEqual({ bins: binsOf(source), isExact: true })
  })

  it('has nothing at once of many cells that are bins of their own', async () => {
    const source = sourceOf(manyCells())
    const cells = cellsInMemory(source).cellsIn(source, 'extreme')
    expect(cells.now()).toBeUndefined()
    const shown: GivenBins[] = []
    await followCells(cells, { jobs }, (given) => shown.push(given))
    expect(shown).toEqual([{ bins: binsOf(source), isExact: true }])
    expect(cells.now()).toEqual(shown[0])
  })

  it('has the means of many cells at once, like their extremes', () => {
    const source = sourceOf(manyCells(), { columns: axisOf(30_000, 300) })
    const { cellsIn } = cellsInMemory(source)
    expect(cellsIn(source, 'mean').now()).toBeDefined()
    expect(cellsIn(source, 'extreme').now()).toBeDefined()
  })

  it('lets other work run between its slices', async () => {
    slowClock()
    const source = sourceOf(manyCells())
    let isDone = false
    const following = followCells(
      cellsInMemory(source).cellsIn(source, 'extreme'),
      { jobs },
      () => (isDone = true),
    )
    await new Promise((resolve) => setImmediate(resolve))
    expect(isDone).toBe(false)
    await following
    expect(isDone).toBe(true)
  })

  it('shows nothing more where it is aborted', async () => {
    slowClock()
    const source = sourceOf(manyCells())
    const controller = new AbortController()
    const show = vi.fn<(given: GivenBins) => void>()
    const cells = cellsInMemory(source).cellsIn(source, 'extreme')
    const following = followCells(cells, { jobs, signal: controller.signal }, show)
    controller.abort(new Error('enough'))
    await expect(following).rejects.toThrow('enough')
    expect(show).not.toHaveBeenCalled()
  })
})
