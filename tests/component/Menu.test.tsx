import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Menu, MenuItem } from '../../src/app/controls/Menu'

function show(isDisabled = false): () => void {
  const onChoose = vi.fn<() => void>()
  render(
    <>
      <Menu label="Export" isDisabled={isDisabled}>
        <MenuItem label="SVG" about="Shapes" onChoose={onChoose} />
        <label>
          <input type="checkbox" />
          Mark
        </label>
      </Menu>
      <button type="button">elsewhere</button>
    </>,
  )
  return onChoose
}

async function open(): Promise<HTMLElement> {
  const button = screen.getByRole('button', { name: 'Export' })
  await userEvent.click(button)
  expect(button).toHaveAttribute('aria-expanded', 'true')
  return button
}

function isOpen(): boolean {
  return screen.queryByRole('button', { name: 'SVG' }) !== null
}

describe('Menu', () => {
  it('that is disabled does not open', async () => {
    show(true)
    await userEvent.click(screen.getByRole('button', { name: 'Export' }))
    expect(isOpen()).toBe(false)
  })

  it('opens and closes by its button, and names the panel that it opens', async () => {
    show()
    const button = await open()
    expect(document.getElementById(button.getAttribute('aria-controls') ?? '')).not.toBeNull()
    await userEvent.click(button)
    expect(isOpen()).toBe(false)
    expect(button).toHaveAttribute('aria-expanded', 'false')
  })

  it('does what is chosen, closes, and has the focus again', async () => {
    const onChoose = show()
    const button = await open()
    await userEvent.click(screen.getByRole('button', { name: 'SVG', description: 'Shapes' }))
    expect(onChoose).toHaveBeenCalledOnce()
    expect(isOpen()).toBe(false)
    expect(button).toHaveFocus()
  })

  it('stays open while options are set', async () => {
    show()
    await open()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Mark' }))
    expect(isOpen()).toBe(true)
    expect(screen.getByRole('checkbox', { name: 'Mark' })).toBeChecked()
  })

  it('closes by Escape from within, and has the focus again', async () => {
    show()
    const button = await open()
    await userEvent.tab()
    await userEvent.keyboard('{Escape}')
    expect(isOpen()).toBe(false)
    expect(button).toHaveFocus()
  })

  it('closes by a press elsewhere, and leaves the focus there', async () => {
    show()
    await open()
    await userEvent.click(screen.getByRole('button', { name: 'elsewhere' }))
    expect(isOpen()).toBe(false)
    expect(screen.getByRole('button', { name: 'elsewhere' })).toHaveFocus()
  })

  it('closes when it is left by Tab', async () => {
    show()
    await open()
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.tab()
    expect(isOpen()).toBe(false)
  })
})
