/** Something the person at the terminal can mend. `message` is one whole sentence; no stack is shown. */
export class StartError extends Error {
  override name = "StartError";
}
