import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The path of a file or folder in `tests/fixtures`. */
export function fixturePath(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))
}

/** Names of the JSON files of a folder in `tests/fixtures`, each with that folder. */
export function fixturesIn(folder: string): string[] {
  return readdirSync(fixturePath(folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}/${name}`)
}
