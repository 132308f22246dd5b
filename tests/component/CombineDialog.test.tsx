import { fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { asLoaded } from '../../src/analysis/displayedOf'
import { CombineDialog } from '../../src/app/compare/CombineDialog'
import { type Loader } from '../../src/app/open/useLoader'
import { type OpenTensor } from '../../src/app/state/AppState'
import { type Tensor } from '../../src/tensor/Tensor'
import { shownView } from '../../src/tensor/shownView'
import { modalDialogs } from './modalDialogs'
import { ragged } from '../unit/analysis/ragged'

function openTensor(id: number, fileName: string, queryCount: number, own: Partial<Tensor> = {}) {
  const tensor = { ...ragged(Array.from({ length: queryCount }, () => [[id]])), ...own }
  return { id, fileName, ...asLoaded(tensor), ...shownView(tensor, {}, {}) }
}

interface Shown {
  readonly user: UserEvent
  readonly onOpen: ReturnType<typeof vi.fn<Loader['open']>>
}

function show(open: readonly OpenTensor[], ids = open.map(({ id }) => id)): Shown {
  const onOpen = vi.fn<Loader['open']>()
  render(<CombineDialog {...{ open, ids, onOpen }} onClose={() => undefined} />)
  return { user: userEvent.setup(), onOpen }
}

const two = [openTensor(1, 'run-a.json', 1), openTensor(2, 'run-b.json', 2)]

function choicesOf(name: string): HTMLElement {
  return screen.getByRole('group', { name })
}

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name })
}

describe('the dialog that combines', () => {
  beforeEach(modalDialogs)

  it('has the shown query of each tensor chosen, with the labels that it makes', async () => {
    const { user, onOpen } = show(two)
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(2)
    expect(within(choicesOf('run-b.json')).getByText(/^.?b · Meta Token #1.?$/u)).toBeVisible()
    await user.click(button('Combine 2 queries'))
    expect(onOpen.mock.lastCall?.[0][0]?.name).toBe('a and b')
  })

  it('names a file that is open twice as its tabs do', async () => {
    const again = { ...openTensor(2, 'run.json', 1), copyNumber: 2 }
    const { user, onOpen } = show([openTensor(1, 'run.json', 1), again])
    expect(within(choicesOf('run.json (2)')).getByText(/run \(2\) · Meta Token #1/u)).toBeVisible()
    await user.click(button('Combine 2 queries'))
    expect(onOpen.mock.lastCall?.[0][0]?.name).toBe('run and run (2)')
  })

  it('chooses other queries, one by one or all of a tensor', async () => {
    const { user } = show(two, [1])
    expect(button('Combine 1 query')).toBeDisabled()
    expect(screen.getByRole('status')).toHaveTextContent('Choose two or more queries.')
    await user.click(within(choicesOf('run-b.json')).getByRole('checkbox', { name: /Token #2/ }))
    expect(button('Combine 2 queries')).toBeEnabled()
    await user.click(button('All 2'))
    expect(button('Combine 3 queries')).toBeEnabled()
    await user.click(button('None'))
    expect(button('Combine 1 query')).toBeDisabled()
  })

  it('says why it cannot combine some, and combines nothing', () => {
    show([openTensor(1, 'a.json', 1), openTensor(2, 'b.json', 1, { metric: 'dot product' })])
    expect(screen.getByRole('status')).toHaveTextContent(
      /cosine similarity.* in .*a.* and .*dot product.* in .*b/,
    )
    expect(button('Combine 2 queries')).toBeDisabled()
  })

  it('finds some of very many queries, which stay chosen while they are not listed', async () => {
    const { user } = show([openTensor(1, 'a.json', 700)])
    expect(screen.getAllByRole('checkbox')).toHaveLength(500)
    expect(screen.getByText('200 more are not listed: find them by name.')).toBeVisible()
    const field = screen.getByRole('searchbox', { name: 'Find queries' })
    fireEvent.change(field, { target: { value: 'token #699' } })
    await user.click(screen.getByRole('checkbox'))
    expect(button('Combine 2 queries')).toBeEnabled()
    fireEvent.change(field, { target: { value: '' } })
    fireEvent.click(button('All 700'))
    expect(button('Combine 700 queries')).toBeEnabled()
  })
})
