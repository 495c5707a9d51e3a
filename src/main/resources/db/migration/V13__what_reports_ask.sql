-- Whether another source has told of something later is asked whenever an owner's reports come from two, an engine and pings.
create index event_latest on event (municipality, time);
