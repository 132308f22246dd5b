import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject } from 'vitest'
import { test } from './harness/pageTest'

describe.each(['served', 'file'] as const)('the built page, %s', (from) => {
  test('shows its content, with no console output and no request but for itself', async ({
    openPage,
  }) => {
    const page = await openPage({ from })
    await expect.poll(() => page.locator('#root > *').count()).toBeGreaterThan(0)
  })

  test('is under a policy that allows nothing inline but by its hash', async ({ openPage }) => {
    const page = await openPage({ from })
    const first = page.locator('head > *').first()
    expect(await first.getAttribute('http-equiv')).toBe('Content-Security-Policy')
    const policy = (await first.getAttribute('content')) ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/]{43}='/)
    expect(policy).not.toContain('unsafe')
  })

  test('carries its version and the licences of what it bundles', async ({ openPage }) => {
    const page = await openPage({ from })
    const notices = await page.locator('#licenses').evaluate(templateText)
    expect(notices).toMatch(/^SimLens \d+\.\d+\.\d+ \(MIT\)/)
    expect(notices).toMatch(/^react \d+\.\d+\.\d+ \(MIT\)$/m)
    expect(notices).toMatch(/^react-dom \d+\.\d+\.\d+ \(MIT\)$/m)
    expect(notices).toContain('Copyright')
  })
})

/** Runs in the page. */
function templateText(element: Element): string {
  return element instanceof HTMLTemplateElement ? (element.content.textContent ?? '') : ''
}

test('the page is one file that loads no other', async () => {
  const html = await readFile(fileURLToPath(inject('fileUrl')), 'utf8')
  expect(html).not.toMatch(/<script[^>]+\ssrc=/)
  expect(html).not.toMatch(/<link[^>]+href="(?!data:)/)
})
