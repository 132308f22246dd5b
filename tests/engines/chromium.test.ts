import { describe } from 'vitest'
import { testEngine } from './suites/testEngine'

// Bursts of wheel steps are in tests/browser/fastZoom.test.ts: Chromium can be slowed down itself. Hostile files are in
// tests/browser/hostileFiles.test.ts, which measures their memory too.
describe('Chromium', () => {
  testEngine('Chromium')
})
