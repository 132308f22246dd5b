import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../../../src/build/checkFolders.mjs', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folders-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** What the script says of files of these texts; empty where nothing is wrong. */
function check(files: Readonly<Record<string, string>>, list?: readonly string[][]): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'src', name)), { recursive: true })
    writeFileSync(join(folder, 'src', name), text)
  }
  const listFile = join(folder, 'list.json')
  if (list !== undefined) writeFileSync(listFile, JSON.stringify(list))
  const args = [script, join(folder, 'src'), ...(list === undefined ? [] : [listFile])]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(status).toBe(stderr === '' ? 0 : 1)
  return stderr.replaceAll(listFile, 'LIST')
}

const fromA = { 'a/one.ts': "import { two } from '../b/two'\n" }
const typeFromB = { 'b/other.ts': "import {\n  type Three,\n} from '../a/three'\n" }

describe('folders', () => {
  it('may import one way', () => {
    expect(check({ ...fromA, 'b/two.ts': "import x from './deep/x'\n" })).toBe('')
  })

  it('may not import each other, not even a type', () => {
    expect(check({ ...fromA, ...typeFromB })).toBe(
      'a and b import each other:\n  a/one.ts imports ../b/two\n  b/other.ts imports ../a/three\n',
    )
  })

  it.each([
    ["export * from '../one'\n", 'a subfolder'],
    ["const one = await import('../one')\n", 'a subfolder, when it runs'],
  ])('may not import their subfolders, and be imported by them: %s', (text) => {
    const files = { 'a/one.ts': "import './in/two'\n", 'a/in/two.ts': text }
    expect(check(files)).toMatch(/^a and a\/in import each other:/)
  })

  it('are looked at below the first depth', () => {
    const files = {
      'a/in/one.ts': "import { two } from '../of/two'\n",
      'a/of/two.ts': "import { three } from '../in/deep/three'\n",
    }
    expect(check(files)).toMatch(/^a\/in and a\/of import each other:/)
  })

  it('that are listed may, until they do not', () => {
    expect(check({ ...fromA, ...typeFromB }, [['b', 'a']])).toBe('')
    rmSync(join(folder, 'src', 'b/other.ts'))
    expect(check({}, [['b', 'a']])).toBe(
      'b and a do not import each other any more: take them off LIST.\n',
    )
  })
})
