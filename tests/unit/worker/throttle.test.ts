import { describe, expect, it } from 'vitest'
import { throttle } from '../../../src/worker/answerRequest'

describe('throttle', () => {
  it('passes on no call before the interval is over, and one when it is', () => {
    const passed: number[] = []
    let time = 100
    const call = throttle(
      (value: number) => passed.push(value),
      30,
      () => time,
    )
    for (time = 100; time <= 200; time += 10) call(time)
    expect(passed).toStrictEqual([130, 160, 190])
  })
})
