// fault [Missing '('] trigger TaskTrigger on Task before insert {
trigger TaskTrigger on Task (before insert) {
  // fault [Missing ';'] System.debug(Trigger.new)
  System.debug(Trigger.new);
}
