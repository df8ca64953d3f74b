import assert from "node:assert/strict";
import test from "node:test";
import { runBody } from "../emit/apex-fixture.ts";

test("a standard controller gives its record, and saves and deletes it", () => {
  const shown = runBody(`
    ApexPages.StandardController controller = new ApexPages.StandardController(new Account(Name = 'Acme'));
    String before = controller.getId();
    String page = controller.save().getUrl();
    Account saved = [SELECT Name FROM Account];
    Boolean isShown = page == '/' + saved.Id && controller.getId() == saved.Id && controller.edit().getUrl() == page + '/e';
    ((Account) controller.getRecord()).Name = 'Other';
    controller.save();
    String name = [SELECT Name FROM Account].Name;
    controller.delete();
    return before + ' ' + isShown + ' ' + name + ' ' + [SELECT COUNT() FROM Account];`);
  assert.equal(shown, "null true Other 0");
});

test("what refuses the record becomes an error on the page", () => {
  const shown = runBody(`
    PageReference next = new ApexPages.StandardController(new Account()).save();
    return (next == null) + ' ' + ApexPages.hasMessages(ApexPages.Severity.ERROR);`);
  assert.equal(shown, "true true");
});
