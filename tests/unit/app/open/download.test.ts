import { expect, it } from 'vitest'
import { rawAddress } from '../../../../src/app/open/download'

it.each([
  [
    'https://github.com/owner/name/blob/main/a%20b/c.json?x=1#L3',
    'https://raw.githubusercontent.com/owner/name/main/a%20b/c.json',
  ],
  [
    'https://github.com/owner/name/raw/v1.0/c.json',
    'https://raw.githubusercontent.com/owner/name/v1.0/c.json',
  ],
  [
    'https://huggingface.co/datasets/owner/name/blob/main/c.json',
    'https://huggingface.co/datasets/owner/name/resolve/main/c.json',
  ],
  [
    'https://huggingface.co/owner/name/blob/main/d/c.npy',
    'https://huggingface.co/owner/name/resolve/main/d/c.npy',
  ],
  ['https://github.com/owner/name', 'https://github.com/owner/name'],
  [
    'https://example.org/owner/name/blob/main/c.json?x=1',
    'https://example.org/owner/name/blob/main/c.json?x=1',
  ],
])('%s is read at %s', (address, raw) => {
  expect(rawAddress(new URL(address)).href).toBe(raw)
})
