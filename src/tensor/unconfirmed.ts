import { type Tensor } from './Tensor'

/** The key of a file that says why its axes may be other ones. Readers that do not know it keep it. */
const KEY = 'unconfirmed'

/** Returns the tensor with the reason, as a sentence, why its axes may be other ones. */
export function withDoubt(tensor: Tensor, reason: string): Tensor {
  return { ...tensor, extra: [...tensor.extra, [KEY, reason]] }
}

/** Returns the reason why the axes of a tensor may be other ones, as a sentence; undefined if they are certain. */
export function doubtOf({ extra }: Tensor): string | undefined {
  const reason = extra.find(([key]) => key === KEY)?.[1]
  return typeof reason === 'string' && reason !== '' ? reason : undefined
}

/** Returns the tensor with its axes confirmed. */
export function confirmed(tensor: Tensor): Tensor {
  if (doubtOf(tensor) === undefined) return tensor
  return { ...tensor, extra: tensor.extra.filter(([key]) => key !== KEY) }
}
