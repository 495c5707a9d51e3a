-- When the watcher has to look whether a cycle began as scheduled; null: never. scheduled_since is when the schedule became
-- what it is: nobody misses a start from before that.
alter table municipality add column scheduled_since timestamptz;
alter table municipality add column missed_at timestamptz;
-- Why the watcher cannot tell, and tries it again later; null: it can.
alter table municipality add column missed_set_aside text;

-- Schedules from before this version are watched from now on: the first tick works out when each is due.
update municipality set scheduled_since = now(), missed_at = now() where jsonb_typeof(profile -> 'schedule') = 'object';

create index municipality_missed on municipality (missed_at) where missed_at is not null;
create index municipality_set_aside on municipality (id) where missed_set_aside is not null;
