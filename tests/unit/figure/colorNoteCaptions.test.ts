import { expect, it } from 'vitest'
import { type ColorNote } from '../../../src/color/Domain'
import { colorNoteCaptions } from '../../../src/figure/colorNoteCaptions'
import { DEFAULT_AXES, wordsOf } from '../../../src/tensor/Axes'

const words = wordsOf({ axes: DEFAULT_AXES })

it.each<[ColorNote, string]>([
  [{ tag: 'middle', percent: 90 }, 'Colors span the middle 90 % of the values.'],
  [
    { tag: 'without-outliers' },
    'Colors span the middle 98 % of the values and ignore a few outliers.',
  ],
  [{ tag: 'without-farthest' }, 'The color range ignores a few outliers.'],
  [
    { tag: 'middle-is-one', percent: 98, value: 0.25 },
    'Colors span all values: the middle 98 % of them are 0.25.',
  ],
  [
    { tag: 'all-equal', value: -1 / 3 },
    'The colors span a wider range because all finite values are −0.3333.',
  ],
  [
    { tag: 'unusable-ends', low: 2, high: 1 },
    'A range from 2 to 1 cannot be used: the colors span the values.',
  ],
  [
    { tag: 'all-equal', value: 0.99999683 },
    'The colors span a wider range because all finite values are 0.999997.',
  ],
  [{ tag: 'locked' }, 'The color range is locked.'],
  [{ tag: 'scope', scope: 'all' }, 'The color range is that of all queries.'],
  [{ tag: 'scope', scope: 'view' }, 'The color range is that of the cells in view.'],
  [
    { tag: 'uneven-halves', pivot: 0 },
    'The two halves of the colors have different slopes: the middle color is at 0.',
  ],
  [{ tag: 'flat' }, 'The scale is linear: no two values in its range differ.'],
  [
    { tag: 'pivot-outside', pivot: 7 },
    'The middle color is not at 7, which is outside the colors’ range.',
  ],
])('says %j', (note, sentence) => {
  expect(colorNoteCaptions([note], words)).toEqual([sentence])
})

it('says nothing where nothing is to be said', () => {
  expect(colorNoteCaptions([], words)).toEqual([])
})

it('puts the range on one line, and the scale on the next', () => {
  const notes: readonly ColorNote[] = [
    { tag: 'without-farthest' },
    { tag: 'flat' },
    { tag: 'scope', scope: 'all' },
  ]
  expect(colorNoteCaptions(notes, words)).toEqual([
    'The color range ignores a few outliers. The color range is that of all queries.',
    'The scale is linear: no two values in its range differ.',
  ])
})
