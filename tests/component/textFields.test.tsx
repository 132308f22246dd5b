import { fireEvent, render, screen } from '@testing-library/react'
import { type ReactNode } from 'react'
import { describe, expect, it, vi, type Mock } from 'vitest'
import { DropTarget } from '../../src/app/open/DropTarget'
import { type NamedBlob } from '../../src/app/open/openFiles'
import { useHelpKey } from '../../src/app/page/HelpDialog'

type OnOpen = (files: readonly NamedBlob[]) => void
type OnHelp = (isOpen: boolean) => void

function Page({ onOpen, onHelp }: { readonly onOpen: OnOpen; readonly onHelp: OnHelp }): ReactNode {
  useHelpKey(onHelp)
  return (
    <>
      <input type="search" aria-label="text" />
      <input type="radio" aria-label="radio" />
      <input type="file" aria-label="file" />
      <button type="button">button</button>
      <DropTarget onOpen={onOpen} />
    </>
  )
}

function show(): { readonly onOpen: Mock<OnOpen>; readonly onHelp: Mock<OnHelp> } {
  const handlers = { onOpen: vi.fn<OnOpen>(), onHelp: vi.fn<OnHelp>() }
  render(<Page {...handlers} />)
  return handlers
}

function focused(name: string): HTMLElement {
  return name === 'button' ? screen.getByRole('button') : screen.getByLabelText(name)
}

describe.each([
  ['text', false],
  ['radio', true],
  ['file', true],
  ['button', true],
])('with the focus on a %s', (name, isForPage) => {
  it('“?” opens no help, since speech input types it', () => {
    const { onHelp } = show()
    fireEvent.keyDown(focused(name), { key: '?' })
    expect(onHelp).not.toHaveBeenCalled()
  })

  it('pasted text reaches the page, or the field that takes text', () => {
    const { onOpen } = show()
    const clipboardData = { files: [], getData: () => '[[1]]' }
    fireEvent.paste(focused(name), { clipboardData })
    expect(onOpen).toHaveBeenCalledTimes(isForPage ? 1 : 0)
  })
})
