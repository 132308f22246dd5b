import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { TensorHelp, tensorRecipes } from '../../src/app/page/TensorHelp'

it.each(tensorRecipes)('copies the lines for $library', async ({ library, code }) => {
  const user = userEvent.setup()
  render(<TensorHelp />)
  await user.click(screen.getByText('How do I get a tensor?'))
  await user.click(screen.getByRole('button', { name: `Copy the lines for ${library}` }))
  expect(await screen.findByText(`Copied the lines for ${library}.`)).toBeVisible()
  expect(await navigator.clipboard.readText()).toBe(code)
})

it('keeps each recipe to about ten lines that end in a file', () => {
  for (const { code } of tensorRecipes) {
    expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(11)
    expect(code).toContain('simlens.write("run.json"')
  }
})
