import { describe, expect, it } from 'vitest'
import { PictureTooLargeError, pictureSize } from '../../../../src/app/export/rasterized'

describe('pictureSize', () => {
  it('scales to whole pixels', () => {
    expect(pictureSize({ width: 800, height: 400.3, scale: 2 })).toEqual([1600, 801])
  })

  it('takes the largest canvas there is', () => {
    expect(pictureSize({ width: 16_384, height: 16_384, scale: 1 })).toEqual([16_384, 16_384])
  })

  it.each([
    [8193, 10, 2],
    [10, 16_385, 1],
  ])('refuses %d × %d at scale %d, with both numbers', (width, height, scale) => {
    const error = new PictureTooLargeError(width * scale, height * scale)
    expect(() => pictureSize({ width, height, scale })).toThrow(error)
    expect(error.message).toContain(`${width * scale} × ${height * scale}`)
    expect(error.message).toContain('Save a PDF')
  })
})
