// Scores and rankings as marktscan/scoring makes them: a score is Σ weight × value over Σ weight of the themes
// that count for the offer; equal scores share a rank; ties stand in the order of the offers' own names.

/** Each weight as its part of all, without those of 0; in the order of the weights. */
const shares = (weights) => {
  const counting = [...weights].filter(([, weight]) => weight > 0);
  const all = counting.reduce((total, [, weight]) => total + BigInt(weight), 0n);
  return new Map(counting.map(([theme, weight]) => [theme, ratio(BigInt(weight), all)]));
};

/** One offer at one municipality; null where no theme counts. */
const score = (own, weights) => {
  const parts = shares(new Map([...weights].filter(([theme]) => own.has(theme))));
  if (!parts.size) return null;
  const total = (what) => weighted([...parts].map(([theme, part]) => [part, own.get(theme)[what]]));
  return { low: total("low"), high: total("high"), coverage: total("coverage"), values: own, parts };
};

const ranked = (scores, coverage) => {
  const all = [...scores].map(([vendor, found]) => ({ vendor, ...found, scored: found !== null }));
  const scored = all.filter((entry) => entry.scored);
  for (const entry of scored) entry.rank = 1 + scored.filter((o) => compare(o.low, entry.low) > 0).length;
  const place = (entry) => (entry.scored ? entry.rank : Infinity);
  all.sort((a, b) => (place(a) === place(b) ? (a.vendor < b.vendor ? -1 : 1) : place(a) - place(b)));
  const provisional = scored.some((entry) => compare(entry.coverage, coverage) < 0);
  return { entries: all, scored: all.filter((entry) => entry.scored), provisional };
};

const ownRanking = (model, town, weights) => ranked(
  new Map(model.vendors.map(({ slug }) => [slug, town.values.has(slug) ? score(town.values.get(slug), weights) : null])),
  model.coverage,
);

/** Σ share × score; no score as soon as one municipality of the key has none. */
const jointRanking = (model, key, rankings) => {
  const together = (vendor) => {
    const parts = key.shares.map(([slug, share]) => [
      share, rankings.get(slug)?.scored.find((entry) => entry.vendor === vendor),
    ]);
    if (!parts.length || parts.some(([, entry]) => !entry)) return null;
    const total = (what) => weighted(parts.map(([share, entry]) => [share, entry[what]]));
    return { low: total("low"), high: total("high"), coverage: total("coverage") };
  };
  return ranked(new Map(model.vendors.map(({ slug }) => [slug, together(slug)])), model.coverage);
};
