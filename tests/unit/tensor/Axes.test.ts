import { describe, expect, it } from 'vitest'
import {
  axesOf,
  inOwnWords,
  DEFAULT_AXES,
  ownAxisNames,
  wordsOf,
  type AxisNames,
} from '../../../src/tensor/Axes'

const words = (names: AxisNames) => wordsOf({ axes: axesOf(names) })

describe('axesOf', () => {
  it('has a default for each name that is absent, empty, or the default in small letters', () => {
    expect(axesOf(undefined)).toStrictEqual(DEFAULT_AXES)
    expect(axesOf({ query: ' ', row: 'layer', column: 'TOKEN' })).toStrictEqual(DEFAULT_AXES)
  })

  it('keeps own names, without white space around them', () => {
    const axes = axesOf({ row: ' Head ' })
    expect(axes).toStrictEqual({ query: 'Meta token', row: 'Head', column: 'Token' })
    expect(ownAxisNames(axes)).toStrictEqual({ row: 'Head' })
    expect(ownAxisNames(DEFAULT_AXES)).toBeUndefined()
  })
})

describe('wordsOf', () => {
  it('are meta token, query, layer and past token by default', () => {
    expect(wordsOf({ axes: DEFAULT_AXES })).toStrictEqual({
      query: { name: 'Meta token', one: 'query', many: 'queries' },
      row: { name: 'Layer', one: 'layer', many: 'layers' },
      column: { name: 'Token', one: 'token', many: 'tokens' },
      past: { one: 'past token', many: 'past tokens' },
      hasDepth: true,
      hasTokens: true,
      hasRowTokens: false,
      hasDistance: true,
    })
  })

  it('begin a title with a capital, and isolate what runs from right to left', () => {
    expect(words({ row: 'head', column: 'ראש' })).toMatchObject({
      row: { name: 'Head', one: 'head', many: 'heads' },
      column: { name: '\u2068ראש\u2069', one: '\u2068ראש\u2069' },
    })
  })

  it.each(['Layer', 'layers', 'Residual block', 'Sublayer', 'Depth', 'Hook point', 'Stage'])(
    'say that rows named %s follow each other in depth',
    (row) => expect(words({ row }).hasDepth).toBe(true),
  )

  it.each(['Head', 'Step', 'Destination', 'Token', 'Layer norm', 'Model', 'Blockage', 'Depth map'])(
    'say nothing of depth for rows named %s',
    (row) => expect(words({ row }).hasDepth).toBe(false),
  )

  it.each(['Token', 'Source token', 'Key', 'Position', 'src', 'Word', 'Subword', 'Byte'])(
    'take columns named %s for tokens at a distance',
    (column) => expect(words({ column })).toMatchObject({ hasTokens: true, hasDistance: true }),
  )

  it.each(['Head', 'Layer', 'Feature', 'Key head', 'Keyword', 'Token count', 'Hidden unit'])(
    'take columns named %s for something else',
    (column) => expect(words({ column })).toMatchObject({ hasTokens: false, hasDistance: false }),
  )

  it.each(['Token', 'Destination', 'Query', 'Target token', 'Position'])(
    'have no distance from a query where rows are tokens too, named %s',
    (row) =>
      expect(words({ row, column: 'Source' })).toMatchObject({
        hasTokens: true,
        hasDistance: false,
      }),
  )
})

describe('inOwnWords', () => {
  it.each([
    ['Order of tokens', 'Order of features'],
    [
      'Pin a cell to order the tokens by its layer.',
      'Pin a cell to order the features by its head.',
    ],
    ['Layer 0', 'Head 0'],
    ['Token (z)', 'Feature (z)'],
    ['All queries', 'All prompts'],
    ['Meta token', 'Prompt'],
    ['The token’s index', 'The feature’s index'],
    ['Tokenizer and layering', 'Tokenizer and layering'],
  ])('puts the nouns of its own axes into “%s”', (text, own) => {
    const axes = axesOf({ query: 'Prompt', row: 'Head', column: 'Feature' })
    expect(inOwnWords(text, { axes })).toBe(own)
    expect(inOwnWords(text, { axes: DEFAULT_AXES })).toBe(text)
  })

  it('keeps the words of axes without names of their own', () => {
    const axes = axesOf({ row: 'Head' })
    expect(inOwnWords('Meta token: layers and tokens of a query', { axes })).toBe(
      'Meta token: heads and tokens of a query',
    )
  })
})
