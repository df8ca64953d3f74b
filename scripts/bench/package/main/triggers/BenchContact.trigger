trigger BenchContact on Contact(before insert) {
    for (Contact person : Trigger.new) {
        person.Description = 'Key ' + person.Bench_Key__c;
    }
}
