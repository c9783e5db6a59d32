/** What stands in one field; null is an empty field in CSV. */
export type ExportValue = string | number | boolean | null;

/** One column: its name in the file, its meaning for the codebook, and where its value comes from. */
export interface ExportColumn<Row> {
  readonly name: string;
  readonly meaning: string;
  readonly of: (row: Row) => ExportValue;
}
