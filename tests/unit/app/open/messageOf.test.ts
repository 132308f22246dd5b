import { describe, expect, it } from 'vitest'
import { messageOf } from '../../../../src/app/open/messageOf'

async function textOf(data: unknown): Promise<string> {
  const message = messageOf(data)
  return message.kind === 'tensor' ? message.file.blob.text() : message.kind
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
    const message = messageOf({
      simlens: { tensor: [[1]], title: 'Run 7', view: { axis: 'position', zoom: 2 } },
    })
    expect(message).toMatchObject({
      kind: 'tensor',
      file: { name: 'Run 7', settings: { axis: 'position' } },
      problems: [{ tag: 'unknown-setting', key: 'zoom', value: 2 }],
    })
  })

  it('refuses what holds no tensor', () => {
    const circle: unknown[] = []
    circle.push(circle)
    for (const simlens of [null, 3, {}, { buffer: 'text' }, { tensor: 3 }, { tensor: circle }]) {
      expect(messageOf({ simlens }).kind).toBe('refused')
    }
  })
})
