import { describe, expect, it } from 'vitest'
import { rangesOfBlob } from '../../../src/formats/source/ByteRanges'
import {
  answerRequest,
  type JobRequest,
  type JobResponse,
  type Post,
} from '../../../src/worker/answerRequest'
import { offerBytes } from '../../../src/worker/RemoteBytes'

interface Answers {
  readonly responses: readonly JobResponse[]
  /** By response, how many buffers changed hands. */
  readonly transfers: readonly number[]
}

async function answersTo(request: JobRequest, maxCellCount = Infinity): Promise<Answers> {
  const responses: JobResponse[] = []
  const transfers: number[] = []
  const post: Post = (response, transfer) => {
    responses.push(response)
    transfers.push(transfer.length)
  }
  await answerRequest(request, post, maxCellCount)
  return { responses, transfers }
}

function answersToFile(blob: Blob): Promise<Answers> {
  return offerBytes(rangesOfBlob(blob), (bytes) =>
    answersTo({ kind: 'load', input: { bytes, name: 'a.json' } }),
  )
}

describe('answerRequest', () => {
  it('answers an empty file with a problem', async () => {
    const { responses } = await answersToFile(new Blob([]))
    expect(responses).toMatchObject([{ type: 'failed', problem: { tag: 'empty' } }])
  })

  it('hands over every buffer once, those that slices share as well', async () => {
    const { responses, transfers } = await answersToFile(new Blob(['[[[[1]]], [[[2]]]]']))
    expect(responses).toMatchObject([{ type: 'done' }])
    expect(transfers).toStrictEqual([1 + 2 * 3])
  })

  it('answers a file that cannot be read, such as a folder, with a problem', async () => {
    class Folder extends Blob {
      override arrayBuffer(): Promise<ArrayBuffer> {
        return Promise.reject(new DOMException('a folder', 'NotReadableError'))
      }
    }
    const { responses } = await answersToFile(new Folder([]))
    expect(responses).toMatchObject([{ type: 'failed', problem: { tag: 'read' } }])
  })
})
