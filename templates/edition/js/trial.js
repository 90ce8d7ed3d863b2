// What can be tried: the data of the report, the rankings a reader can choose, and the outcome of any weights.
const the = (id) => document.getElementById(id);

const mapped = (record, change) => new Map(Object.entries(record).map(([key, value]) => [key, change(value)]));
const themeValue = ([low, high, coverage]) => ({ low: exact(low), high: exact(high), coverage: exact(coverage) });

const read = (raw) => ({
  ...raw,
  coverage: exact(raw.coverage),
  municipalities: raw.municipalities.map((town) => ({
    ...town,
    weights: new Map(town.weights),
    values: mapped(town.values, (own) => mapped(own, themeValue)),
    knockOuts: mapped(town.knockOuts, String),
  })),
  keys: raw.keys.map((key) => ({
    ...key,
    shares: Object.entries(key.shares).map(([slug, share]) => [slug, exact(share)]),
    knockOuts: mapped(key.knockOuts, String),
  })),
});

const model = read(JSON.parse(the("proef-gegevens").textContent));
const theme = new Map(model.themes.map(({ code, name: words }) => [code, words]));
const vendor = new Map(model.vendors.map((found) => [found.slug, found]));
const stated = new Map(model.municipalities.map(({ slug, weights }) => [slug, weights]));
const tried = new Map([...stated].map(([slug, weights]) => [slug, new Map(weights)]));

const views = [
  ...model.municipalities.map((town) => ({ ...town, towns: [town] })),
  ...(model.municipalities.length > 1 ? model.keys : []).map((key) => ({
    ...key,
    key,
    towns: model.municipalities.filter(({ slug }) => key.shares.some(([own]) => own === slug)),
  })),
];

const outcome = ({ key, towns }, weights) => {
  const rankings = new Map(towns.map((town) => [town.slug, ownRanking(model, town, weights.get(town.slug))]));
  const profiles = new Map(towns.map(({ slug }) => [slug, ownProfile(weights.get(slug), rankings.get(slug))]));
  if (!key) return { ranking: rankings.get(towns[0].slug), profile: profiles.get(towns[0].slug) };
  const ranking = jointRanking(model, key, rankings);
  return { ranking, profile: jointProfile(model, key, profiles, ranking) };
};

const changed = (slug) => [...tried.get(slug)].filter(([code, weight]) => weight !== stated.get(slug).get(code)).length;
