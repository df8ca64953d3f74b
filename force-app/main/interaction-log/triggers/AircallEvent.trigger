trigger AircallEvent on Aircall_Event__e(after insert) {
    AircallEventHandler.handle(Trigger.new);
}
