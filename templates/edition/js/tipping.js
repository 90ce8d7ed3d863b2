// Tipping points as marktscan/robustness/tipping makes them: the share of one theme at which another offer
// comes first, while the other themes keep their proportions.

/** By theme its stated share and, by offer in the order of the ranking, its value there. */
const ownProfile = (weights, ranking) => {
  const parts = shares(weights);
  const value = (entry, theme) => (entry.parts.has(theme) ? entry.values.get(theme).low : entry.low);
  const values = new Map(ranking.scored.map((entry) => [
    entry.vendor, new Map([...parts.keys()].map((theme) => [theme, value(entry, theme)])),
  ]));
  return { weights: parts, values };
};

/** Weight per theme: Σ share × weight; value: Σ share × weight × value over that weight. */
const jointProfile = (model, key, profiles, ranking) => {
  const parts = new Map(model.themes.map(({ code }) => [code, key.shares
    .map(([slug, share]) => [slug, times(share, profiles.get(slug)?.weights.get(code) ?? NOTHING)])
    .filter(([, weight]) => weight.n)]));
  const counting = [...parts].filter(([, found]) => found.length);
  const weights = new Map(counting.map(([code, found]) => [code, sum(found.map(([, weight]) => weight))]));
  const mean = (vendor, code) => over(
    weighted(parts.get(code).map(([slug, weight]) => [weight, profiles.get(slug).values.get(vendor).get(code)])),
    weights.get(code),
  );
  const values = new Map(ranking.scored.map(({ vendor }) => [
    vendor, new Map([...weights.keys()].map((code) => [code, mean(vendor, code)])),
  ]));
  return { weights, values };
};

/** The share (0–1) at which A and B score the same; null when there is none (Triantaphyllou & Sánchez 1997). */
const breakEven = (weights, a, b, theme) => {
  const others = [...weights].filter(([code]) => code !== theme);
  const weight = sum(others.map(([, own]) => own));
  if (!weight.n) return null;
  const mean = over(weighted(others.map(([code, own]) => [own, minus(a.get(code), b.get(code))])), weight);
  const away = minus(mean, minus(a.get(theme), b.get(theme)));
  return away.n ? over(mean, away) : null;
};

const inside = (share) => share !== null && share.n > 0n && share.n < share.d;

const ties = ({ weights, values }, theme) => {
  const [[, best], ...rivals] = values;
  return rivals
    .map(([vendor, own]) => ({
      vendor,
      share: breakEven(weights, best, own, theme),
      rises: compare(own.get(theme), best.get(theme)) > 0,
    }))
    .filter(({ share }) => inside(share));
};

/** The nearest change each way; of rivals that tie at one share the first by name. */
const nearest = (found, way) => found.reduce((kept, tie) => {
  const ahead = kept ? way * compare(tie.share, kept.share) : -1;
  return ahead < 0 || (ahead === 0 && tie.vendor < kept.vendor) ? tie : kept;
}, null);

const tippingPoints = (profile) => (profile.values.size ? [...profile.weights].map(([theme, weight]) => {
  const found = ties(profile, theme);
  return {
    theme,
    weight,
    lower: nearest(found.filter((tie) => !tie.rises), -1),
    upper: nearest(found.filter((tie) => tie.rises), 1),
  };
}) : []);
