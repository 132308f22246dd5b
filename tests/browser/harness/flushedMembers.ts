import { constants, deflateRawSync, gzipSync } from 'node:zlib'

/** Returns a text as pigz and bgzip pack it: in two members, with a flush point every ten characters. */
export function flushedMembers(text: string): Buffer {
  const middle = text.length >> 1
  return Buffer.concat([text.slice(0, middle), text.slice(middle)].map(flushed))
}

function flushed(text: string): Buffer {
  const whole = gzipSync(text)
  const parts = Array.from({ length: Math.ceil(text.length / 10) }, (_, k) => {
    return deflateRawSync(text.slice(k * 10, k * 10 + 10), { finishFlush: constants.Z_FULL_FLUSH })
  })
  return Buffer.concat([whole.subarray(0, 10), ...parts, deflateRawSync(''), whole.subarray(-8)])
}
