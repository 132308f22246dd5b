import { useState, type ReactNode } from 'react'
import program from '../../../public/simlens.py?raw'
import { saveBlob } from '../base/saveBlob'
import { copyText } from '../base/copyText'
import { tensorRecipes } from './tensorRecipes'

/** Shows Python code that turns a model's values into a file for this page, and the module that the code imports. */
export function TensorHelp(): ReactNode {
  const [note, setNote] = useState('')
  return (
    <details>
      <summary>How do I get a tensor?</summary>
      <p>
        Save <b>simlens.py</b> beside your script or notebook: one file, which needs nothing but
        Python 3.9 or newer. It compares the states of the tokens at <code>positions</code> with
        those of all tokens before them, and <code>simlens.show</code> draws the figure in a
        notebook.
      </p>
      <button
        type="button"
        className="button is-primary"
        onClick={() => saveBlob(new Blob([program], { type: 'text/x-python' }), 'simlens.py')}
      >
        Save simlens.py
      </button>
      {tensorRecipes.map(({ library, code }) => (
        <div key={library} className="recipe">
          <h3>{library}</h3>
          <button
            type="button"
            className="button"
            aria-label={`Copy the lines for ${library}`}
            onClick={() => {
              void copyText(code).then((isCopied) => {
                setNote(
                  isCopied ? `Copied the lines for ${library}.` : 'This page may not copy here.',
                )
              })
            }}
          >
            Copy
          </button>
          <pre>{code}</pre>
        </div>
      ))}
      <p aria-live="polite">{note}</p>
    </details>
  )
}
