import { openFile } from './openFile.mjs'

/** What was parsed, so that it stays in memory as in the other pages. */
const kept = []

// Parses and draws nothing: the floor of every number.
openFile((tensor) => {
  kept.push(tensor)
})
