trigger DeliveryTrigger on Delivery__e(after insert) {
    List<Parcel__c> parcels = new List<Parcel__c>();
    for (Delivery__e event : Trigger.new) {
        Integer retries = EventBus.TriggerContext.currentContext().retries;
        if (event.Note__c == 'retry' && retries < 2) {
            throw new EventBus.RetryableException('again');
        }
        parcels.add(new Parcel__c(Name = event.Note__c, Weight__c = retries, Note__c = UserInfo.getName()));
    }
    insert as system parcels;
}
