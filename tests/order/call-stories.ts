/** The calls and messages of the sample payloads, each with all events that tell of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "..", "fixtures", "payloads");
const TELLS_OF_AN_INTERACTION = /^(call|message|group_message|transcription|summary|topics|sentiment|action_item)\./;

export interface StoryEvent {
  /** Name of its file, without `.json`. */
  readonly name: string;
  /** JSON as Aircall sends it. */
  readonly body: string;
}

export interface Story {
  /** `call 3811600102`. */
  readonly name: string;
  /** In the order in which they happened. */
  readonly events: readonly StoryEvent[];
}

interface Sample extends StoryEvent {
  readonly story: string;
  readonly timestamp: number;
}

/** Every story of the samples, by name. Throws when a sample is no event. */
export function callStories(): Story[] {
  const samples = readdirSync(FOLDER)
    .filter((file) => TELLS_OF_AN_INTERACTION.test(file))
    .map((file) => readSample(file));
  const byStory = Map.groupBy(samples, ({ story }) => story);
  return [...byStory]
    .map(([name, events]) => ({ name, events: events.toSorted((one, other) => one.timestamp - other.timestamp) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(withAndWithoutAi);
}

/** AI events make some stories too long for every order to be tried: those are there once more without them. */
function withAndWithoutAi(story: Story): Story[] {
  const own = story.events.filter(({ name }) => name.startsWith("call."));
  return own.length === 0 || own.length === story.events.length ? [story] : [story, { name: `${story.name} without AI`, events: own }];
}

function readSample(file: string): Sample {
  const body = readFileSync(join(FOLDER, file), "utf8");
  const parsed: unknown = JSON.parse(body);
  const timestamp = property(parsed, "timestamp");
  const data = property(parsed, "data");
  if (typeof timestamp !== "number") throw new Error(`${file} has no timestamp`);
  const callId = property(data, "call_id") ?? (file.startsWith("call.") ? property(data, "id") : null);
  const story = callId === null ? `message ${idText(property(data, "id"))}` : `call ${idText(callId)}`;
  return { name: file.replace(/\.json$/, ""), body, story, timestamp };
}

/** Aircall writes ids as numbers and as texts. */
function idText(id: unknown): string {
  if (typeof id !== "string" && typeof id !== "number") throw new Error("a sample has no id");
  return String(id);
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value ? (Reflect.get(value, name) as unknown) : null;
}
