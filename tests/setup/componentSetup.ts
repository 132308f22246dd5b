import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

// For what never comes: a busy machine takes many times longer than the second that is the default.
configure({ asyncUtilTimeout: 30_000 })

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})
