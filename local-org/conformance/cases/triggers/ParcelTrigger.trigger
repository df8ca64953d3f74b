trigger ParcelTrigger on Parcel__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    ParcelWatch.visit();
}
