import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'

const methods = ['debug', 'info', 'log', 'warn', 'error'] as const

/** What the test at hand wrote to the console, a line each. */
let written: string[] = []

beforeEach(() => {
  written = []
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation((...values: unknown[]) => {
      written.push(`${method}: ${values.map(String).join(' ')}`)
    })
  }
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  if (written.length > 0) throw new Error(`the test wrote to the console:\n${written.join('\n')}`)
})
