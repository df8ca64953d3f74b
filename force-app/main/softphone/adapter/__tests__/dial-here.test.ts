import { dialHere } from "../dial-here.ts";

const NUMBER = "+12025550173";
const dial = jest.fn(() => Promise.resolve("accepted" as const));
const claim = jest.fn();

beforeEach(() => {
  jest.useFakeTimers();
  jest.clearAllMocks();
});
afterEach(() => {
  jest.useRealTimers();
});

it("the phone of this tab dials at once", async () => {
  expect(await dialHere(NUMBER, { isLeader: () => true, claim, isReady: () => false, dial })).toBe("accepted");
  expect(claim).not.toHaveBeenCalled();
});

it("the phone is fetched from another tab and dials once it is ready", async () => {
  let [isLeader, isReady] = [false, false];
  const outcome = dialHere(NUMBER, { isLeader: () => isLeader, claim, isReady: () => isReady, dial });
  expect(claim).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(500);
  isLeader = true;
  await jest.advanceTimersByTimeAsync(3000);
  expect(dial).not.toHaveBeenCalled();
  isReady = true;
  await jest.advanceTimersByTimeAsync(100);
  expect(await outcome).toBe("accepted");
  expect(dial).toHaveBeenCalledWith(NUMBER);
});

it("a phone that another tab keeps is in a call", async () => {
  const outcome = dialHere(NUMBER, { isLeader: () => false, claim, isReady: () => false, dial });
  await jest.advanceTimersByTimeAsync(2500);
  expect(await outcome).toBe("inCall");
  expect(dial).not.toHaveBeenCalled();
});

it("a phone that does not log in by itself is not ready", async () => {
  const outcome = dialHere(NUMBER, { isLeader: () => true, claim, isReady: () => false, dial });
  expect(await outcome).toBe("accepted");
  let isLeader = false;
  const fetched = dialHere(NUMBER, { isLeader: () => isLeader, claim, isReady: () => false, dial });
  isLeader = true;
  await jest.advanceTimersByTimeAsync(11_000);
  expect(await fetched).toBe("notReady");
});
