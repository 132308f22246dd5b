import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { asLoaded } from '../../src/analysis/displayedOf'
import { useArranger } from '../../src/app/arrange/useArranger'
import { type OpenTensor } from '../../src/app/state/AppState'
import { type AppAction } from '../../src/app/state/appReducer'
import { tensorsOfFound } from '../../src/formats/foreign/tensorsOfFound'
import { defaultView } from '../../src/tensor/View'
import { createInlineClient } from '../unit/app/compare/inlineClient'
import { foundOf } from '../unit/formats/foreign/foundOf'

function foreign(id: number): OpenTensor {
  const arrays = [foundOf([{ size: 2 }, { size: 3 }])]
  const [first] = tensorsOfFound({ arrays, notices: [] }, 'x').tensors
  if (first?.found === undefined) throw new Error('not a foreign tensor')
  const { tensor, found } = first
  return { id, fileName: 'x', ...asLoaded(tensor), found, view: defaultView(tensor), windows: {} }
}

it('arranges every tensor whose axes are chosen while another one is arranged', async () => {
  const done: number[] = []
  const dispatch = (action: AppAction): void => {
    if (action.type === 'axes-arranged') done.push(action.opened.id)
  }
  const { result } = renderHook(() => useArranger(createInlineClient(), dispatch, { current: {} }))
  const chosen = [1, 2, 2, 3].map(foreign)
  await act(async () => {
    for (const open of chosen) if (open.found) result.current(open, open.found.choice)
    await waitFor(() => expect(done).toEqual([1, 2, 3]))
  })
})
