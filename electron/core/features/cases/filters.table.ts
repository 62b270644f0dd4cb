export interface SavedFilterTable {
  id: string;
  user_id: string;
  name: string;
  /** JSON of filter and order. */
  body: string;
  is_shared: number;
  created_at: string;
  deleted_at: string | null;
}
