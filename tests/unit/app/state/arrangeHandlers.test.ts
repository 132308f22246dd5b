import { expect, it } from 'vitest'
import { asLoaded } from '../../../../src/analysis/displayedOf'
import { initialState, type AppState, type OpenTensor } from '../../../../src/app/state/AppState'
import { appReducer } from '../../../../src/app/state/appReducer'
import { tensorsOfFound } from '../../../../src/formats/foreign/tensorsOfFound'
import { type Dimension } from '../../../../src/formats/foreign/FoundFile'
import { tokenText } from '../../../../src/tensor/Tensor'
import { doubtOf } from '../../../../src/tensor/unconfirmed'
import { defaultView } from '../../../../src/tensor/View'
import { foundOf } from '../../formats/foreign/foundOf'

function foreign(id: number, dimensions: readonly Dimension[]): OpenTensor {
  const [named] = tensorsOfFound({ arrays: [foundOf(dimensions)], notices: [] }, 'x').tensors
  if (named?.found === undefined) throw new Error('not a foreign tensor')
  const { tensor, found } = named
  return { id, fileName: 'x', ...asLoaded(tensor), found, view: defaultView(tensor), windows: {} }
}

function opened(...tensors: readonly OpenTensor[]): AppState {
  return appReducer(initialState, { type: 'load-succeeded', opened: tensors, notices: [] })
}

const certain = foreign(1, [{ size: 2 }, { size: 3 }])
const named = ['layer', 'head', 'dest', 'src'].map((name) => ({ size: 2, name }))
const uncertain = foreign(2, [{ size: 2 }, { size: 3 }, { size: 3 }])

it.each([
  ['certain', certain, false],
  ['uncertain', uncertain, true],
  ['certain, with one to be fixed', foreign(4, named), true],
])('asks for the axes where it is due: %s', (_, tensor, isAsked) => {
  expect(opened(tensor).open[0]?.hasAxes).toBe(isAsked)
})

it('shows and hides the axes of the active tensor', () => {
  const shown = appReducer(opened(certain), { type: 'axes-shown', isShown: true })
  expect(shown.open[0]?.hasAxes).toBe(true)
  const hidden = appReducer(shown, { type: 'axes-shown', isShown: false })
  expect(hidden.open[0]?.hasAxes).toBe(false)
})

it('marks a guess in captions and files until its axes are confirmed', () => {
  const asked = opened(uncertain)
  const reason =
    'Nothing in the file says which of its axes (2 × 3 × 3) are queries, layers and tokens.'
  expect(asked.open[0] && doubtOf(asked.open[0].tensor)).toBe(reason)
  const done = appReducer(asked, { type: 'axes-shown', isShown: false })
  expect(done.open[0]?.found?.isCertain).toBe(true)
  expect(done.open[0] && doubtOf(done.open[0].tensor)).toBeUndefined()
})

it('asks about masks and about tokens that are one too many', () => {
  const array = foundOf([{ size: 2 }, { size: 3 }])
  const masked = { ...array, values: array.values.map((value, i) => (i < 2 ? -1e9 : value)) }
  for (const [arrays, tokenLists] of [
    [[masked], []],
    [[array], [['<s>', 'a', 'b', 'c']]],
  ] as const) {
    const [first] = tensorsOfFound({ arrays, notices: [], tokenLists }, 'x').tensors
    const open = first && { id: 1, fileName: 'x', ...asLoaded(first.tensor), windows: {} }
    if (open === undefined || first?.found === undefined) throw new Error('nothing was opened')
    const tensor = { ...open, found: first.found, view: defaultView(first.tensor) }
    expect(opened(tensor).open[0]?.hasAxes).toBe(true)
  }
})

it('puts an arranged tensor in its place, and none in that of a closed one', () => {
  const state = opened(certain, uncertain)
  const next = appReducer(state, { type: 'axes-arranged', opened: { ...uncertain, fileName: 'y' } })
  expect(next.open.map(({ fileName }) => fileName)).toEqual(['x', 'y'])
  const late = appReducer(opened(certain), { type: 'axes-arranged', opened: uncertain })
  expect(late.open.map(({ id }) => id)).toEqual([1])
})

const tokens = { kind: 'texts', lists: [['a', 'b', 'c']] } as const
const naming = { type: 'axes-named', fileName: 't.txt', tokens } as const

it('names the tokens of the active tensor, also when it is arranged anew', () => {
  const state = appReducer(opened(certain), naming)
  const [open] = state.open
  expect(open && tokenText(open.tensor, 0, 2)).toBe('c')
  expect(open?.found?.file.tokenLists).toEqual(tokens.lists)
  expect(state.notices).toEqual(['The token texts are those of “t.txt”.'])
})

it.each([
  ['texts', naming, [], 'c'],
  [
    'texts of ids',
    {
      ...naming,
      tokens: {
        kind: 'vocabulary',
        texts: new Map(['a', 'b', 'c'].map((text, id) => [id, text])),
        special: [],
      },
    },
    [['0', '1', '2']],
    'c',
  ],
] as const)('keeps %s that came while the tensor was arranged', (_, action, tokenLists, text) => {
  const arrays = [foundOf([{ size: 2 }, { size: 3 }])]
  const [first] = tensorsOfFound({ arrays, notices: [], tokenLists }, 'x').tensors
  if (first?.found === undefined) throw new Error('not a foreign tensor')
  const before = { ...certain, ...asLoaded(first.tensor), found: first.found }
  const arranged = { type: 'axes-arranged', opened: before } as const
  const state = [action, arranged, arranged].reduce(appReducer, opened(before))
  expect(state.open[0] && tokenText(state.open[0].tensor, 0, 2)).toBe(text)
  expect(state.open[0]?.found?.file.tokenLists).toEqual([
    ...(action.tokens.kind === 'texts' ? action.tokens.lists : []),
    ...tokenLists,
  ])
})

it('says why tokens were not taken', () => {
  expect(appReducer(initialState, naming).notices).toEqual([
    '“t.txt” lists tokens. Open the tensor of these tokens first.',
  ])
  const longer = foreign(3, [{ size: 2 }, { size: 4 }])
  const unnamed = appReducer(opened(longer), naming)
  expect(unnamed.notices).toEqual([
    '“t.txt” was not used: it has 3 tokens, but this query needs 4.',
  ])
  expect(unnamed.open[0]?.tensor).toBe(longer.tensor)
})
