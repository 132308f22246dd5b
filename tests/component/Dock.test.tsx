import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ReactNode } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { Dock } from '../../src/app/dock/Dock'
import { DockButtons } from '../../src/app/dock/DockButtons'
import { useDock } from '../../src/app/dock/useDock'

function Page(): ReactNode {
  const dock = useDock()
  return (
    <>
      <DockButtons dock={dock} />
      {dock.panel && (
        <Dock key={dock.panel} {...dock} dock={dock} panel={dock.panel} onClose={dock.close}>
          <p>{`All ${dock.panel}`}</p>
        </Dock>
      )}
    </>
  )
}

beforeEach(() => localStorage.clear())

const button = (name: string): HTMLElement => screen.getByRole('button', { name })

it('shows one panel at a time, and folds by the panel’s own button', async () => {
  render(<Page />)
  const user = userEvent.setup()
  expect(screen.queryByRole('region')).toBeNull()
  await user.click(button('Settings'))
  expect(screen.getByRole('region', { name: 'Settings' })).toHaveTextContent('All Settings')
  await user.click(button('Findings'))
  expect(screen.getAllByRole('region')).toEqual([screen.getByRole('region', { name: 'Findings' })])
  expect(button('Settings')).toHaveAttribute('aria-expanded', 'false')
  await user.click(button('Findings'))
  expect(screen.queryByRole('region')).toBeNull()
})

it('takes the focus when it is opened, and gives it back to the button', async () => {
  render(<Page />)
  const user = userEvent.setup()
  await user.click(button('Settings'))
  expect(screen.getByRole('heading', { name: 'Settings' })).toHaveFocus()
  await user.tab()
  expect(button('Close settings')).toHaveFocus()
  await user.keyboard('{Escape}')
  expect(button('Settings')).toHaveFocus()
  await user.click(button('Settings'))
  await user.click(button('Close settings'))
  expect(button('Settings')).toHaveFocus()
})

it('keeps its panel and its width, which keys change between limits', async () => {
  const { unmount } = render(<Page />)
  const user = userEvent.setup()
  await user.click(button('Settings'))
  const edge = screen.getByRole('separator', { name: 'Width of the panel' })
  edge.focus()
  await user.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(edge).toHaveAttribute('aria-valuenow', '336')
  unmount()
  render(<Page />)
  const again = screen.getByRole('separator')
  expect(screen.getByRole('region', { name: 'Settings' })).toContainElement(again)
  expect(again).toHaveAttribute('aria-valuenow', '336')
  again.focus()
  for (let step = 0; step < 40; step++) fireEvent.keyDown(again, { key: 'ArrowRight' })
  expect(again).toHaveAttribute('aria-valuenow', '240')
  fireEvent.doubleClick(again)
  expect(again).toHaveAttribute('aria-valuenow', '304')
})

it.each(['7', '"Findings"', '{"panel": "Nothing", "width": "wide"}', 'no JSON'])(
  'is folded or as by default after %s in the storage',
  (text) => {
    localStorage.setItem('simlens:dock', text)
    render(<Page />)
    expect(screen.queryByRole('region')).toBeNull()
  },
)
