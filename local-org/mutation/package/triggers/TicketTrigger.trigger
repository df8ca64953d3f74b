// fault [Trigger type isn't an SObject: Tickt__c] trigger TicketTrigger on Tickt__c (before insert, before update, after insert, after update, after delete) {
trigger TicketTrigger on Ticket__c (before insert, before update, after insert, after update, after delete) {
  // fault [Variable does not exist: Trigger.news] for (Ticket__c ticket : Trigger.news) {
  for (Ticket__c ticket : Trigger.new) {
    // fault [Variable does not exist: Amout__c] ticket.Amout__c = 1;
    ticket.Amount__c = 1;
    // fault [Illegal assignment from String to Decimal] ticket.Amount__c = 'x';
    ticket.Amount__c = 2;
    // fault [Method does not exist or incorrect signature: void addErrors(String) from the type Ticket__c] ticket.addErrors('x');
    ticket.addError('x');
    // fault [Illegal assignment] Account old = Trigger.oldMap.get(ticket.Id);
    Ticket__c old = Trigger.oldMap.get(ticket.Id);
    if (ticket.Open__c) {
      // fault [Continue] break; continue;
      continue;
    }
  }
  // fault [Invalid loop variable type] for (Account account : Trigger.new) {
  for (Ticket__c account : Trigger.old) {
    System.debug(account);
  }
  // fault [Condition expression must be of type Boolean] if (Trigger.size) {
  if (Trigger.isInsert) {
    System.debug('x');
  }
  // fault [Trigger bodies must not return a value] return 5;
  return;
}
