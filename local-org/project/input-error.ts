/** What the user gave cannot be read. The command line prints it as one line and exits with 2. */
export class InputError extends Error {
  /** File or folder, as the user would name it. */
  readonly file: string;
  readonly reason: string;

  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.file = file;
    this.reason = reason;
  }
}
