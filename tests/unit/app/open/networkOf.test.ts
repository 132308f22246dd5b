import { expect, it } from 'vitest'
import { needsLeave, networkOf } from '../../../../src/app/open/networkOf'

it.each([
  ['http://localhost:8000', 'this computer'],
  ['http://a.localhost', 'this computer'],
  ['http://127.0.0.1', 'this computer'],
  ['http://2130706433', 'this computer'],
  ['http://0x7f.1', 'this computer'],
  ['http://0.0.0.0', 'this computer'],
  ['http://[::1]', 'this computer'],
  ['http://[::]', 'this computer'],
  ['http://[::ffff:127.0.0.1]', 'this computer'],
  ['https://10.1.2.3', 'a private network'],
  ['https://172.16.0.1', 'a private network'],
  ['https://172.31.255.255', 'a private network'],
  ['https://192.168.1.1', 'a private network'],
  ['https://169.254.169.254', 'a private network'],
  ['https://100.64.0.1', 'a private network'],
  ['https://[::ffff:192.168.0.1]', 'a private network'],
  ['https://[fd00::1]', 'a private network'],
  ['https://[fe80::1]', 'a private network'],
  ['https://router', 'a private network'],
  ['https://nas.local', 'a private network'],
  ['https://nas.local.', 'a private network'],
  ['https://wiki.corp', 'a private network'],
  ['https://172.32.0.1', 'the internet'],
  ['https://100.128.0.1', 'the internet'],
  ['https://10.example.org', 'the internet'],
  ['https://localhost.example.org', 'the internet'],
  ['https://[2001:db8::1]', 'the internet'],
  ['https://huggingface.co', 'the internet'],
] as const)('%s is in %s', (address, network) => {
  expect(networkOf(new URL(address))).toBe(network)
})

it.each([
  ['http://localhost:8000/a', 'https://lens.example', true],
  ['http://127.0.0.1:8000/a', 'file:///lens.html', true],
  ['http://127.0.0.1:8000/a', 'http://localhost:4173', false],
  ['https://nas.local/a', 'https://nas.local/lens', false],
  ['https://nas.local/a', 'https://other.local/lens', true],
  ['https://nas.local/a', 'http://localhost:4173', true],
  ['https://huggingface.co/a', 'https://lens.example', false],
  ['data:application/json,[[1]]', 'https://lens.example', false],
] as const)('a link to %s on a page of %s asks: %s', (address, page, isAsked) => {
  expect(needsLeave(new URL(address), new URL(page))).toBe(isAsked)
})
