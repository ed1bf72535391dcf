/** Towns that are ordinary words, too: without “in” or “near” before them they are taken for the word. */
export const ordinaryTowns: ReadonlySet<string> = new Set(
  `ash bath battle beer birch bow broad bury bush church cross deal diss ely eye ford grange green hall hassocks heath
  hill holt hook hope hove hurst kirk lane law leek leigh lee line lye march market mold moss nelson new nook old over
  park poole port reading redcar rugby rush rye sale sandwich school settle ship shop stock stone street thatcham
  thirsk tongue tring ware water welling wells well whitby wing wood wool yarm`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
