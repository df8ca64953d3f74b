import type { AnonymousUnit, Expression, SourceUnit } from "./ast.ts";
import { checkDeclarations } from "./check-declarations.ts";
import { compareDiagnostics } from "./diagnostics.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { tokenize } from "./lexer.ts";
import type { LexerOptions } from "./lexer.ts";
import { parseAnonymousUnit, parseClassFile, parseTrigger } from "./parse-declarations.ts";
import { parseSoqlQuery } from "./parse-soql.ts";
import { parseSoslQuery } from "./parse-sosl.ts";
import type { SoqlQuery, SoslQuery } from "./soql-ast.ts";
import { SyntaxFailure } from "./syntax-failure.ts";
import { TokenCursor } from "./token-cursor.ts";

/** `tree` of a failure is there when every fault was one that can be read past, such as a reserved name. */
export type ParseResult<Tree> =
  ({ readonly ok: true } & Tree) | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly tree: Tree | null };

/** A `.cls` or `.trigger` file; the name decides which. */
export function parseUnit(file: string, text: string): ParseResult<{ readonly unit: SourceUnit }> {
  const isTrigger = file.toLowerCase().endsWith(".trigger");
  return parse(file, text, undefined, (c) => {
    const declaration = isTrigger ? parseTrigger(c) : parseClassFile(c);
    checkDeclarations(declaration, (message, position) => c.report(message, position));
    return { unit: { file, declaration } };
  });
}

/** Anonymous Apex. */
export function parseAnonymous(text: string, file = "anonymous.apex"): ParseResult<{ readonly unit: AnonymousUnit }> {
  return parse(file, text, undefined, (c) => ({ unit: parseAnonymousUnit(c) }));
}

/** A query as `Database.query` and the REST API take it. Binds are allowed; their expressions are given by index. */
export function parseSoql(text: string, file = "query"): ParseResult<{ readonly query: SoqlQuery; readonly binds: readonly Expression[] }> {
  return parse(file, text, undefined, (c) => inQuery(c, parseSoqlQuery));
}

/** A search as `Search.query` and the REST API take it: `FIND {text}` or `FIND 'text'`. */
export function parseSosl(
  text: string,
  file = "search",
): ParseResult<{ readonly query: SoslQuery; readonly binds: readonly Expression[] }> {
  return parse(file, text, { searchText: true }, (c) => inQuery(c, parseSoslQuery));
}

function inQuery<Query>(c: TokenCursor, parseQuery: (c: TokenCursor) => Query): { query: Query; binds: Expression[] } {
  const binds = { nodes: [], expressions: [] };
  c.binds = binds;
  const query = parseQuery(c);
  if (!c.is("end")) c.failUnexpected();
  return { query, binds: binds.expressions };
}

function parse<Tree extends object>(
  file: string,
  text: string,
  options: LexerOptions | undefined,
  build: (c: TokenCursor) => Tree,
): ParseResult<Tree> {
  let diagnostics: Diagnostic[] = [];
  let tree: Tree | null = null;
  try {
    const c = new TokenCursor(file, text, tokenize(text, options));
    diagnostics = c.diagnostics;
    tree = build(c);
    for (const call of c.constructorCalls) {
      if (call.kind !== "constructorCall") continue;
      c.report(`Call to '${call.target}()' must be the first statement in a constructor method`, call.position);
    }
    if (diagnostics.length === 0) return { ok: true, ...tree };
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    diagnostics.push({ file, ...error.position, message: error.message, severity: "error" });
  }
  return { ok: false, diagnostics: diagnostics.sort(compareDiagnostics), tree };
}
