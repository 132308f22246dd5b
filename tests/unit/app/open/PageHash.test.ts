import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashText, parseHash } from '../../../../src/app/open/PageHash'

describe('parseHash', () => {
  it.each(['', '#'])('of %j says nothing', (hash) => {
    expect(parseHash(hash)).toEqual({ isEmbedded: false, settings: {}, cleared: [], problems: [] })
  })

  it('reads every kind of setting', () => {
    const hash =
      '#query=1&axis=position&layers=down&colormap=rdbu&reversed=true&domain=-0.04,0.04&lock=&threshold=1e-3&x=3,10&cell=2,5&digits=2&title=A%20%26%20B&scale=symlog'
    expect(parseHash(hash)).toMatchObject({
      settings: {
        query: 1,
        axis: 'position',
        layers: 'down',
        colormap: 'rdbu',
        reversed: true,
        domain: [-0.04, 0.04],
        lock: false,
        threshold: 0.001,
        x: [3, 10],
        cell: [2, 5],
        digits: 2,
        title: 'A & B',
        scale: 'symlog',
      },
      problems: [],
    })
  })

  it.each([
    ['domain', '98'],
    ['title', '98'],
    ['title', 'true'],
  ])('takes %s = %s as the text that it is', (key, text) => {
    expect(parseHash(`${key}=${text}`).settings).toEqual({ [key]: text })
  })

  it.each(['title', 'caption', 'x_title', 'y_title', 'color_title', 'lock', 'reversed'])(
    'takes false as the word that leaves %s out',
    (key) => {
      expect(parseHash(`${key}=false`)).toMatchObject({ settings: { [key]: false }, problems: [] })
    },
  )

  it.each(['false', '"false"', 'False', 'falsehood', 'null', '"'])(
    'reads the title %s back as the text that was written',
    (title) => {
      expect(parseHash(hashText({ settings: { title } })).settings).toEqual({ title })
    },
  )

  it('reads a thousand parts, and says which it did not read', () => {
    const parts = Array.from({ length: 1000 }, () => 'query=1')
    expect(parseHash([...parts, 'query=2', 'title', 'k=a=b'].join('&'))).toMatchObject({
      settings: { query: 1 },
      problems: [
        { tag: 'unknown-setting', key: 'query', value: '2' },
        { tag: 'unknown-setting', key: 'title', value: '' },
        { tag: 'unknown-setting', key: 'k', value: 'a' },
      ],
    })
  })

  it('reads where the tensor is, and whether the page is in another one', () => {
    const { data, tensor, isEmbedded } = parseHash(
      '#data=https://example.org/a.json&tensor=eJw&embed=1',
    )
    expect({ data, tensor, isEmbedded }).toEqual({
      data: 'https://example.org/a.json',
      tensor: 'eJw',
      isEmbedded: true,
    })
    expect(parseHash('embed=0').isEmbedded).toBe(false)
  })

  it('takes back settings of the file that have nothing behind them', () => {
    expect(parseHash('cell=&x=')).toMatchObject({ settings: {}, cleared: ['x', 'cell'] })
  })

  it.each(['query=-1', 'query=one', 'x=3', 'domain=1,0', 'colour=red', 'constructor=1'])(
    'says that %s cannot be used',
    (hash) => {
      const { settings, problems } = parseHash(hash)
      expect(settings).toEqual({})
      expect(problems).toMatchObject([{ key: hash.split('=')[0] }])
    },
  )

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (hash) => {
        expect(() => parseHash(`#${hash}`)).not.toThrow()
      }),
    )
  })
})

const anySettings = fc.record(
  {
    query: fc.nat(),
    axis: fc.constantFrom('position', 'distance'),
    reversed: fc.boolean(),
    pivot: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    domain: fc.oneof(fc.constantFrom('auto', '98'), fc.constant([-1e-7, 3])),
    lock: fc.constantFrom(false, [0, 1]),
    x: fc.tuple(fc.nat(9), fc.integer({ min: 10, max: 99 })),
    digits: fc.constantFrom(0, 2, 3),
    title: fc.oneof(fc.constant(false), fc.string({ unit: 'grapheme', minLength: 1 })),
    caption: fc.constantFrom(false, 'false', '"false"'),
  },
  { requiredKeys: [] },
)

describe('hashText', () => {
  it('is read back as it was', () => {
    const anyParts = fc.record({
      settings: anySettings,
      cleared: fc.subarray(['threshold', 'cell']),
      isEmbedded: fc.boolean(),
      data: fc.constantFrom('https://example.org/a?b=c&d=e#f', 'sample:list-recall'),
    })
    fc.assert(
      fc.property(anyParts, (parts) => {
        const read = parseHash(hashText(parts))
        expect(read.problems).toEqual([])
        expect(read.settings).toEqual(parts.settings)
        expect(new Set(read.cleared)).toEqual(new Set(parts.cleared))
        expect({ data: read.data, isEmbedded: read.isEmbedded }).toEqual({
          data: parts.data,
          isEmbedded: parts.isEmbedded,
        })
      }),
    )
  })

  it('stays readable', () => {
    const settings = { query: 1, domain: [-0.04, 0.04] }
    expect(hashText({ data: 'sample:list-recall', settings })).toBe(
      'data=sample:list-recall&query=1&domain=-0.04,0.04',
    )
  })
})
