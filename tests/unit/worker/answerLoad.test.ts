import { describe, expect, it } from 'vitest'
import { answerLoad } from '../../../src/worker/answerLoad'
import { type LoadResponse } from '../../../src/worker/LoadMessages'

async function answersTo(blob: Blob): Promise<{ responses: LoadResponse[]; transfers: number[] }> {
  const responses: LoadResponse[] = []
  const transfers: number[] = []
  await answerLoad({ type: 'load', blob, name: 'a.json' }, (response, transfer) => {
    responses.push(response)
    transfers.push(transfer.length)
  })
  return { responses, transfers }
}

describe('answerLoad', () => {
  it('answers an empty file with a problem', async () => {
    const { responses } = await answersTo(new Blob([]))
    expect(responses).toMatchObject([{ type: 'failed', problem: { tag: 'empty' } }])
  })

  it('hands over every buffer once, those that slices share as well', async () => {
    const { responses, transfers } = await answersTo(new Blob(['[[[[1]]], [[[2]]]]']))
    expect(responses).toMatchObject([{ type: 'loaded' }])
    expect(transfers).toStrictEqual([1 + 2 * 3])
  })

  it('answers a file that cannot be read, such as a folder, with a problem', async () => {
    class Folder extends Blob {
      override slice(): Blob {
        return this
      }
      override arrayBuffer(): Promise<ArrayBuffer> {
        return Promise.reject(new DOMException('a folder', 'NotReadableError'))
      }
    }
    const { responses } = await answersTo(new Folder(['x']))
    expect(responses).toMatchObject([{ type: 'failed', problem: { tag: 'read' } }])
  })
})
