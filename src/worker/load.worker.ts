// Bundled into one classic script: a module worker made from a blob does not start on file://.
import { answerLoad } from './answerLoad'
import { type LoadRequest } from './LoadMessages'

addEventListener('message', ({ data }: MessageEvent<LoadRequest>) => {
  void answerLoad(data, (response, transfer) => postMessage(response, { transfer }))
})
