import { expect, it } from 'vitest'
import { readTensor } from '../../../../src/formats/readTensor'
import { sourceOfBlob } from '../../../../src/formats/source/ByteSource'
import { problemOf } from '../problemOf'

function problem(content: string): Promise<{ tag: string; message: string; advice: string }> {
  const blob = new Blob([`%PDF-1.5\n${content}\n%%EOF\n`])
  return problemOf(() => readTensor(sourceOfBlob(blob, 'paper.pdf')))
}

const file = '2 0 obj << /F (simlens.json.zz) /EF << /F 1 0 R >> >> endobj'

it('a PDF without a tensor says that LaTeX may have left it out', async () => {
  const { message, advice } = await problem('')
  expect(message).toBe('“paper.pdf” is a PDF document without a tensor in it.')
  expect(advice).toContain('LaTeX leaves the tensor out of a paper')
})

it('an encrypted PDF says so', async () => {
  const { tag, message } = await problem('trailer << /Encrypt 9 0 R >>')
  expect([tag, message]).toEqual(['unsupported', '“paper.pdf” is an encrypted PDF document.'])
})

it('a tensor that is packed in an unknown way says in which', async () => {
  const stream = '1 0 obj << /Filter /LZWDecode /Length 2 >> stream\n12\nendstream endobj'
  expect((await problem(`${stream} ${file}`)).message).toContain('packed as LZWDecode')
})

it('a tensor that does not unpack is damaged', async () => {
  const stream = '1 0 obj << /Filter /FlateDecode /Length 2 >> stream\n12\nendstream endobj'
  expect((await problem(`${stream} ${file}`)).message).toContain('is damaged')
})

it('a PDF of more objects than are searched says how many these are', async () => {
  const { tag, message } = await problem(`${file}\n`.repeat(2e5))
  expect(tag).toBe('too-large')
  expect(message).toBe(
    '“paper.pdf” has more objects than the 1,048,576 that are searched for a tensor.',
  )
})
