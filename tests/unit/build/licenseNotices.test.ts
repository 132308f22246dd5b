// @vitest-environment jsdom
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  insertNotices,
  noticeText,
  packageFolder,
  readPackage,
} from '../../../src/build/licenseNotices'

describe('packageFolder', () => {
  it.each([
    ['/a/src/app/main.tsx', undefined],
    ['\0rolldown/runtime.js', undefined],
    ['/a/node_modules/react/index.js', '/a/node_modules/react'],
    ['\0/a/node_modules/react/index.js?commonjs-es-import', '/a/node_modules/react'],
    ['/a/node_modules/@b/c/d/e.js', '/a/node_modules/@b/c'],
    ['/a/node_modules/b/node_modules/c/d.js', '/a/node_modules/b/node_modules/c'],
    ['C:\\a\\node_modules\\b\\c.js', 'C:/a/node_modules/b'],
  ])('of %j is %j', (id, folder) => {
    expect(packageFolder(id)).toBe(folder)
  })
})

describe('readPackage', () => {
  it('names the folder where there is no package', () => {
    expect(() => readPackage('/nowhere')).toThrow('no package.json in /nowhere')
  })

  it('refuses a package without a licence file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'simlens-'))
    writeFileSync(join(folder, 'package.json'), '{"name":"a","version":"1.0.0","license":"MIT"}')
    expect(() => readPackage(folder)).toThrow('a is bundled but has no licence file')
    rmSync(folder, { recursive: true })
  })

  it('reads the whole licence', () => {
    const { name, license, text } = readPackage('node_modules/react')
    expect({ name, license }).toEqual({ name: 'react', license: 'MIT' })
    expect(text).toContain('Permission is hereby granted')
  })
})

describe('the notices', () => {
  it('are the own one alone where nothing is bundled', () => {
    expect(noticeText('own', [])).toBe('own')
  })

  it('are in the order of names, each with version, licence and text', () => {
    const text = noticeText('own', ['node_modules/react-dom', 'node_modules/react'])
    const titles = text.match(/^react.* \d+\.\d+\.\d+ \(MIT\)$/gm)
    expect(titles?.map((title) => title.split(' ')[0])).toEqual(['react', 'react-dom'])
  })

  it('cannot break out of their element', () => {
    const text = 'a & b &lt; </template></body><script>alert(1)</script> $& -->'
    const html = insertNotices('<html><body><script>"</body>"</script></body></html>', text)
    const parsed = new DOMParser().parseFromString(html, 'text/html')
    const template = parsed.querySelector<HTMLTemplateElement>('#licenses')
    expect(template?.content.textContent).toBe(text)
    expect(parsed.querySelectorAll('script')).toHaveLength(1)
  })

  it('need a body to go into', () => {
    expect(() => insertNotices('<p>a</p>', 'b')).toThrow('no </body>')
  })
})
