import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with the page as it stands, a line for each rule and element; empty is good. */
export async function findAxeViolations(page: Page): Promise<string[]> {
  // The driver evaluates it, so the page's policy has no say; it adds no element and asks for no file.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source)
  // All rules run; what they find right is not gathered, which takes longer than they do.
  const results: unknown = await page.evaluate(
    "axe.run(document, { preload: false, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })",
  )
  return violationsOf(results).flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} (${node.target.map(String).join(' ')})`),
  )
}

function violationsOf(results: unknown): axe.Result[] {
  if (typeof results !== 'object' || results === null || !('violations' in results)) {
    throw new Error('axe did not answer')
  }
  return results.violations as axe.Result[]
}
