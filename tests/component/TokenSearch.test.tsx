import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useLayoutEffect, type ReactNode } from 'react'
import { describe, expect, it, vi, type Mock } from 'vitest'
import { TokenSearch } from '../../src/app/page/TokenSearch'
import { axesOf } from '../../src/tensor/Axes'
import { type Tensor } from '../../src/tensor/Tensor'
import { tensorOfRows } from '../unit/tensor/anyTensor'

type OnGo = (tokenIndex: number) => void

function tensorWith(texts: readonly string[]): Tensor {
  return { ...tensorOfRows([texts.map(() => 0)]), tokens: { kind: 'shared', texts } }
}

const tensor = tensorWith(['a', ':', 'b', ':', 'c', ':'])

function show(): { readonly onGo: Mock<OnGo>; readonly rerender: (next: Tensor) => void } {
  const onGo = vi.fn<OnGo>()
  const { rerender } = render(<TokenSearch tensor={tensor} queryIndex={0} onGo={onGo} />)
  return {
    onGo,
    rerender: (next) => rerender(<TokenSearch tensor={next} queryIndex={0} onGo={onGo} />),
  }
}

function field(): HTMLElement {
  return screen.getByRole('searchbox', { name: 'Go to token' })
}

function hits(): string | null {
  return screen.getByRole('status', { name: 'Hits' }).textContent
}

function noneOf(): string {
  return 'only tokens 0–5'
}

/** Types a text and presses Enter at once. */
function enter(text: string): void {
  fireEvent.change(field(), { target: { value: text } })
  fireEvent.submit(screen.getByRole('search'))
}

interface TypedWhenDrawnProps {
  readonly text: string
  readonly onGo: OnGo
}

/** Types a text as soon as the search is drawn: React runs the effects of what it has drawn after that. */
function TypedWhenDrawn({ text, onGo }: TypedWhenDrawnProps): ReactNode {
  useLayoutEffect(() => {
    const input = field()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }, [text])
  return <TokenSearch tensor={tensor} queryIndex={0} onGo={onGo} />
}

describe('TokenSearch', () => {
  it('has the name of the columns', () => {
    render(
      <TokenSearch
        tensor={{ ...tensor, axes: axesOf({ column: 'Feature' }) }}
        queryIndex={0}
        onGo={vi.fn<OnGo>()}
      />,
    )
    expect(screen.getByRole('searchbox')).toHaveAccessibleName('Go to feature')
  })

  it('says nothing and goes nowhere before anything is sought', async () => {
    const { onGo } = show()
    expect(screen.queryByRole('status')).toBeNull()
    await userEvent.type(field(), '{Enter}')
    expect(onGo).not.toHaveBeenCalled()
  })

  it('says that there is none, and goes nowhere', async () => {
    const { onGo } = show()
    await userEvent.type(field(), 'zebra{Enter}')
    expect(hits()).toBe('no hits')
    expect(onGo).not.toHaveBeenCalled()
    expect(screen.getByRole('button', { name: 'Next hit' })).toBeDisabled()
  })

  it('says which tokens exist, if a range has none of them', () => {
    render(<TokenSearch tensor={tensor} queryIndex={0} onGo={vi.fn<OnGo>()} rangeOf={noneOf} />)
    enter('tokens 70–80')
    expect(hits()).toBe('only tokens 0–5')
  })

  it('goes to the first hit, and says how many there are', async () => {
    const { onGo } = show()
    await userEvent.type(field(), ':')
    expect(hits()).toBe('1 of 3')
    expect(onGo.mock.calls).toEqual([[1]])
  })

  it('goes to the first hit of a text that is typed before the effects of the last frame', () => {
    const onGo = vi.fn<OnGo>()
    render(<TypedWhenDrawn text=":" onGo={onGo} />)
    expect(hits()).toBe('1 of 3')
    expect(onGo.mock.calls).toEqual([[1]])
  })

  it('steps on and back, and around the ends', async () => {
    const { onGo } = show()
    await userEvent.type(field(), ':')
    await userEvent.click(screen.getByRole('button', { name: 'Next hit' }))
    expect([hits(), onGo.mock.lastCall]).toEqual(['2 of 3', [3]])
    await userEvent.type(field(), '{Enter}')
    expect([hits(), onGo.mock.lastCall]).toEqual(['3 of 3', [5]])
    await userEvent.type(field(), '{Enter}')
    expect([hits(), onGo.mock.lastCall]).toEqual(['1 of 3', [1]])
    await userEvent.click(screen.getByRole('button', { name: 'Previous hit' }))
    expect([hits(), onGo.mock.lastCall]).toEqual(['3 of 3', [5]])
  })

  it('lists the hits by index and text, and goes to the one that is chosen', async () => {
    const { onGo } = show()
    await userEvent.type(field(), ':')
    await userEvent.click(screen.getByRole('button', { name: 'List' }))
    const list = screen.getByRole('list', { name: 'Hits in order' })
    const items = within(list).getAllByRole('button')
    expect(items.map(({ textContent }) => textContent)).toEqual(['1 :', '3 :', '5 :'])
    await userEvent.click(screen.getByRole('button', { name: '5 :' }))
    expect([hits(), onGo.mock.lastCall]).toEqual(['3 of 3', [5]])
  })

  it('begins anew with another text', async () => {
    const { onGo } = show()
    await userEvent.type(field(), ':{Enter}')
    await userEvent.clear(field())
    await userEvent.type(field(), 'c')
    expect([hits(), onGo.mock.lastCall]).toEqual(['1 of 1', [4]])
  })

  it('finds a token by its index', async () => {
    const { onGo } = show()
    await userEvent.type(field(), '4')
    expect(onGo.mock.calls).toEqual([[4]])
  })

  it('counts anew in another tensor, also after nothing was found', async () => {
    const { rerender } = show()
    await userEvent.type(field(), 'x{Enter}')
    rerender(tensorWith(['x', 'x']))
    expect(hits()).toBe('1 of 2')
  })

  describe('among so many tokens that the hits arrive later', () => {
    const texts = Array.from<unknown, string>({ length: 1 << 18 }, (_, k) =>
      k % 1000 === 7 ? 'plum' : 'pear',
    )
    const many = tensorWith(texts.with(5, 'fig').with(9, 'fig'))

    it('Enter goes to the first hit of the new text, not to one of the text before', async () => {
      const onGo = vi.fn<OnGo>()
      render(<TokenSearch tensor={many} queryIndex={0} onGo={onGo} />)
      enter('plum')
      await waitFor(() => expect([hits(), onGo.mock.calls]).toEqual(['1 of 263', [[7]]]))
      enter('fig')
      await waitFor(() => expect([hits(), onGo.mock.calls]).toEqual(['1 of 2', [[7], [5]]]))
    })

    it('Enter shows the range once it is known that no token is named so', async () => {
      const [onGo, onRange] = [vi.fn<OnGo>(), vi.fn<(text: string) => void>()]
      const rangeOf = (text: string) => () => onRange(text)
      render(<TokenSearch tensor={many} queryIndex={0} {...{ onGo, rangeOf }} />)
      enter('plum')
      await waitFor(() => expect([hits(), onGo.mock.calls]).toEqual(['1 of 263', [[7]]]))
      enter('70–80')
      await waitFor(() => expect(onRange.mock.calls).toEqual([['70–80']]))
      expect(onGo.mock.calls).toEqual([[7]])
    })
  })
})
