/** English words that say nothing about what is looked for. Alone in a search they count again. */
export const smallWords: ReadonlySet<string> = new Set(
  `a about all also am an and any are around as at be been but by can close could do does find for from get gets give
  go good got had has have help her here him his how i id if im in into is it its ive just know like local looking me
  my near nearby need of on or our out over place please said says some somebody somebodys somewhere something
  somewheres that the their them there they things this to told up us want was we what when where which who with
  would you your`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
