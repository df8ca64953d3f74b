// fault [Missing 'insert', 'update', 'delete' or 'undelete'] trigger LeadTrigger on Lead (before upsert) {
trigger LeadTrigger on Lead (before insert) {
  // fault [Invalid loop variable type] for (Contact lead : Trigger.new) { System.debug(lead); }
  for (Lead lead : Trigger.new) { System.debug(lead); }
}
