import { spawnSync } from 'node:child_process'

/** What libxml2 says against a text as XML, on one or more lines; empty where it is well-formed. */
export function xmlProblems(xml: string | Buffer): string {
  const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '-'], {
    input: xml,
    encoding: 'utf8',
  })
  return status === 0 && stderr === '' ? '' : stderr || `xmllint ended with ${status}`
}
