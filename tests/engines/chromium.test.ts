import { describe } from 'vitest'
import { testEngine } from './suites/testEngine'

// Bursts of wheel steps are in tests/browser/fastZoom.test.ts: Chromium can be slowed down itself.
describe('Chromium', () => {
  testEngine('Chromium')
})
