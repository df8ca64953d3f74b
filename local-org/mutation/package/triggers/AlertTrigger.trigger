// fault [Platform Event SObjects only supports after insert: Alert__e] trigger AlertTrigger on Alert__e (before insert) {
trigger AlertTrigger on Alert__e (after insert) {
  System.debug(Trigger.new);
}
