import { describe, expect, it } from 'vitest'
import { fileOfMessage, messageOf } from '../../../../src/app/open/messageOf'

function fileOf(data: unknown): ReturnType<typeof fileOfMessage> {
  const message = messageOf(data)
  if (message.kind !== 'tensor') throw new Error(message.kind)
  return fileOfMessage(message.content)
}

async function textOf(data: unknown): Promise<string> {
  const { file } = fileOf(data)
  if ('blob' in file) return file.blob.text()
  if (!('fetch' in file)) throw new Error('no bytes')
  return (await file.fetch(new AbortController().signal, () => undefined)).text()
}

describe('messageOf', () => {
  it('knows the question and its own messages from those of others', () => {
    expect(messageOf('PING')).toEqual({ kind: 'ping' })
    for (const data of [undefined, null, 'PONG', 3, [], {}, { type: 'webpackOk' }]) {
      expect(messageOf(data)).toEqual({ kind: 'other' })
    }
  })

  it('takes the bytes of a file as they are', async () => {
    const bytes = new TextEncoder().encode('[[1]]')
    expect(await textOf({ simlens: { buffer: bytes } })).toBe('[[1]]')
    expect(await textOf({ simlens: { buffer: bytes.buffer } })).toBe('[[1]]')
    expect(await textOf({ simlens: { buffer: new Blob(['[[1]]']) } })).toBe('[[1]]')
  })

  it('writes a tensor exactly', async () => {
    const values = [Float64Array.of(0.1, NaN, Infinity, -0), [1e-300, -Infinity]]
    const text = await textOf({ simlens: { tensor: { values, title: 'a\u0000' } } })
    expect(text).toBe(
      '{ "values": [[0.1, null, 1e999, -0], [1e-300, -1e999]], "title": "a\\u0000" }',
    )
  })

  it('reads title and view, and says what of the view is unknown', () => {
    const opened = fileOf({
      simlens: { tensor: [[1]], title: 'Run 7', view: { axis: 'position', zoom: 2 } },
    })
    expect(opened).toMatchObject({
      file: { name: 'Run 7', settings: { axis: 'position' } },
      problems: [{ tag: 'unknown-setting', key: 'zoom', value: 2 }],
    })
  })

  it('refuses what holds no tensor', () => {
    for (const simlens of [null, 3, {}, { buffer: 'text' }, { tensor: 3 }]) {
      expect(messageOf({ simlens }).kind).toBe('refused')
    }
  })

  it('looks at nothing but the envelope before the tensor is opened', () => {
    const touched: string[] = []
    const traced = (name: string): object =>
      new Proxy([], {
        get: () => touched.push(name),
        ownKeys: () => [String(touched.push(name))],
      })
    const simlens = { tensor: traced('tensor'), view: traced('view'), title: traced('title') }
    expect(messageOf({ simlens }).kind).toBe('tensor')
    expect(touched).toEqual([])
  })

  it('refuses a tensor that contains itself, also when the same part occurs very often', async () => {
    const circle: unknown[] = []
    circle.push(circle, circle)
    await expect(textOf({ simlens: { tensor: circle } })).rejects.toThrow('contains itself')
    let doubled: readonly unknown[] = ['x'.repeat(1000)]
    for (let i = 0; i < 40; i++) doubled = [doubled, doubled]
    const stopped = AbortSignal.timeout(50)
    const { file } = fileOf({ simlens: { tensor: doubled } })
    if (!('fetch' in file)) throw new Error('no bytes')
    await expect(file.fetch(stopped, () => undefined)).rejects.toThrow('aborted')
  })
})
