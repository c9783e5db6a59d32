/** An attempt that was there a moment ago is not any more: only an erasure takes one away. */
export class AttemptGone extends Error {
  constructor(attemptId: string) {
    super(`attempt ${attemptId} is gone`);
    this.name = 'AttemptGone';
  }
}
