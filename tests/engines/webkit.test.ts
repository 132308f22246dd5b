import { describe, inject } from 'vitest'
import { testBursts } from './suites/bursts'
import { testSameText } from './suites/exports'
import { testHostileFiles } from './suites/hostile'
import { testEngine } from './suites/testEngine'

// Where it is not installed, the end of the run says so.
describe.runIf(inject('miniBrowserPath') !== '')('WebKit', () => {
  testEngine('WebKit')
  testHostileFiles('WebKit')
  testSameText('WebKit')
  testBursts('WebKit')
})
