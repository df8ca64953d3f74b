// fault [Trigger Usage Before Undelete is not supported] trigger ContactTrigger on Contact (before undelete) {
trigger ContactTrigger on Contact (after undelete) {
  System.debug(Trigger.newMap);
}
