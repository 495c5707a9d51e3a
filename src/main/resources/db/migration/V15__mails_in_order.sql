-- The notice that has waited longest is found without sorting all that wait. What was found by send_at alone, also by pods of
-- the version before, is found by this index too.
create index notice_in_order on notice (send_at, created_at) where state = 'PENDING';
drop index notice_waiting;
