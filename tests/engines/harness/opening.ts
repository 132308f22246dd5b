import type { PageDriver } from '../drivers/PageDriver'
import { leaveField, readField, showField } from './field'

export interface TextFile {
  readonly name: string
  readonly text: string
}

/** Drops a file on the middle of the window. */
export function dropTensor(page: PageDriver, { name, text }: TextFile): Promise<void> {
  return page.evaluate(dropFile, name, text)
}

/** Copies a text in a field by keys, and pastes it, by keys, while no field has the focus. */
export async function pasteText(page: PageDriver, text: string): Promise<void> {
  await page.evaluate(showField, text)
  await page.press('Control+c')
  await page.evaluate(leaveField)
  await page.press('Control+v')
}

/** Returns the text that is on the clipboard: pastes it into a field by keys. */
export async function clipboardText(page: PageDriver): Promise<string> {
  await page.evaluate(showField, '')
  await page.press('Control+v')
  const text = await page.evaluate(readField)
  await page.evaluate(leaveField)
  return text
}

/** Runs in the page: the events of a hand that drops a file. */
function dropFile(name: string, text: string): void {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([text], name))
  for (const type of ['dragenter', 'dragover', 'drop']) {
    const options = { bubbles: true, cancelable: true, dataTransfer }
    document.body.dispatchEvent(new DragEvent(type, options))
  }
}
