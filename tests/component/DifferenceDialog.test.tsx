import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { asLoaded } from '../../src/analysis/displayedOf'
import { DifferenceDialog } from '../../src/app/compare/DifferenceDialog'
import { type Loader } from '../../src/app/open/useLoader'
import { type OpenTensor } from '../../src/app/state/AppState'
import { shownView } from '../../src/tensor/shownView'
import { readOne } from '../unit/formats/readText'
import { modalDialogs } from './modalDialogs'

async function openTensor(id: number, fileName: string, document: object): Promise<OpenTensor> {
  const tensor = await readOne(document)
  return { id, fileName, ...asLoaded(tensor), ...shownView(tensor, {}, {}) }
}

const tokens = [['a', 'b']]
const queries = ['M']
const early = await openTensor(1, 'step-200.json', { tokens, queries, values: [[[1, 2]]] })
const late = await openTensor(2, 'step-1000.json', { tokens, queries, values: [[[3, 5]]] })
const deep = await openTensor(3, 'deep.json', {
  tokens,
  queries,
  values: [
    [
      [1, 2],
      [3, 4],
    ],
  ],
})

interface Shown {
  readonly user: UserEvent
  readonly onOpen: ReturnType<typeof vi.fn<Loader['open']>>
}

function show(open: readonly OpenTensor[], activeId: number): Shown {
  const onOpen = vi.fn<Loader['open']>()
  render(
    <DifferenceDialog
      {...{ open, activeId, onOpen }}
      onCompared={() => undefined}
      onClose={() => undefined}
    />,
  )
  return { user: userEvent.setup(), onOpen }
}

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name })
}

function nameMade({ onOpen }: Shown): string | undefined {
  return onOpen.mock.lastCall?.[0][0]?.name
}

/** The operands with which the dialog begins. */
function firstOf(open: readonly OpenTensor[], activeId: number): readonly string[] {
  cleanup()
  show(open, activeId)
  return ['A', 'B'].map((name) => {
    const box = screen.getByRole<HTMLSelectElement>('combobox', { name })
    return box.selectedOptions[0]?.textContent ?? ''
  })
}

describe('the dialog of a difference', () => {
  beforeEach(modalDialogs)

  it('names a file that is open twice as its tabs do', async () => {
    const shown = show([late, { ...late, id: 5, tensor: { ...late.tensor }, copyNumber: 2 }], 5)
    expect(screen.getByRole('combobox', { name: 'A' })).toHaveDisplayValue('step-1000 (2) · M')
    await shown.user.click(button('Subtract'))
    expect(nameMade(shown)).toBe('step-1000 (2) − step-1000')
  })

  it('begins with tensors of one kind: with no sample, no other metric, and no other tab beside panels', async () => {
    const values = [[[1, 2]], [[3, 5]]]
    const two = await openTensor(4, 'two.json', { tokens: ['a', 'b'], values })
    const sample = { ...early, origin: 'sample:meta-token-2' }
    const dots = { ...early, id: 6, tensor: { ...early.tensor, metric: 'dot product' } }
    const inTwo = ['two · Meta Token #2', 'two · Meta Token #1']
    expect(firstOf([sample, two, dots], 4)).toStrictEqual(inTwo)
    expect(firstOf([early, two], 4)).toStrictEqual(['two · Meta Token #1', 'step-200 · M'])
    const view = { ...two.view, panels: 'queries' } as const
    expect(firstOf([early, { ...two, view }], 4)).toStrictEqual(inTwo)
    expect(firstOf([sample, late], 1)).toStrictEqual(['step-1000 · M', 'step-200 · M'])
  })

  it('subtracts the earlier step from the later one, whichever is shown, and swaps them', async () => {
    const shown = show([late, early], 1)
    expect(screen.getByRole('status')).toHaveTextContent(
      '2 columns matched by distance: 2 shared. 1 layer matched by index.',
    )
    await shown.user.click(button('Subtract'))
    expect(nameMade(shown)).toBe('step-1000 − step-200')
    await shown.user.click(button('Swap'))
    await shown.user.click(button('Subtract'))
    expect(nameMade(shown)).toBe('step-200 − step-1000')
  })

  it('asks which layers to compare where neither labels nor counts match', async () => {
    const shown = show([early, deep], 3)
    expect(button('Subtract')).toBeDisabled()
    expect(screen.getByRole('group', { name: 'A has 2 layers, B has 1. Compare' })).toBeVisible()
    await shown.user.click(screen.getByRole('radio', { name: 'the last layer of both' }))
    expect(screen.getByRole('status')).toHaveTextContent(
      '1 layer matched from the last; 1 that only one has is left out.',
    )
    expect(button('Subtract')).toBeEnabled()
  })

  it('says what it cannot subtract', async () => {
    const other = await openTensor(4, 'b.json', { metric: 'attention', values: [[1, 2]] })
    show([early, other], 4)
    expect(screen.getByRole('status')).toHaveTextContent(/A is .*attention.*, but B is /)
    expect(button('Subtract')).toBeDisabled()
  })

  it('says of a query and itself that nothing differs', async () => {
    show([early], 1)
    expect(screen.getByRole('status')).toHaveTextContent(
      'A and B are the same query: their difference is 0 everywhere.',
    )
  })

  it('offers no distance where columns have none, and some of very many queries', async () => {
    const many = await openTensor(6, 'many.json', {
      axes: { column: 'Feature' },
      values: Array.from({ length: 3000 }, () => [[1]]),
    })
    const { user } = show([many], 6)
    const axis = screen.getByRole('combobox', { name: 'Columns matched by' })
    expect(within(axis).getAllByRole('option')).toHaveLength(2)
    const operand = screen.getByRole('combobox', { name: /^A/u })
    expect(within(operand).getAllByRole('option').length).toBeLessThan(1001)
    await user.click(button('Swap'))
    expect(button('Subtract')).toBeEnabled()
  })

  it('matches columns as it is told', async () => {
    const other = await openTensor(5, 'b.json', {
      tokens: [['x', 'a', 'b']],
      queries,
      values: [[[1, 2, 3]]],
    })
    const { user } = show([early, other], 5)
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Columns matched by' }),
      'Index in the sequence',
    )
    expect(screen.getByRole('status')).toHaveTextContent(
      '3 columns matched by position: 2 shared, 1 only in A. 2 pairs of tokens have different texts.',
    )
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Columns matched by' }),
      'Equal tokens, by their texts',
    )
    expect(screen.getByRole('status')).toHaveTextContent(
      '3 columns matched by text: 2 shared, 1 only in A.',
    )
  })
})
