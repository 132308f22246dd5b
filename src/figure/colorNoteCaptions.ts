import { numberTexts } from '../analysis/description/numberTexts'
import { type ColorNote } from '../color/Domain'
import { type AxesWords } from '../tensor/Axes'

/** Returns the captions of the notes: one for the range of the colors, and one for each note about the scale. */
export function colorNoteCaptions(
  notes: readonly ColorNote[],
  words: AxesWords,
): readonly string[] {
  const range = notes.flatMap((note) => (isOfScale(note) ? [] : rangeSentence(note, words)))
  const scale = notes.filter(isOfScale).map(scaleSentence)
  return [...(range.length > 0 ? [range.join(' ')] : []), ...scale]
}

type ScaleNote = Extract<ColorNote, { readonly tag: 'flat' | 'uneven-halves' | 'pivot-outside' }>

function isOfScale(note: ColorNote): note is ScaleNote {
  return note.tag === 'flat' || note.tag === 'uneven-halves' || note.tag === 'pivot-outside'
}

function scaleSentence(note: ScaleNote): string {
  switch (note.tag) {
    case 'flat':
      return 'The scale is linear: no two values in its range differ.'
    case 'uneven-halves':
      return `The two halves of the colors have different slopes: the middle color is at ${numberText(note.pivot)}.`
    case 'pivot-outside':
      return `The middle color is not at ${note.pivot}, which is outside the colors’ range.`
  }
}

function rangeSentence(note: Exclude<ColorNote, ScaleNote>, words: AxesWords): string {
  switch (note.tag) {
    case 'middle':
      return `${middle(note.percent)}.`
    case 'without-outliers':
      return `${middle(98)} and ignore a few outliers.`
    case 'without-farthest':
      return 'The color range ignores a few outliers.'
    case 'means':
      return `Colors span the means${note.hasOutliers ? ', except a few outliers' : ''}.`
    case 'middle-is-one':
      return `Colors span all values: the middle ${note.percent} % of them are ${numberText(note.value)}.`
    case 'all-equal':
      return `The colors span a wider range because all finite values are ${numberText(note.value)}.`
    case 'unusable-ends':
      return `A range from ${numberText(note.low, note.high)} to ${numberText(note.high, note.low)} cannot be used: the colors span the values.`
    case 'locked':
      return 'The color range is locked.'
    case 'scope':
      return `The color range is that of ${scopeText(note.scope, words)}.`
  }
}

function scopeText(scope: 'all' | 'both' | 'view', { query }: AxesWords): string {
  return scope === 'view' ? 'the cells in view' : `${scope} ${query.many}`
}

function middle(percent: number): string {
  return `Colors span the middle ${percent} % of the values`
}

/** Returns a number with the digits that tell it from others of its sentence. */
function numberText(value: number, ...others: readonly number[]): string {
  return numberTexts([value, ...others], [], { apart: [0, 1, -1] })(value)
}
