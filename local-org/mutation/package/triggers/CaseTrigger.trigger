// fault [Missing 'on'] trigger CaseTrigger Case (before insert) {
trigger CaseTrigger on Case (before insert) {
  // fault [Illegal assignment from List<Case> to List<Account>] List<Account> rows = Trigger.new;
  List<Case> rows = Trigger.new;
  // fault [Illegal assignment from Map<Id,Case> to Map<Id,Account>] Map<Id, Account> byId = Trigger.newMap;
  Map<Id, Case> byId = Trigger.newMap;
  // fault [Variable does not exist: Subjekt] System.debug(Trigger.new[0].Subjekt);
  System.debug(Trigger.new[0].Subject);
  // fault [Method does not exist or incorrect signature] Overloads.take(Trigger.new);
  Overloads.take(Trigger.new[0].Subject);
  // fault [Invalid type: CaseHandlr] new CaseHandlr().run(rows);
  System.debug(byId);
  // fault [This cannot be referenced in a static context] System.debug(this);
  System.debug(rows);
}
