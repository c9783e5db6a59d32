/** What a route that takes a file asks for: one file in this field, beside texts of a form. */
export interface UploadSpec {
  readonly field: string;
  readonly mostBytes: number;
  /** For each text of the form. */
  readonly mostTextBytes: number;
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
