import { describe, expect, it } from 'vitest'
import { movedSettings } from '../../../src/export/carriedTensor'
import { tensorOfRows } from '../tensor/anyTensor'

const part = {
  tensor: tensorOfRows([
    [1, 2, 3],
    [4, 5, 6],
  ]),
  firstToken: 10,
  firstLayer: 4,
}

describe('settings that name tokens and layers', () => {
  it('have the numbers of the part, and leave out what it does not have', () => {
    const view = {
      order: 'layer:5',
      layer_order: 'token:12',
      token_lines: [9, 10, 12, 13],
      layer_lines: [3, 4],
    }
    expect(movedSettings(view, part)).toEqual({
      order: 'layer:1',
      layer_order: 'token:2',
      token_lines: [0, 2],
      layer_lines: [0],
    })
  })

  it('that order by what the part does not have are the sequence', () => {
    expect(movedSettings({ order: 'layer:6', layer_order: 'token:3' }, part)).toEqual({
      order: 'position',
      layer_order: 'position',
    })
  })

  it('that name none stay as they are', () => {
    const view = { order: 'mean', layer_order: 'cluster' }
    expect(movedSettings(view, part)).toEqual(view)
  })
})
