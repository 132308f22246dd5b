import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { command } from './harness/commandBar'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'

const long = {
  title: 'long',
  queries: ['first', 'second'],
  tokens: Array.from({ length: 300 }, (_token, index) => (index === 299 ? ':' : `t${index}`)),
  values: [0, 1].map((query) => [0, 1, 2].map((layer) => longRow(layer + query))),
}

function longRow(seed: number): number[] {
  return Array.from({ length: 300 }, (_cell, token) => Math.sin(seed * 7 + token * 3))
}

function expectSaid(page: Page, text: RegExp): Promise<void> {
  return expect.poll(() => page.getByTestId('announcement').textContent()).toMatch(text)
}

test('file, query, pin, zoom, order and panel are said when they change', async ({ openPage }) => {
  const page = await openPage()
  const said = page.getByTestId('announcement')
  expect(await said.getAttribute('role')).toBe('status')
  expect(await said.textContent()).toBe('')
  await showTensor(page, long, 'long.json')
  await expectSaid(page, /^long\.json, 3 layers by 300 past tokens; query 1 of 2, first$/)
  await page.getByRole('button', { name: 'Next meta token' }).click()
  await expectSaid(page, /^query 2 of 2, second$/)
  const figure = page.getByTestId('figure')
  await figure.press('Home')
  await figure.press('Enter')
  await expectSaid(page, /^-?−?0\.\d{3,5}, layer 0, token 299 colon, 1 back, pinned$/)
  await figure.press('+')
  await expectSaid(page, /^token 299 to \d+ in view$/)
  await figure.press('0')
  await expectSaid(page, /^the whole figure is in view$/)
  await command(page, 'order tokens mean')
  await expectSaid(page, /^order of tokens: mean$/)
  await command(page, 'settings')
  await expectSaid(page, /^settings panel is open$/)
  await figure.press('Escape')
  await expectSaid(page, /^no cell is pinned$/)
})
