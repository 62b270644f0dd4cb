/** What an office added to the shipped data of the law: a signed-off file, or one value entered by hand. */
export interface LawDataTable {
  id: string;
  kind: string;
  origin: string;
  file_name: string | null;
  /** The data file as JSON; a value entered by hand is a file with one row. */
  body: string;
  added_at: string;
  added_by: string;
  removed_at: string | null;
  removed_by: string | null;
}
