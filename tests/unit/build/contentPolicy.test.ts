import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sealPage } from '../../../src/build/contentPolicy'

function page(head: string): string {
  return `<!doctype html><html><head>${head}</head><body></body></html>`
}

function sha256(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

describe('sealPage', () => {
  it('allows no script and no style where the page has none', () => {
    expect(sealPage(page(''))).toContain("script-src 'none'; style-src 'none';")
  })

  it('writes the policy before everything else in the head', () => {
    expect(sealPage(page('<title>a</title>'))).toMatch(/<head>\s*<meta http-equiv="Content-Sec/)
  })

  it('allows each script and style by the hash of its exact text', () => {
    const sealed = sealPage(
      page('<script type="module">let a = "ö"</script><script> </script><style>b{}</style>'),
    )
    expect(sealed).toContain(`script-src ${sha256('let a = "ö"')} ${sha256(' ')};`)
    expect(sealed).toContain(`style-src ${sha256('b{}')};`)
  })

  it('hashes line ends as a browser does, all as line feeds', () => {
    expect(sealPage(page('<script>a\r\nb\rc</script>'))).toContain(sha256('a\nb\nc'))
  })

  it('keeps what looks like a replacement pattern as it is', () => {
    const script = '<script>"a".replace(/a/, "$& $1 $`")</script>'
    expect(sealPage(page(script))).toContain(script)
  })

  it.each([
    ['<script>"</script>"</script>', 'an inline <script> holds "</script"'],
    ['<script>"</SCRIPT >"</script>', 'an inline <script> holds "</script"'],
    ['<script>"<!-- <script>"</script>', 'an inline <script> holds "<!--"'],
    ['<style>a::after{content:"</style>"}</style>', 'an inline <style> holds "</style"'],
    ['<script src="a.js"></script>', 'a <script> is not inline'],
    ['<link rel="stylesheet" href="a.css">', 'the page links to a file'],
    ['<link href="a.js" rel=modulepreload>', 'the page links to a file'],
  ])('refuses %s', (head, message) => {
    expect(() => sealPage(page(head))).toThrow(message)
  })

  it('refuses a page without a head', () => {
    expect(() => sealPage('<p>a</p>')).toThrow('no <head>')
  })
})
