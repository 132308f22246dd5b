import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { cellOf } from './harness/cellOf'
import { command } from './harness/commandBar'
import { test } from './harness/pageTest'
import { saveDownload } from './harness/saveDownload'
import { showTensor } from './harness/showTensor'
import { twoQueries } from './harness/twoQueries'

/** One action of a reader: a click, a choice in a list, a movement to a place, or a phrase with Enter. */
type Action = (page: Page) => Promise<unknown>

type Task = readonly [name: string, actions: readonly Action[], expectDone: Action]

/** Returns the action of a click on a button. */
function click(name: string | RegExp): Action {
  return (page) => page.getByRole('button', { name, exact: true }).click()
}

/** Returns the action of a phrase in the command bar. */
function phrase(text: string): Action {
  return (page) => command(page, text)
}

/** Returns the action of a choice in a list beside the colors. */
function choose(list: string, option: string): Action {
  return (page) => page.getByRole('combobox', { name: list }).selectOption(option)
}

function hashHas(setting: string): Action {
  return async (page) => {
    const hash = (): Promise<string> => page.evaluate(() => decodeURIComponent(location.hash))
    await expect.poll(hash).toContain(setting)
  }
}

/** Returns the last action, which saves a file of this ending and content. */
function saves(ending: string, last: Action, content = /./): Action {
  return async (page) => {
    const { name, bytes } = await saveDownload(page, async () => {
      await last(page)
    })
    expect(name).toMatch(new RegExp(`\\.${ending}$`))
    expect(bytes.toString('latin1')).toMatch(content)
  }
}

async function expectCopied(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('#')
}

async function expectRead(page: Page): Promise<void> {
  const readout = page.getByTestId('readout')
  await expect.poll(() => readout.textContent()).toMatch(/^layer \d+ · token 1 "pear".* · [−\d.]+$/)
}

async function expectSecond(page: Page): Promise<void> {
  const picker = page.getByRole('combobox', { name: 'Meta token' })
  await expect.poll(() => picker.inputValue()).toBe('1')
}

async function nothing(): Promise<void> {
  // The last action itself has shown that the task is done.
}

const tasks: readonly Task[] = [
  ['read a value, by the pointer', [(page) => cellOf(page, 3, 1).hover()], expectRead],
  ['read a value, by a phrase', [phrase('token pear')], expectRead],
  ['next query', [click('Next meta token')], expectSecond],
  ['next query, by a phrase', [phrase('next query')], expectSecond],
  ['save PNG', [click('Export'), saves('png', click('PNG'))], nothing],
  ['save PNG, by a phrase', [saves('png', phrase('save png'))], nothing],
  ['copy link', [click('Export'), click('Copy link')], expectCopied],
  ['copy link, by a phrase', [phrase('copy link')], expectCopied],
  ['colormap', [click('Edit colors'), choose('Colormap', 'vik')], hashHas('colormap=vik')],
  ['colormap, by a phrase', [phrase('vik')], hashHas('colormap=vik')],
  [
    'symmetric range',
    [click('Edit colors'), choose('Color range', 'symmetric')],
    hashHas('domain=symmetric'),
  ],
  ['symmetric range, by a phrase', [phrase('symmetric')], hashHas('domain=symmetric')],
  ['values in cells', [phrase('values in cells')], hashHas('digits=')],
  ['cluster', [phrase('cluster tokens')], hashHas('order=cluster')],
  [
    'transform',
    [click('Edit colors'), choose('Transform', 'token-mean')],
    hashHas('transform=token-mean'),
  ],
  ['transform, by a phrase', [phrase('subtract token mean')], hashHas('transform=token-mean')],
  [
    'one-column PDF',
    [phrase('one column'), click('Export'), saves('pdf', click('PDF'), /MediaBox ?\[0 0 234 /)],
    nothing,
  ],
]

describe('the commonest tasks take two actions, and a PDF of one column three', () => {
  test.for(tasks)('%s', async ([name, actions, expectDone], { openPage }) => {
    expect(actions.length).toBeLessThanOrEqual(name.includes('PDF') ? 3 : 2)
    const permissions = ['clipboard-read', 'clipboard-write']
    const page = await openPage({ context: { permissions } })
    await showTensor(page, { ...twoQueries, title: 'tasks' })
    await page.evaluate(() => navigator.clipboard.writeText(''))
    for (const act of actions) {
      // oxlint-disable-next-line no-await-in-loop -- a reader does one thing after the other
      await act(page)
    }
    await expectDone(page)
  })
})
