import { testCopying } from './copying'
import type { EngineName } from '../harness/engineTest'
import { testControls } from './controls'
import { testExports } from './exports'
import { testHostile } from './hostile'
import { testOpening } from './opening'
import { testReading } from './reading'
import { testSurroundings } from './surroundings'

/** Tests in one engine what matters most. */
export function testEngine(engine: EngineName): void {
  testOpening(engine)
  testReading(engine)
  testControls(engine)
  testExports(engine)
  testCopying(engine)
  testSurroundings(engine)
  testHostile(engine)
}
