const DEFAULT_PORT = "8100";

/** What `npm start` hands to the local org: the project, a port (an argument before `PORT` before 8100) and the rest as it came. */
export function startArguments(given: readonly string[], port: string | undefined): string[] {
  const hasPort = given.some((argument) => argument === "--port" || argument.startsWith("--port="));
  const chosen = port === undefined || port === "" ? DEFAULT_PORT : port;
  return ["start", ".", ...(hasPort ? [] : ["--port", chosen]), ...given];
}
