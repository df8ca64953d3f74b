/** Words that the grammar uses and that can therefore never be the name of a variable, method or type. */
const keywords =
  "abstract break catch class continue delete do else enum extends false final finally for global if implements insert instanceof interface " +
  "merge new null on override private protected public return static super testmethod this throw true try undelete update " +
  "upsert virtual void webservice while";

/** Words that start statements, clauses or modifiers in some places and are ordinary names elsewhere. */
const contextualWords =
  "list map set get after before inherited sharing with without switch when transient trigger user system as runas " +
  "select from using scope where order by limit and or not avg count count_distinct min max sum typeof end then like in includes excludes " +
  "asc desc nulls first last group all rows view having rollup cube tolabel offset data category security_enforced system_mode user_mode " +
  "reference format tracking viewstat custom standard distance geolocation grouping convertcurrency converttimezone " +
  "find email name phone sidebar fields metadata pricebookid network snippet target_length division returning listview " +
  "integer long double decimal";

/**
 * The reserved words of the Apex Developer Guide ("Reserved Keywords") beyond the keywords. `number`, `object` and others mean nothing in the language
 * and are refused all the same when something is given that name.
 */
const reservedWords =
  "activate and any array as asc autonomous begin bigdecimal blob boolean bulk by byte case cast char collect commit const currency date datetime " +
  "decimal default desc double end exception exit export float from goto group having hint import in inner int integer into join like " +
  "limit list long loop map not nulls number object of or outer package parallel pragma retrieve rollback select set short sobject sort string switch " +
  "synchronized system then time transaction trigger using when where";

/** Reserved words that may name a method: `set(key, value)`, `sort()`, `then(action)`. */
const allowedForMethods =
  "activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const currency date datetime decimal default double end " +
  "exception exit export float goto group hint import inner integer int into join long loop number object of outer package parallel pragma retrieve " +
  "rollback set short sobject sort string switch synchronized system then time transaction when";

const split = (text: string) => text.split(" ");

/** Lower-case word to itself: one string object per word makes comparisons cheap. */
export const words: ReadonlyMap<string, string> = new Map(
  split(`${keywords} ${contextualWords} ${reservedWords}`).map((word) => [word, word]),
);

export const keywordSet: ReadonlySet<string> = new Set(split(keywords));

const reservedSet = new Set(split(`${keywords} ${reservedWords}`));
const reservedForMethods = new Set([...reservedSet].filter((word) => !split(allowedForMethods).includes(word)));

const reservedTypes: ReadonlySet<string> = new Set(["apexpages", "page"]);

/** Why `name` cannot be given to a `what` (`class`, `method`, `variable` ...), or null. */
export function nameProblem(name: string, what: string): string | null {
  const lower = name.toLowerCase();
  if ((what === "method" ? reservedForMethods : reservedSet).has(lower)) return `Identifier name is reserved: ${name}`;
  if ((what === "class" || what === "interface") && reservedTypes.has(lower)) return `Identifier type is reserved: ${name}`;
  if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(name))
    return `Invalid identifier '${name}': names start with a letter, contain only letters, digits and single underscores, and do not end with an underscore`;
  if (name.length > 255) return `Identifier name is too long (255 characters at most): ${name.slice(0, 40)}...`;
  return null;
}
