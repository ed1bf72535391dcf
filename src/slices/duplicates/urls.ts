export const duplicates = {
  /** Looks for the record that this one is the same as. */
  find: (id: string) => `/organisations/${id}/same`,
  compare: (goneId: string, keptId: string) => `/organisations/${goneId}/same/${keptId}`,
  one: (mergeId: string) => `/mergers/${mergeId}`,
  undo: (mergeId: string) => `/mergers/${mergeId}/undo`,
};
