import { expect, it } from 'vitest'
import { asLoaded } from '../../../../src/analysis/displayedOf'
import { openFiles } from '../../../../src/app/open/openFiles'
import {
  initialState,
  type AppState,
  type LoadSource,
  type OpenTensor,
} from '../../../../src/app/state/AppState'
import { appReducer, type AppAction } from '../../../../src/app/state/appReducer'
import { tokenText } from '../../../../src/tensor/Tensor'
import { defaultView } from '../../../../src/tensor/View'
import { tensorOfRows } from '../../tensor/anyTensor'
import { createInlineClient } from '../compare/inlineClient'

const tensor = tensorOfRows([[1, 2, 3]])

function openTensor(id: number): OpenTensor {
  return { id, fileName: `${id}.json`, ...asLoaded(tensor), view: defaultView(tensor), windows: {} }
}

/** Opens a file while the page still shows the first of two tensors, the second of which is opened meanwhile. */
async function openedLate(text: string, source: LoadSource): Promise<AppState> {
  const [first, second] = [openTensor(-1), openTensor(-2)]
  let state = initialState
  const dispatch = (action: AppAction): void => {
    state = appReducer(state, action)
  }
  const { signal } = new AbortController()
  dispatch({ type: 'load-succeeded', opened: [first], notices: [] })
  const opening = openFiles(
    { jobs: createInlineClient(), dispatch, signal, source },
    [{ name: 'late', blob: new Blob([text]) }],
    { current: {} },
    { current: first },
  )
  dispatch({ type: 'load-succeeded', opened: [second], notices: [] })
  await opening
  return state
}

it('gives tokens to the tensor that was opened last, also before it is on the screen', async () => {
  const { open } = await openedLate('["a", "b", "c"]', 'reader')
  const texts = open.map(({ tensor: each }) => tokenText(each, 0, 2))
  expect(texts).toEqual([undefined, 'c'])
})

it.each([
  ['reader', 'late'],
  ['address', '-2.json'],
] as const)('shows a late file of the %s, or what was opened meanwhile', async (source, shown) => {
  const { open, activeId } = await openedLate('[[1]]', source)
  expect(open.map(({ fileName }) => fileName)).toEqual(['-1.json', '-2.json', 'late'])
  expect(open.find(({ id }) => id === activeId)?.fileName).toBe(shown)
})
