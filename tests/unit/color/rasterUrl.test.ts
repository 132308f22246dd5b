import * as fc from 'fast-check'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { rampOf } from '../../../src/color/colormaps'
import { rasterUrl, type RasterOptions } from '../../../src/color/rasterUrl'
import { ABOVE, BELOW, MISSING, PADDING } from '../../../src/color/Palette'

const ramp = rampOf('viridis')
const absent = { below: '#0000ff', above: '#ff0000', missing: '#808080' }
const INVISIBLE = '#00000000'

describe('rasterUrl', () => {
  it('of no bins is transparent', () => {
    const columnEdges = Uint32Array.of(0)
    const rowEdges = Uint32Array.of(0, 1)
    const steps = new Uint8Array(0)
    expect(draw({ steps, columnEdges, rowEdges, width: 2, height: 1 })).toEqual([
      [INVISIBLE, INVISIBLE],
    ])
  })

  it('draws a single bin', () => {
    const picture = draw({ steps: Uint8Array.of(250), ...evenly([1, 3], [1, 2]) })
    expect(picture).toEqual([
      ['#fde725ff', '#fde725ff', '#fde725ff'],
      ['#fde725ff', '#fde725ff', '#fde725ff'],
    ])
  })

  it('puts the first row of bins at the top, and draws what is absent in its color', () => {
    const steps = Uint8Array.of(0, BELOW, ABOVE, MISSING, PADDING, 250)
    expect(draw({ steps, ...evenly([3, 3], [2, 2]) })).toEqual([
      ['#440154ff', '#0000ffff', '#ff0000ff'],
      ['#808080ff', INVISIBLE, '#fde725ff'],
    ])
  })

  it('draws a bin in halves: one below the other, or side by side where it is one pixel high', () => {
    const steps = Uint8Array.of(BELOW, ABOVE, ABOVE, ABOVE)
    const others = new Map([
      [1, MISSING],
      [2, BELOW],
    ])
    const columnEdges = Uint32Array.of(0, 1, 4)
    const rowEdges = Uint32Array.of(0, 3, 4)
    const picture = draw({ steps, others, columnEdges, rowEdges, width: 4, height: 4 })
    const rows = picture.map((row) => row.map((color) => color.slice(0, 3)).join(' '))
    // The third bin is a single pixel.
    expect(rows).toEqual([
      '#00 #ff #ff #ff',
      '#00 #ff #ff #ff',
      '#00 #80 #80 #80',
      '#ff #ff #ff #ff',
    ])
    const wide = { steps: Uint8Array.of(ABOVE), others: new Map([[0, MISSING]]) }
    const line = draw({ ...wide, ...evenly([1, 5], [1, 1]) })
    expect(line.map((row) => row.map((color) => color.slice(0, 3)).join(' '))).toEqual([
      '#ff #ff #ff #80 #80',
    ])
  })

  it('begins every bin at its edge, and leaves what is outside the edges transparent', () => {
    const steps = Uint8Array.of(BELOW, ABOVE, MISSING)
    const columnEdges = Uint32Array.of(1, 3, 4, 6)
    const rowEdges = Uint32Array.of(1, 2)
    const picture = draw({ steps, columnEdges, rowEdges, width: 7, height: 3 })
    const rows = picture.map((row) => row.map((color) => color.slice(0, 3)).join(' '))
    expect(rows).toEqual([
      '#00 #00 #00 #00 #00 #00 #00',
      '#00 #00 #00 #ff #80 #80 #00',
      '#00 #00 #00 #00 #00 #00 #00',
    ])
    expect(picture[1]).toEqual([
      INVISIBLE,
      '#0000ffff',
      '#0000ffff',
      '#ff0000ff',
      '#808080ff',
      '#808080ff',
      INVISIBLE,
    ])
  })

  it('hides a bin between two equal edges', () => {
    const steps = Uint8Array.of(BELOW, ABOVE, MISSING, 0, 0, 0)
    const columnEdges = Uint32Array.of(0, 1, 1, 2)
    const rowEdges = Uint32Array.of(0, 1, 1)
    expect(draw({ steps, columnEdges, rowEdges, width: 2, height: 1 })).toEqual([
      ['#0000ffff', '#808080ff'],
    ])
  })

  it('shows every bin where it belongs, at any size', () => {
    const size = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 20 }))
    fc.assert(
      fc.property(size, size, ([columnCount, moreWidth], [rowCount, moreHeight]) => {
        const steps = Uint8Array.from({ length: columnCount * rowCount }, (_, k) => (k * 53) % 251)
        const edges = evenly(
          [columnCount, columnCount + moreWidth],
          [rowCount, rowCount + moreHeight],
        )
        const picture = draw({ steps, ...edges })
        for (let k = 0; k < steps.length; k++) {
          const c = k % columnCount
          const r = Math.floor(k / columnCount)
          for (const y of cornersOf(edges.rowEdges, r)) {
            for (const x of cornersOf(edges.columnEdges, c)) {
              expect(picture[y]?.[x]).toBe(`${ramp[steps[k] ?? 0]}ff`)
            }
          }
        }
      }),
    )
  })

  it.each([
    ['steps that are no rectangle', { steps: new Uint8Array(3) }, '3 steps for 2 bins'],
    ['fewer pixels than bins', { width: 1 }, 'edges 0,3,5 on 1 pixels'],
    ['edges that fall', { columnEdges: Uint32Array.of(0, 4, 3) }, 'edges 0,4,3 on 5 pixels'],
    ['rows beyond the height', { rowEdges: Uint32Array.of(0, 6) }, 'edges 0,6 on 5 pixels'],
  ])('refuses %s', (_, wrong: Partial<RasterOptions>, message) => {
    const right = { steps: new Uint8Array(2), ...evenly([2, 5], [1, 5]), ramp, absent }
    expect(() => rasterUrl({ ...right, ...wrong })).toThrow(message)
  })
})

type Part = readonly [count: number, length: number]

/** Bins of equal size but for the rounding to whole pixels, over the whole picture. */
function evenly(
  [columnCount, width]: Part,
  [rowCount, height]: Part,
): Pick<RasterOptions, 'columnEdges' | 'rowEdges' | 'width' | 'height'> {
  const columnEdges = edgesOf(columnCount, width)
  return { columnEdges, rowEdges: edgesOf(rowCount, height), width, height }
}

function edgesOf(count: number, length: number): Uint32Array {
  return Uint32Array.from({ length: count + 1 }, (_, k) => Math.round((k * length) / count))
}

/** First and last pixel of bin k. */
function cornersOf(edges: Uint32Array, k: number): readonly [number, number] {
  return [edges[k] ?? 0, (edges[k + 1] ?? 0) - 1]
}

/** The decoded picture: a list of rows of `#rrggbbaa`. */
function draw(options: Omit<RasterOptions, 'ramp' | 'absent'>): string[][] {
  const url = rasterUrl({ ...options, ramp, absent })
  const prefix = 'data:image/png;base64,'
  expect(url.startsWith(prefix)).toBe(true)
  const { width, height, data } = PNG.sync.read(Buffer.from(url.slice(prefix.length), 'base64'))
  expect([width, height]).toEqual([options.width, options.height])
  const colorAt = (offset: number): string => {
    const rgba = data.subarray(offset, offset + 4)
    return rgba[3] === 0 ? INVISIBLE : `#${rgba.toString('hex')}`
  }
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => colorAt(4 * (y * width + x))),
  )
}
