/** What people write on a call, during it or any time after. Throws CallError for what Aircall refuses. */
import type { Tag } from "../company/company.ts";
import type { User } from "../company/user.ts";
import { CallError } from "./call-error.ts";
import type { Call } from "./call.ts";
import type { Exchange } from "./exchange.ts";

/** Aircall's own limit. */
const MAXIMUM_COMMENTS = 5;

/** Adds a comment, without its emoji, as Aircall does. `author` null: over the API. */
export function addComment(exchange: Exchange, call: Call, content: string, author: User | null): void {
  const { company } = exchange;
  const text = content.replace(/\p{Extended_Pictographic}/gu, "").trim();
  if (text === "") throw new CallError("content is empty");
  if (call.comments.length >= MAXIMUM_COMMENTS) throw new CallError(`Maximum of ${MAXIMUM_COMMENTS} notes can be added to a Call.`);
  call.comments.push({ id: company.nextId(), content: text, author, postedAt: company.now() });
  if (author !== null) company.outputs.phone(author.id, "comment_saved", { comment: text, call_id: call.id });
  exchange.publish(call, "call.commented");
}

/** Adds the tags that the call does not have; one event for all. */
export function addTags(exchange: Exchange, call: Call, tags: readonly Tag[], author: User | null): void {
  const fresh = tags.filter((tag) => !call.tags.some((existing) => existing.tag === tag));
  if (fresh.length === 0) return;
  call.tags = [...call.tags, ...fresh.map((tag) => ({ tag, author, taggedAt: exchange.company.now() }))];
  exchange.publish(call, "call.tagged");
}

export function removeTag(exchange: Exchange, call: Call, tag: Tag): void {
  if (!call.tags.some((existing) => existing.tag === tag)) throw new CallError(`call ${call.id} has no tag ${tag.name}`);
  call.tags = call.tags.filter((existing) => existing.tag !== tag);
  exchange.publish(call, "call.untagged");
}

export function assign(exchange: Exchange, call: Call, user: User): void {
  call.assignedTo = user;
  exchange.publish(call, "call.assigned");
}

/** Only archiving has an event. */
export function setArchived(exchange: Exchange, call: Call, isArchived: boolean): void {
  const isNew = isArchived && !call.isArchived;
  call.isArchived = isArchived;
  if (isNew) exchange.publish(call, "call.archived");
  else exchange.company.outputs.changed();
}
