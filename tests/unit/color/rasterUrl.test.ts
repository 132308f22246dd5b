import * as fc from 'fast-check'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { rampOf } from '../../../src/color/Ramp'
import { rasterUrl, type RasterOptions } from '../../../src/color/rasterUrl'
import { ABOVE, BELOW, MISSING, PADDING } from '../../../src/color/stepOf'

const ramp = rampOf('viridis')
const absent = { below: '#0000ff', above: '#ff0000', missing: '#808080' }
const INVISIBLE = '#00000000'

describe('rasterUrl', () => {
  it('draws a single bin', () => {
    const picture = draw({
      steps: Uint8Array.of(250),
      columnCount: 1,
      rowCount: 1,
      width: 3,
      height: 2,
    })
    expect(picture).toEqual([
      ['#fde725ff', '#fde725ff', '#fde725ff'],
      ['#fde725ff', '#fde725ff', '#fde725ff'],
    ])
  })

  it('puts the first row of bins at the top, and draws what is absent in its color', () => {
    const steps = Uint8Array.of(0, BELOW, ABOVE, MISSING, PADDING, 250)
    expect(draw({ steps, columnCount: 3, rowCount: 2, width: 3, height: 2 })).toEqual([
      ['#440154ff', '#0000ffff', '#ff0000ff'],
      ['#808080ff', INVISIBLE, '#fde725ff'],
    ])
  })

  it('rounds the edges of bins to whole pixels', () => {
    const steps = Uint8Array.of(BELOW, ABOVE, MISSING)
    const [row] = draw({ steps, columnCount: 3, rowCount: 1, width: 5, height: 1 })
    expect(row?.map((color) => color.slice(0, 3))).toEqual(['#00', '#00', '#ff', '#80', '#80'])
  })

  it('shows every bin where it belongs, at any size', () => {
    const size = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 20 }))
    fc.assert(
      fc.property(size, size, ([columnCount, moreWidth], [rowCount, moreHeight]) => {
        const steps = Uint8Array.from({ length: columnCount * rowCount }, (_, k) => (k * 53) % 251)
        const width = columnCount + moreWidth
        const height = rowCount + moreHeight
        const picture = draw({ steps, columnCount, rowCount, width, height })
        for (let k = 0; k < steps.length; k++) {
          const c = k % columnCount
          const r = Math.floor(k / columnCount)
          for (const y of [edge(r, rowCount, height), edge(r + 1, rowCount, height) - 1]) {
            for (const x of [edge(c, columnCount, width), edge(c + 1, columnCount, width) - 1]) {
              expect(picture[y]?.[x]).toBe(`${ramp[steps[k] ?? 0]}ff`)
            }
          }
        }
      }),
    )
  })

  it.each([
    ['no bins', { steps: new Uint8Array(0), columnCount: 0 }, '0 × 1 bins'],
    ['steps that are no rectangle', { steps: new Uint8Array(3) }, '3 steps'],
    ['fewer pixels than bins', { width: 1 }, 'do not fit into 1 × 5'],
  ])('refuses %s', (_, wrong: Partial<RasterOptions>, message) => {
    const steps = new Uint8Array(2)
    const right = { steps, columnCount: 2, rowCount: 1, width: 5, height: 5, ramp, absent }
    expect(() => rasterUrl({ ...right, ...wrong })).toThrow(message)
  })
})

/** First pixel of bin k. */
function edge(k: number, count: number, length: number): number {
  return Math.round((k * length) / count)
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
