/** User: composed Name, and a Username that looks like an e-mail address and is nobody else's. */
import { dmlError } from "../dml-error.ts";
import type { ObjectRules } from "../object-rules.ts";
import { composedName } from "./person-name.ts";

const USERNAME = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

export const userRules: ObjectRules = {
  derived: ["Name"],
  onNew(values) {
    if (!values.has("IsActive") || values.get("IsActive") === false) values.set("IsActive", true);
    if ((values.get("UserType") ?? null) === null) values.set("UserType", "Standard");
  },
  beforeSave(values, { transaction, old }, errors) {
    values.set("Name", composedName(values) || null);
    const username = values.get("Username") ?? null;
    if (typeof username !== "string" || username === old?.get("Username")) return;
    if (!USERNAME.test(username)) {
      errors.push(dmlError("INVALID_EMAIL_ADDRESS", `Username: invalid email address: ${username}`, ["Username"]));
      return;
    }
    const taken = transaction.org.store
      .table("User")
      .lookup("Username", username)
      .some((row) => row.get("Id") !== values.get("Id"));
    if (taken) {
      errors.push(
        dmlError(
          "DUPLICATE_USERNAME",
          "Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the user's email address). ",
          ["Username"],
        ),
      );
    }
  },
};
