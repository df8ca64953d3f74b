// fault [Duplicate Trigger Usage: before insert] trigger AccountTrigger on Account (before insert, before insert) {
trigger AccountTrigger on Account (before insert, before update) {
  System.debug(Trigger.newMap);
}
