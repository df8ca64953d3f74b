/** Messaging: e-mails are counted and kept, not sent; custom notifications are kept for their recipients. */
import { currentTransaction } from "../../transaction/context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { ApexException, requireArgument, throwApex, unsupported } from "../runtime/exceptions.ts";
import { ApexList, ApexSet, type ApexValue } from "../runtime/values.ts";
import { definePlainClass, newPlainObject, PlainObject } from "./plain-object.ts";
import { platformEnumValue } from "./platform-enum.ts";

type Text = string | null;

const emptyList = (type: string) => (): ApexValue => new ApexList(type);

for (const name of ["Email", "EmailFileAttachment", "EmailAttachment", "MassEmailMessage", "SendEmailResult", "SendEmailError"]) {
  definePlainClass(`Messaging.${name}`);
}
definePlainClass("Messaging.SingleEmailMessage");
definePlainClass("Messaging.InboundEnvelope");
definePlainClass("Messaging.InboundEmailResult");
definePlainClass("Messaging.InboundEmail", {
  binaryAttachments: () => null,
  textAttachments: () => null,
  headers: emptyList("List<Messaging.InboundEmail.Header>"),
  toAddresses: () => null,
  ccAddresses: () => null,
});
for (const name of ["BinaryAttachment", "TextAttachment", "Header"]) definePlainClass(`Messaging.InboundEmail.${name}`);

const texts = (value: readonly ApexValue[]): string[] => value.filter((item) => typeof item === "string");

/** Addresses of a message: its own, and that of the person it is for. */
function recipients(email: PlainObject): string[] {
  const { store } = currentTransaction().org;
  const target = email.text("TargetObjectId");
  const address = target === null ? null : (store.get(target)?.get("Email") ?? null);
  const named = [...email.list("ToAddresses"), ...email.list("CcAddresses"), ...email.list("BccAddresses")];
  return [...texts(named), ...(typeof address === "string" ? [address] : [])];
}

function sendEmail(messages: ApexList | null, allOrNone: boolean | null): ApexValue {
  const { org, limits } = currentTransaction();
  const emails = requireArgument(messages).items;
  limits.count("emailInvocations");
  const results = emails.map((email) => {
    if (!(email instanceof PlainObject)) throwApex("System.NullPointerException", "Attempt to de-reference a null object");
    if (email.get("TemplateId") !== null) unsupported("e-mail templates");
    const to = recipients(email);
    const problem = problemOf(email, to);
    if (problem === null) {
      const body = email.text("PlainTextBody") ?? email.text("HtmlBody") ?? "";
      org.emails.push({ to, subject: email.text("Subject") ?? "", body, at: org.clock.now() });
    } else if (allOrNone !== false) throw emailException(problem);
    return sendResult(problem);
  });
  return new ApexList("List<Messaging.SendEmailResult>", results);
}

interface Problem {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

function problemOf(email: PlainObject, to: readonly string[]): Problem | null {
  if (to.length === 0) return { statusCode: "REQUIRED_FIELD_MISSING", message: "Add a recipient to send an email.", fields: [] };
  if (email.text("Subject") === null && email.text("PlainTextBody") === null && email.text("HtmlBody") === null) {
    return { statusCode: "REQUIRED_FIELD_MISSING", message: "Missing body, need at least one of html or plainText", fields: [] };
  }
  const bad = to.find((address) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address));
  return bad === undefined
    ? null
    : { statusCode: "INVALID_EMAIL_ADDRESS", message: `Email address is invalid: ${bad}`, fields: ["toAddresses"] };
}

function emailException(problem: Problem): ApexException {
  const { statusCode, message, fields } = problem;
  const exception = new ApexException(
    "System.EmailException",
    `SendEmail failed. First exception on row 0; first error: ${statusCode}, ${message}: [${fields.join(", ")}]`,
  );
  exception.dmlRows = [{ index: 0, id: null, ...problem }];
  return exception;
}

function sendResult(problem: Problem | null): PlainObject {
  const result = newPlainObject("Messaging.SendEmailResult");
  const errors = new ApexList("List<Messaging.SendEmailError>");
  if (problem !== null) {
    const error = newPlainObject("Messaging.SendEmailError");
    error.set("Message", problem.message);
    error.set("StatusCode", platformEnumValue("System.StatusCode", problem.statusCode));
    error.set("Fields", new ApexList("List<String>", [...problem.fields]));
    errors.items.push(error);
  }
  result.set("Success", problem === null);
  result.set("Errors", errors);
  return result;
}

definePlatformClass("System.Messaging", {
  statics: {
    "sendEmail(List<Messaging.Email>)": (messages: ApexList | null) => sendEmail(messages, true),
    "sendEmail(List<Messaging.Email>,Boolean)": sendEmail,
    "reserveSingleEmailCapacity(Integer)": () => null,
    "reserveMassEmailCapacity(Integer)": () => null,
  },
});

const MAXIMUM_RECIPIENTS = 500;

function sendNotification(self: PlainObject, users: ApexSet | null): null {
  const { org } = currentTransaction();
  const typeId = self.text("NotificationTypeId");
  const recipientIds = texts(requireArgument(users).toArray());
  const problem =
    typeId === null
      ? "The custom notification type is required."
      : self.text("Title") === null || self.text("Body") === null
        ? "Title and body are required."
        : self.text("TargetId") === null && self.text("TargetPageRef") === null
          ? "A target is required."
          : recipientIds.length === 0 || recipientIds.length > MAXIMUM_RECIPIENTS
            ? `Between 1 and ${MAXIMUM_RECIPIENTS} recipients are required.`
            : null;
  if (problem !== null || typeId === null) throwApex("System.HandledException", problem ?? "");
  org.notifications.push({
    typeId,
    recipients: recipientIds,
    title: self.text("Title") ?? "",
    body: self.text("Body") ?? "",
    target: self.text("TargetId") ?? self.text("TargetPageRef"),
    at: org.clock.now(),
  });
  return null;
}

definePlainClass(
  "Messaging.CustomNotification",
  {},
  {
    constructors: {
      "(String,String,String,String,String,String)": (typeId: Text, sender: Text, title: Text, body: Text, target: Text, page: Text) =>
        new PlainObject("Messaging.CustomNotification", {
          NotificationTypeId: typeId,
          SenderId: sender,
          Title: title,
          Body: body,
          TargetId: target,
          TargetPageRef: page,
        }),
    },
    members: { "send(Set<String>)": sendNotification },
  },
);
