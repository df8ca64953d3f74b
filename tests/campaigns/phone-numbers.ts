/**
 * Holds the package's phone number normaliser against google-libphonenumber: example numbers of every region in many forms,
 * seeded texts that the library refuses, and what it costs. Prints the figures as JSON; exit code 1 when a goal is missed.
 * `--seed N` repeats a run.
 */
import { parseArgs } from "node:util";
import { packageApex } from "../support/package-apex.ts";
import { EXAMPLES, libraryCountry, libraryE164, REGIONS, type Example } from "../support/phone-library.ts";
import { phoneLikeTexts, seededRandom } from "../support/phone-texts.ts";

const AGREEMENT_PERCENT = 99.5;
const REFUSED_TEXTS = 1000;
const NUMBERS_AT_ONCE = 200;
const COST_MS = 50;
const USUAL_REGIONS: readonly string[] = ["GB", "US", "FR", "DE", "ES"];

const { values } = parseArgs({ options: { seed: { type: "string" } } });
const seed = Number(values.seed ?? 20261122);

interface Text {
  readonly text: string;
  readonly region: string;
}

const run = packageApex();
const toE164 = (texts: readonly Text[]) =>
  run(
    { className: "PhoneNumber", method: "toE164" },
    texts.map(({ text, region }) => [text, region]),
  );

function formsOf({ e164, international, national, region }: Example): Text[] {
  const plain = national.replace(/\D/g, "");
  const inside = [
    e164,
    international,
    `tel:${international.replaceAll(" ", "-")}`,
    national,
    plain,
    national.replaceAll(" ", "."),
    national.replaceAll(" ", "-"),
    national.replaceAll(" ", "/"),
    national.replace(/^(\d+)/, "($1)"),
    ` ${national} `,
    national.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    `${national} ext. 27`,
    `${national} x27`,
    `${national}#27`,
    `${national};ext=27`,
  ];
  const abroad = international.replace("+", "");
  return [
    ...inside.map((text) => ({ text, region })),
    { text: `00 ${abroad}`, region: "GB" },
    { text: `011-${abroad}`, region: "US" },
    { text: `0011 ${abroad}`, region: "AU" },
  ];
}

/** Milliseconds of CPU for 200 of the texts in one transaction, beginning at one of them. */
function costOf(all: readonly Text[], first: number): number {
  const some = Array.from({ length: NUMBERS_AT_ONCE }, (_one, index) => all[(index * 37 + first) % all.length] ?? { text: "", region: "" });
  const before = process.cpuUsage();
  toE164(some);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const texts = EXAMPLES.flatMap((example) => formsOf(example).map((form) => ({ ...form, example: example.e164 })));
const coldCost = costOf(
  texts.filter(({ region }) => USUAL_REGIONS.includes(region)),
  0,
);
const coldCostAll = costOf(texts, 0);
const costs = Array.from({ length: 7 }, (_unused, round) => costOf(texts, round * 11)).sort((one, another) => one - another);
const cost = costs[3] ?? 0;

const answers = toE164(texts);
const wrong = texts.flatMap(({ text, region, example }, index) =>
  answers[index] === example ? [] : [{ region, text, example, library: libraryE164(text, region), apex: answers[index] ?? null }],
);
const agreement = (100 * (texts.length - wrong.length)) / texts.length;

const next = phoneLikeTexts(seededRandom(seed), EXAMPLES);
const refused: Text[] = [];
const accepted: (Text & { readonly library: string })[] = [];
while (refused.length < REFUSED_TEXTS) {
  const one = next();
  const library = libraryE164(one.text, one.region);
  if (library === null) refused.push(one);
  else accepted.push({ ...one, library });
}
const refusedAnswers = toE164(refused);
const guessed = refused.flatMap((one, index) => (refusedAnswers[index] === null ? [] : [{ ...one, apex: refusedAnswers[index] }]));
const acceptedAnswers = toE164(accepted);
const other = accepted.flatMap((one, index) => {
  const apex = acceptedAnswers[index] ?? null;
  return apex === null || apex === one.library ? [] : [{ ...one, apex }];
});

const countries = run(
  { className: "PhoneNumber", method: "countryOf" },
  EXAMPLES.map(({ e164 }) => [e164]),
);
const wrongCountries = EXAMPLES.filter(({ e164 }, index) => libraryCountry(e164) !== countries[index]);

const figures = {
  seed,
  regions: REGIONS.length,
  examples: EXAMPLES.length,
  texts: texts.length,
  agreementPercent: Number(agreement.toFixed(3)),
  refusedTexts: refused.length,
  refusedThatGotANumber: guessed.length,
  acceptedTexts: accepted.length,
  acceptedWithAnotherNumber: other.length,
  acceptedLeftOut: acceptedAnswers.filter((answer) => answer === null).length,
  wrongCountries: wrongCountries.length,
  cpuMsFor200Numbers: Number(cost.toFixed(1)),
  // What the first transaction of a fresh engine pays for compiling the patterns that it meets.
  cpuMsFor200NumbersOfFiveCountriesCold: Number(coldCost.toFixed(1)),
  cpuMsFor200NumbersOfAllCountriesCold: Number(coldCostAll.toFixed(1)),
};
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
for (const one of [...wrong, ...guessed, ...other, ...wrongCountries].slice(0, 40)) process.stdout.write(`${JSON.stringify(one)}\n`);
const isMet =
  agreement >= AGREEMENT_PERCENT && guessed.length === 0 && other.length === 0 && wrongCountries.length === 0 && cost <= COST_MS;
process.exitCode = isMet ? 0 : 1;
