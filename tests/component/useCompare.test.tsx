import { render, renderHook, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { asLoaded } from '../../src/analysis/displayedOf'
import { useCompare } from '../../src/app/compare/useCompare'
import { type Loader } from '../../src/app/open/useLoader'
import { initialState, type AppState, type OpenTensor } from '../../src/app/state/AppState'
import { shownView } from '../../src/tensor/shownView'
import { tensorOfRows } from '../unit/tensor/anyTensor'
import { modalDialogs } from './modalDialogs'

function openTensor(id: number, metric = 'cosine similarity'): OpenTensor {
  const tensor = { ...tensorOfRows([[id]]), metric }
  return { id, fileName: `${id}.json`, ...asLoaded(tensor), ...shownView(tensor, {}, {}) }
}

function stateOf(open: readonly OpenTensor[], offered: readonly number[]): AppState {
  return { ...initialState, open, offered, activeId: open[0]?.id }
}

const onOpen = vi.fn<Loader['open']>()

function Page({ state }: { readonly state: AppState }): ReactNode {
  const { offer, dialog } = useCompare(state, onOpen, () => undefined)
  return (
    <>
      {offer}
      {dialog}
    </>
  )
}

function offerOf(state: AppState): ReactNode {
  return renderHook(() => useCompare(state, onOpen, () => undefined)).result.current.offer
}

describe('files that were opened together', () => {
  beforeEach(modalDialogs)

  it('are chosen in the dialog that the offer opens, and no others', async () => {
    render(
      <Page
        state={stateOf(
          [1, 2, 3].map((id) => openTensor(id)),
          [2, 3],
        )}
      />,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Combine these 2 files…' }))
    const isChosen = screen.getAllByRole('checkbox').map((box) => box.matches(':checked'))
    expect(isChosen).toEqual([false, true, true])
  })

  it('are not offered if they cannot be combined, or if one of two was closed', () => {
    const [one, two] = [openTensor(1), openTensor(2, 'dot product')]
    expect(offerOf(stateOf([one, two], [1, 2]))).toBeUndefined()
    expect(offerOf(stateOf([one], [1, 2]))).toBeUndefined()
    expect(offerOf(stateOf([one, openTensor(3)], []))).toBeUndefined()
    expect(offerOf(stateOf([one, openTensor(3)], [1, 3]))).toBeDefined()
  })
})
