import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSettingKey } from '../../../src/tensor/settings/settings'
import { lastingSettings, parseView, resolveView, viewNotices } from '../../../src/tensor/View'
import { tensorOf, tensorOfRows } from './anyTensor'

describe('parseView', () => {
  it('of nothing is nothing, without a problem', () => {
    expect(parseView(undefined)).toEqual({ settings: {}, problems: [] })
    expect(parseView({})).toEqual({ settings: {}, problems: [] })
  })

  it.each([[null], [3], ['query'], [[]], [true]])('of %j is a problem', (input) => {
    expect(parseView(input)).toMatchObject({ settings: {}, problems: [{ tag: 'no-object' }] })
  })

  it('takes every known setting', () => {
    const settings = {
      query: 1,
      axis: 'distance',
      layers: 'down',
      width: 'all',
      colormap: 'viridis',
      domain: [-0.04, 0.04],
      order: 'layer:3',
      layer_order: 'cluster',
      profiles: true,
      token_lines: [3, 1],
      layer_lines: [],
      detail: 'mean',
      x: [3, 3],
      cell: [3, 12],
    }
    expect(parseView(settings)).toEqual({ settings, problems: [] })
  })

  it.each([
    ['query', -1],
    ['query', 0.5],
    ['query', '1'],
    ['query', null],
    ['axis', 'Distance'],
    ['axis', {}],
    ['layers', 0],
    ['width', 'wide'],
    ['colormap', 'rainbow'],
    ['domain', 'everything'],
    ['domain', [1, 1]],
    ['domain', [2, 1]],
    ['domain', [0]],
    ['domain', [0, 1, 2]],
    ['domain', [0, Infinity]],
    ['domain', [NaN, 1]],
    ['detail', 'median'],
    ['detail', true],
    ['x', [1]],
    ['x', [2, 1]],
    ['x', [-1, 1]],
    ['x', [0, 1.5]],
    ['x', '0,1'],
    ['cell', [1]],
    ['cell', [1, -1]],
    ['cell', '1,2'],
    ['order', 'random'],
    ['order', 'token:1'],
    ['order', 'layer:-1'],
    ['layer_order', 'layer:1'],
    ['layer_order', 3],
    ['token_lines', [1, -1]],
    ['layer_lines', [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    ['profiles', 1],
    ['unknown', true],
    ['toString', 1],
  ])('leaves out %s = %j, and says so', (key, value) => {
    const { settings, problems } = parseView({ axis: 'position', [key]: value })
    const used = key === 'axis' ? {} : { axis: 'position' }
    expect(settings).toEqual(used)
    expect(problems).toEqual([
      { tag: isSettingKey(key) ? 'unusable-value' : 'unknown-setting', key, value },
    ])
  })

  it('is not fooled by a key that names a prototype', () => {
    const { settings, problems } = parseView(
      JSON.parse('{"__proto__": {"query": 3}, "axis": "position"}'),
    )
    expect(settings).toEqual({ axis: 'position' })
    expect(settings.query).toBeUndefined()
    expect(problems).toHaveLength(1)
  })

  it('never throws, and uses nothing that is not valid', () => {
    const anyKey = fc.constantFrom('query', 'axis', 'layers', 'width', 'domain', 'cell', 'x')
    const anyInput = fc.oneof(
      fc.anything({ withBigInt: true }),
      fc.dictionary(anyKey, fc.anything({ withBigInt: true })),
    )
    fc.assert(
      fc.property(anyInput, (input) => {
        const { settings, problems } = parseView(input)
        expect(parseView(settings)).toEqual({ settings, problems: [] })
        expect(viewNotices(problems).every((notice) => notice.length < 200)).toBe(true)
      }),
    )
  })
})

describe('resolveView', () => {
  const tensor = tensorOfRows([[1, 2]])

  it('of nothing is the defaults: by distance where the file names queries', () => {
    expect(resolveView(tensor, {}, {})).toEqual({
      query: 0,
      panels: 'one',
      rows: 'layer',
      layer: 0,
      axis: 'distance',
      align_to: 0,
      layers: 'up',
      width: 'query',
      colormap: 'viridis',
      reversed: false,
      pivot: 0,
      domain: 'auto',
      scope: 'query',
      lock: false,
      scale: 'linear',
      transform: 'raw',
      fade: false,
      labels: 'auto',
      indices: false,
      special: 'mark',
      digits: 0,
      order: 'position',
      layer_order: 'position',
      profiles: false,
      query_lines: false,
      detail: 'typical',
      paper: 'screen',
      unit: 'mm',
    })
    expect(resolveView({ ...tensor, hasQueries: false }, {}, {}).axis).toBe('position')
  })

  it('prefers the file to what was kept, and that to the defaults', () => {
    const view = resolveView(tensor, { axis: 'position' }, { axis: 'distance', layers: 'down' })
    expect(view).toMatchObject({ axis: 'position', layers: 'down', width: 'query' })
  })

  it('goes by position in place of aligning a single query, and never keeps an alignment', () => {
    expect(resolveView(tensor, { axis: 'aligned', align_to: 3 }, {})).toMatchObject({
      axis: 'position',
      align_to: 0,
    })
    const { queries } = tensor
    const two = { ...tensor, queries: [...queries, ...queries] }
    expect(resolveView(two, { axis: 'aligned', align_to: 3 }, {})).toMatchObject({
      axis: 'aligned',
      align_to: 1,
    })
    expect(lastingSettings({ axis: 'aligned', align_to: 1 })).toEqual({})
  })

  it('shows queries as rows in place of panels, of several queries only, at a layer that exists', () => {
    const rows = { rows: 'query', layer: 7, panels: 'queries' } as const
    const query = { rows: [[1], [2]], uncoveredCount: 0, gap: 0 }
    const two = tensorOf({
      queries: [query, query],
      align: 'start',
      firstIndex: 0,
      tokenKind: 'none',
    })
    expect(resolveView(two, rows, {})).toMatchObject({
      rows: 'query',
      panels: 'one',
      layer: 1,
      scope: 'all',
    })
    expect(resolveView(tensor, rows, {})).toMatchObject({ rows: 'layer' })
    expect(lastingSettings({ rows: 'query', layer: 1 })).toEqual({})
  })

  it('never keeps a query or a title from the last file, but the detail', () => {
    const view = resolveView(tensor, {}, { query: 3, title: 'A', detail: 'min' })
    expect(view).toMatchObject({ query: 0, detail: 'min' })
    expect(view).not.toHaveProperty('title')
  })

  it('keeps an order unless it is by a layer or token of the last file', () => {
    expect(resolveView(tensor, {}, { order: 'mean', layer_order: 'token:1' })).toMatchObject({
      order: 'mean',
      layer_order: 'position',
    })
    expect(resolveView(tensor, {}, { order: 'layer:1' }).order).toBe('position')
  })

  it('takes the detail of the file', () => {
    expect(resolveView(tensor, { detail: 'max' }, { detail: 'mean' }).detail).toBe('max')
  })

  it('has neither zoom nor pinned cell, which move without it', () => {
    const view = resolveView(tensor, { x: [0, 0], cell: [0, 1] }, {})
    expect(view).not.toHaveProperty('x')
    expect(view).not.toHaveProperty('cell')
  })

  it('takes the last query for one beyond it', () => {
    expect(resolveView(tensor, { query: 99 }, {}).query).toBe(0)
  })
})
