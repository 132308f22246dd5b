import { cleanup, render, screen } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import { useEffect, useReducer, type ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { SettingsPanel } from '../../src/app/settings/SettingsPanel'
import { activeTensor, initialState, type AppState } from '../../src/app/state/AppState'
import { appReducer } from '../../src/app/state/appReducer'
import { pyramidsOf } from '../../src/tensor/Pyramid'
import { shownView } from '../../src/tensor/shownView'
import { type ViewSettings } from '../../src/tensor/View'
import { tensorOfRows } from '../unit/tensor/anyTensor'

const tensor = tensorOfRows([[1, 2]])

function opened(settings: ViewSettings): AppState {
  const shown = shownView(tensor, settings, {})
  const pyramids = pyramidsOf(tensor.values)
  const open = { id: 1, fileName: 'a.json', tensor, statistics: [], pyramids, ...shown }
  return { ...initialState, open: [open], activeId: 1 }
}

interface Shown {
  readonly user: UserEvent
  /** The page's state after the last change. */
  readonly state: () => AppState
}

function show(settings: ViewSettings = {}): Shown {
  const user = userEvent.setup()
  const onState = vi.fn<(state: AppState) => void>()
  function Page(): ReactNode {
    const [state, dispatch] = useReducer(appReducer, settings, opened)
    useEffect(() => onState(state), [state])
    const open = activeTensor(state)
    return open && <SettingsPanel open={open} dispatch={dispatch} />
  }
  render(<Page />)
  return { user, state: () => onState.mock.lastCall?.[0] ?? initialState }
}

function viewOf(shown: Shown): ViewSettings {
  return activeTensor(shown.state())?.view ?? {}
}

describe('a setting', () => {
  it('has a name and a help of one line', () => {
    show()
    const colormap = screen.getByRole('combobox', { name: 'Colormap' })
    expect(colormap).toHaveDisplayValue('viridis')
    expect(colormap).toHaveAccessibleDescription(/^The colors from .*\.$/)
  })

  it('is changed, kept, and reset where it is not the default', async () => {
    const shown = show()
    expect(screen.queryByRole('button', { name: /^Reset [A-Z]/ })).not.toBeInTheDocument()
    await shown.user.selectOptions(screen.getByRole('combobox', { name: 'Colormap' }), 'magma')
    expect(viewOf(shown).colormap).toBe('magma')
    expect(shown.state().kept).toEqual({ colormap: 'magma' })

    await shown.user.click(screen.getByRole('button', { name: 'Reset Colormap' }))
    expect(viewOf(shown).colormap).toBe('viridis')
    expect(shown.state().kept).toEqual({})
    expect(screen.getByRole('combobox', { name: 'Colormap' })).toHaveFocus()
    expect(screen.queryByRole('button', { name: /^Reset [A-Z]/ })).not.toBeInTheDocument()
  })

  it('that would change nothing is not there', () => {
    show()
    expect(screen.queryByRole('combobox', { name: 'Width' })).not.toBeInTheDocument()
  })
})

function marked(): readonly (string | null)[] {
  return Array.from(document.querySelectorAll('.is-changed > label'), (each) => each.textContent)
}

function paper(): HTMLElement | null {
  return screen.getByText('Paper').closest('details')
}

describe('the panel', () => {
  it.each([
    ['palette', ['Colormap']],
    ['dendrogram', []],
    ['cluster tokens', ['Order of tokens']],
    ['z-score', ['Transform']],
  ])('finds by “%s”, in names, help, terms and choices', async (search, names) => {
    const { user } = show()
    await user.type(screen.getByRole('searchbox', { name: 'Find a setting' }), search)
    const labels = screen.queryAllByRole('combobox').map((each) => each.getAttribute('id') ?? '')
    const found = labels.map((id) => document.querySelector(`label[for="${id}"]`)?.textContent)
    expect(found).toEqual(names)
    expect(screen.queryAllByText('No setting is called this.')).toHaveLength(
      names.length === 0 ? 1 : 0,
    )
  })

  it('marks what is not the default, and takes it all back at once', async () => {
    const shown = show({ colormap: 'magma', layers: 'down', domain: 'symmetric' })
    expect(marked()).toEqual(['Colormap', 'Layer 0'])
    await shown.user.click(screen.getByRole('button', { name: 'Reset all' }))
    expect(viewOf(shown)).toMatchObject({ colormap: 'viridis', layers: 'up', domain: 'auto' })
    expect(shown.state().kept).toEqual({})
    expect(marked()).toEqual([])
    expect(screen.getByRole('button', { name: 'Reset all' })).toBeDisabled()
  })

  it('keeps which sections are unfolded, and a search does not change it', async () => {
    const { user } = show()
    expect(paper()).not.toHaveAttribute('open')
    await user.click(screen.getByText('Paper'))
    expect(paper()).toHaveAttribute('open')
    cleanup()
    show()
    expect(paper()).toHaveAttribute('open')
    await user.click(screen.getByText('Paper'))
    await user.type(screen.getByRole('searchbox'), 'paper width')
    expect(paper()).toHaveAttribute('open')
    await user.clear(screen.getByRole('searchbox'))
    expect(paper()).not.toHaveAttribute('open')
  })
})

describe('the whole set', () => {
  it('is copied as JSON, without what belongs to this tensor only', async () => {
    const { user } = show({ colormap: 'magma', cell: [0, 1], x: [0, 1] })
    await user.click(screen.getByRole('button', { name: 'Copy settings' }))
    await screen.findByText('The settings were copied as JSON.')
    const copied: unknown = JSON.parse(await navigator.clipboard.readText())
    expect(copied).toMatchObject({ colormap: 'magma', axis: 'distance' })
    expect(copied).not.toHaveProperty('cell')
    expect(copied).not.toHaveProperty('x')
    expect(copied).not.toHaveProperty('query')
  })

  it('is pasted, and what cannot be used is told', async () => {
    const shown = show()
    await paste(shown, '{"colormap": "magma", "layers": "sideways", "query": 7}')
    expect(viewOf(shown)).toMatchObject({ colormap: 'magma', layers: 'up', query: 0 })
    expect(shown.state().notices).toEqual([
      'The pasted text has layers = "sideways", which this version does not support.',
    ])
    expect(screen.queryByRole('textbox', { name: 'Settings as JSON' })).not.toBeInTheDocument()
  })

  it.each(['', '{', 'colormap: magma'])('is not taken from %j, which is no JSON', async (text) => {
    const shown = show()
    await paste(shown, text)
    expect(screen.getByText('The text is not JSON.')).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: 'Settings as JSON' })).toHaveValue(text)
  })

  it.each(['[]', 'null', '7'])('is not taken from %s, which is no object', async (text) => {
    const shown = show()
    await paste(shown, text)
    expect(shown.state().notices).toEqual(['The pasted text is not an object; it was ignored.'])
  })
})

async function paste({ user }: Shown, text: string): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Paste settings' }))
  expect(screen.getByRole('textbox', { name: 'Settings as JSON' })).toHaveFocus()
  await user.paste(text)
  await user.click(screen.getByRole('button', { name: 'Apply' }))
}
