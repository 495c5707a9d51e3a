-- An engine that sends heartbeats, by the source of its events. blind_since: nothing has been heard of it since then; back_at:
-- when it was heard again; backlog_at: when it last caught up with what happened before that.
create table feed (
    source      text primary key,
    seen_at     timestamptz not null,
    blind_since timestamptz,
    told        boolean     not null default false,
    back_at     timestamptz,
    backlog_at  timestamptz
);

-- When Synkvakt itself was watching: one row for all replicas. back_at: it was down before that, and engines may be catching up.
create table attendance (
    one        boolean primary key default true check (one),
    ticked_at  timestamptz not null,
    up_since   timestamptz not null,
    back_at    timestamptz,
    backlog_at timestamptz
);

-- The source of its latest event; whether its due times are parked, because that is not heard.
alter table municipality add column feed text;
alter table municipality add column parked boolean not null default false;

create index municipality_heard_by on municipality (feed) where not parked;
create index municipality_parked on municipality (feed) where parked;

alter table notice add column feed text;

create index notice_of_feed on notice (feed, created_at) where feed is not null;
