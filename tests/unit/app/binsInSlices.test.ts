import { afterEach, describe, expect, it, vi } from 'vitest'
import { binsInSlices } from '../../../src/app/figure/binsInSlices'
import { binsOf } from '../../../src/tensor/Bins'
import { matrixOf } from '../../../src/tensor/Matrix'
import { tensorOfRows } from '../tensor/anyTensor'
import { axisOf, sourceOf } from '../tensor/binSource'

const rows = Array.from({ length: 8 }, (_, layer) => [layer, -layer, NaN, layer / 2])
const matrix = matrixOf(tensorOfRows(rows), 0, 'position', 'query')
const source = sourceOf(matrix, { columns: axisOf(4, 2) })

/** A clock on which every look takes longer than a slice may. */
function slowClock(): void {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 100))
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('binsInSlices', () => {
  it('makes what is made at once', async () => {
    expect(await binsInSlices(source, new AbortController().signal)).toEqual(binsOf(source))
  })

  it('makes the same with a pause after every row', async () => {
    slowClock()
    expect(await binsInSlices(source, new AbortController().signal)).toEqual(binsOf(source))
  })

  it('lets other work run between its slices', async () => {
    slowClock()
    let isDone = false
    const bins = binsInSlices(source, new AbortController().signal).then(() => (isDone = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(isDone).toBe(false)
    await bins
  })

  it('ends without bins where it is aborted', async () => {
    slowClock()
    const controller = new AbortController()
    const bins = binsInSlices(source, controller.signal)
    controller.abort()
    expect(await bins).toBeUndefined()
  })
})
