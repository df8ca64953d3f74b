import { TabLeader } from "../tab-leader.ts";
import { FakeChannels, FakeLocks } from "../test-support/fake-locks.ts";
import { permutations } from "../test-support/permutations.ts";

interface Tab {
  readonly name: string;
  readonly leader: TabLeader;
  isBusy: boolean;
  close: () => void;
}

let locks: FakeLocks;
let channels: FakeChannels;
/** Tabs that show a phone now, and the most that ever did at one time. */
let shown: Set<string>;
let most: number;

beforeEach(() => {
  jest.useFakeTimers();
  locks = new FakeLocks();
  channels = new FakeChannels();
  shown = new Set();
  most = 0;
});
afterEach(() => {
  jest.useRealTimers();
});

function open(name: string): Tab {
  const { locks: own, close } = locks.tab();
  const channel = channels.open();
  const tab: Tab = {
    name,
    isBusy: false,
    close: () => {
      shown.delete(name);
      channel.close();
      close();
    },
    leader: new TabLeader({
      onLead: () => {
        shown.add(name);
        most = Math.max(most, shown.size);
      },
      onFollow: () => shown.delete(name),
      isBusy: () => tab.isBusy,
      locks: own,
      channel,
    }),
  };
  tab.leader.start();
  return tab;
}

const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(400);

async function openAll(...names: string[]): Promise<Tab[]> {
  const tabs: Tab[] = [];
  for (const name of names) {
    tabs.push(open(name));
    await settle();
  }
  return tabs;
}

it("the first tab has the phone, others follow", async () => {
  const [first, second] = await openAll("first", "second");
  expect([...shown]).toEqual(["first"]);
  expect([first?.leader.isLeader, second?.leader.isLeader]).toEqual([true, false]);
});

it("the phone goes to the tab that the agent works in", async () => {
  const [, second] = await openAll("first", "second");
  second?.leader.claim();
  await settle();
  expect([...shown]).toEqual(["second"]);
});

it("the phone stays during a call", async () => {
  const [first, second] = await openAll("first", "second");
  if (first) first.isBusy = true;
  second?.leader.claim();
  await settle();
  expect([...shown]).toEqual(["first"]);
});

it("a claim by the tab that has the phone changes nothing", async () => {
  const [first] = await openAll("first", "second");
  first?.leader.claim();
  await settle();
  expect([...shown]).toEqual(["first"]);
});

it("the next tab takes over when the one with the phone closes", async () => {
  const [first] = await openAll("first", "second", "third");
  first?.close();
  await settle();
  expect([...shown]).toEqual(["second"]);
});

it("the phone comes back when the tab that asked for it is gone", async () => {
  const [, second] = await openAll("first", "second");
  // The claim is heard, its answer is not.
  second?.close();
  const stranger = channels.open();
  stranger.postMessage({ type: "claim", from: "a tab that died" });
  expect([...shown]).toEqual([]);
  await jest.advanceTimersByTimeAsync(1500);
  expect([...shown]).toEqual(["first"]);
});

it("wherever three tabs claim and close, in any order, there is never more than one phone and in the end one", async () => {
  const deeds = ["claim 0", "claim 1", "claim 2", "claim 0", "close 1"];
  for (const order of [...permutations(deeds)].filter((_, at) => at % 7 === 0)) {
    locks = new FakeLocks();
    channels = new FakeChannels();
    shown = new Set();
    const tabs = await openAll("0", "1", "2");
    for (const deed of order) {
      const [what, at] = deed.split(" ");
      const tab = tabs[Number(at)];
      if (what === "claim" && !(at === "1" && order.indexOf(deed) > order.indexOf("close 1"))) tab?.leader.claim();
      if (what === "close") tab?.close();
      await settle();
    }
    await jest.advanceTimersByTimeAsync(2000);
    expect(shown.size).toBe(1);
  }
  expect(most).toBe(1);
});

it.each([[null], ["text"], [{}], [{ type: "claim" }], [{ type: "grant", to: 1 }]])(
  "a message that makes no sense changes nothing: %p",
  async (message) => {
    await openAll("first");
    channels.open().postMessage(message);
    await settle();
    expect([...shown]).toEqual(["first"]);
  },
);

it("every tab has a phone where the browser knows no locks", () => {
  const onLead = jest.fn();
  new TabLeader({ onLead, onFollow: jest.fn(), isBusy: () => false }).start();
  expect(onLead).toHaveBeenCalledTimes(1);
});
