-- What people have asked for: to be left alone (SILENCE), or that a step be given time (MAINTENANCE). municipality, step: null
-- for all. apply_at: when the watcher has to apply it to what is open; null: it has been, or is over.
create table silence (
    id           uuid primary key,
    kind         text        not null,
    municipality text references municipality (id) on delete cascade,
    step         text,
    from_at      timestamptz not null,
    until_at     timestamptz not null,
    reason       text,
    made_by      text        not null,
    made_at      timestamptz not null,
    ended_at     timestamptz,
    ended_by     text,
    apply_at     timestamptz
);

create index silence_newest on silence (made_at desc, id);
create index silence_lasting on silence (until_at);
create index silence_to_apply on silence (apply_at) where apply_at is not null;

-- Until when somebody else has asked that nobody be told of it.
alter table stall add column silenced_until timestamptz;
