trigger HintTrigger on Hint__e(after insert) {
    List<Parcel__c> parcels = new List<Parcel__c>();
    for (Hint__e event : Trigger.new) {
        parcels.add(new Parcel__c(Name = event.Note__c));
    }
    insert as system parcels;
}
