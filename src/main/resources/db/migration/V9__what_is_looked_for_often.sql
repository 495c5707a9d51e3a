-- What the watcher and the figures ask every few seconds is found without reading what is not asked for: an engine's owners in
-- the order in which they are claimed, cycles that are set aside, notices that are given up.
create index municipality_of_feed on municipality (feed, id) where not parked;
drop index municipality_heard_by;
create index cycle_set_aside on cycle (pk) where set_aside is not null;
create index notice_given_up on notice (stall) where state = 'FAILED';
